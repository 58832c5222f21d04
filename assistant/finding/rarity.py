"""How much a word tells: character pairs weighted by how few chunks hold them."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from corpus.simplified import simplified
from corpus.text import fold

SAMPLE = 20_000
"""Chunks counted at most: the weights of a larger library differ little from its sample's."""

UNSEEN = 0.15
"""Weight of a pair no chunk holds, as a share of the largest: it may be a word people use and documents do not."""

COMMON = 0.5
"""Share of the chunks from which a character that stands in them tells nothing."""


class Rarity:
    """Inverse chunk frequencies of character pairs; `weight` is 0 to 1."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._counts: Counter[str] = Counter()
        self._size = 0
        self._texts: list[str] = []
        self.complete = True
        """Were all texts counted, so that what is unknown stands nowhere?"""
        for text in texts:
            if self._size >= SAMPLE:
                self.complete = False
                break
            self._counts.update(pairs(text))
            self._texts.append(text)
            self._size += 1
        self._top = math.log(1 + self._size) or 1.0

    def weight(self, pair: str) -> float:
        count = self._counts.get(pair, 0)
        if not count:
            return UNSEEN
        return max(0.02, math.log((1 + self._size) / (count + 0.5)) / self._top)

    def alone(self, text: str) -> dict[str, float]:
        """The characters of a text none of whose pairs is known, and what each tells by itself: 氢 of 氢造出来."""
        known = {char for pair in pairs(text) if self.known(pair) for char in pair}
        counts = {char: self._chars[char] for char in sorted({*text} - known) if "一" <= char <= "龥"}
        return {
            char: math.log((1 + self._size) / (count + 0.5)) / self._top
            for char, count in counts.items()
            if 0 < count < COMMON * self._size
        }

    @cached_property
    def _chars(self) -> Counter[str]:
        """In how many texts each character stands."""
        return Counter(char for text in self._texts for char in set(text))

    @cached_property
    def printed(self) -> str:
        """The counted texts, one after the other."""
        return "\n".join(self._texts)

    @cached_property
    def folded(self) -> str:
        """The same, width and case folded."""
        return fold_case(self.printed)

    def known(self, pair: str) -> bool:
        """Does any counted chunk hold the pair?"""
        return pair in self._counts

    def prints(self, word: str) -> bool:
        """Does a text hold the word? Of a library too large to be counted whole, as far as its pairs tell."""
        if not self.complete:
            return all(map(self.known, pairs(word)))
        return fold_case(word) in self.folded

    def weigh(self, found: Iterable[str]) -> float:
        return math.fsum(self.weight(pair) for pair in found)  # in whatever order a set gives them


_CARBON_DIOXIDE = re.compile(r"(?<![a-z0-9])co2(?![a-z0-9]) *")


def pairs(text: str) -> set[str]:
    """Character pairs of a text, width, case and traditional characters folded; punctuation and white space break them.

    CO₂ is read as 二氧化碳, so that CO₂ 捕集 has a pair of 碳捕集.
    """
    found: set[str] = set()
    folded = fold_case(text)
    for run in _runs(_CARBON_DIOXIDE.sub("二氧化碳", folded) if "co2" in folded else folded):
        found.update(run[i : i + 2] for i in range(len(run) - 1))
        if len(run) == 1 and run.isalnum():
            found.add(run)
    return found


def says_most(text: str, words: str, share: float) -> bool:
    """Does a text hold so large a share of the pairs of some words? Words without pairs are said nowhere."""
    own = pairs(words)
    return bool(own) and len(own & pairs(text)) >= share * len(own)


def fold_case(text: str) -> str:
    """NFKC, lower case, simplified characters, with blanks kept as breaks."""
    return simplified(" ".join(fold(part) for part in text.split()).lower())


def _runs(text: str) -> list[str]:
    runs: list[str] = [""]
    for char in text:
        if char.isalnum():
            runs[-1] += char
        elif runs[-1]:
            runs.append("")
    return [run for run in runs if run]
