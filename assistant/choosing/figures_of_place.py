"""Figures of a city out of what its province publishes: those of the sentences that name the city, and no others.

湖北发放稳岗返还资金11.35亿元…武汉已发放4.62亿元: what Wuhan paid is the second; where no sentence gives
one for the city, there is none.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answerable.values import needed_for
from assistant.choosing.candidates import Candidate
from assistant.finding.locality import is_of
from assistant.finding.of_place import OWN_FIGURES
from assistant.understanding.query import Asked
from corpus.models import DocumentSummary
from corpus.places import places_in, province_of


def of_the_city(asked: Asked, scored: Sequence[Candidate]) -> list[Candidate] | None:
    """The sentences that may give a figure of the one city asked about; None where all may, empty where none does.

    What never names the city is judged as of elsewhere.
    """
    if (asked.exact and asked.documents) or asked.wanted not in OWN_FIGURES or len(asked.all_places) != 1 or not scored:
        return None
    place, needed = asked.all_places[0], needed_for(asked)
    if needed is None or not _of_its_province(scored[0].evidence.document, place):
        return None
    if not any(_says(one, place) for one in scored):
        return None
    return [
        one
        for one in scored
        if not _of_its_province(one.evidence.document, place) or (_says(one, place) and needed.search(one.text))
    ]


def _says(one: Candidate, place: str) -> bool:
    return place in one.text or place in one.headings


def _of_its_province(document: DocumentSummary, place: str) -> bool:
    province = province_of(place)
    if not province or province == place or is_of(document, place):
        return False
    return document.place == province or province in places_in(document.title)
