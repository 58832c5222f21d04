"""Headings that a symbol marks instead of an ordinal: ■消毒原则 on a line of its own, its items on the next ones.

Web pages print them so. The same symbol in front of whole sentences, or of one line after
another, marks the items of a list and no headings.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from corpus.text import visible_length

FEWEST = 2
"""Lines that one symbol must mark for any of them to be a heading."""

LONGEST = 30
"""Visible characters of a heading."""

_MARKED = re.compile(r"(?P<symbol>[■□◆◇●○▲△★☆▶►▪◎])[\s\u3000]*(?=\S)")
_SENTENCE = re.compile(r"[，。；：:！？]")


def symbol_heads(texts: Sequence[str]) -> dict[int, int]:
    """For each line that is such a heading, by its index, the offset at which its words begin."""
    marked: dict[str, dict[int, int]] = defaultdict(dict)
    for at, text in enumerate(texts):
        found = _MARKED.match(text)
        if found:
            marked[found["symbol"]][at] = found.end()
    return {
        at: start
        for lines in marked.values()
        if len(lines) >= FEWEST and all(_heads(texts, lines, at) for at in lines)
        for at, start in lines.items()
    }


def _heads(texts: Sequence[str], marked: dict[int, int], at: int) -> bool:
    """Is it short, no sentence, and does something stand under it?"""
    words = texts[at][marked[at] :]
    under = at + 1 < len(texts) and at + 1 not in marked
    return under and visible_length(words) <= LONGEST and not _SENTENCE.search(words)
