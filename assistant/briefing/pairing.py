"""What two documents both speak of, stretch beside stretch: how one carries on the other.

Two stretches belong together by a theme that both speak of, or by rare words that both
print. A theme is taken once, and words that have brought one couple together bring no
other, so that the page goes on to what else they share.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.briefing.runs import Run
from assistant.briefing.topics import Theme, themes
from assistant.finding.rarity import Rarity, fold_case, pairs
from corpus.text import visible_length

RARE = 0.45
"""Weight from which a character pair says that two stretches speak of one thing."""

NAMED = 0.8
"""What the rare words that two stretches share must weigh together where no theme joins them."""

OFFERED = 10
"""Stretches of each document that are looked at for a theme."""

ALIKE = 0.5
"""What the rare words that two stretches share add to their worth."""

SPENT = 12
"""Characters that a couple costs beside its own, for the names in front."""

POWER = 0.9
"""How strongly length counts against a couple."""


@dataclass(frozen=True, slots=True)
class Couple:
    """A run of each of two documents, the theme that joins them, and what they are worth side by side."""

    one: Run
    other: Run
    theme: str
    worth: float
    shared: frozenset[str]

    @property
    def length(self) -> int:
        return visible_length(self.one.text) + visible_length(self.other.text) + SPENT + len(self.theme)

    @property
    def places(self) -> set[tuple[tuple[str, int], int]]:
        return {(stretch.key, stretch.part) for run in (self.one, self.other) for stretch in run.stretches}


def couples(ones: Sequence[Run], others: Sequence[Run], budget: int, rarity: Rarity) -> list[Couple]:
    """The couples that tell most of what both share, as far as there is room."""
    rare = _Rare(rarity)
    offered = [*_by_theme(ones, others, rare), *_by_name(ones, others, rare)]
    said: set[str] = set()
    used: set[tuple[tuple[str, int], int]] = set()
    taken: list[Couple] = []
    for couple in sorted(offered, key=lambda one: -one.worth / one.length**POWER):
        known = couple.theme in {one.theme for one in taken if one.theme} or bool(couple.shared & said)
        if not known and couple.length <= budget and not couple.places & used:
            budget -= couple.length
            said |= couple.shared
            used |= couple.places
            taken.append(couple)
    return taken


class _Rare:
    """The rare words of runs, with what they weigh above `RARE`; each run is read once."""

    def __init__(self, rarity: Rarity) -> None:
        self._rarity = rarity
        self._weights: dict[str, float] = {}
        self._of: dict[int, frozenset[str]] = {}

    def of(self, run: Run) -> frozenset[str]:
        if id(run) not in self._of:
            self._of[id(run)] = frozenset(word for word in pairs(run.text) if self._above(word) > 0)
        return self._of[id(run)]

    def weigh(self, words: Iterable[str]) -> float:
        return sum(self._weights[word] for word in words)

    def couple(self, one: Run, other: Run, theme: str, worth: float) -> Couple:
        """A couple whose worth grows with the rare words that both print."""
        shared = self.of(one) & self.of(other)
        return Couple(one, other, theme, worth * (1 + ALIKE * self.weigh(shared)), shared)

    def _above(self, word: str) -> float:
        if word not in self._weights:
            self._weights[word] = self._rarity.weight(word) - RARE
        return self._weights[word]


def _by_theme(ones: Sequence[Run], others: Sequence[Run], rare: _Rare) -> Iterator[Couple]:
    """Those that speak most of a theme on either side, each with each."""
    texts = {id(run): fold_case(run.text) for run in (*ones, *others)}
    for theme in themes():
        if theme.section:
            continue
        most = [_speaking(runs, theme, texts) for runs in (ones, others)]
        for one, by_one in most[0]:
            for other, by_other in most[1]:
                yield rare.couple(one, other, theme.said[0], (by_one * by_other) ** 0.5)


def _speaking(runs: Sequence[Run], theme: Theme, texts: Mapping[int, str]) -> list[tuple[Run, float]]:
    """The runs that tell most of a theme, with what they tell."""
    words = [fold_case(word) for word in theme.covers]
    told = ((run, run.worth * _said(texts[id(run)], words)) for run in runs)
    most = sorted((one for one in told if one[1] > 0), key=lambda one: -one[1] / len(texts[id(one[0])]) ** POWER)
    return most[:OFFERED]


def _said(text: str, words: Sequence[str]) -> float:
    hits = sum(word in text for word in words)
    return min(1.0, 0.3 + 0.25 * hits) if hits else 0.0


def _by_name(ones: Sequence[Run], others: Sequence[Run], rare: _Rare) -> Iterator[Couple]:
    """Those that print the same rare words: names of projects, of institutions, of places."""
    held: dict[str, list[Run]] = {}
    for run in others:
        for word in rare.of(run):
            held.setdefault(word, []).append(run)
    for one in ones:
        found = {id(other): other for word in rare.of(one) for other in held.get(word, ())}
        for other in found.values():
            if rare.weigh(rare.of(one) & rare.of(other)) >= NAMED:
                yield rare.couple(one, other, "", (one.worth * other.worth) ** 0.5)
