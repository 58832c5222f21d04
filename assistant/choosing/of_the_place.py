"""Which sentences may answer about a place: those of its own documents or that name it, and what was found first.

A notice that says 我市 and never its name, and what the province of a city orders, hold there too; only
where such a one was found before all others is it taken for that.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.finding.locality import names
from assistant.finding.of_place import OURS
from assistant.understanding.query import Asked
from corpus.models import DocumentSummary
from corpus.places import province_of
from corpus.vocabulary import Level
from index.models import Evidence
from index.reach import LOCAL

OF_ANOTHER = 0.5
"""What is left to a sentence of a document that only speaks of the place asked about, elsewhere."""

OF_ONE_PLACE = 0.85
"""What is left to a sentence of some place's document where the question names no place: it holds only there."""

FOUND_FIRST = 0.95
"""... of what was found first and may hold there: where one of the place says as much, that answers."""


class OfThePlace:
    """One question's place, if it names no more than that, against the evidence found."""

    def __init__(self, asked: Asked, evidence: Sequence[Evidence] = ()) -> None:
        self._asked = asked
        self._first: DocumentSummary | None = None
        if evidence:
            first = max(evidence, key=lambda one: one.score).document
            said = any(OURS.search(one.text) for one in evidence if one.document == first)
            self._first = first if said or _is_over(first, asked.places) else None

    def share_left(self, text: str, document: DocumentSummary) -> float:
        """A factor for a sentence of a document: less than one where it is of elsewhere."""
        asked = self._asked
        if not asked.all_places and not asked.documents and document.level in LOCAL:
            return OF_ONE_PLACE
        if asked.exact or not asked.documents or document in asked.documents:
            return 1.0
        if document == self._first:
            return FOUND_FIRST
        named = any(names(f"{document.title}{text}", place) for place in asked.places)
        return 1.0 if named else OF_ANOTHER


def _is_over(document: DocumentSummary, places: Sequence[str]) -> bool:
    """Is it of the province that one of some cities lies in?"""
    return document.level is Level.PROVINCIAL and document.place in map(province_of, places)
