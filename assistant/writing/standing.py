"""The answer that stands already, as a model is told of it: its sentences, each with the clause that holds it.

A model need not find again what the rules have found; it may say it better, say more,
or leave it out. So the clauses that the answer rests on go first, and its sentences go
along as excerpts, for the model to judge.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from assistant.models import Answer, Citation
from corpus.errors import DocumentUnknown
from corpus.models import Chunk, Document, DocumentSummary
from index.models import Evidence


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A sentence of the standing answer and the clauses that hold it."""

    text: str
    evidence: tuple[Evidence, ...]
    under: str = ""
    """The heading that it stands under, on a paper."""


class Shelf(Protocol):
    """Where cited clauses are found again."""

    def find(self, name_or_id: str) -> DocumentSummary: ...

    def document(self, document_id: str) -> Document: ...

    def chunks(self, document_id: str | None = None) -> Iterator[Chunk]: ...


def leading(
    answer: Answer, evidence: Sequence[Evidence], shelf: Shelf
) -> tuple[tuple[Evidence, ...], tuple[Excerpt, ...]]:
    """The evidence, what the answer rests on first, and the answer's sentences as excerpts of it."""
    by_mark = {
        citation.mark: found for citation in answer.citations if (found := _evidence_of(citation, evidence, shelf))
    }
    excerpts = [
        Excerpt(sentence.text, tuple(by_mark[mark] for mark in sentence.marks if mark in by_mark))
        for sentence in answer.sentences
    ]
    first = list({(one.clause.id, one.text): one for one in by_mark.values()}.values())
    held = {one.clause.id for one in first}
    rest = [one for one in evidence if one.clause.id not in held]
    return (*first, *rest), tuple(one for one in excerpts if one.evidence)


def _evidence_of(citation: Citation, evidence: Sequence[Evidence], shelf: Shelf) -> Evidence | None:
    """What was found that holds the cited words, else the clause as the library has it; None where it has gone."""
    same = [one for one in evidence if one.clause.id == citation.clause_id]
    holding = next((one for one in same if citation.quote in one.text), None)
    if holding or same:
        return holding or replace(same[0], text=citation.text)
    try:
        document = shelf.document(citation.document_id)
        summary = shelf.find(citation.document_id)
    except DocumentUnknown:
        return None
    chunk = next((one for one in shelf.chunks(summary.id) if one.clause_id == citation.clause_id), None)
    clause = document.by_id.get(citation.clause_id)
    return Evidence(chunk, clause, summary, citation.text, 0.0) if chunk and clause else None
