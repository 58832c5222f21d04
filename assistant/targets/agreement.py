"""Doubles and contradictions: rows of one place on one thing, that say the same or something else."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.targets.likeness import alike, core, holds, same_subject
from assistant.targets.models import Agreement, TargetRow
from corpus.facts.models import Direction


def compared(rows: Sequence[TargetRow]) -> tuple[TargetRow, ...]:
    """The rows with their groups numbered and marked; the order stays."""
    groups: list[list[int]] = []
    for i, row in enumerate(rows):
        home = next((group for group in groups if any(_on_one_thing(row, rows[j]) for j in group)), None)
        if home is None:
            groups.append([i])
        else:
            home.append(i)
    marked = list(rows)
    number = 0
    for group in groups:
        if len(group) == 1:
            continue
        number += 1
        differs = len({_value(rows[i]) for i in group}) > 1
        for i in group:
            agreement = Agreement.DIFFERS if differs else Agreement.SAME
            marked[i] = rows[i].model_copy(update={"agreement": agreement, "group": number})
    return tuple(marked)


def _on_one_thing(one: TargetRow, other: TargetRow) -> bool:
    """One place, one unit, one thing, and years that do not part them; other words only where the value is one."""
    if (one.place, one.unit, one.direction) != (other.place, other.unit, other.direction):
        return False
    if one.year and other.year and one.year != other.year:
        return False
    if (one.base_year or other.base_year) != (other.base_year or one.base_year):
        return False
    if not same_subject(one.subject, other.subject):
        return False
    name, other_name = core(one.indicator), core(other.indicator)
    if alike(name, other_name):
        # A year that is missing on one side proves nothing about a figure that has several.
        return _value(one) == _value(other) or one.year == other.year or one.direction is Direction.LEVEL
    longer, shorter = sorted((name, other_name), key=len, reverse=True)
    return _value(one) == _value(other) and holds(longer, shorter)


def _value(row: TargetRow) -> tuple[float, float, str]:
    return row.low, row.high, row.bound
