"""The evidence panel as HTML: the cards of an answer's citations, or any other clause, or what is in the library."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape

from assistant.models import CitationStatus, Passage
from assistant.reading import ClauseView
from corpus.models import DocumentSummary
from ui.cards import Card, card_actions_html, cards_html
from ui.catalogue import Words
from ui.clauses import absent_html, document_html, facts_html, lit_html, neighbours_html
from ui.conversation import Problem
from ui.marks import PANEL_ID
from ui.presenters import problem_html


@dataclass(frozen=True, slots=True)
class Opened:
    """What the panel shows: the citations of an exchange, `mark` first, or (without a mark) any other clause.

    `near` says that it was offered as coming near the question; `chosen` that the reader
    opened it, not the arrival of an answer. `visit` differs each time something is opened,
    so that the page scrolls to it again.
    """

    clause_id: str
    quote: str = ""
    status: CitationStatus | None = None
    mark: int | None = None
    exchange: str = ""
    near: bool = False
    chosen: bool = False
    visit: str = field(default_factory=lambda: secrets.token_hex(4))


def empty_panel_html(documents: Sequence[DocumentSummary], words: Words) -> str:
    """The panel before anything is opened: what it is for, and what is in the library."""
    hint = f'<p class="nothing">{escape(words.panel_empty)}</p>'
    return _frame(hint + _library_html(documents, words), words)


def problem_panel_html(problem: Problem, words: Words) -> str:
    """The panel when the clause cannot be shown."""
    return _frame(problem_html(problem, words), words)


def gone_panel_html(opened: Opened, words: Words) -> str:
    """The panel for a clause whose document is no longer in the library."""
    return _frame(f'<p class="nothing">{escape(words.document_gone)}</p>', words, opened)


def cards_panel_html(cards: Sequence[Card], opened: Opened, unused: Sequence[Passage], words: Words) -> str:
    """The panel for the citations of one answer."""
    return _frame(cards_html(cards, opened.mark, opened.exchange, unused, words), words, opened)


def panel_html(view: ClauseView, opened: Opened, words: Words) -> str:
    """The clause `view` as opened from a list of passages or from beside a cited clause."""
    absent = absent_html(opened.quote, words) if opened.quote and view.start is None else ""
    body = (
        f"{document_html(view, words)}{absent}"
        f'<div class="clause" lang="zh-CN">{lit_html(view)}</div>'
        f"{neighbours_html(view, opened.exchange, words)}{card_actions_html(None, view, words)}"
    )
    return _frame(body, words, opened)


def _library_html(documents: Sequence[DocumentSummary], words: Words) -> str:
    if not documents:
        return ""
    items = "".join(
        f"<li>{escape(document.title)}{facts_html(document.issuers, document.number, document.date, words)}</li>"
        for document in documents[:LISTED]
    )
    title = escape(words.library_title.format(count=len(documents)))
    return f'<section class="library"><h3>{title}</h3><ul lang="zh-CN">{items}</ul></section>'


LISTED = 12
"""Documents named in an empty panel; the library tab has them all."""


def _frame(body: str, words: Words, opened: Opened | None = None) -> str:
    reveal = ""
    if opened:
        exchange = f' data-exchange="{escape(opened.exchange)}"' if opened.mark else ""
        reveal = f' data-visit="{escape(opened.visit)}" data-chosen="{int(opened.chosen)}"{exchange}'
    close = escape(words.chat.close)
    return (
        f'<section class="panel" id="{PANEL_ID}" tabindex="-1" aria-label="{escape(words.panel_label)}"{reveal}>'
        f'<div class="panel-head"><h2>{escape(words.panel_title)}</h2>{_state_html(opened, words)}'
        f'{_back_html(opened, words)}<button type="button" class="tool close" aria-label="{close}" '
        f'title="{close}">✕</button></div><div class="panel-body" tabindex="0">{body}</div></section>'
    )


def _state_html(opened: Opened | None, words: Words) -> str:
    return f'<span class="badge neutral">{escape(words.opened)}</span>' if opened and opened.near else ""


def _back_html(opened: Opened | None, words: Words) -> str:
    if opened is None or not opened.exchange:
        return ""
    return f'<a class="back" href="#exchange-{escape(opened.exchange)}">{escape(words.panel_back)}</a>'
