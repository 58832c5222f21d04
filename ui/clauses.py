"""One clause as HTML: its document, its place, its words with the quote lit, its neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from assistant.reading import ClauseView, Neighbour
from ui.catalogue import Words
from ui.catalogue_library import library_words
from ui.marks import PANEL_ID
from ui.shelf import stated_html, term_html

ISSUERS_NAMED = 3


def document_html(view: ClauseView, words: Words) -> str:
    """Which document the clause is of, and where in it the clause stands."""
    facts = facts_html(view.issuers, view.number, view.date, words)
    chain = "".join(f"<li>{escape(heading)}</li>" for heading in view.headings)
    headings = f'<ol class="headings">{chain}</ol>' if chain else ""
    return (
        f'<div class="document" lang="zh-CN"><h3>{escape(view.title)}</h3>{facts}</div>{_stated_html(view, words)}'
        f'<div class="where" lang="zh-CN">{headings}<p class="place-line">{escape(words.location)}'
        f'<span class="path">{escape(view.path)}</span></p></div>'
    )


def _stated_html(view: ClauseView, words: Words) -> str:
    """That the document is repealed, on trial, switched off: whatever users have stated of it."""
    said = library_words(words)
    stated = stated_html(view.status, said) + term_html(view.status, said)
    return f'<p class="facts">{stated}</p>' if stated else ""


def facts_html(issuers: Sequence[str], number: str, date: str, words: Words) -> str:
    """Issuers, number and date, or that the document has none."""
    rest = "".join(f"<span>{escape(fact)}</span>" for fact in (number or words.no_number, date or words.no_date))
    return f'<p class="facts">{_issuers_html(issuers, words)}{rest}</p>'


def lit_html(view: ClauseView) -> str:
    """The clause as printed, the quoted words marked."""
    if view.start is None or view.end is None:
        return escape(view.text)
    before, quote, after = view.text[: view.start], view.text[view.start : view.end], view.text[view.end :]
    return f"{escape(before)}<mark>{escape(quote)}</mark>{escape(after)}"


def absent_html(quote: str, words: Words) -> str:
    """A quote that the clause does not hold."""
    return f'<p class="absent"><span>{escape(words.quote_absent)}</span><q lang="zh-CN">{escape(quote)}</q></p>'


def neighbours_html(view: ClauseView, exchange: str, words: Words) -> str:
    """The clauses before and after, folded away."""
    before = _neighbour_html(view.before, exchange, words.before, "before")
    after = _neighbour_html(view.after, exchange, words.after, "after")
    if not before and not after:
        return ""
    return f'<details class="context"><summary>{escape(words.chat.context)}</summary>{before}{after}</details>'


def _neighbour_html(neighbour: Neighbour | None, exchange: str, label: str, side: str) -> str:
    if neighbour is None:
        return ""
    return (
        f'<a class="neighbour {side}" href="#{PANEL_ID}" data-clause="{escape(neighbour.clause_id)}" '
        f'data-turn="{escape(exchange)}"><span class="neighbour-label">{escape(label)}'
        f'<span class="path" lang="zh-CN">{escape(neighbour.path)}</span></span>'
        f'<span lang="zh-CN">{escape(neighbour.text)}</span></a>'
    )


def _issuers_html(issuers: Sequence[str], words: Words) -> str:
    """All of them up to three; of more, three and their count, with the rest at a hover."""
    named, everyone = "、".join(issuers[:ISSUERS_NAMED]), "、".join(issuers)
    if len(issuers) > ISSUERS_NAMED:
        short = words.more_issuers.format(named=named, count=len(issuers))
        return f'<span title="{escape(everyone)}">{escape(short)}</span>'
    return f"<span>{escape(everyone)}</span>" if issuers else ""
