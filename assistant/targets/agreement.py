"""Doubles and contradictions: rows of one place on one thing, that say the same or something else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from assistant.targets.likeness import Gathering, core, holds, subject_core
from assistant.targets.models import Agreement, TargetRow

ALIKE = 0.8
"""Names so like one another are those of one thing."""

_Value = tuple[float, float, str]


def compared(rows: Sequence[TargetRow]) -> tuple[TargetRow, ...]:
    """The rows with their groups numbered and marked; the order stays."""
    marked = list(rows)
    groups = sorted(group for group in _groups(rows) if len(group) > 1)
    for number, group in enumerate(groups, start=1):
        differs = len({_value(rows[i]) for i in group}) > 1
        for i in group:
            agreement = Agreement.DIFFERS if differs else Agreement.SAME
            marked[i] = rows[i].model_copy(update={"agreement": agreement, "group": number})
    return tuple(marked)


def _groups(rows: Sequence[TargetRow]) -> Iterator[list[int]]:
    """Rows by place, unit, direction and subject, then by thing, then by year."""
    shelves: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, row in enumerate(rows):
        shelves[row.place, row.unit, row.direction, subject_core(row.subject)].append(i)
    for shelf in shelves.values():
        gathering = Gathering(ALIKE)
        things: dict[int, list[int]] = defaultdict(list)
        for i in shelf:
            things[gathering.thing(core(rows[i].indicator))].append(i)
        groups = [group for thing in things.values() for group in _by_year(rows, thing)]
        yield from _under_longer_names(rows, groups)


def _by_year(rows: Sequence[TargetRow], thing: Iterable[int]) -> list[list[int]]:
    """Rows of one thing by base year and year; a row without one goes to its like, or to the only year there is."""
    dated: dict[tuple[int | None, int | None], list[int]] = defaultdict(list)
    undated: list[int] = []
    for i in thing:
        if rows[i].year:
            dated[rows[i].base_year, rows[i].year].append(i)
        else:
            undated.append(i)
    groups = list(dated.values())
    for i in undated:
        same = next((group for group in groups if _value(rows[i]) in {_value(rows[j]) for j in group}), None)
        only = groups[0] if len(groups) == 1 and rows[groups[0][0]].base_year == rows[i].base_year else None
        home = same or only
        if home is None:
            groups.append([i])
        else:
            home.append(i)
    return groups


def _under_longer_names(rows: Sequence[TargetRow], groups: list[list[int]]) -> Iterator[list[int]]:
    """Groups whose one value and year are equal are one where one name ends in the other."""
    merged: set[int] = set()
    by_value: dict[_Value, list[int]] = defaultdict(list)
    for at, group in enumerate(groups):
        if len({_value(rows[i]) for i in group}) == 1:
            by_value[_value(rows[group[0]])].append(at)
    for places in by_value.values():
        for one, other in combinations(places, 2):
            first, second = rows[groups[one][0]], rows[groups[other][0]]
            longer, shorter = sorted((core(first.indicator), core(second.indicator)), key=len, reverse=True)
            years = {row.year for row in (first, second) if row.year}
            if one not in merged and other not in merged and len(years) < 2 and holds(longer, shorter):
                groups[one] = sorted((*groups[one], *groups[other]))
                merged.add(other)
    yield from (sorted(group) for at, group in enumerate(groups) if at not in merged)


def _value(row: TargetRow) -> _Value:
    return row.low, row.high, row.bound
