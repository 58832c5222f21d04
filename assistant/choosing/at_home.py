"""Which sentences are of the place, or of the documents, that a question asks about, and which lead away from them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.choosing.candidates import Candidate
from assistant.choosing.sections_of_places import place_of_heading
from assistant.finding.locality import is_of_elsewhere, is_over, names
from assistant.understanding.own_case import asks_state_office
from assistant.understanding.query import Asked
from corpus.models import Document


def of_elsewhere(asked: Asked, one: Candidate) -> bool:
    """News of several places goes from one to the next: what is said of Tianjin is no answer about Shanghai.

    Nor is what stands under the heading of another place, in a plan that goes from city to city.
    """
    places = asked.all_places
    if not places or any(place in one.headings for place in places):
        return False
    if place_of_heading(one.evidence.clause.heading) and not any(place in one.text for place in places):
        return True
    return all(is_of_elsewhere(one.evidence.document, one.text, place) for place in places)


def of_the_state(asked: Asked, scored: Sequence[Candidate], document_of: Callable[[str], Document]) -> list[Candidate]:
    """The sentences of what the state rules, where an office of the state in some place is asked about."""
    if not any(asks_state_office(asked.text, place) for place in asked.foreign_places):
        return []
    return [
        one
        for one in scored
        if all(is_over(document_of(one.evidence.document.id), place) for place in asked.foreign_places)
    ]


def naming_the_places(asked: Asked, scored: Sequence[Candidate]) -> list[Candidate]:
    """The sentences that name every place asked about that no document is of."""
    return [one for one in scored if all(names(one.text, place) for place in asked.foreign_places)]


def leaves_the_named(asked: Asked, one: Candidate, nearest: Candidate) -> bool:
    """Is a stretch of no document that is asked about, and the nearest sentence, which says as much, is?"""
    left = nearest.evidence.document in asked.documents and one.evidence.document not in asked.documents
    return left and nearest.covered >= one.covered
