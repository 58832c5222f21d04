"""A list inside a sentence is told by its number and noun; what a heading names stands behind it."""

from __future__ import annotations

from functools import cache

import pytest

from assistant.choosing.candidates import candidates
from assistant.choosing.scoring import SentenceScorer
from assistant.finding.rarity import Rarity
from assistant.lists.asked_list import asked_list
from assistant.lists.enumeration import counted
from assistant.lists.runs import run_of, spelled_out
from corpus.chunking import chunk
from corpus.models import Document, DocumentSummary
from corpus.parsing import parse
from corpus.rows import summary_of
from tests.assistant.shelf import ask, evidence_of
from tests.assistant.shelf import rarity as shelf_rarity
from tests.corpus.sources import document, source

TEXT = """福建省节水科技工作方案

为做好节水科技工作，统筹推进管网改造、灌区更新、海水淡化等三大工程，制定本方案。

一、总体要求

以科学技术为先导，深入贯彻节水优先方针，把节水摆在更加突出的位置，统筹农业、工业和生活用水，完善水资源刚性约束制度，
系统分析用水总量、用水强度、管网漏损率、再生水利用率四个指标，持续推动用水方式由粗放向节约集约转变，
全面提升水资源利用效率和效益，为全省经济社会高质量发展提供有力支撑，确保各项任务如期完成并取得实效。

二、平台建设

支持福州水务研究所、厦门海水淡化研究所等单位创建工程研究中心。加强泉州膜材料研究院、漳州灌溉研究院、莆田水质研究院等平台建设。

三、重点工程

（一）实施管网改造工程。更换老旧管网。

（二）实施灌区更新工程。衬砌渠道。

（三）实施海水淡化工程。建设装置。

专栏1 节水重点项目

1. 管网项目。晋江管网改造项目、南安水厂项目、石狮漏损控制项目。

2. 灌区项目。开展渠道衬砌。
"""


@cache
def plan() -> Document:
    return parse(source(TEXT, "福建.txt"))


@cache
def rarity() -> Rarity:
    return Rarity(f"{one.context} {one.text}" for one in chunk(plan()))


def shelf() -> list[tuple[Document, DocumentSummary]]:
    return [(plan(), summary_of(plan(), ""))]


def said(question: str) -> list[str]:
    return [one.text for one in asked_list(ask(question), shelf(), rarity())]


def test_of_a_very_long_sentence_the_part_that_counts_up_is_given() -> None:
    (text,) = said("福建要系统分析哪四项关于用水的指标？")
    assert text == "系统分析用水总量、用水强度、管网漏损率、再生水利用率四个指标。"


@pytest.mark.parametrize(
    "question",
    ["除了支持有关单位创建工程研究中心，福建还要加强建设哪三家研究院？", "福建要建好的三家研究院是哪些？"],
)
def test_as_many_names_with_that_noun_as_are_asked_for(question: str) -> None:
    (text,) = said(question)
    assert text.startswith("加强泉州膜材料研究院、漳州灌溉研究院、莆田水质研究院")


@pytest.mark.parametrize(
    "question", ["福建要加强建设哪四家研究院？", "福建要加强建设哪三家医院？"], ids=["another number", "another noun"]
)
def test_another_number_or_noun_gets_no_run(question: str) -> None:
    assert said(question) == []


@pytest.mark.parametrize("question", ["福建 管网项目 清单", "福建管网项目具体有哪些？"])
def test_what_a_heading_names_stands_behind_it(question: str) -> None:
    assert said(question) == ["晋江管网改造项目、南安水厂项目、石狮漏损控制项目。"]


@pytest.mark.parametrize(
    "question", ["福建灌区项目有哪些？", "福建管网项目的补助对象有哪些？"], ids=["no names", "something else of it"]
)
def test_a_heading_with_no_names_behind_it_or_beside_another_subject_gives_none(question: str) -> None:
    assert said(question) == []


def test_the_first_of_the_headings_is_given_with_the_sentence_that_names_them_all() -> None:
    first, *others = counted(ask("福建的三大工程是哪三个？"), shelf())
    heading, named = first.grounds
    assert heading.quote == "实施管网改造工程"
    assert named.quote == "统筹推进管网改造、灌区更新、海水淡化等三大工程"
    assert [len(one.grounds) for one in others] == [1, 1]


GRADES = document(
    "某市方案",
    "",
    "一、碳捕集利用",
    "提高碳捕集利用规模，完善碳捕集利用政策。到2025年，实现万吨级碳捕集和碳利用。",
)


@pytest.mark.parametrize("question", ["碳捕集利用要做到多大规模？", "碳捕集利用是什么量级？", "碳捕集利用规模"])
def test_who_asks_for_the_size_gets_the_order_of_size(question: str) -> None:
    found = candidates([evidence_of(GRADES, "一")])
    assert "万吨级" in SentenceScorer(ask(question), shelf_rarity()).score(found)[0].text


@pytest.mark.parametrize("question", ["补贴哪4类器具？", "到底补哪4样节水器具？"])
def test_as_many_things_as_the_sentence_says_there_are_in_all(question: str) -> None:
    rules = document("某省细则", "", "一、补贴品类", "节水龙头、节水马桶、净水器、洗碗机共4类。每件补贴50元。")
    found = run_of(ask(question), [(rules, summary_of(rules, ""))], Rarity([rules.source.text]))
    assert [one.text for one in found] == ["节水龙头、节水马桶、净水器、洗碗机共4类。"]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("“一横两纵”里的两纵是哪几条？", ["“两纵”为东线渠、西线渠。"]),
        ("通道的“一横”是哪条？", []),
        ("三纵是哪几条？", []),
        ("“两环”分别是什么？", []),
    ],
)
def test_what_a_word_for_several_stands_for_is_told_as_the_document_spells_it_out(
    question: str, expected: list[str]
) -> None:
    plan = document(
        "某方案",
        "一、通道",
        "构建“一横两纵”雨水通道。“一横”为江南渠。“两纵”为东线渠、西线渠。“两环”是互为补充、缺一不可的。",
        "二、其他",
        "推进乙。",
    )
    found = spelled_out(ask(question), [(plan, summary_of(plan, ""))])
    assert [one.text for one in found] == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("福建的用水要系统分析哪几个指标？", ["系统分析用水总量、用水强度、管网漏损率、再生水利用率四个指标。"]),
        ("福建的海水淡化膜要达到哪几个指标？", []),
        ("福建的用水要系统分析哪几个平台？", []),
    ],
)
def test_a_sentence_that_says_how_many_it_counts_up_answers_who_does_not(question: str, expected: list[str]) -> None:
    assert said(question) == expected
