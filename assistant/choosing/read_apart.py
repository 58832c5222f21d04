"""Does another clause read as the answer, far more than the one that a list was taken from?

A list is chosen by the words that announce it. Where those hold little of the question, and the bundled cross-encoder
says of another clause that was found that it answers rather, the list is one of something else: the conditions for
being listed, where it was asked for what a listed park is struck off.
"""

from __future__ import annotations

from collections.abc import Set

import numpy as np

from assistant.finding.rarity import Rarity, pairs
from assistant.understanding.query import Asked
from index.cross_encoder import bundled_cross_encoder
from index.models import Evidence

APART = 2.4
"""Points between them. Of 226 right lists of sixteen sets, those that hold little of the question, it takes 1, of 42
wrong ones 8."""

LITTLE = 0.65
"""Share of the question's weighted words below which a clause holds little of it."""


def reading_better(asked: Asked, told: Set[str], evidence: list[Evidence], rarity: Rarity) -> list[Evidence]:
    """The evidence without what reads far worse than its best, where the clauses told, by their ids, do; else none."""
    at = [place for place, one in enumerate(evidence) if one.clause.id in told]
    if not at or max(_held(asked, evidence[place], rarity) for place in at) >= LITTLE:
        return []
    points = bundled_cross_encoder().scores(asked.text, [one.below_headings(one.chunk.text) for one in evidence])
    least = float(points.max()) - APART
    if float(np.max(points[at])) >= least:
        return []
    return [one for one, of_it in zip(evidence, points, strict=True) if of_it >= least]


def _held(asked: Asked, one: Evidence, rarity: Rarity) -> float:
    own = {pair for pair in pairs(asked.topic) if rarity.known(pair)}
    printed = pairs(f"{one.chunk.context} {one.clause.heading} {one.chunk.text}")
    return rarity.weigh(own & printed) / (rarity.weigh(own) or 1.0)
