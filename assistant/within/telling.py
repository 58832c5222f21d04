"""Which side of a comparison a sentence tells of: by its own words, else by the headings it stands under."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.finding.rarity import Rarity, pairs
from assistant.within.sides import Side
from corpus.text import fold

HELD = 0.6
"""Share of the words that tell a side from the others which a text on it must hold."""


class Telling:
    """How the sides of one question are told from each other in print; the titles of its documents tell none."""

    def __init__(self, sides: Sequence[Side], rarity: Rarity, titles: str = "") -> None:
        self._rarity = rarity
        self._marks = {one.name: tuple(map(_bounded, one.marks)) for one in sides}
        self._words = {}
        for one in sides:
            theirs = set().union(*(pairs(other) for other in one.others))
            own = {pair for pair in pairs(one.name.rstrip("的")) - theirs if rarity.known(pair)}
            self._words[one.name] = own - pairs(titles) or own

    def tells(self, side: Side) -> bool:
        """Can the side be told from the others at all?"""
        return bool(self._marks[side.name] or self._words[side.name])

    def names(self, name: str, text: str) -> bool:
        """Does a text name a side?"""
        marks = self._marks[name]
        if marks:
            return all(mark.search(fold(text)) for mark in marks)
        words = self._words[name]
        return bool(words) and self._rarity.weigh(words & pairs(text)) >= HELD * self._rarity.weigh(words)

    def named(self, side: Side, text: str) -> set[str]:
        """Which of all sides a text names."""
        return {name for name in (side.name, *side.others) if self.names(name, text)}

    def on_side(self, side: Side, text: str, headings: Sequence[str]) -> bool:
        """Is a sentence on that side: it names it, or names none under the nearest heading that names one?"""
        for one in (text, *reversed(headings)):
            if self.names(side.name, one):
                return True
            if any(self.names(other, one) for other in side.others):
                return False
        return False


def _bounded(mark: str) -> re.Pattern[str]:
    """A number or letters as a word of their own: II is not in III, 20 not in 2020."""
    if mark.isascii():
        return re.compile(rf"(?<![A-Za-z\d.]){re.escape(mark)}(?![A-Za-z\d]|\.\d)", re.IGNORECASE)
    return re.compile(rf"{mark}(?=[级类档等期型])")
