"""Differences and sums: reckoned from figures that stand in the documents, with both of them cited.

Only where both figures are single ones of the same unit; a range or another unit is
shown and left to the reader.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from assistant.finding.rarity import pairs
from assistant.statements import Ground, Statement
from assistant.understanding.query import Asked
from corpus.text import fold


class Operation(Enum):
    DIFFERENCE = "相差"
    SUM = "合计"


_ASKED = (
    (
        Operation.DIFFERENCE,
        re.compile(
            r"相差|差(?:了)?(?:多少|几)|差距(?:是|有)?多|(?<![降提减增缩扩加升调])(?:多|高|少|低|大|小|快|慢|松|严|宽)(?:出|了)?(?:多少|几)|"
            r"比[^，？]{1,24}(?:多|高|少|低)[一-龥]{0,4}(?:多少|几)"
        ),
    ),
    (Operation.SUM, re.compile(r"合计|总计|共计|加起来|(?:一共|总共|总数|之和)[^，？]{0,16}(?:多少|几)")),
)
_UNITS = (
    r"%|个?百分点|万千瓦时|亿千瓦时|万千瓦|千瓦|MW|GW|亿元|万元|元|万吨|吨|公里|平方米|万亩|亩|万人次|人次|万人|人|名|万户|户|"
    r"万辆|辆|家|个|项|座|支|台|批|所|处|条|件|倍|岁|天|日|个月|年|小时"
)
FIGURE = re.compile(rf"(?<![\d.])(\d+(?:\.\d+)?)\s*({_UNITS})(以上|以下|左右|以内)?", re.IGNORECASE)
"""A number, its unit and a bound behind it; a number is whole or decimal."""

_GAP_IN = re.compile(rf"(?:差|差距|[多高少低大小])(?:出|了)?(?:多少|几)({_UNITS})", re.IGNORECASE)
_RANGE = re.compile(r"\d\s*[-—–~～至到]+\s*\d")
_YEAR = re.compile(r"(?:19|20)\d\d\s*年")
_PART = re.compile(r"(?<=[，；。：])|(?<=[,;])(?!\d)")


@dataclass(frozen=True, slots=True)
class _Operand:
    """One figure, as printed, of one document."""

    label: str
    value: Decimal
    unit: str
    printed: str
    bound: str
    grounds: tuple[Ground, ...]


def operation(text: str) -> Operation | None:
    """What a question wants reckoned, if anything."""
    return next((kind for kind, pattern in _ASKED if pattern.search(text)), None)


def reckoned(asked: Asked, said: Sequence[Statement]) -> Statement | None:
    """The difference or sum of the figures that the statements give; None where they give none of one unit."""
    kind = operation(asked.text)
    found = [operand for one in said if one.lead and (operand := _operand(asked, one))]
    if kind is None or len(found) < 2 or (kind is Operation.DIFFERENCE and len(found) > 2):
        return None
    if len({one.unit.lower() for one in found}) > 1:
        return None
    values = [one.value for one in found]
    result = max(values) - min(values) if kind is Operation.DIFFERENCE else sum(values, Decimal(0))
    unit = "个百分点" if kind is Operation.DIFFERENCE and found[0].unit == "%" else found[0].unit
    listed = "，".join(f"{one.label}{one.printed}" for one in found)
    bounds = "（按所写数字计）" if any(one.bound for one in found) else ""
    text = f"{listed}，{kind.value}{_plain(result)}{unit}{bounds}。"
    return Statement(
        text, tuple(ground for one in found for ground in one.grounds), reckoned=f"{kind.value}{_plain(result)}{unit}"
    )


def no_gap(asked: Asked, said: Sequence[Statement]) -> bool:
    """Is a difference asked for in a unit (差多少万吨; 与3500万千瓦相差多少) in which not both sides give a figure?"""
    units = {_unit(one[2]) for one in FIGURE.finditer(_YEAR.sub(" ", fold(asked.text)))}
    units |= {_unit(one[1]) for one in _GAP_IN.finditer(asked.text)}
    if operation(asked.text) is not Operation.DIFFERENCE or len(units) != 1:
        return False
    giving = {
        one.lead
        for one in said
        if any(_unit(figure[2]) in units for figure in FIGURE.finditer(_YEAR.sub(" ", fold(one.text))))
    }
    return len(giving) < 2


def _unit(printed: str) -> str:
    """Percent and percentage points are of one kind."""
    return "%" if "百分点" in printed else printed.lower()


def _operand(asked: Asked, statement: Statement) -> _Operand | None:
    """The figure of the part of a statement that is nearest to the question."""
    want = pairs(f"{asked.topic} {asked.expansions}")
    parts = [part for part in _PART.split(_YEAR.sub(" ", fold(statement.text))) if FIGURE.search(part)]
    best = max(parts, key=lambda part: len(want & pairs(part)), default="")
    found = list(FIGURE.finditer(best))
    if len(found) != 1 or _RANGE.search(best):
        return None
    number, unit, bound = found[0].groups()
    return _Operand(statement.lead, Decimal(number), unit, found[0].group(), bound or "", statement.grounds)


def _plain(value: Decimal) -> str:
    return format(value.normalize(), "f")
