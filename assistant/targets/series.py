"""Which rows of a table may be set side by side in a plot: one thing, one unit, one kind, several places or years."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from assistant.targets.likeness import Gathering, core, subject_core
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
    gatherings: dict[tuple[object, ...], Gathering] = defaultdict(lambda: Gathering(_COMPARABLE))
    groups: dict[tuple[object, ...], list[TargetRow]] = defaultdict(list)
    said: dict[tuple[object, ...], set[int | None]] = defaultdict(set)
    for row in rows:
        if row.unit in _NO_SCALE:
            continue
        base = None if row.direction is Direction.LEVEL else row.base_year
        kind = (row.unit, row.direction, row.measure, base, subject_core(row.subject))
        thing = (*kind, gatherings[kind].thing(core(row.indicator)))
        years = said[*thing, row.place, row.low, row.high]
        if row.year not in years and (row.year or not years):
            years.add(row.year)
            groups[thing].append(row)
    found = [group for group in groups.values() if len({(row.place, row.year) for row in group}) > 1]
    found.sort(key=lambda group: -len(group))
    return tuple(Series(min((row.indicator for row in group), key=len), group[0].unit, tuple(group)) for group in found)
