"""Plans that go from place to place: what stands under （二）襄阳市 is of that city, whoever issued the plan."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.choosing.candidates import Candidate
from assistant.understanding.query import Asked
from assistant.understanding.wanted import Wanted
from corpus.models import Document
from corpus.places import places_in

UNDER = 1.15
"""What a sentence gains that stands under the heading of the place asked about."""

BESIDE = 0.5
"""What is left to one that does not, nor names the place, where its document has such a heading."""

OF_ONE = 0.75
"""What is left to one under the heading of a place nobody asked about, where a figure of the whole is asked for."""

LONGER = 2
"""Characters behind a place, in the question and in a title alike, that make it a part of the title."""

_PLACE_ALONE = re.compile(
    r"(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十\d]{1,3}[、.．])?\s*(?P<place>[一-龥]{2,5}?)(?:省|市|县|区|自治区|自治州)?[。：:]?"
)


@lru_cache(maxsize=20_000)
def place_of_heading(heading: str) -> str:
    """The place that is the whole of a heading; empty where it is something else."""
    found = _PLACE_ALONE.fullmatch(heading.strip())
    return found["place"] if found and places_in(found["place"]) == (found["place"],) else ""


def places_of_sections(document: Document) -> set[str]:
    """The places that headings of the document consist of."""
    return {place_of_heading(clause.heading) for clause in document.clauses} - {""}


class SectionsOfPlaces:
    """The sections that are headed by a place asked about, among the candidates for one question."""

    def __init__(self, asked: Asked, found: Sequence[Candidate] = ()) -> None:
        self._places = asked.all_places
        self._whole = asked.wanted in (Wanted.FIGURE, Wanted.MONEY)
        self._documents = {
            one.evidence.document.id
            for one in (found if self._places else ())
            if (place := place_of_heading(one.evidence.clause.heading)) in self._places
            and not _only_names(asked.text, place, one.evidence.document.title)
        }

    def leaves_out(self, one: Candidate) -> bool:
        """Does it stand in another place's section, or in none and name no place asked about, which has one?"""
        if one.evidence.document.id not in self._documents or self._under(one):
            return False
        return bool(place_of_heading(one.evidence.clause.heading)) or all(
            place not in one.text for place in self._places
        )

    def share_left(self, one: Candidate) -> float:
        """A factor for a sentence: more under the heading of the place, less beside it."""
        if self.leaves_out(one):
            return BESIDE
        if one.evidence.document.id in self._documents:
            return UNDER if self._under(one) else 1.0
        return OF_ONE if self._whole and place_of_heading(one.evidence.clause.heading) else 1.0

    def _under(self, one: Candidate) -> bool:
        return any(place in one.headings for place in self._places)


def _only_names(question: str, place: str, title: str) -> bool:
    """武汉襄十宜城市群: does the place only begin what the question calls the document by?"""
    at = question.find(place)
    called = question[at : at + len(place) + LONGER]
    return len(called) > len(place) + 1 and called in title
