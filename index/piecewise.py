"""A second measure of the best hits: each piece of the question against its nearest piece in the chunk.

A mean over a long chunk washes out the one sentence that was asked about; the nearest
piece does not. It is the late interaction of ColBERT (Khattab and Zaharia 2020) over
the vectors of a table, weighted by how much each piece says.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nlargest
from typing import Protocol, runtime_checkable

import numpy as np
import numpy.typing as npt

from index.models import Evidence

CANDIDATES = 50
"""So many of the best hits are measured; the rest count as far as the farthest of them."""

WEIGHT = 0.5
"""How much a full match counts beside a best lexical score of one."""


@runtime_checkable
class PieceMatcher(Protocol):
    """An embedder that can also compare piece by piece."""

    def closeness(self, query: str, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """For each text, 0 to 1, how near its pieces come to those of the query."""


def by_pieces(matcher: PieceMatcher, query: str, found: Sequence[Evidence]) -> list[Evidence]:
    """The evidence with the measure added to its scores; order unchanged."""
    nearest = nlargest(CANDIDATES, range(len(found)), key=lambda at: found[at].score)
    if not nearest:
        return []
    close = matcher.closeness(query, [found[at].chunk.text for at in nearest])
    gained = dict(zip(nearest, (WEIGHT * close).tolist(), strict=True))
    least = min(gained.values())
    return [one.scored(one.score + gained.get(at, least)) for at, one in enumerate(found)]
