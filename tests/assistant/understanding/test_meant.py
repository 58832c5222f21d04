"""A question for a field means the one document whose title holds the words by which it calls it."""

from __future__ import annotations

import pytest

from assistant.finding.rarity import Rarity
from assistant.understanding.meant import described, with_document_meant
from assistant.understanding.query import understand
from corpus.models import DocumentSummary
from tests.assistant.shelf import evidence_of, summary
from tests.corpus.sources import document

PERMITS = summary("应急抢修物资及人员运输车辆跨省通行证件办理信息公示")
PRICES = summary("关于阶段性调整再生水价格支持企业复产的函")
OTHERS = summary("关于印染企业再生水回用复产的函")
ALL = (PERMITS, PRICES, OTHERS)
TEXTS = {one.id: one.title for one in ALL} | {PRICES.id: f"{PRICES.title}{'中水的价格按月结算。' * 6}生产中水须检测。"}
RARITY = Rarity([f"{one.title}，请按要求做好有关工作。" for one in ALL] * 3 + ["供水企业应当每日检测水质。"] * 9)


def meant(question: str) -> tuple[DocumentSummary, ...]:
    asked = understand(question, ALL)
    assert asked.documents == ()
    return with_document_meant(asked, ALL, RARITY, TEXTS.__getitem__).documents


def test_the_one_document_called_by_its_words_is_meant() -> None:
    assert meant("抢修物资车辆跨省通行证的落款日期") == (PERMITS,)


def test_the_one_document_that_speaks_of_its_matter_is_meant() -> None:
    assert meant("最新的中水收费办法什么时候生效？") == (PRICES,)
    assert meant("企业用水办法什么时候生效？") == ()


@pytest.mark.parametrize(
    "question", ["再生水复产的发文字号", "水质检测的发文机关", "海水淡化的成文日期", "抢修物资车辆跨省通行证怎么办理？"]
)
def test_none_is_where_two_could_be_or_no_field_is_asked_for(question: str) -> None:
    assert meant(question) == ()


RULE = document("用水户管理规则", "一、交费。用水户应当交费。", "二、施行。本规则自2031年1月1日起施行。")
OTHER = document("渠道养护规则", "一、养护。渠道每年养护。", "二、经费。经费列入预算。")


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("那部管用水户的法规什么时候施行？", True),
        ("用水户的管理规定什么时候施行？", False),
        ("那部法规要用水户做什么？", False),
    ],
)
def test_a_paper_told_by_what_it_is_about_is_the_one_that_most_was_found_of(question: str, found: bool) -> None:
    evidence = [evidence_of(RULE, "一"), evidence_of(RULE, "二"), evidence_of(OTHER, "一")]
    asked = described(understand(question, ALL), evidence)
    assert [one.title for one in asked.documents] == (["用水户管理规则"] if found else [])


def test_none_is_described_where_what_was_found_is_of_several() -> None:
    evidence = [evidence_of(RULE, "一"), evidence_of(OTHER, "一")]
    assert described(understand("那部管用水户的法规什么时候施行？", ALL), evidence).documents == ()
