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
            own = {pair for pair in pairs(_apart(one)) - theirs if rarity.known(pair)}
            self._words[one.name] = own - pairs(titles) or own

    def tells(self, side: Side) -> bool:
        """Can the side be told from the others at all?"""
        return bool(self._marks[side.name] or self._words[side.name])

    def names(self, name: str, text: str) -> bool:
        """Does a text name a side?"""
        return self.held(name, text) >= HELD

    def held(self, name: str, text: str) -> float:
        """The share of what tells a side that a text holds; its numbers and letters are held as a whole, or not."""
        marks, words = self._marks[name], self._words[name]
        if marks:
            return float(all(mark.search(fold(text)) for mark in marks))
        return self._rarity.weigh(words & pairs(text)) / self._rarity.weigh(words) if words else 0.0

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


def _apart(side: Side) -> str:
    """The name of a side without the end that all share, where a word is left: 光伏 of 光伏装机 beside 风电装机.

    What stands across that seam is printed by chance: 伏装 in no 光伏发电装机.
    """
    name = side.name.rstrip("的")
    others = [one.rstrip("的") for one in side.others]
    shared = 0
    while shared < len(name) and all(one.endswith(name[-shared - 1 :]) for one in others):
        shared += 1
    left = name[: len(name) - shared]
    return left if len(left) > 1 else name


def _bounded(mark: str) -> re.Pattern[str]:
    """A number or letters as a word of their own: II is not in III, 20 not in 2020."""
    if mark.isascii():
        return re.compile(rf"(?<![A-Za-z\d.]){re.escape(mark)}(?![A-Za-z\d]|\.\d)", re.IGNORECASE)
    return re.compile(rf"{mark}(?=[级类档等期型])")
