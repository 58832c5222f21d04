"""Words of the question in their own order: the longest run of them that a chunk holds letter for letter. Pure.

Character pairs do not see that 强化线上税费咨询服务 stands there as a heading and not in
bits. Who asks about a measure mostly says it the way the document prints it, without
quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from heapq import nlargest

from index.folding import beside_title, searched
from index.models import Evidence
from index.piecewise import CANDIDATES

ORDINARY = 4
"""Runs up to this many characters are words and names, which are counted already."""

GAIN = 0.06
"""What each character beyond that adds, beside a best lexical score of one."""

MOST = 0.6
"""A whole heading gains no more than this, however long."""

NAMED = 0.2
"""What a clause gains whose own heading stands in the question in full: that clause was meant, not a mention of it."""

_BREAK = re.compile(r"[\W_]+")
_STOPS = " 。;,:"


def by_runs(query: str, found: Sequence[Evidence]) -> list[Evidence]:
    """The evidence with the gain of its longest run, and of its heading, added to its scores; order unchanged.

    A title that the chunk repeats counts for its document elsewhere, and not here.
    """
    stretches = [stretch for stretch in _BREAK.split(searched(query)) if len(stretch) > ORDINARY]
    if not stretches:
        return list(found)
    gained = {
        at: _gain(stretches, found[at]) for at in nlargest(CANDIDATES, range(len(found)), lambda at: found[at].score)
    }
    return [one.scored(one.score + gained[at]) if gained.get(at) else one for at, one in enumerate(found)]


def _gain(stretches: Sequence[str], one: Evidence) -> float:
    run = min(GAIN * (_longest_run(stretches, beside_title(one)) - ORDINARY), MOST)
    return run + NAMED * _named(stretches, one.clause.heading)


def _named(stretches: Sequence[str], heading: str) -> bool:
    name = searched(heading).strip(_STOPS)
    return len(name) > ORDINARY and any(name in stretch for stretch in stretches)


def _longest_run(stretches: Sequence[str], text: str) -> int:
    """Characters of the longest run, at least ORDINARY."""
    longest = ORDINARY
    for stretch in stretches:
        start = 0
        while start + longest < len(stretch):
            if stretch[start : start + longest + 1] in text:
                longest += 1
            else:
                start += 1
    return longest
