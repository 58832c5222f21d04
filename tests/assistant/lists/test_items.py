"""Items and the words that lead in to them answer together."""

from __future__ import annotations

import pytest

from assistant.answering import Assistant
from assistant.choosing.candidates import Candidate, candidates
from assistant.citations import check_sentence
from assistant.finding.rarity import Rarity
from assistant.lists.items import unfolded, with_items
from assistant.models import AnswerStatus, SentenceStatus
from assistant.statements import Statement, ground_in
from assistant.understanding.query import Kind, understand
from corpus.chunking import chunk
from corpus.models import Document
from tests.assistant.conftest import MakeAssistant
from tests.assistant.rules import NAME, TEXT, article, listed, rules

RARITY = Rarity(f"{one.context} {one.text}" for one in chunk(rules()))
CASES = ["（一）连续三年用水量下降的。", "（二）使用非常规水超过一半的。", "（三）承担应急供水任务的。"]


def document_of(_: str) -> Document:
    return rules()


def best(path: str) -> list[Candidate]:
    return candidates([article(path)])


def said(question: str, path: str) -> list[str]:
    asked = understand(question, [listed()])
    return [one.text for one in with_items(asked, best(path), RARITY, document_of)]


def test_who_asks_for_the_list_gets_all_of_it_below_its_words() -> None:
    expected = ["用水单位有下列情形之一的，可以申请减免水费：", *CASES]
    assert said("哪些情形可以申请减免水费？", "第三条") == expected
    assert said("哪些情形可以申请减免水费？", "第三条 > （二）") == expected


def test_what_follows_from_one_item_is_said_with_that_item_alone() -> None:
    assert said("拒绝查表怎么罚？", "第五条 > （二）") == [
        "用水单位有下列情形之一的，由水务部门责令改正，处一千元以上五千元以下罚款：",
        "（二）拒绝查表的。",
    ]


def test_the_paragraph_behind_the_items_is_none_of_them() -> None:
    assert said("申请减免水费要在多少日内提出？", "第三条 > 第二款") == []


@pytest.mark.parametrize("path", ["第二条", "第六条"])
def test_a_sentence_that_leads_in_to_nothing_stays_alone(path: str) -> None:
    assert said("哪些情形？", path) == []


def test_every_line_of_a_list_is_verified() -> None:
    asked = understand("哪些情形可以申请减免水费？", [listed()])
    assert asked.kind is Kind.LIST
    lines = with_items(asked, best("第三条"), RARITY, document_of)
    assert {check_sentence(one.text, one.grounds) for one in lines} == {SentenceStatus.VERIFIED}


def test_of_a_list_that_opens_lists_of_its_own_those_are_told_too() -> None:
    led, alone = (
        Statement(one.clause.text, (ground_in(one.document, one.clause, one.clause.text),))
        for one in (article("第三条"), article("第二条"))
    )
    told = unfolded([led, alone], document_of)
    assert [one.text for one in told] == ["用水单位有下列情形之一的，可以申请减免水费：", *CASES, alone.text]
    assert unfolded(told, document_of) == told, "what is told already is not told again"


@pytest.fixture(scope="module")
def clerk(assistant_over: MakeAssistant) -> Assistant:
    return assistant_over({NAME: TEXT})


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("哪些情形可以申请减免水费？", "承担应急供水任务"),
        ("未安装计量设施罚款多少？", "一千元以上五千元以下"),
        ("擅自取用消防用水，拒不改正的罚多少？", "二万元"),
        ("非常规水指什么？", "再生水、雨水和矿井水"),
        ("规定什么时候起施行？", "2021年5月1日"),
        ("河湾市节约用水规定是令第几号？", "第31号"),
        ("河湾市节约用水规定废止了哪个文件？", "河湾市计划用水办法"),
        ("河湾市节约用水规定的依据是什么？", "水法"),
        ("申请减免水费要在多少天内提出？", "三十日"),
        ("连续用水满12年的单位多久核定一次？", "两年核定一次"),
        ("减免水费的幅度由谁确定？", "水务部门"),
        ("2026年未安装计量设施罚款多少？", "一千元以上五千元以下"),
    ],
)
def test_questions_on_rules_are_answered_from_the_article(clerk: Assistant, question: str, words: str) -> None:
    answer = clerk.ask(question)
    assert answer.status is AnswerStatus.ANSWERED
    assert words in answer.answer
    assert {one.status for one in answer.sentences} == {SentenceStatus.VERIFIED}


@pytest.mark.parametrize(
    "question",
    [
        "节约用水的举报电话是多少？",
        "2060年用水单位要达到什么目标？",
        "2015年擅自取用消防用水罚多少？",
        "水表的更换要交多少费？",
    ],
)
def test_what_no_article_gives_is_refused(clerk: Assistant, question: str) -> None:
    assert clerk.ask(question).status is AnswerStatus.REFUSED


NAMED = {
    "指标.txt": """某省节水行动计划

为推进节水，制定本计划。

一、目标

（一）主要目标
到2026年，用水效率显著提高，节水产业规模突破一百亿元。
主要指标：
1.再生水利用率：2023年22%，2026年32%；
2.节水器具普及率：2023年72%，2026年95%；
3.灌溉水利用系数：2026年0.6。

二、支持应用
重点支持以下领域：
（一）工业循环用水。支持电子信息、装备制造、航空航天企业建设循环水系统，推广分质供水、梯级利用等应用，降低新水取用量。
（二）农业精量灌溉。支持灌区建设遥测系统，开展滴灌示范，推广水肥一体化，在设施农业、果园、茶园、菜地中全面应用。
（三）城镇管网控漏。对使用年限超过五十年的管网开展检测、改造，建立分区计量制度，漏损率控制在百分之九以内。
"""
}


def test_an_item_with_a_heading_stands_alone_with_it(assistant_over: MakeAssistant) -> None:
    answer = assistant_over(NAMED).ask("节水器具普及率2023年和2026年各是多少")
    assert "节水器具普及率：2023年72%，2026年95%" in answer.answer
    assert "再生水利用率" not in answer.answer
    assert "显著提高" not in answer.answer


def test_of_long_items_with_headings_the_headings_are_the_list(assistant_over: MakeAssistant) -> None:
    answer = assistant_over(NAMED).ask("重点支持应用的三个领域是哪些")
    assert all(name in answer.answer for name in ("工业循环用水", "农业精量灌溉", "城镇管网控漏"))
    assert "滴灌示范" not in answer.answer
