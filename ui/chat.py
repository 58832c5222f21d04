"""What the chat page does, without a widget: a question asked, a mark followed, a passage opened.

The page hands in what it knows and shows what comes out. Nothing is kept here
between calls: conversations belong to visitors, and live in their session state.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from assistant.models import Answer, Passage, Turn
from assistant.reading import Shelf, view
from corpus.errors import DocumentUnknown, WenceError
from index.models import DocumentFilter
from ui.catalogue import CHINESE, ENGLISH, Words
from ui.conversation import Conversation, Problem
from ui.marks import cuts
from ui.panel import Opened, empty_panel_html, gone_panel_html, panel_html, problem_panel_html
from ui.presenters import conversation_html, problem_html

STEPS = 6
STEP_SECONDS = 0.06
"""An answer appears in this many pieces, this far apart."""

logger = logging.getLogger(__name__)


class Answering(Protocol):
    """What the ways in need of the assistant."""

    def ask(self, question: str, *, history: Sequence[Turn] = (), where: DocumentFilter | None = None) -> Answer: ...

    def search(self, query: str, k: int = 10, where: DocumentFilter | None = None) -> tuple[Passage, ...]: ...


class Desk(Protocol):
    """The application as the ways in see it; `ui.wiring.Services` is one."""

    @property
    def assistant(self) -> Answering: ...

    @property
    def library(self) -> Shelf: ...


class Frame(NamedTuple):
    """One state of the page on the way to an answer."""

    conversation: Conversation
    opened: Opened | None
    shown: int | None = None
    """Characters of the last answer that are on display; None when all is said."""


def ask(desk: Desk, conversation: Conversation, question: str) -> Iterator[Frame]:
    """The question put to the assistant: first itself, then its answer piece by piece, then all of it."""
    asked = conversation.asked(question)
    yield Frame(asked, None)
    try:
        answer = desk.assistant.ask(question, history=conversation.turns)
    except WenceError as error:
        yield Frame(asked.failed(Problem.of(error)), None)
        return
    except Exception:
        logger.exception("the question %r could not be handled", question)
        yield Frame(asked.failed(unexpected()), None)
        return
    answered = asked.answered(answer)
    for shown in cuts(answer, STEPS):
        yield Frame(answered, None, shown)
        time.sleep(STEP_SECONDS)
    yield Frame(answered, first_evidence(answered))


def unexpected() -> Problem:
    """The notice for a fault of the program itself, whose trace is in the log."""
    return Problem(CHINESE.problem_unexpected, ENGLISH.problem_unexpected)


def first_evidence(conversation: Conversation) -> Opened | None:
    """The first citation of the last answer, to be open beside it."""
    last = conversation.last
    if last is None or last.answer is None or not last.answer.citations:
        return None
    return follow(conversation, last.key, mark=last.answer.citations[0].mark)


def follow(
    conversation: Conversation, key: str, *, mark: int | None = None, clause_id: str = "", chosen: bool = False
) -> Opened | None:
    """What a click leads to: the clause that `mark` is bound to in exchange `key`, or the clause named."""
    exchange = conversation.find(key)
    if mark is not None:
        citation = exchange.citation(mark) if exchange else None
        if citation is None:
            return None
        return Opened(
            clause_id=citation.clause_id,
            quote=citation.quote,
            status=citation.status,
            mark=mark,
            exchange=key,
            chosen=chosen,
        )
    if not clause_id:
        return None
    near = bool(exchange and exchange.passage(clause_id))
    return Opened(clause_id=clause_id, exchange=exchange.key if exchange else "", near=near, chosen=chosen)


def conversation(desk: Desk, conversation: Conversation, words: Words, shown: int | None = None) -> str:
    """The conversation column: the exchanges, or the welcome over what is in the library."""
    try:
        documents = () if conversation.exchanges else desk.library.documents()
    except WenceError as error:
        return problem_html(Problem.of(error), words)
    return conversation_html(conversation, documents, words, shown)


def panel(desk: Desk, opened: Opened | None, words: Words) -> str:
    """The evidence panel for what is opened."""
    try:
        return _clause(desk, opened, words) if opened else empty_panel_html(desk.library.documents(), words)
    except WenceError as error:
        return problem_panel_html(Problem.of(error), words)


def _clause(desk: Desk, opened: Opened, words: Words) -> str:
    try:
        return panel_html(view(desk.library, opened.clause_id, opened.quote), opened, words)
    except DocumentUnknown:
        return gone_panel_html(opened, words)
