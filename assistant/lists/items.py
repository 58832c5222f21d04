"""Items under the words that lead in to them: 有下列情形之一的，…： and its （一）, （二）, ….

Neither says anything alone. Who asks for the list gets all of it; who asks what follows
from one item gets the words above it and that item.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.extractive import tidy
from assistant.query import Asked, Kind
from assistant.rarity import Rarity, pairs
from assistant.scoring import Candidate
from assistant.statements import Ground, Statement, shown
from corpus.chunking import lead_in
from corpus.models import Clause, Document, DocumentSummary
from corpus.vocabulary import ClauseKind

TELLING = 0.3
"""Share of an item's own weighted words that the question must hold to ask about that item."""

ROOM = 1600
"""Visible characters that a list may have; a longer one is left to the sentences."""


def with_items(
    asked: Asked, chosen: Sequence[Candidate], rarity: Rarity, document_of: Callable[[str], Document]
) -> list[Statement]:
    """The lead-in and its items that the best sentence belongs to; none where it belongs to no such list."""
    best = _opener(asked, chosen)
    document = document_of(best.evidence.document.id)
    opening = _opening(best, document)
    if opening is None:
        return []
    items = [one for one in document.children(opening) if one.text and one.kind is not ClauseKind.PARAGRAPH]
    if not items or sum(len(item.text) for item in items) > ROOM:
        return []
    meant = [item for item in items if item.id == best.evidence.clause.id or _asked_for(item, asked, rarity)]
    whole = asked.kind is Kind.LIST or not meant
    if whole and asked.kind is Kind.RESPONSIBLE:
        return []
    if best.evidence.clause is opening and not best.text.rstrip().endswith(("：", ":")):
        return []
    return [_said(one, best.evidence.document, opening) for one in (opening, *(items if whole else meant))]


def _opener(asked: Asked, chosen: Sequence[Candidate]) -> Candidate:
    """The best sentence; for who asks for a list, the best that opens one."""
    opening = (one for one in chosen if lead_in(one.evidence.clause) and one.text.rstrip().endswith(("：", ":")))
    return next(opening, chosen[0]) if asked.kind is Kind.LIST else chosen[0]


def _opening(best: Candidate, document: Document) -> Clause | None:
    """The clause whose words lead in to the best sentence, or are it."""
    clause = best.evidence.clause
    if lead_in(clause) and document.children(clause):
        return clause
    above = document.ancestors(clause)
    return above[-1] if above and lead_in(above[-1]) and clause.num and not document.children(clause) else None


def _asked_for(item: Clause, asked: Asked, rarity: Rarity) -> bool:
    own = pairs(item.text)
    total = rarity.weigh(own)
    return bool(total) and rarity.weigh(own & pairs(asked.topic)) >= TELLING * total


def _said(clause: Clause, summary: DocumentSummary, opening: Clause) -> Statement:
    quote = lead_in(clause) if clause is opening else clause.text.strip()
    text = quote if clause is opening else tidy(f"{clause.num}{clause.text.strip()}".rstrip("；;"))
    return Statement(text, (Ground(summary, clause, shown(clause, quote), quote),))
