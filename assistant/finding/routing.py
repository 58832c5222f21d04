"""Where a question is searched: within the documents it names, in each of those it compares, first in those of a place.

A title, a number or a level names documents and nothing else, so the others are left
out. A place is named by its documents and by others that speak of it: it lifts both,
and shuts nothing out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import zip_longest

from assistant.finding.locality import names
from assistant.understanding.query import Asked, Kind
from corpus.models import DocumentSummary
from corpus.vocabulary import Level
from index.models import DocumentFilter, Evidence
from index.protocols import Retriever

WIDE = 5
"""Times as many hits looked through where it is not the score alone that decides which count."""

OF_PLACE = 1.2
"""What a clause gains that is of the place asked about, by its document or in its own words."""

SPEAKS_OF_PLACE = 1.1
"""... whose document speaks of the place elsewhere, or is of another place."""

OF_OTHER_PLACE = 0.7
"""What is left to a clause whose document is of another place and silent on the one asked about."""

OF_EVERY_PLACE = 0.85
"""... whose document is nationwide and silent on it."""


TOPIC_OF_NAMED = 4
"""Times the topic is said beside a question that names its document by title or number: it is then searched alone."""

TOPIC_OF_SIDES = 5
"""... beside one that compares documents."""

_Retrieve = Callable[[str, int, DocumentFilter], list[Evidence]]


def routed(retriever: Retriever, asked: Asked, k: int, where: DocumentFilter) -> list[Evidence]:
    """The best `k` clauses for a question, from where its names lead."""
    named = frozenset(document.id for document in asked.documents)
    if where.document_ids and not named & where.document_ids:
        named = frozenset()
    query, retrieve = _query(asked), partial(retriever.retrieve, question=asked.text)
    if not named:
        if asked.kind is Kind.COMPARE:
            return _by_turns(_by_document(retrieve(query, WIDE * k, where)))[:k]
        return retrieve(query, k, where)
    sides = _sides(asked)
    if len(sides) >= 2 and (asked.exact or asked.kind is Kind.COMPARE):
        each = [retrieve(query, k, replace(where, document_ids=side)) for side in sides]
        return _by_turns(each)[: max(k, 2 * len(sides))]
    if not asked.exact:
        return _of_place(retrieve, asked, query, k, where, named)
    return retrieve(query, k, replace(where, document_ids=named))


def _query(asked: Asked) -> str:
    """The question, and its topic over and over where documents are named: their names do not find the clause."""
    return " ".join((*[asked.topic] * _times(asked), asked.text, asked.expansions)).strip()


def _times(asked: Asked) -> int:
    """How often the topic is said, so that what is asked outweighs the names of where to look."""
    if not asked.documents:
        return 0
    return TOPIC_OF_SIDES if asked.kind is Kind.COMPARE else TOPIC_OF_NAMED if asked.exact else 1


def speaks_of(evidence: Evidence, places: Sequence[str]) -> bool:
    """Does the clause or its document's title name one of the places?"""
    said = f"{evidence.document.title}{evidence.document.place}{evidence.text}"
    return any(names(said, place) for place in places)


def _by_turns(lists: Sequence[Sequence[Evidence]]) -> list[Evidence]:
    """First the best of each list, then the second of each: every side gets its chance."""
    return [one for turn in zip_longest(*lists) for one in turn if one is not None]


def _by_document(found: Sequence[Evidence]) -> list[list[Evidence]]:
    lists: dict[str, list[Evidence]] = {}
    for one in found:
        lists.setdefault(one.document.id, []).append(one)
    return list(lists.values())


def _sides(asked: Asked) -> list[frozenset[str]]:
    """What a question sets side by side: the documents of each place it names, and every other document by itself."""
    sides: dict[str, set[str]] = {}
    for document in asked.documents:
        side = document.place if document.place in asked.places else document.id
        sides.setdefault(side, set()).add(document.id)
    return [frozenset(ids) for _, ids in sorted(sides.items())]


def _of_place(
    retrieve: _Retrieve, asked: Asked, query: str, k: int, where: DocumentFilter, named: frozenset[str]
) -> list[Evidence]:
    """Evidence where a place is named, first from the documents that are of it or speak of it."""
    found = retrieve(query, WIDE * k, where)
    if len(named) <= len(asked.places):
        known = {(one.clause.id, one.text) for one in found}
        own = retrieve(query, k, replace(where, document_ids=named))
        found += [one for one in own if (one.clause.id, one.text) not in known]
    speaking = frozenset(one.document.id for one in found if speaks_of(one, asked.places))
    lifted = [replace(one, score=one.score * _nearness(one, asked.places, named, speaking)) for one in found]
    return sorted(lifted, key=lambda one: -one.score)[:k]


def _nearness(evidence: Evidence, places: Sequence[str], named: frozenset[str], speaking: frozenset[str]) -> float:
    document = evidence.document
    if document.id in named or _issued_at(document, places):
        return OF_PLACE
    if speaks_of(evidence, places):
        return OF_PLACE if not document.place or document.level is Level.NATIONAL else SPEAKS_OF_PLACE
    if document.id in speaking:
        return SPEAKS_OF_PLACE
    if not document.place:
        return 1.0
    return OF_EVERY_PLACE if document.level is Level.NATIONAL else OF_OTHER_PLACE


def _issued_at(document: DocumentSummary, places: Sequence[str]) -> bool:
    return any(place in issuer for place in places for issuer in document.issuers)
