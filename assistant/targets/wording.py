"""The words of tables of targets, in Chinese and English: columns, and what stands for closed sets."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.targets.models import Agreement, TargetRow
from corpus.facts.models import Bound, Direction, Measure


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
    parts = [words.striven if row.aspired else "", against, words.directions[row.direction], row.printed]
    return (" " if words is ENGLISH else "").join(part for part in parts if part)


def name_text(row: TargetRow) -> str:
    """Whose, and of what."""
    return f"{row.subject} {row.indicator}".strip()
