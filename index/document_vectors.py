"""Exact search among a few documents: their vectors, kept in memory while they are asked about.

A graph of neighbours is built to be walked in all directions. Where a filter leaves
one document of thousands, most of the walk is in vain, and comparing with every
vector of that document is faster and misses nothing.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from index.models import RankedHit
from index.protocols import Vectors

_DECIMALS = 6
_SPARE = 20
"""Hits beyond those wanted, so that rounding decides between equals and not which of them is left out."""


@dataclass(frozen=True, slots=True)
class DocumentVectors:
    """The chunks of one document and their unit vectors, row by row."""

    chunk_ids: tuple[str, ...]
    vectors: Vectors


Fetch = Callable[[list[str]], Mapping[str, DocumentVectors]]
"""The vectors of documents from where they lie; documents without any are left out."""


class VectorsInUse:
    """The vectors of the documents that were asked about last, at most `most` of them beyond those asked about now."""

    def __init__(self, fetch: Fetch, most: int) -> None:
        self._fetch = fetch
        self._most = most
        self._held: OrderedDict[str, DocumentVectors] = OrderedDict()

    def of(self, document_ids: Iterable[str]) -> list[DocumentVectors]:
        """Those of the documents, in the order of their ids."""
        wanted = sorted(document_ids)
        if absent := [id_ for id_ in wanted if id_ not in self._held]:
            found = self._fetch(absent)
            self._held.update({id_: found.get(id_, _NOTHING) for id_ in absent})
        for id_ in wanted:
            self._held.move_to_end(id_)
        self._drop(keep=len(wanted))
        return [self._held[id_] for id_ in wanted if self._held[id_].chunk_ids]

    def clear(self) -> None:
        self._held.clear()

    def _drop(self, keep: int) -> None:
        total = sum(len(one.chunk_ids) for one in self._held.values())
        while total > self._most and len(self._held) > keep:
            _, oldest = self._held.popitem(last=False)
            total -= len(oldest.chunk_ids)


def nearest(held: list[DocumentVectors], query: Vectors, k: int) -> list[RankedHit]:
    """The `k` chunks most like the query, best first."""
    if not held:
        return []
    ids = [chunk_id for one in held for chunk_id in one.chunk_ids]
    cosines = np.concatenate([one.vectors @ query for one in held])
    best = np.argsort(-cosines, kind="stable")[: k + _SPARE]
    return in_order((ids[at], float(cosines[at])) for at in best)[:k]


def in_order(cosines: Iterable[tuple[str, float]]) -> list[RankedHit]:
    """Hits by cosine, best first, equal ones by id: what two ways of computing differ by makes no order."""
    hits = (RankedHit(id_, round(cosine, _DECIMALS)) for id_, cosine in cosines)
    return sorted(hits, key=lambda hit: (-hit.score, hit.chunk_id))


_NOTHING = DocumentVectors((), np.zeros((0, 0), dtype=np.float32))
