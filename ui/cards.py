"""The citations of one answer as cards for the evidence panel, and below them what was found but not used."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from assistant.export.reference import printed_reference
from assistant.models import Citation, Passage
from assistant.reading import ClauseView
from corpus.status import force_today
from ui.catalogue import Words
from ui.clauses import absent_html, document_html, lit_html, neighbours_html
from ui.links import reader_link
from ui.presenters import badge_html, passages_html


class Card(NamedTuple):
    """A citation and its clause as it stands in the library now; None where its document is gone."""

    citation: Citation
    view: ClauseView | None


def cards_html(cards: Sequence[Card], current: int | None, key: str, unused: Sequence[Passage], words: Words) -> str:
    """All cards of the answer in exchange `key`; `current` is the mark whose card is wanted."""
    body = "".join(_card_html(card, card.citation.mark == current, key, words) for card in cards)
    return f'<ol class="cards" aria-label="{escape(words.chat.cards)}">{body}</ol>{unused_html(unused, key, words)}'


def unused_html(passages: Sequence[Passage], key: str, words: Words) -> str:
    """What was found and left out, folded away."""
    if not passages:
        return ""
    title = escape(words.unused_title.format(count=len(passages)))
    return (
        f'<details class="unused"><summary>{title}</summary><p class="hint">{escape(words.unused_hint)}</p>'
        f"{passages_html(passages, key, words)}</details>"
    )


def _card_html(card: Card, current: bool, key: str, words: Words) -> str:
    citation, view = card
    here = ' aria-current="true"' if current else ""
    badge = badge_html(citation, words) if view else _gone_badge_html(words)
    head = f'<div class="card-head"><span class="number">{citation.mark}</span>{badge}</div>'
    body = _clause_html(citation, view, key, words) if view else _gone_html(citation, words)
    return f'<li class="card" id="card-{escape(key)}-{citation.mark}" tabindex="-1"{here}>{head}{body}</li>'


def _clause_html(citation: Citation, view: ClauseView, key: str, words: Words) -> str:
    absent = absent_html(citation.quote, words) if citation.quote and view.start is None else ""
    return (
        f'{document_html(view, words)}{absent}<div class="clause" lang="zh-CN" tabindex="0">{lit_html(view)}</div>'
        f"{neighbours_html(view, key, words)}{card_actions_html(citation, view, words)}"
    )


def card_actions_html(passage: Passage | None, view: ClauseView, words: Words) -> str:
    """Open it in its document; copy its printed reference."""
    said = words.chat
    link = reader_link(view.document_id, view.clause_id, passage.quote if isinstance(passage, Citation) else "")
    reference = printed_reference(passage) if passage else printed_reference(_as_passage(view))
    return (
        f'<p class="card-actions"><a class="read" {link}>{escape(said.open_reader)}</a>'
        f'<button type="button" class="act" data-act="reference" data-text="{escape(reference)}" '
        f'data-copied="{escape(said.copied)}">{escape(said.copy_reference)}</button></p>'
    )


def _as_passage(view: ClauseView) -> Passage:
    return Passage(
        source=view.source, path=view.path, text=view.text, title=view.title, number=view.number,
        force=force_today(view.status),
    )  # fmt: skip


def _gone_badge_html(words: Words) -> str:
    return f'<span class="badge missing">{escape(words.gone)}</span>'


def _gone_html(citation: Citation, words: Words) -> str:
    return (
        f'<p class="nothing">{escape(words.document_gone)}</p>'
        f'<p class="absent"><q lang="zh-CN">{escape(citation.quote)}</q></p>'
    )
