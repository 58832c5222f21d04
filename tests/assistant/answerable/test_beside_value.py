"""A value counts as the one asked for where it stands with the word that it is asked for by."""

from __future__ import annotations

import re

import pytest

from assistant.answerable.beside_value import said_in_characters, stands_beside

SHARE = re.compile(r"\d+%")
DAY = re.compile(r"\d+月\d+日")


@pytest.mark.parametrize(
    ("question", "text", "needed", "beside"),
    [
        ("租节水设备，节水券能给抵多少？", "企业用券按实际支付租金的30%抵扣。", SHARE, True),
        ("租节水设备，节水券能给抵多少？", "企业用水量比上年下降30%。", SHARE, False),
        ("再生水厂哪天完工？", "工人昼夜施工，力争6月7日建成。", DAY, True),
        ("再生水厂哪天完工？", "3月1日动工以来，工人昼夜施工。", DAY, False),
        ("优惠水价的实行期间是多久？", "自2月1日至5月31日，实行优惠水价。", DAY, True),
        ("节水券怎么领？", "企业用券按租金的30%抵扣。", SHARE, False),
    ],
    ids=["the verb alone", "another thing", "the same event", "another event", "behind the date", "asks for no value"],
)
def test_a_value_stands_beside_what_it_is_asked_for_by(
    question: str, text: str, needed: re.Pattern[str], beside: bool
) -> None:
    assert stands_beside(question, text, needed) is beside


@pytest.mark.parametrize(
    ("topic", "text", "said"),
    [
        ("区县收 市 钱 后 天内 拨 单位", "收到市级资金文件后，区级财政应当在20日内拨付到用水单位。", True),
        ("区县收 市 钱 后 天内 拨 单位", "用水计划每年核定一次。", False),
        ("拨 钱", "拨付的钱款。", False),
    ],
    ids=["in longer words", "of another matter", "too short to tell"],
)
def test_words_cut_short_are_known_by_their_characters(topic: str, text: str, said: bool) -> None:
    assert said_in_characters(topic, text) is said
