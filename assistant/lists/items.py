"""Items under the words that lead in to them: 有下列情形之一的，…： and its （一）, （二）, ….

Neither says anything alone. Who asks for the list gets all of it; who asks what follows
from one item gets the words above it and that item.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.answerable.values import without_years
from assistant.choosing.candidates import Candidate
from assistant.choosing.saying import tidy
from assistant.citations import MINIMUM_QUOTE
from assistant.finding.rarity import Rarity, pairs
from assistant.lists.led_in import nearest_lead
from assistant.statements import Statement, ground_in
from assistant.understanding.query import Asked, Kind
from corpus.chunking import lead_in
from corpus.models import Clause, Document, DocumentSummary
from corpus.text import fold, visible_length
from corpus.vocabulary import ClauseKind

TELLING = 0.3
"""Share of an item's own weighted words that the question must hold to ask about that item."""

NAMES_FROM = 190
"""Visible characters of items with headings from which their headings are the list."""

ROOM = 1600
"""Visible characters that a list may have; a longer one is left to the sentences."""


def with_items(
    asked: Asked, chosen: Sequence[Candidate], rarity: Rarity, document_of: Callable[[str], Document]
) -> list[Statement]:
    """The lead-in and its items that the best sentence belongs to; none where it belongs to no such list."""
    best = _opener(asked, chosen)
    document = document_of(best.evidence.document.id)
    opening = _opening(best, document)
    nearer = nearest_lead(asked, document, rarity, opening)
    if nearer is not None and nearer is not opening:
        return _whole(nearer, best.evidence.document, document)
    if opening is None:
        return []
    items = _items(document, opening)
    if not items or sum(len(item.text) for item in items) > ROOM:
        return []
    meant = [item for item in items if item.id == best.evidence.clause.id or _asked_for(item, asked, rarity)]
    whole = asked.kind is Kind.LIST or not meant
    if whole and asked.kind is Kind.RESPONSIBLE:
        return []
    if best.evidence.clause is opening and not best.text.rstrip().endswith(("：", ":")):
        return []
    summary = best.evidence.document
    said = _by_name if whole and _have_names(items) else _said
    taken = items if whole else meant
    alone = not whole and all(item.heading for item in taken)
    return [*([] if alone else [_led_in(opening, summary)]), *(said(one, summary) for one in taken)]


def unfolded(said: Sequence[Statement], document_of: Callable[[str], Document]) -> list[Statement]:
    """A list, with the items of each that only opens a list of its own: 4.2.1 符合下列条件之一的，可以采购：."""
    told: list[Statement] = []
    listed = {ground.clause.id for one in said for ground in one.grounds}
    for one in said:
        told.append(one)
        ground = one.grounds[0]
        document = document_of(ground.document.id)
        clause = document.by_id.get(ground.clause.id)
        items = _items(document, clause) if clause is not None and lead_in(clause) else []
        if items and not any(item.id in listed for item in items) and sum(len(item.text) for item in items) <= ROOM:
            told[-1] = replace(one, text=f"{one.text.rstrip('。：:')}：")
            told += [_said(item, ground.document) for item in items]
    return told


def _items(document: Document, opening: Clause) -> list[Clause]:
    """What stands right under a lead-in, but for the paragraphs behind."""
    return [one for one in document.children(opening) if one.text and one.kind is not ClauseKind.PARAGRAPH]


def _whole(opening: Clause, summary: DocumentSummary, document: Document) -> list[Statement]:
    """A lead-in with all of its items."""
    items = _items(document, opening)
    if sum(len(item.text) for item in items) > ROOM:
        return []
    said = _by_name if _have_names(items) else _said
    return [_led_in(opening, summary), *(said(one, summary) for one in items)]


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
    own = pairs(without_years(item.heading or item.text))
    total = rarity.weigh(own)
    return bool(total) and rarity.weigh(own & pairs(asked.topic)) >= TELLING * total


def _have_names(items: Sequence[Clause]) -> bool:
    """Has each a heading, and do they say more than a list has room for?"""
    return all(item.heading for item in items) and sum(visible_length(item.printed) for item in items) > NAMES_FROM


def _led_in(opening: Clause, summary: DocumentSummary) -> Statement:
    quote = re.split(r"[。\n]", lead_in(opening).strip())[-1].strip()
    return Statement(quote, (ground_in(summary, opening, quote),))


def _by_name(clause: Clause, summary: DocumentSummary) -> Statement:
    quote = clause.heading if len(fold(clause.heading)) >= MINIMUM_QUOTE else clause.printed
    return Statement(tidy(f"{clause.num}{clause.heading}"), (ground_in(summary, clause, quote),))


def _said(clause: Clause, summary: DocumentSummary) -> Statement:
    """The item with its number, and with its heading where it has one: 基站数：2026年32个 says nothing without it."""
    quote = (clause.printed if clause.heading else clause.text).strip()
    text = quote if clause.heading else f"{clause.num}{quote}"
    return Statement(tidy(text.rstrip("；;")), (ground_in(summary, clause, quote),))
