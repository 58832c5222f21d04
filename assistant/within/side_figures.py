"""The figure of each side where one sentence prints them all.

Side by side (光伏达3500万千瓦、风电达2800万千瓦) or in turn (国家级、省级分别降至0.3吨、0.4吨).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.reckoning import FIGURE
from assistant.within.sides import Side
from assistant.within.telling import Telling
from corpus.text import fold

_PART = re.compile(r"[，；。]|[,;](?!\d)")
_YEAR = re.compile(r"(?:19|20)\d\d\s*年|[〔[(（](?:19|20)\d\d")
_IN_TURN = re.compile(r"分别|依次")
_BETWEEN = re.compile(r"\s*(?:、|和|与|及)\s*")
_BOUND = re.compile(r"以上|以下|以内|左右")
_RANGE = re.compile(r"\s*(?:[-—–~～]+|至|到)\s*\d")


def side_figures(text: str, sides: Sequence[Side], telling: Telling) -> tuple[str, ...]:
    """One figure with its unit for each side, in their order; empty where a sentence does not give each its own.

    A bound that stands behind the last figure of a row holds for all of it.
    """
    shown = _YEAR.sub(lambda year: " " * len(year.group()), fold(text))
    for start, end in _parts(shown):
        part = shown[start:end]
        figures = list(FIGURE.finditer(part))
        if len(figures) != len(sides) or any(_RANGE.match(part, one.end(1)) for one in figures):
            continue
        own = _in_turn(part, figures, sides, telling) or _beside(part, figures, sides, telling)
        if own:
            return own
    return ()


def _parts(text: str) -> list[tuple[int, int]]:
    """Where the parts of a sentence stand, each longer than the one before only where that has a single figure."""
    ends = [*(stop.start() for stop in _PART.finditer(text)), len(text)]
    starts = [0, *(end + 1 for end in ends[:-1])]
    single = list(zip(starts, ends, strict=True))
    return [*single, *((one[0], other[1]) for one, other in pairwise(single))]


def _in_turn(part: str, figures: Sequence[re.Match[str]], sides: Sequence[Side], telling: Telling) -> tuple[str, ...]:
    """The figures of a row behind 分别, in the order in which the sides are named before it."""
    word = _IN_TURN.search(part)
    if word is None or figures[0].start() < word.end():
        return ()
    gaps = [part[one.end() : other.start()] for one, other in pairwise(figures)]
    named = [_named_at(side, part[: word.start()], telling) for side in sides]
    if not all(_BETWEEN.fullmatch(gap) for gap in gaps) or not all(named) or len({*named}) < len(named):
        return ()
    tail = _BOUND.search(part, figures[-1].end())
    bound = figures[-1][3] or (tail.group() if tail and tail.end() == len(part.rstrip()) else "")
    by_place = dict(zip(sorted(named), figures, strict=True))
    return tuple(_printed(by_place[at], bound) for at in named)


def _beside(part: str, figures: Sequence[re.Match[str]], sides: Sequence[Side], telling: Telling) -> tuple[str, ...]:
    """The figure that ends the stretch which names a side best, each its own."""
    starts = [0, *(one.end() for one in figures[:-1])]
    stretches = [part[start : one.start()] for start, one in zip(starts, figures, strict=True)]
    best = [max(range(len(stretches)), key=lambda at: telling.held(side.name, stretches[at])) for side in sides]
    if len({*best}) < len(sides):
        return ()
    if not all(telling.names(side.name, stretches[at]) for side, at in zip(sides, best, strict=True)):
        return ()
    return tuple(_printed(figures[at], "") for at in best)


def _named_at(side: Side, text: str, telling: Telling) -> int:
    """How many characters of a text it takes to name a side; 0 where it does not."""
    return next((end for end in range(1, len(text) + 1) if telling.names(side.name, text[:end])), 0)


def _printed(figure: re.Match[str], bound: str) -> str:
    return f"{figure[1]}{figure[2]}{figure[3] or bound}"
