"""Units of measure as policy documents print them, and what each is worth in the base unit of its kind."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from corpus.text import fold


class Sort(StrEnum):
    """What a unit measures: decides how a figure reads and what it may be compared with."""

    COUNT = "count"
    MEASURE = "measure"
    RATIO = "ratio"
    MONEY = "money"


class Unit(NamedTuple):
    """A unit: the base unit it is led back to, how many of them it is, and its sort."""

    base: str
    factor: Decimal
    sort: Sort


_MEASURES: dict[str, dict[str, str]] = {
    "千瓦": {"千瓦": "1", "kW": "1", "KW": "1", "kw": "1", "兆瓦": "1000", "MW": "1000", "吉瓦": "1e6", "GW": "1e6"}
    | {"瓦": "0.001", "W": "0.001"},
    "千瓦时": {"千瓦时": "1", "千瓦·时": "1", "kWh": "1", "度": "1", "兆瓦时": "1000", "MWh": "1000"}
    | {"吉瓦时": "1e6", "GWh": "1e6", "太瓦时": "1e9", "TWh": "1e9"},
    "吨标准煤": {"吨标准煤": "1", "吨标煤": "1", "千克标准煤": "0.001", "公斤标准煤": "0.001", "克标准煤": "1e-6"},
    "吨二氧化碳": {"吨二氧化碳当量": "1", "吨二氧化碳": "1", "吨CO₂": "1", "吨CO2": "1", "千克二氧化碳": "0.001"},
    "吨": {"吨": "1", "公斤": "0.001", "千克": "0.001", "克": "1e-6", "毫克": "1e-9", "微克": "1e-12", "斤": "0.0005"},
    "立方米": {"立方米": "1", "m³": "1", "m3": "1", "方": "1", "升": "0.001", "毫升": "1e-6"},
    "平方米": {"平方米": "1", "平米": "1", "m²": "1", "m2": "1"},
    "亩": {"亩": "1", "公顷": "15", "平方公里": "1500", "平方千米": "1500", "km²": "1500"},
    "公里": {"公里": "1", "千米": "1", "km": "1", "里": "0.5", "米": "0.001", "厘米": "1e-5", "毫米": "1e-6"},
    "小时": {"小时": "1", "分钟": "0.0166666667", "秒": "0.000277777778"},
    "兆": {"兆": "1", "Mbps": "1", "Gbps": "1000"},
    "台套": {"台套": "1", "台（套）": "1", "台(套)": "1"},
    "标准箱": {"标准箱": "1", "标箱": "1", "TEU": "1"},
    "分贝": {"分贝": "1"},
    "摄氏度": {"摄氏度": "1", "℃": "1"},
}
_RATIOS = {"%": "%", "％": "%", "个百分点": "百分点", "百分点": "百分点", "‰": "‰", "倍": "倍", "个基点": "基点"}
_MONEY = {"元": "元", "人民币": "元", "美元": "美元", "港元": "港元", "欧元": "欧元"}
_COUNTERS = (
    *("家", "个", "项", "名", "人次", "人", "处", "座", "台", "套", "辆", "艘", "架", "条", "所", "户", "件", "篇"),
    *("门", "株", "棵", "栋", "幢", "间", "张", "床", "场次", "场", "批次", "支", "种", "类", "片", "口", "只"),
    *("头", "组", "对", "列"),
)
_NEVER_SPELLED = frozenset({"方", "度", "升", "斤", "克", "米", "分钟", "W", "m3", "摄氏度", "℃"})
_NOT_BEHIND = {"个": "(?!月|工作日|小时|自然日|百分点|基点|学期)", "人": "(?!民|员|才)", "条": "(?!例)", "台": "(?!账)"}
_NOT_BEHIND |= {
    "列": "(?![入为举出席])",
    "门": "(?!类)",
    "口": "(?!岸|径)",
    "里": "(?!程|面)",
    "方": "(?![案式面向法])",
    "度": "(?!假|量)",
}

UNITS: dict[str, Unit] = {
    **{
        name: Unit(base, Decimal(factor), Sort.MEASURE)
        for base, names in _MEASURES.items()
        for name, factor in names.items()
    },
    **{name: Unit(base, Decimal(1), Sort.RATIO) for name, base in _RATIOS.items()},
    **{name: Unit(base, Decimal(1), Sort.MONEY) for name, base in _MONEY.items()},
    **{name: Unit(name, Decimal(1), Sort.COUNT) for name in _COUNTERS},
}

MULTIPLIERS: dict[str, Decimal] = {
    name: Decimal(10) ** zeros
    for zeros, name in enumerate(
        ("", "十", "百", "千", "万", "十万", "百万", "千万", "亿", "十亿", "百亿", "千亿", "万亿")
    )
    if name
}


def _alternatives(names: list[str]) -> str:
    guarded = (re.escape(name) + _NOT_BEHIND.get(name, "") for name in sorted(names, key=len, reverse=True))
    return "|".join(guarded)


MULTIPLIER = "|".join(sorted(MULTIPLIERS, key=len, reverse=True))
ANY_UNIT = _alternatives(list(UNITS))
MEASURE_UNIT = _alternatives(
    [name for name, unit in UNITS.items() if unit.sort is Sort.MEASURE and name not in _NEVER_SPELLED]
)
"""Units of measure that stand behind a round number in Chinese: 万亩, 百万吨级."""
PER = rf"\s*[/／]\s*(?:(?:{MULTIPLIER})??(?:{ANY_UNIT}|年|天|日|月|百公里))"


def unit_of(printed: str) -> Unit:
    """The unit a printed one stands for; one with a denominator keeps it as printed (吨标准煤/万元)."""
    name, slash, denominator = printed.replace("／", "/").partition("/")
    name = "".join(name.split())
    if not slash:
        return UNITS[name]
    return Unit(f"{name}/{fold(denominator)}", Decimal(1), Sort.MEASURE)
