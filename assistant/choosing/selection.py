"""Which stretches a page has room for: greedy choice for a concave gain, a length that may not be passed.

Each stretch belongs to groups (its document, section, clause); what a group adds grows
ever more slowly with what is already taken from it, and words that are said already
add nothing (after Lin and Bilmes, 2011). Gains only fall while the page fills, so the
next best is found without looking at all of them again.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from assistant.finding.rarity import Rarity, pairs

FRESH = 0.55
"""Share of a stretch's words, by weight, that must be new to its scope; below it, the stretch repeats."""

AGAIN = 0.3
"""... where there is room left: penalties of one law are worded alike, and each is another."""

COST_POWER = 0.85
"""How strongly length counts against a stretch: 1 prefers short ones outright."""

SPENT = 8
"""Characters that a stretch costs beside its own: a short one is not cheap, since it interrupts."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A stretch to choose from: `groups` with their exponents, and the `scope` within which it must not repeat."""

    text: str
    worth: float
    length: int
    groups: tuple[tuple[str, float], ...] = ()
    scope: str = ""
    words: frozenset[str] = field(default=frozenset(), compare=False)

    @classmethod
    def of(
        cls, text: str, worth: float, length: int, groups: tuple[tuple[str, float], ...] = (), scope: str = ""
    ) -> Choice:
        return cls(text, worth, length, groups, scope, frozenset(pairs(text)))


def select(
    choices: Sequence[Choice],
    budget: int,
    rarity: Rarity,
    opening: Mapping[str, int] | None = None,
    first: Sequence[int] = (),
) -> list[int]:
    """The places in `choices` of those worth most that fit into `budget` visible characters, in order of choice.

    `opening` gives what the first stretch of a group costs beside its length: a heading, a label.
    Those of `first` go in before all others, as far as there is room.
    """
    selection = _Selection(choices, rarity, dict(opening or {}))
    chosen: list[int] = []
    for at in first:
        if (cost := selection.cost(at)) <= budget:
            budget -= cost
            selection.take(at)
            chosen.append(at)
    for least in (FRESH, AGAIN):
        budget = _fill(selection, chosen, budget, least)
    return chosen


def _fill(selection: _Selection, chosen: list[int], budget: int, least: float) -> int:
    """Takes what gains most, as long as `least` of its words are new and there is room; the room that is left."""
    heap = [(-selection.gain(at, least), at) for at in range(len(selection)) if at not in chosen]
    heapq.heapify(heap)
    while heap:
        value, at = heapq.heappop(heap)
        if value >= 0:
            break
        now = selection.gain(at, least)
        if heap and -now > heap[0][0]:
            if now > 0:
                heapq.heappush(heap, (-now, at))
            continue
        cost = selection.cost(at)
        if now <= 0 or cost > budget:
            continue
        budget -= cost
        selection.take(at)
        chosen.append(at)
    return budget


class _Selection:
    """What has been taken so far, by group, and said so far, by scope."""

    def __init__(self, choices: Sequence[Choice], rarity: Rarity, opening: dict[str, int]) -> None:
        self._choices = choices
        self._rarity = rarity
        self._opening = opening
        self._taken: dict[str, float] = {}
        self._said: dict[str, set[str]] = {}
        self._weights = [rarity.weigh(choice.words) or 1.0 for choice in choices]

    def cost(self, at: int) -> int:
        choice = self._choices[at]
        return choice.length + sum(
            self._opening.get(group, 0) for group, _ in choice.groups if group not in self._taken
        )

    def __len__(self) -> int:
        return len(self._choices)

    def gain(self, at: int, least: float) -> float:
        choice = self._choices[at]
        fresh = self._fresh(at)
        if fresh < least:
            return 0.0
        worth: float = choice.worth * fresh
        for group, power in choice.groups:
            taken = self._taken.get(group, 0.0)
            worth *= ((taken + choice.worth) ** power - taken**power) / choice.worth**power if choice.worth else 0.0
        cost: float = (choice.length + SPENT) ** COST_POWER
        return worth / cost

    def take(self, at: int) -> None:
        choice = self._choices[at]
        self._said.setdefault(choice.scope, set()).update(choice.words)
        for group, _ in choice.groups:
            self._taken[group] = self._taken.get(group, 0.0) + choice.worth

    def _fresh(self, at: int) -> float:
        choice = self._choices[at]
        said = self._said.get(choice.scope)
        if not said:
            return 1.0
        return self._rarity.weigh(choice.words - said) / self._weights[at]
