"""Which rows of a table may be set side by side in a plot: one thing, one unit, one kind, several places or years."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from assistant.targets.likeness import core, likeness, same_subject
from assistant.targets.models import TargetRow
from corpus.facts.models import Direction

_COMPARABLE = 0.7
"""Likeness of names across places; documents of two places seldom use one name."""

_NO_SCALE = frozenset({"", "年"})
"""Units without amounts: dates, and what falls to none."""


class Series(NamedTuple):
    """Rows that measure one thing, in the order of the table."""

    name: str
    unit: str
    rows: tuple[TargetRow, ...]


def comparable(rows: Sequence[TargetRow]) -> tuple[Series, ...]:
    """The series of at least two places or years, the longest first; what is said twice stands once."""
    groups: list[list[TargetRow]] = []
    for row in rows:
        if row.unit in _NO_SCALE:
            continue
        home = next((group for group in groups if _comparable(row, group[0])), None)
        if home is None:
            groups.append([row])
        elif not any(_said_again(row, other) for other in home):
            home.append(row)
    found = [group for group in groups if len({(row.place, row.year) for row in group}) > 1]
    found.sort(key=lambda group: -len(group))
    return tuple(Series(min((row.indicator for row in group), key=len), group[0].unit, tuple(group)) for group in found)


def _comparable(one: TargetRow, other: TargetRow) -> bool:
    if (one.unit, one.direction, one.measure) != (other.unit, other.direction, other.measure):
        return False
    if one.direction is not Direction.LEVEL and one.base_year != other.base_year:
        return False
    alike = likeness(core(one.indicator), core(other.indicator)) >= _COMPARABLE
    return alike and same_subject(one.subject, other.subject)


def _said_again(one: TargetRow, other: TargetRow) -> bool:
    same = (one.place, one.low, one.high) == (other.place, other.low, other.high)
    return same and (one.year == other.year or not one.year)
