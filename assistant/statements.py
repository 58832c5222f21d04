"""What an answer is made of: sentences of clauses, each with the ground it stands on."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.models import Citation, CitationStatus, Passage
from corpus.models import Clause, DocumentSummary
from corpus.status import force_today
from corpus.text import visible_length
from index.models import Evidence


@dataclass(frozen=True, slots=True)
class Ground:
    """A clause of a document, the stretch of it that is shown, and the words in it that carry a statement."""

    document: DocumentSummary
    clause: Clause
    text: str
    quote: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of an answer and what it rests on."""

    text: str
    grounds: tuple[Ground, ...]
    lead: str = ""
    doubtful: bool = False
    """Its words are not those of its grounds: it never counts as verified."""
    reckoned: str = ""
    """The words in it whose figure stands in no clause but was reckoned from those that do: 相差6.5个百分点."""


SHOWN = 950
"""Visible characters of a clause that a citation shows at most: a little under the limit of 1,000."""


def shown(clause: Clause, quote: str) -> str:
    """The clause as printed, or the stretch of a long one that holds `quote`."""
    printed = clause.printed
    if visible_length(printed) <= SHOWN:
        return printed
    start = max(0, printed.find(quote) - 200)
    return printed[start : start + SHOWN].strip()


def ground_in(document: DocumentSummary, clause: Clause, quote: str) -> Ground:
    """Words of a clause that no search brought, with as much of it as is shown."""
    return Ground(document, clause, shown(clause, quote), quote)


def ground(evidence: Evidence, quote: str) -> Ground:
    return Ground(evidence.document, evidence.clause, evidence.text, quote)


def passage(evidence: Evidence) -> Passage:
    """Evidence as the ways in show it."""
    return Passage(
        source=evidence.document.name,
        path=evidence.clause.path_text,
        text=evidence.text,
        document_id=evidence.document.id,
        clause_id=evidence.clause.id,
        title=evidence.document.title,
        number=evidence.document.number,
        heading=evidence.clause.heading,
        force=force_today(evidence.document.status),
        score=round(evidence.score, 4),
    )


def citation(mark: int, found: Ground, status: CitationStatus) -> Citation:
    return Citation(
        mark=mark,
        source=found.document.name,
        path=found.clause.path_text,
        text=found.text,
        quote=found.quote,
        status=status,
        document_id=found.document.id,
        clause_id=found.clause.id,
        title=found.document.title,
        number=found.document.number,
        heading=found.clause.heading,
        force=force_today(found.document.status),
    )
