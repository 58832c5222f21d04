"""A side of a comparison is also asked by itself: what its search brings first answers, and none is given up early."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from assistant.across.alone import SEARCHED, leads, put_alone, searched, within
from assistant.answering import Assistant
from assistant.models import AnswerStatus
from assistant.statements import Statement, ground
from assistant.understanding.query import Kind, understand
from tests.assistant.conftest import MakeAssistant
from tests.assistant.shelf import evidence_of, summary
from tests.corpus.sources import document

SHOPS: Mapping[str, str] = {
    "杭州.txt": """杭州市纾困若干措施

一、减轻负担
（一）保障用水。对受淹的市场主体，恢复供水不超过24小时。
（二）活禽管控。禁止采购、宰杀、食用活禽。
（三）稳定秩序。对拒不落实管控要求，囤积居奇、哄抬物价，非法贩卖活禽等违法行为，依法从严打击，保障各项工作有序开展。

二、规范监管
（四）信用建设。有本措施规定违法行为的单位和个人，记入档案，并依照规定向社会公布。
""",
    "宁波.txt": """宁波市纾困若干措施

一、减轻负担
（一）优化服务。规范执法检查，一年不超过2次。
（二）市场监管。突出对农贸市场开展检查，严禁任何形式的活禽交易。

二、规范监管
（三）信用监管。推进信用体系建设，将严重失信行为纳入公共信用信息平台。
""",
}


@pytest.fixture(scope="module")
def shops(assistant_over: MakeAssistant) -> Assistant:
    return assistant_over(SHOPS)


@pytest.mark.parametrize(
    ("question", "hangzhou", "ningbo"),
    [
        ("有违法行为会不会被公布出来，杭州和宁波各怎么说？", "依照规定向社会公布", "纳入公共信用信息平台"),
        ("失信了会不会上信用记录，杭州和宁波各怎么说？", "记入档案", "纳入公共信用信息平台"),
    ],
)
def test_each_side_gets_what_it_would_answer_by_itself(
    shops: Assistant, question: str, hangzhou: str, ningbo: str
) -> None:
    answer = shops.ask(question)
    assert answer.status is AnswerStatus.ANSWERED
    said = {one.text.split("：")[0]: one.text for one in answer.sentences}
    assert hangzhou in said["杭州"]
    assert ningbo in said["宁波"]


def test_a_side_that_says_nothing_of_it_is_still_named_as_silent(shops: Assistant) -> None:
    answer = shops.ask("受淹后恢复供水的时限，杭州和宁波各是多久？")
    assert answer.status is AnswerStatus.PARTIAL
    assert "24小时" in answer.answer
    assert "宁波" in answer.answer.split("没有找到对应的内容：")[1]


def test_what_no_side_says_is_refused(shops: Assistant) -> None:
    assert shops.ask("碳排放配额，杭州和宁波各是怎么规定的？").status is AnswerStatus.REFUSED


@pytest.mark.parametrize(
    ("question", "text", "kind"),
    [
        ("杭州和宁波的房租分别怎么减免？", "杭州和宁波的房租怎么减免？", Kind.MEASURE),
        ("两地的信用记录有什么不同？", "的信用记录？", Kind.FACT),
    ],
)
def test_put_alone_it_is_a_question_on_one_document(question: str, text: str, kind: Kind) -> None:
    one = summary("杭州市纾困若干措施")
    put = put_alone(understand(question, [one]), one, [one])
    assert (put.text, put.kind, put.documents) == (text, kind, (one,))


def test_the_clause_that_the_search_brings_first_leads_and_adds_most() -> None:
    read = document("一、甲", "（一）乙。", "（二）丙。", "（三）丁。")
    found = [evidence_of(read, f"一 > （{at}）", score) for at, score in (("一", 2.0), ("二", 1.0), ("三", 0.5))]
    first, second, third = ([Statement("", (ground(one, one.text),))] for one in found)
    assert leads(first, second, found)
    assert not leads(second, first, found)
    assert not leads(third, third, found)
    assert searched(first, found) == 2 * searched(second, found) == SEARCHED


def test_a_side_has_its_first_sentence_and_others_as_far_as_there_is_room() -> None:
    said = [Statement(text, ()) for text in ("一" * 30, "二" * 10, "三" * 40, "四")]
    assert within(said, 45) == said[:2]
    assert within(said, 5) == said[:1]
