"""Which units of several documents are about the same topic.

Two units belong together where each is the other's best match in its document and
they are alike enough; what hangs together that way is one topic.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from assistant.contrast.units import Likeness, Unit
from assistant.finding.rarity import Rarity
from assistant.understanding.naming import longest_common

ALIKE = 0.2
"""Likeness from which two units that are each other's best are about the same."""

SURE = 0.34
"""Likeness from which a unit joins a topic without being another's best."""

_LABEL_LEAST = 3
_EDGES = re.compile(r"^[的和与及、，在]+|[的和与及、，在]+$")


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic: its name, and what each document says of it."""

    label: str
    units: tuple[Unit, ...]

    def of(self, document_id: str) -> tuple[Unit, ...]:
        return tuple(unit for unit in self.units if unit.document.id == document_id)

    @property
    def documents(self) -> int:
        return len({unit.document.id for unit in self.units})


def align(documents: Sequence[Sequence[Unit]], rarity: Rarity) -> list[Topic]:
    """The topics of some documents, those of several documents first, each in the order of the documents."""
    groups = _Groups([unit for units in documents for unit in units])
    links: list[tuple[float, int, int]] = []
    starts = [sum(len(units) for units in documents[:at]) for at in range(len(documents))]
    likeness = Likeness(rarity)
    for (first, one), (second, other) in combinations(zip(starts, documents, strict=True), 2):
        links += _links(one, other, first, second, likeness)
    for _, a, b in sorted(links, reverse=True):
        groups.join(a, b)
    found = [Topic(_label(units), tuple(units)) for units in groups.all()]
    return sorted(found, key=lambda topic: topic.documents < 2)


def _links(
    one: Sequence[Unit], other: Sequence[Unit], first: int, second: int, likeness: Likeness
) -> list[tuple[float, int, int]]:
    values = [[likeness.of(a, b) for b in other] for a in one]
    found: list[tuple[float, int, int]] = []
    for at, row in enumerate(values):
        if not row:
            continue
        best = max(range(len(row)), key=row.__getitem__)
        mutual = max(range(len(values)), key=lambda i: values[i][best]) == at
        if row[best] >= (ALIKE if mutual else SURE):
            found.append((row[best], first + at, second + best))
    return found


class _Groups:
    """Units that were joined; a group takes at most `ROOM` of one document, so that topics stay apart."""

    ROOM = 2

    def __init__(self, units: Sequence[Unit]) -> None:
        self._units = units
        self._group = list(range(len(units)))

    def join(self, one: int, other: int) -> None:
        a, b = self._group[one], self._group[other]
        if a == b:
            return
        members = [at for at, group in enumerate(self._group) if group in (a, b)]
        counts: dict[str, int] = {}
        for at in members:
            id = self._units[at].document.id
            counts[id] = counts.get(id, 0) + 1
        if max(counts.values()) <= self.ROOM:
            for at in members:
                self._group[at] = min(a, b)

    def all(self) -> list[list[Unit]]:
        found: dict[int, list[Unit]] = {}
        for at, group in enumerate(self._group):
            found.setdefault(group, []).append(self._units[at])
        return list(found.values())


def _label(units: Sequence[Unit]) -> str:
    """What the headings have in common, else the first of them; for articles, what their words have in common."""
    headings = [unit.label for unit in units if unit.label]
    if headings:
        common = headings[0]
        for heading in headings[1:]:
            common = longest_common(common, heading)
        common = _EDGES.sub("", common)
        return common if len(common) >= _LABEL_LEAST and len(headings) > 1 else headings[0]
    texts = [unit.clauses[0].text for unit in units]
    common = texts[0]
    for text in texts[1:]:
        common = max(re.split(r"[，。；：、（）\s]", longest_common(common, text)), key=len)
    common = _EDGES.sub("", common)
    return common if len(units) > 1 and _LABEL_LEAST <= len(common) <= 16 else units[0].clauses[0].path[-1]
