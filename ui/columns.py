"""What stands in the columns of the chat tab: the conversation, the evidence beside it, the filters above the box.

Reads the library for what the presenters need, and turns its failures into notices.
"""

from __future__ import annotations

from assistant.reading import ClauseView, view
from assistant.recheck import held_by
from assistant.suggestions import openings
from corpus.errors import DocumentUnknown, WenceError
from ui.cards import Card
from ui.catalogue import Words
from ui.chat import Desk
from ui.conversation import Conversation, Exchange, Problem
from ui.filters import scope_html
from ui.panel import (
    Opened,
    cards_panel_html,
    empty_panel_html,
    gone_panel_html,
    panel_html,
    problem_panel_html,
)
from ui.presenters import newest_html, past_html, problem_html


def past(desk: Desk, conversation: Conversation, words: Words, full: int) -> str:
    """The exchanges before the newest."""
    try:
        documents = desk.library.documents() if any(not each.scope.empty for each in conversation.exchanges) else ()
        now = conversation.held_against(held_by(desk.library), full + 1)
    except WenceError as error:
        return problem_html(Problem.of(error), words)
    return past_html(now, words, full, {document.id: document.title for document in documents})


def newest(desk: Desk, conversation: Conversation, words: Words, shown: int | None = None) -> str:
    """The newest exchange, or the welcome over what is in the library."""
    try:
        last = conversation.last
        documents = desk.library.documents() if last is None or not last.scope.empty else ()
        first = openings(desk.library) if last is None else ()
        if shown is None:
            conversation = conversation.held_against(held_by(desk.library), 1)
    except WenceError as error:
        return problem_html(Problem.of(error), words)
    return newest_html(conversation, documents, first, words, shown)


def scope(desk: Desk, words: Words) -> str:
    """The filters above the question box."""
    try:
        return scope_html(desk.library.documents(), words)
    except WenceError as error:
        return problem_html(Problem.of(error), words)


def panel(desk: Desk, conversation: Conversation, opened: Opened | None, words: Words) -> str:
    """The evidence panel for what is opened."""
    try:
        if opened is None:
            return empty_panel_html(desk.library.documents(), words)
        exchange = conversation.find(opened.exchange)
        if opened.mark and exchange:
            return _cards(desk, exchange, opened, words)
        found = _view(desk, opened.clause_id, opened.quote)
        return panel_html(found, opened, words) if found else gone_panel_html(opened, words)
    except WenceError as error:
        return problem_panel_html(Problem.of(error), words)


def _cards(desk: Desk, exchange: Exchange, opened: Opened, words: Words) -> str:
    cited = exchange.answer.citations if exchange.answer else exchange.draft.citations if exchange.draft else ()
    cards = [Card(citation, _view(desk, citation.clause_id, citation.quote)) for citation in cited]
    return cards_panel_html(cards, opened, exchange.answer.unused if exchange.answer else (), words)


def _view(desk: Desk, clause_id: str, quote: str) -> ClauseView | None:
    try:
        return view(desk.library, clause_id, quote)
    except DocumentUnknown:
        return None
