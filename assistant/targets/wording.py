"""The words of tables of targets, in Chinese and English: columns, and what stands for closed sets."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.targets.models import Agreement, TargetRow
from corpus.facts.models import Bound, Direction, Measure

NO_MEASURE = "—"
"""Stands where a figure is neither stock nor flow: a date, the size of a change."""

_RATE = re.compile(r"(?:增长|增|减排|减|降低|下降|降)[率幅速]$")
_BOUND = re.compile(r"[以之][上下内]|左右|上下|[约近超多余不]|至[少多]|突破|[低高少小大]于|控制|压减")
_BOUNDS = frozenset({Bound.AT_LEAST, Bound.AT_MOST, Bound.ABOUT})


@dataclass(frozen=True, slots=True)
class TableWords:
    """One language of a table of targets."""

    title: str
    subject: str
    indicator: str
    value: str
    low: str
    high: str
    unit: str
    bound: str
    year: str
    base_year: str
    place: str
    measure: str
    check: str
    printed: str
    quote: str
    document: str
    number: str
    date: str
    clause: str
    no_year: str
    bounds: dict[Bound, str]
    directions: dict[Direction, str]
    measures: dict[Measure, str]
    agreements: dict[Agreement, str]
    against: str
    striven: str


CHINESE = TableWords(
    title="目标任务量化指标表",
    subject="主体",
    indicator="指标",
    value="目标值",
    low="数值",
    high="数值上限",
    unit="单位",
    bound="限定",
    year="目标年份",
    base_year="基期年份",
    place="地区",
    measure="口径",
    check="核对",
    printed="原文写法",
    quote="原文",
    document="文件",
    number="发文字号",
    date="成文日期",
    clause="条款",
    no_year="未写明",
    bounds={
        Bound.EXACT: "",
        Bound.AT_LEAST: "以上",
        Bound.AT_MOST: "以下",
        Bound.ABOUT: "左右",
        Bound.ORDER: "量级",
    },
    directions={Direction.LEVEL: "", Direction.RISE: "提高", Direction.FALL: "下降"},
    measures={Measure.STOCK: "存量", Measure.FLOW: "增量"},
    agreements={Agreement.ALONE: "", Agreement.SAME: "重复", Agreement.DIFFERS: "不一致"},
    against="比{year}年",
    striven="力争",
)
ENGLISH = TableWords(
    title="Quantified targets",
    subject="Whose",
    indicator="Indicator",
    value="Target",
    low="Value",
    high="Upper end",
    unit="Unit",
    bound="Bound",
    year="Year",
    base_year="Base year",
    place="Place",
    measure="Kind",
    check="Check",
    printed="As printed",
    quote="Words of the document",
    document="Document",
    number="Document number",
    date="Date",
    clause="Clause",
    no_year="none set",
    bounds={
        Bound.EXACT: "",
        Bound.AT_LEAST: "at least",
        Bound.AT_MOST: "at most",
        Bound.ABOUT: "about",
        Bound.ORDER: "order of",
    },
    directions={Direction.LEVEL: "", Direction.RISE: "up", Direction.FALL: "down"},
    measures={Measure.STOCK: "stock", Measure.FLOW: "flow"},
    agreements={Agreement.ALONE: "", Agreement.SAME: "repeated", Agreement.DIFFERS: "differs"},
    against="against {year}",
    striven="striven for",
)


def table_words(language: str) -> TableWords:
    """The words of a language: zh or en."""
    return ENGLISH if language == "en" else CHINESE


def value_text(row: TargetRow, words: TableWords) -> str:
    """The figure as people read it: 比2020年下降18%, 力争20%左右."""
    against = words.against.format(year=row.base_year) if row.base_year else ""
    direction = "" if _RATE.search(row.indicator) else words.directions[row.direction]
    parts = [words.striven if row.aspired else "", against, direction, _whole(row)]
    return (" " if words is ENGLISH else "").join(part for part in parts if part)


def measure_text(row: TargetRow, words: TableWords) -> str:
    """Stock or flow, where the figure is an amount that is one of them."""
    dated = row.unit in ("", "年")
    return NO_MEASURE if dated or row.direction is not Direction.LEVEL else words.measures[row.measure]


def named_only(row: TargetRow) -> bool:
    """Is the figure a part of a name, so that it is no amount: 百里风貌带, but not 百万吨级?"""
    return row.bound is Bound.ORDER and "级" not in row.printed


def name_text(row: TargetRow) -> str:
    """Whose, and of what."""
    return f"{row.subject} {row.indicator}".strip()


def _whole(row: TargetRow) -> str:
    """The printed figure, with what an enumeration prints for its last alone: 0.3吨、0.4吨标准煤/万元以下."""
    printed = row.printed.rstrip()
    for size in range(len(row.unit) - 1, 0, -1):
        if printed.endswith(row.unit[:size]):
            printed += row.unit[size:]
            break
    bound = row.unit != "年" and row.bound in _BOUNDS and not _BOUND.search(row.printed)
    return f"{printed}{CHINESE.bounds[row.bound]}" if bound else printed
