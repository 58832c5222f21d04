"""What an answer about a place rests on, and a word where that does not name the place. Pure.

What is of the place, speaks of it or is about it goes before all else. But many a notice says 我市
and never its name, and what the nation orders holds in every province: where such a clause is found
before all that speak of the place, or where none of those answers, it may answer, and the answer says
that the place is not named.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.finding.locality import answers_for, is_about, is_called_by_name, names
from assistant.finding.rarity import Rarity, pairs
from assistant.finding.routing import speaks_of
from assistant.statements import Statement
from assistant.understanding.query import Asked
from assistant.understanding.wanted import Wanted
from corpus.models import Document, DocumentSummary
from corpus.vocabulary import Level
from index.models import Evidence

OWN_FIGURES = frozenset({Wanted.FIGURE, Wanted.SHARE, Wanted.MONEY})
"""A goal of the nation is no goal of a province: the figures of a place are its own."""

OURS = re.compile(r"[本我全](?:市|省|区|县|州)(?!级)")
"""Where a place has documents of its own, what another body says of its 本市 is of another place."""

SAID = 0.6
"""Share of the question's words that a clause of no place must hold to answer where no clause of the place does."""

DocumentOf = Callable[[str], Document]


def resting_on(asked: Asked, evidence: Sequence[Evidence], document_of: DocumentOf) -> list[Evidence]:
    """The evidence that may answer about the places asked for, in its order; all of it where none speaks of them."""
    if not asked.all_places:
        return list(evidence)
    named = {document.id for document in asked.documents}
    own = [one.document.id in named or _is_of(one, asked, document_of(one.document.id)) for one in evidence]
    if not any(own):
        return list(evidence)
    best = max(one.score for one, speaks in zip(evidence, own, strict=True) if speaks)
    return [
        one
        for one, speaks in zip(evidence, own, strict=True)
        if speaks or (one.score >= best and _may_hold(one.document, asked, document_of(one.document.id).source.text))
    ]


def of_no_place(asked: Asked, evidence: Sequence[Evidence], rarity: Rarity, document_of: DocumentOf) -> list[Evidence]:
    """The evidence that names none of the places asked for, says nearly all that is asked, and may hold there.

    A figure may be told from a text that speaks of 本市 and of no city by name, never from one of the nation.
    """
    words = pairs(asked.topic)
    for place in asked.all_places:
        words -= pairs(place)
    least = SAID * rarity.weigh(words)
    return [
        one
        for one in evidence
        if words
        and rarity.weigh(words & pairs(f"{one.document.title} {one.chunk.context} {one.clause.printed}")) >= least
        and not _is_of(one, asked, document_of(one.document.id))
        and _may_stand_in(one.document, asked, document_of(one.document.id).source.text)
    ]


def here(asked: Asked, said: Sequence[Statement], document_of: DocumentOf) -> list[Statement]:
    """A list, unless it is of other places than those asked for that no document of the library is of."""
    grounds = [(document_of(one.document.id), one.clause) for statement in said for one in statement.grounds]
    for place in asked.foreign_places:
        if not any(answers_for(document, clause.printed, place, asked.text) for document, clause in grounds):
            return []
    return list(said)


def unnamed(asked: Asked, said: Sequence[Statement], document_of: DocumentOf) -> str:
    """The place asked for, where no document that is cited names it, else nothing."""
    if asked.documents and asked.exact:
        return ""
    cited = [ground.document for one in said for ground in one.grounds]
    silent = [place for place in asked.all_places if not any(_names(one, place, document_of) for one in cited)]
    return "、".join(silent) if cited else ""


def _is_of(one: Evidence, asked: Asked, document: Document) -> bool:
    """Does it speak of a place asked for, or is its document about one or called by its name?"""
    places = asked.all_places
    about = any(is_about(document, place) for place in places)
    return about or speaks_of(one, places) or is_called_by_name(document, asked.text)


def _may_hold(document: DocumentSummary, asked: Asked, text: str) -> bool:
    if document.level is Level.NATIONAL:
        return asked.wanted not in OWN_FIGURES
    elsewhere = bool(asked.documents) and asked.wanted in OWN_FIGURES and bool(OURS.search(text))
    return not document.place and not elsewhere


def _may_stand_in(document: DocumentSummary, asked: Asked, text: str) -> bool:
    ours = asked.wanted not in OWN_FIGURES or bool(OURS.search(text))
    return _may_hold(document, asked, text) and ours


def _names(document: DocumentSummary, place: str, document_of: DocumentOf) -> bool:
    return document.place == place or names(f"{document.title}{document_of(document.id).source.text}", place)
