"""Who asks about what exists gets no sentence on what is new, however near its words are."""

from __future__ import annotations

import re

import pytest

from assistant.choosing.candidates import candidates
from assistant.choosing.scoring import SentenceScorer
from assistant.understanding.opposites import OTHER, SAME, on_the_side_asked, told_of_the_other
from tests.assistant.shelf import ask, evidence_of, rarity
from tests.corpus.sources import document

MINUTES = re.compile(r"\d+分钟")
NEW = "严格控制高耗水项目增量，落实用水审批。"
STANDING = "持续优化存量高耗水项目，实行清单管理。"


@pytest.mark.parametrize(
    ("question", "factor"),
    [
        ("已经在运行的高耗水项目怎么管？", OTHER),
        ("现有的高耗水项目怎么管？", OTHER),
        ("新上的高耗水项目怎么管？", SAME),
        ("高耗水项目怎么管？", 1.0),
        ("现有的和新上的高耗水项目分别怎么管？", 1.0),
    ],
)
def test_a_sentence_on_what_is_new(question: str, factor: float) -> None:
    assert on_the_side_asked(question, NEW, "") == factor


def test_a_sentence_on_both_sides_is_on_the_side_asked() -> None:
    assert on_the_side_asked("现有的项目怎么管？", "控制增量、优化存量。", "") == 1.0


def test_the_heading_may_name_the_side() -> None:
    assert on_the_side_asked("农村的供水管网怎么改？", "城镇管网向周边延伸。", "农村供水") == 1.0


@pytest.mark.parametrize(
    ("question", "first"),
    [("已经在运行的高耗水项目怎么管？", STANDING), ("准备上的高耗水项目怎么管？", NEW)],
)
def test_the_sentence_on_the_side_asked_comes_first(question: str, first: str) -> None:
    found = document("某市方案", "", "一、高耗水项目管理", NEW + STANDING)
    ranked = SentenceScorer(ask(question), rarity()).score(candidates([evidence_of(found, "一")]))
    assert ranked[0].text == first


@pytest.mark.parametrize(
    ("question", "text", "heading", "other"),
    [
        ("乡下停水几分钟内有人来修？", "接报率达到95%，城市地区抢修不超过30分钟；", "", True),
        ("村里停水几分钟内有人来修？", "城镇抢修不超过30分钟，农村抢修不超过60分钟。", "", False),
        ("乡下停水几分钟内有人来修？", "城镇管网改造后，抢修不超过30分钟。", "", False),
        ("乡下停水几分钟内有人来修？", "城市抢修队30分钟内到场。", "农村供水", False),
        ("城里停水几分钟内有人来修？", "农村抢修不超过60分钟。", "", True),
        ("停水几分钟内有人来修？", "城市抢修不超过30分钟。", "", False),
        ("城里和乡下停水，各几分钟内有人来修？", "城市抢修不超过30分钟。", "", False),
    ],
)
def test_a_value_for_towns_alone_is_none_for_the_country(question: str, text: str, heading: str, other: bool) -> None:
    assert told_of_the_other(question, text, heading, MINUTES) is other
