"""Which of the hits are worth reading: the best, once what is withheld for laws and places is taken off. Pure.

To read a chunk and its clause takes longer than all that is known of it before. Two lists
of 200 hold some 350 chunks; beyond the first 150 none came among the first hits of any
benchmark, and judging documents by fewer of them does no harm.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from heapq import nsmallest

from corpus.chunking import document_of
from corpus.models import DocumentSummary
from index.authority import by_authority
from index.models import Candidate, RankedHit
from index.reach import by_reach

READ = 150
"""So many chunks are read at least."""

SPARE = 1.5
"""So many times the hits asked for are read, since some fall together into one clause."""


def worth_reading(
    query: str,
    fused: Sequence[RankedHit],
    documents: Mapping[str, DocumentSummary],
    *,
    laws: bool,
    places: Collection[str],
    wanted: int,
) -> list[Candidate]:
    """The best of the hits of `documents`, best first; equal scores in the order of chunk ids."""
    held = [
        Candidate(hit.chunk_id, documents[owner], hit.score)
        for hit in fused
        if (owner := document_of(hit.chunk_id)) in documents
    ]
    weighed = by_reach(query, by_authority(held, laws), places)
    return nsmallest(max(READ, round(SPARE * wanted)), weighed, key=lambda one: (-one.score, one.chunk_id))
