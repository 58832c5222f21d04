"""Figures in running text: value in base units, and how they bind."""

from __future__ import annotations

import pytest

from corpus.facts.figures import figures
from corpus.facts.models import Bound


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "bound"),
    [
        ("装机达3500万千瓦", 35_000_000, 35_000_000, "千瓦", Bound.EXACT),
        ("装机达到 500MW", 500_000, 500_000, "千瓦", Bound.EXACT),
        ("规模达到10GW以上", 10_000_000, 10_000_000, "千瓦", Bound.AT_LEAST),
        ("年供气能力20亿立方米", 2e9, 2e9, "立方米", Bound.EXACT),
        ("突破1000亿元", 1e11, 1e11, "元", Bound.AT_LEAST),
        ("提高3个百分点", 3, 3, "百分点", Bound.EXACT),
        ("下降１８%".replace("１８", "18"), 18, 18, "%", Bound.EXACT),
        ("百分之二十点五", 20.5, 20.5, "%", Bound.EXACT),
        ("打造5—8 个集群", 5, 8, "个", Bound.EXACT),
        ("争创1-2 家", 1, 2, "家", Bound.EXACT),
        ("10%-15%左右", 10, 15, "%", Bound.ABOUT),
        ("3万—5万吨", 30_000, 50_000, "吨", Bound.EXACT),
        ("5000万—1亿元", 5e7, 1e8, "元", Bound.EXACT),
        ("不低于 50%", 50, 50, "%", Bound.AT_LEAST),
        ("不高于1.6%", 1.6, 1.6, "%", Bound.AT_MOST),
        ("不超过5万吨", 50_000, 50_000, "吨", Bound.AT_MOST),
        ("超过 43%", 43, 43, "%", Bound.AT_LEAST),
        ("控制在35微克/立方米", 35, 35, "微克/立方米", Bound.AT_MOST),
        ("1,200多家", 1200, 1200, "家", Bound.AT_LEAST),
        ("百 MW 级储能", 100_000, 100_000, "千瓦", Bound.ORDER),
        ("百千瓦级发电", 100, 100, "千瓦", Bound.ORDER),
        ("千万千瓦级基地", 10_000_000, 10_000_000, "千瓦", Bound.ORDER),
        ("万亩示范区", 10_000, 10_000, "亩", Bound.ORDER),
        ("30公顷", 450, 450, "亩", Bound.EXACT),
        ("四大应用场景", 4, 4, "大", Bound.EXACT),
    ],
)
def test_a_figure_is_led_back_to_its_base_unit(text: str, low: float, high: float, unit: str, bound: Bound) -> None:
    (figure,) = figures(text)
    quantity = figure.quantity
    assert (quantity.low, quantity.high, quantity.unit, quantity.bound) == (low, high, unit, bound)
    assert quantity.printed == figure.span.of(text)


@pytest.mark.parametrize(
    "text",
    [
        "2022—2030年",
        "第12条",
        "G308 国道",
        "500kV 先行站",
        "CO2",
        "3个月内",
        "国发〔2021〕23号",
        "十方公司",
        "数百万吨",
        "5G网络",
    ],
)
def test_dates_names_and_ordinals_are_no_figures(text: str) -> None:
    assert figures(text) == ()


def test_the_last_unit_of_an_enumeration_holds_for_all() -> None:
    units = [(one.quantity.unit, one.quantity.bound) for one in figures("分别降至0.3吨、0.4吨标准煤/万元以下")]
    assert units == [("吨标准煤/万元", Bound.AT_MOST)] * 2


@pytest.mark.parametrize("text", ["培育百亿级企业5家", "年营业收入超10亿元企业5家", "培育5家百亿级企业"])
def test_a_figure_that_describes_what_is_counted_is_left_out(text: str) -> None:
    assert [one.quantity.unit for one in figures(text)] == ["家"]
