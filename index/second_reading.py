"""A second reading of the first hits, where the words of a question are hardly printed.

The bundled cross-encoder reads question and clause together. The less of what the words of
the question tell the best hit by words holds, the more it counts what it says; who asks in
the documents' own words has found them.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.cross_encoder import bundled_cross_encoder
from index.models import Evidence
from index.reranking import by_worth

CANDIDATES = 12
"""So many of the first hits are read; the others stay behind them."""

WEIGHT = 0.6
"""What a point of the model adds to a score, where the words find nothing."""


def by_reading(question: str, found: Sequence[Evidence], strange: float) -> list[Evidence]:
    """The first hits in the order of their scores and the reading together; the scores stay with the places.

    `strange`, 0 to 1, is how little of the question is printed.
    """
    first = found[:CANDIDATES]
    if strange <= 0 or len(first) < 2:
        return list(found)
    points = bundled_cross_encoder().scores(question, [one.below_headings(one.chunk.text) for one in first])
    worth = np.asarray([one.score for one in first]) + WEIGHT * strange * points
    return [*by_worth(first, worth), *found[CANDIDATES:]]
