"""Places in documents, as people type them, and the clauses that stand there."""

from __future__ import annotations

from contextlib import closing

import pytest

from assistant.answering import Assistant
from assistant.models import CitationStatus
from assistant.understanding.pointing import asks_for_clause, clauses_at, evidence_at, place_in
from corpus.library import Library
from corpus.models import Document
from corpus.parsing import parse
from tests.assistant.shelf import PROVINCE, ask, read
from tests.corpus.sources import source

LAW = """节水条例

第一条 为了节约用水，制定本条例。

第二条 本条例适用于下列用水：
（一）农业用水；
（二）工业用水。
前款所称用水，包括取水。

第三条 县级以上人民政府负责本行政区域的节水工作。
"""


@pytest.fixture(scope="module")
def law() -> Document:
    return parse(source(LAW))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("江苏方案 二（一）3", ("二", "(一)", "3")),
        ("浙江方案二、(一)3.讲什么", ("二", "(一)", "3")),
        ("三 > （二） > 专栏 2 > 2", ("三", "(二)", "专栏2", "2")),
        ("新区方案专栏2", ("专栏2",)),
        ("第十二条第三款", ("第十二条", "第三款")),
        ("条例第12条第3款第（二）项规定了什么", ("第十二条", "第三款", "(二)")),
        ("第十二条第二项", ("第十二条", "(二)")),
        ("第一百二十条之一", ("第一百二十条之一",)),
        ("第120条之一", ("第一百二十条之一",)),
        ("国家方案第五个专栏列了什么", ("专栏5",)),
        ("8号专栏", ("专栏8",)),
        ("三 专栏二", ("三", "专栏2")),
    ],
)
def test_a_place_is_read_however_it_is_typed(text, place):
    assert place_in(text) == place


@pytest.mark.parametrize(
    "text", ["再生水怎么利用？", "十二条措施", "二是什么", "（一）是什么", "到2025年（一）3个", "一（2023年）", ""]
)
def test_other_numerals_point_to_no_place(text):
    assert place_in(text) == ()


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("第二条第一款第（二）项", ["第二条 > （二）"]),
        ("第二条第二项", ["第二条 > （二）"]),
        ("第二条第二款", ["第二条 > 第二款"]),
        ("第三条第一款", ["第三条"]),
        ("第九条", []),
    ],
)
def test_an_article_is_found_with_its_parts_as_far_as_it_has_any(law, text, paths):
    assert [clause.path_text for clause in clauses_at(place_in(text), law)] == paths


def test_levels_in_between_may_be_left_out():
    found = clauses_at(("二", "2"), read(PROVINCE))
    assert [clause.path_text for clause in found] == ["二 > 2"]
    assert clauses_at((), read(PROVINCE)) == []
    assert clauses_at(("九", "(一)"), read(PROVINCE)) == []


@pytest.mark.parametrize(
    ("query", "name", "path"),
    [
        ("浙江方案 一（二）", PROVINCE, "一 > （二）"),
        ("浙江省节水技术推广实施方案三（一）怎么说？", PROVINCE, "三 > （一）"),
    ],
)
def test_a_search_gives_the_clause_pointed_to_first(assistant: Assistant, query: str, name: str, path: str) -> None:
    first, *others = assistant.search(query, 5)
    assert (first.source, first.path) == (name, path)
    assert all(one.clause_id != first.clause_id for one in others)


def test_a_place_alone_is_looked_up_in_every_document(assistant: Assistant) -> None:
    found = assistant.search("一（二）", 5)
    assert (found[0].source, found[0].path) == (PROVINCE, "一 > （二）")


def test_a_place_mentioned_in_passing_is_not_looked_up_where_no_document_is_named(tmp_path):
    with closing(Library(tmp_path)) as library:
        assert evidence_at(ask("再生水的推广要求另见一（二）"), (), library) == []


@pytest.mark.parametrize(
    "question", ["浙江方案一（二）讲什么？", "浙江省节水技术推广实施方案 一（二）", "浙江方案一（二）的原文"]
)
def test_who_asks_for_a_clause_gets_its_words(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    (citation,) = answer.citations
    assert (citation.source, citation.path, citation.status) == (PROVINCE, "一 > （二）", CitationStatus.VERIFIED)
    assert citation.quote == citation.text and citation.text in answer.answer


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("浙江方案一（二）", True),
        ("浙江方案一（二）讲什么？", True),
        ("浙江方案一（二）里滴灌如何补贴？", False),
        ("再生水怎么利用？", False),
    ],
)
def test_a_question_on_something_in_the_clause_does_not_want_all_of_it(question: str, expected: bool) -> None:
    assert asks_for_clause(ask(question)) is expected


RUNNING = """关于支持节水的若干措施

为支持节水，制定本措施。

一、减轻负担

1.减免水费。对节水企业减免水费。

2.延期缴费。缴费期限延长三个月。

二、加强服务

3.简化审批。取消用水许可的年检。

4.公开信息。每季度公布用水定额。
"""


@pytest.mark.parametrize(("place", "paths"), [("第3条", ["二 > 3"]), ("第一条", ["一 > 1"]), ("第九条", [])])
def test_an_article_of_a_document_that_counts_none_is_the_item_with_that_number(place: str, paths: list[str]) -> None:
    document = parse(source(RUNNING, "措施.txt"))
    assert [clause.path_text for clause in clauses_at(place_in(place), document)] == paths


def test_items_that_begin_anew_in_each_section_are_no_articles() -> None:
    assert [one.path_text for one in clauses_at(place_in("第二条"), read(PROVINCE))] == ["二"]
