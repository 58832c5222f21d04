"""A unit that the question names must be the figure's unit; a price for one of something is told for one."""

from __future__ import annotations

import pytest

from assistant.answerable.units_asked import in_unit_asked, price_asked, unit_in_brackets
from assistant.understanding.wanted import Wanted, wants


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("电池能量密度指标（Wh/kg）", "Wh/kg"),
        ("供热价格（单位：元/平方米）是多少？", "元/平方米"),
        ("光伏装机目标（万千瓦）", "万千瓦"),
        ("试点（第二批）", ""),
        ("电能利用效率（PUE）", ""),
    ],
)
def test_what_stands_in_brackets_at_the_end_may_be_a_unit(question: str, unit: str) -> None:
    assert unit_in_brackets(question) == unit


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("能量密度（Wh/kg）", "电芯能量密度达到300瓦时/千克。", True),
        ("能量密度（Wh/kg）", "循环寿命达到6000次以上。", False),
        ("储氢压力（MPa）", "研发70兆帕储氢瓶。", True),
        ("储氢压力（MPa）", "建成3座加氢站，日加氢500公斤。", False),
        ("热价（元/吉焦）", "每吉焦不高于35元。", True),
        ("热价（元/吉焦）", "年供热量不低于5万吉焦，补助20万元。", False),
    ],
)
def test_a_number_in_the_unit_in_brackets_is_told(question: str, text: str, told: bool) -> None:
    needed = in_unit_asked(question)
    assert needed is not None
    assert bool(needed.search(text)) is told


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("供暖每平方米收多少钱？", "按建筑面积每平方米每月5.5元收取。", True),
        ("供暖每平方米收多少钱？", "供热面积超过3000万平方米，补助200万元。", False),
        ("放一度电补多少钱？", "按放电量给予0.2元/千瓦时补贴。", True),
        ("多少钱一吨？", "每吨标准煤奖励300元。", True),
        ("评审费每人每天多少钱？", "每人每天500元。", True),
        ("评审费每人每天多少钱？", "单个项目拨款1000万元。", False),
        ("一度电补贴多少钱", "装机10万千瓦的给予100万元奖励。", False),
        ("护工一天补多少钱？", "护理人员每人每天补助80元。", True),
        ("护工一天补多少钱？", "服务费减半收取。", False),
    ],
)
def test_a_price_is_told_for_one_of_what_it_is_asked_for(question: str, text: str, told: bool) -> None:
    needed = price_asked(question)
    assert needed is not None
    assert bool(needed.search(text)) is told
    assert wants(question) is Wanted.MONEY


@pytest.mark.parametrize("question", ["每吨煤能发几度电？", "一方面有什么要求？", "供热面积多少平方米？"])
def test_no_price_is_asked_without_a_word_for_paying(question: str) -> None:
    assert price_asked(question) is None
