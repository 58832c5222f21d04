"""A question for a field means the one document whose title holds the words by which it calls it."""

from __future__ import annotations

import pytest

from assistant.finding.rarity import Rarity
from assistant.understanding.meant import with_document_meant
from assistant.understanding.query import understand
from corpus.models import DocumentSummary
from tests.assistant.shelf import summary

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
