"""The evidence panel as HTML: a clause in its place in the document, with the quoted words lit."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from html import escape

from assistant.models import CitationStatus
from assistant.reading import ClauseView, Neighbour
from corpus.models import DocumentSummary
from ui.catalogue import Words
from ui.conversation import Problem
from ui.marks import PANEL_ID
from ui.presenters import problem_html

ISSUERS_NAMED = 3


@dataclass(frozen=True, slots=True)
class Opened:
    """What the panel shows: a citation of an exchange, or (without a mark) any other clause.

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
    return _frame(hint + _library_html(documents, words), words, title=words.panel_title)


def problem_panel_html(problem: Problem, words: Words) -> str:
    """The panel when the clause cannot be shown."""
    return _frame(problem_html(problem, words), words, title=words.panel_title)


def gone_panel_html(opened: Opened, words: Words) -> str:
    """The panel for a clause whose document is no longer in the library."""
    bare = replace(opened, status=None, mark=None, near=False)
    said = f'<p class="nothing">{escape(words.document_gone)}</p>'
    return _frame(said, words, title=words.panel_title, opened=bare)


def panel_html(view: ClauseView, opened: Opened, words: Words) -> str:
    """The clause `view` as opened from a mark or from a list of passages."""
    body = (
        f"{_document_html(view, words)}{_place_html(view, words)}"
        f"{_absent_html(view, opened, words)}{_neighbour_html(view.before, opened, words.before, 'before')}"
        f'<div class="clause" lang="zh-CN">{_lit(view)}</div>'
        f"{_neighbour_html(view.after, opened, words.after, 'after')}"
    )
    return _frame(body, words, title=words.panel_title, opened=opened)


def _library_html(documents: Sequence[DocumentSummary], words: Words) -> str:
    if not documents:
        return ""
    items = "".join(_summary_html(document, words) for document in documents)
    title = escape(words.library_title.format(count=len(documents)))
    return f'<section class="library"><h3>{title}</h3><ul lang="zh-CN">{items}</ul></section>'


def _summary_html(document: DocumentSummary, words: Words) -> str:
    facts = _facts_html(document.issuers, document.number, document.date, words)
    return f"<li>{escape(document.title)}{facts}</li>"


def _facts_html(issuers: Sequence[str], number: str, date: str, words: Words) -> str:
    rest = "".join(f"<span>{escape(fact)}</span>" for fact in (number or words.no_number, date or words.no_date))
    return f'<p class="facts">{_issuers_html(issuers, words)}{rest}</p>'


def _issuers_html(issuers: Sequence[str], words: Words) -> str:
    """All of them up to three; of more, three and their count, with the rest at a hover."""
    named, everyone = "、".join(issuers[:ISSUERS_NAMED]), "、".join(issuers)
    if len(issuers) > ISSUERS_NAMED:
        short = words.more_issuers.format(named=named, count=len(issuers))
        return f'<span title="{escape(everyone)}">{escape(short)}</span>'
    return f"<span>{escape(everyone)}</span>" if issuers else ""


def _frame(body: str, words: Words, *, title: str, opened: Opened | None = None) -> str:
    reveal = f' data-visit="{escape(opened.visit)}" data-chosen="{int(opened.chosen)}"' if opened else ""
    return (
        f'<section class="panel" id="{PANEL_ID}" tabindex="-1" aria-label="{escape(words.panel_label)}"{reveal}>'
        f'<div class="panel-head"><h2>{escape(title)}</h2>{_state_html(opened, words)}{_back_html(opened, words)}</div>'
        f'<div class="panel-body">{body}</div></section>'
    )


def _state_html(opened: Opened | None, words: Words) -> str:
    if opened is None:
        return ""
    if opened.near:
        return f'<span class="badge neutral">{escape(words.opened)}</span>'
    if opened.status is None:
        return ""
    label, hint = words.citation(opened.status)
    number = f'<span class="number">{opened.mark}</span>' if opened.mark else ""
    return f'{number}<span class="badge {opened.status}" title="{escape(hint)}">{escape(label)}</span>'


def _back_html(opened: Opened | None, words: Words) -> str:
    if opened is None or not opened.exchange:
        return ""
    return f'<a class="back" href="#exchange-{escape(opened.exchange)}">{escape(words.panel_back)}</a>'


def _document_html(view: ClauseView, words: Words) -> str:
    facts = _facts_html(view.issuers, view.number, view.date, words)
    return f'<div class="document" lang="zh-CN"><h3>{escape(view.title)}</h3>{facts}</div>'


def _place_html(view: ClauseView, words: Words) -> str:
    chain = "".join(f"<li>{escape(heading)}</li>" for heading in view.headings)
    headings = f'<ol class="headings">{chain}</ol>' if chain else ""
    return (
        f'<div class="where" lang="zh-CN">{headings}<p class="place-line">{escape(words.location)}'
        f'<span class="path">{escape(view.path)}</span></p></div>'
    )


def _neighbour_html(neighbour: Neighbour | None, opened: Opened, label: str, side: str) -> str:
    if neighbour is None:
        return ""
    return (
        f'<a class="neighbour {side}" href="#{PANEL_ID}" data-clause="{escape(neighbour.clause_id)}" '
        f'data-turn="{escape(opened.exchange)}"><span class="neighbour-label">{escape(label)}'
        f'<span class="path" lang="zh-CN">{escape(neighbour.path)}</span></span>'
        f'<span lang="zh-CN">{escape(neighbour.text)}</span></a>'
    )


def _lit(view: ClauseView) -> str:
    if view.start is None or view.end is None:
        return escape(view.text)
    before, quote, after = view.text[: view.start], view.text[view.start : view.end], view.text[view.end :]
    return f"{escape(before)}<mark>{escape(quote)}</mark>{escape(after)}"


def _absent_html(view: ClauseView, opened: Opened, words: Words) -> str:
    if not opened.quote or view.start is not None:
        return ""
    return f'<p class="absent"><span>{escape(words.quote_absent)}</span><q lang="zh-CN">{escape(opened.quote)}</q></p>'
