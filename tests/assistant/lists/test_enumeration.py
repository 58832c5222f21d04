"""A list that a document prints is given as printed: its bullets, or the headings under what was asked for."""

from __future__ import annotations

import pytest

from assistant.lists.enumeration import enumerated
from assistant.statements import Statement
from tests.assistant.shelf import PROVINCE, ask, document_of, evidence, evidence_of, rarity
from tests.corpus.sources import document

PATHS = ("一 > （一）", "一 > （二）", "二", "二 > 1", "三", "三 > （一）")


def items(question: str, *paths: str) -> list[Statement]:
    return enumerated(ask(question), evidence(PROVINCE, *(paths or PATHS)), rarity(), document_of)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("有哪些工作原则？", ["坚持节水优先。", "坚持科技引领。", "坚持政府推动。"]),
        ("浙江方案的三项基本准则是什么？", ["坚持节水优先。", "坚持科技引领。", "坚持政府推动。"]),
        ("浙江方案的重点任务有哪些？", ["1.推广滴灌技术", "2.改造供水管网", "3.发展海水淡化"]),
        ("保障措施包括什么？", ["（一）资金支持", "（二）人才支撑"]),
    ],
)
def test_the_items_under_the_heading_asked_for_are_listed_in_order(question: str, expected: list[str]) -> None:
    assert [one.text for one in items(question)] == expected


@pytest.mark.parametrize("question", ["有哪些工作原则？", "重点任务有哪些？", "保障措施包括什么？"])
def test_each_item_stands_word_for_word_in_what_it_cites(question: str) -> None:
    for one in items(question):
        (ground,) = one.grounds
        assert ground.quote in ground.text
        assert ground.quote in ground.clause.printed


def test_headings_are_cited_each_at_its_own_clause() -> None:
    assert [one.grounds[0].clause.path_text for one in items("重点任务有哪些？")] == ["二 > 1", "二 > 2", "二 > 3"]


@pytest.mark.parametrize(
    "question",
    [
        "如何推广滴灌技术？",
        "节水型企业奖励多少钱？",
        "有哪些海水淡化专利？",
        "滴灌有哪些保障措施？",
        "供水管网改造有哪些要求？",
        "浙江方案对海水淡化有哪些保障措施？",
        "有哪些？",
    ],
)
def test_no_list_is_made_where_no_heading_is_what_was_asked_for(question: str) -> None:
    assert items(question) == []


def test_a_clause_without_items_makes_no_list() -> None:
    assert items("有哪些主要目标？", "一 > （二）") == []


def test_two_bullets_make_no_list() -> None:
    found = document("某市方案", "", "一、工作原则", "——坚持节水优先。", "——坚持科技引领。")
    asked = ask("有哪些工作原则？")
    assert enumerated(asked, [evidence_of(found, "一")], rarity(), lambda _: found) == []


def test_nothing_found_makes_no_list() -> None:
    assert enumerated(ask("有哪些工作原则？"), [], rarity(), document_of) == []
