"""An answer of earlier, held against the library of now: what it cites may have gone.

Ids come from content, so a clause that is still there still says the same. One that
is not there supports nothing any more: its citations are `missing`, and sentences that
rest on nothing else `unverified`.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from assistant.models import Answer, Citation, CitationStatus, Sentence, SentenceStatus
from assistant.reading import Shelf


class Fate(StrEnum):
    """What has become of a document that an answer cites."""

    REMOVED = "removed"
    REPLACED = "replaced"


def fates(answer: Answer, held: Mapping[str, str]) -> dict[str, Fate]:
    """By their ids, the cited documents that are not among those `held` (names by ids)."""
    lost = [one for one in answer.citations if one.document_id not in held]
    names = set(held.values()) if lost else set()
    return {one.document_id: Fate.REPLACED if one.source in names else Fate.REMOVED for one in lost}


def held_by(library: Shelf) -> dict[str, str]:
    """The names of all documents that are kept, those switched off among them, by their ids."""
    return {document.id: document.name for document in library.holdings()}


def rechecked(answer: Answer, lost: Mapping[str, Fate]) -> Answer:
    """The answer with what no longer stands marked so."""
    if not lost:
        return answer
    citations = tuple(_citation(one) if one.document_id in lost else one for one in answer.citations)
    standing = {one.mark for one in citations if one.document_id not in lost}
    sentences = tuple(_sentence(one, standing) for one in answer.sentences)
    return answer.model_copy(update={"citations": citations, "sentences": sentences})


def _citation(citation: Citation) -> Citation:
    return citation.model_copy(update={"status": CitationStatus.MISSING})


def _sentence(sentence: Sentence, standing: set[int]) -> Sentence:
    if not sentence.marks or standing.issuperset(sentence.marks):
        return sentence
    # What was computed rests on all of its operands, what was quoted on any of its clauses.
    if sentence.status is SentenceStatus.VERIFIED and standing.intersection(sentence.marks):
        return sentence
    return sentence.model_copy(update={"status": SentenceStatus.UNVERIFIED})
