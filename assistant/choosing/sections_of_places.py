"""Plans that go from place to place: what stands under （二）襄阳市 is of that city, whoever issued the plan."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.choosing.candidates import Candidate
from assistant.understanding.query import Asked
from assistant.understanding.wanted import Wanted
from corpus.models import Clause, Document
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


def place_of_heading(clause: Clause) -> str:
    """The place that is the whole of a clause's heading; empty where it is something else."""
    found = _PLACE_ALONE.fullmatch(clause.heading.strip())
    return found["place"] if found and places_in(found["place"]) == (found["place"],) else ""


def has_section_of(document: Document, place: str) -> bool:
    """Does a heading of the document consist of the place?"""
    return any(place_of_heading(clause) == place for clause in document.clauses)


class SectionsOfPlaces:
    """The sections that are headed by a place asked about, among the candidates for one question."""

    def __init__(self, asked: Asked, found: Sequence[Candidate] = ()) -> None:
        self._places = asked.all_places
        self._whole = asked.wanted in (Wanted.FIGURE, Wanted.MONEY)
        self._documents = {
            one.evidence.document.id
            for one in (found if self._places else ())
            if (place := place_of_heading(one.evidence.clause)) in self._places
            and not _only_names(asked.text, place, one.evidence.document.title)
        }

    def leaves_out(self, one: Candidate) -> bool:
        """Is a sentence beside the section of the place asked about?"""
        return self.share_left(one) == BESIDE

    def share_left(self, one: Candidate) -> float:
        """A factor for a sentence: more under the heading of the place, less beside it."""
        if one.evidence.document.id not in self._documents:
            return OF_ONE if self._whole and place_of_heading(one.evidence.clause) else 1.0
        if any(place in heads_of(one) for place in self._places):
            return UNDER
        if place_of_heading(one.evidence.clause):
            return BESIDE
        return 1.0 if any(place in one.text for place in self._places) else BESIDE


def _only_names(question: str, place: str, title: str) -> bool:
    """武汉襄十宜城市群: does the place only begin what the question calls the document by?"""
    at = question.find(place)
    called = question[at : at + len(place) + LONGER]
    return len(called) > len(place) + 1 and called in title


def heads_of(one: Candidate) -> str:
    """The headings that a sentence stands under, its clause's own among them."""
    return f"{one.evidence.chunk.context} {one.evidence.clause.heading}"
