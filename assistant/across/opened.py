"""A cell that only opens a list, with the items of the list: 下列区域禁止燃放： is no answer alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.choosing.saying import tidy
from assistant.statements import Statement, ground_in
from corpus.chunking import lead_in
from corpus.models import Clause, Document, DocumentSummary
from corpus.text import visible_length
from corpus.vocabulary import ClauseKind

ROOM = 260
"""Visible characters that the items of one cell may have; a longer list is left to who opens the clause."""


def with_items(said: Sequence[Statement], document_of: Callable[[str], Document]) -> list[Statement]:
    """The sentences of a cell, the items of the first behind it where it opens a list; others that open one go."""
    if not said or not _opens(said[0]):
        return [*said[:1], *(one for one in said[1:] if not _opens(one))]
    ground = said[0].grounds[0]
    document = document_of(ground.document.id)
    clause = document.by_id.get(ground.clause.id)
    items = _items(clause, document) if clause else []
    if clause is None or not items or sum(visible_length(item.text) for item in items) > ROOM:
        return list(said)
    told = [_said(item, ground.document) for item in items]
    return [said[0], *told, *(one for one in said[1:] if not _opens(one) and not _among(one, items))]


def _opens(said: Statement) -> bool:
    return said.text.rstrip().endswith(("：", ":"))


def _items(clause: Clause, document: Document) -> list[Clause]:
    """The numbered items right under a lead-in."""
    if not lead_in(clause):
        return []
    return [one for one in document.children(clause) if one.text.strip() and one.kind is not ClauseKind.PARAGRAPH]


def _among(said: Statement, items: Sequence[Clause]) -> bool:
    return any(ground.clause.id == item.id for ground in said.grounds for item in items)


def _said(item: Clause, summary: DocumentSummary) -> Statement:
    quote = item.text.strip()
    text = tidy(f"{item.num}{quote}".rstrip("；;"))
    return Statement(text, (ground_in(summary, item, quote),))
