"""Channels, respects and prohibitions are listed inside a sentence; what lists none is no such list."""

from __future__ import annotations

import pytest

from assistant.choosing.candidates import candidates
from assistant.choosing.scoring import SentenceScorer
from assistant.lists.in_sentence import (
    MANY,
    SHOWS_NONE,
    SHOWS_SORT,
    closes_with_noun,
    lists_such,
    stands_in_sentence,
)
from tests.assistant.shelf import ask, evidence_of, rarity
from tests.corpus.sources import document

CHANNELS = "用水户通过水务APP、供水网站缴纳。"


@pytest.mark.parametrize(
    ("question", "sentence", "factor"),
    [
        ("水费能通过哪几个渠道交？", CHANNELS, SHOWS_SORT),
        ("交水费有哪些途径？", CHANNELS, SHOWS_SORT),
        ("交水费有哪些途径？", "水费按季缴纳。", SHOWS_NONE),
        ("对用水大户的限制有哪几个方面？", "在取水许可、水价、评优等方面予以限制。", SHOWS_SORT),
        ("对用水大户的限制有哪几个方面？", "对用水大户予以限制。", SHOWS_NONE),
        ("水库有哪些行为是被禁止的？", "不得游泳、钓鱼。", SHOWS_SORT),
        ("水库有哪些景点？", "不得游泳、钓鱼。", 1.0),
    ],
)
def test_a_sentence_lists_what_is_asked_for_or_does_not(question: str, sentence: str, factor: float) -> None:
    assert lists_such(question, sentence) == factor
    assert stands_in_sentence(question) is (factor != 1.0)


def test_the_longer_list_is_a_little_nearer() -> None:
    many = "用水户通过水务APP、供水网站、营业厅、邮局、银行缴纳。"
    assert many.count("、") >= MANY
    assert lists_such("水费能通过哪几个渠道交？", many) > lists_such("水费能通过哪几个渠道交？", CHANNELS)


def test_the_sentence_with_the_channels_comes_first() -> None:
    found = document("某市办法", "", "一、水费", "水费缴纳期限延长至月底。" + CHANNELS)
    ranked = SentenceScorer(ask("水费有哪些渠道缴纳？"), rarity()).score(candidates([evidence_of(found, "一")]))
    assert ranked[0].text == CHANNELS


@pytest.mark.parametrize(
    ("question", "sentence", "closes"),
    [
        ("节水项目采用哪些组织方式？", "采用公开招标、揭榜挂帅等方式。", True),
        ("节水项目采用哪些组织方式？", "设立“揭榜挂帅”等攻关方式。", True),
        ("节水项目采用哪些组织方式？", "组织水利、农业等部门开展攻关。", False),
        ("海边要修复哪些湿地生态系统？", "修复红树林、盐沼等海洋生态系统的功能。", True),
        ("节水项目怎么组织？", "采用公开招标、揭榜挂帅等方式。", False),
        ("水厂要研发哪些节水技术？", "水厂融合大数据、人工智能等新兴技术，引领节水。", False),
    ],
)
def test_a_list_that_closes_with_the_noun_asked_for_is_nearer(question: str, sentence: str, closes: bool) -> None:
    assert (closes_with_noun(question, sentence) > 1.0) is closes
