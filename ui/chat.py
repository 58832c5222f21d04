"""What the chat tab does, without a widget: a question asked and kept, a mark followed, a passage opened.

The page hands in what it knows and shows what comes out. Nothing is kept here
between calls: conversations belong to visitors, and live in their session state
and in the store of conversations.
"""

from __future__ import annotations

import logging
import math
import threading
import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from assistant.conversation_tables import ConversationsUnusable
from assistant.conversations import Conversations
from assistant.models import Answer, AnswerStatus, Briefing, Draft, Passage, Turn
from assistant.reading import Shelf
from assistant.suggestions import follow_ups
from assistant.understanding.scope import Scope
from corpus.errors import WenceError
from corpus.stopping import Stopped
from index.models import DocumentFilter
from ui.catalogue import CHINESE, ENGLISH
from ui.conversation import EVERYTHING, Conversation, Problem
from ui.keeping import Keeper
from ui.marks import cuts
from ui.panel import Opened

if TYPE_CHECKING:
    from assistant.briefing import Length
    from assistant.contrast import Contrast, Revision
    from assistant.writing.endpoint import Endpoint

STEPS = 6
STEP_SECONDS = 0.06
"""An answer that comes at once appears in this many pieces, this far apart."""

DRAFT_SECONDS = 0.15
"""Drafts of an answer that is being written are shown no closer together than this."""

logger = logging.getLogger(__name__)


class Answering(Protocol):
    """What the ways in need of the assistant."""

    @property
    def endpoint(self) -> Endpoint | None: ...

    def ask(self, question: str, *, history: Sequence[Turn] = (), where: DocumentFilter | None = None) -> Answer: ...

    def stream(
        self,
        question: str,
        *,
        history: Sequence[Turn] = (),
        where: DocumentFilter | None = None,
        stopped: Stopped = ...,
    ) -> Iterator[Draft | Answer]: ...

    def search(self, query: str, k: int = 10, where: DocumentFilter | None = None) -> tuple[Passage, ...]: ...

    def brief(
        self,
        request: str,
        *,
        length: Length | None = None,
        documents: Sequence[str] = (),
        stopped: Stopped = ...,
    ) -> Briefing: ...

    def compare(
        self,
        names: Sequence[str],
        *,
        topic: str = "",
        versions: bool | None = None,
        stopped: Stopped = ...,
    ) -> Contrast | Revision: ...


class Holdings(Shelf, Protocol):
    """The library as the ways in see it."""

    def generation(self) -> int: ...


class Desk(Protocol):
    """The application as the ways in see it; `ui.wiring.Services` is one."""

    @property
    def assistant(self) -> Answering: ...

    @property
    def library(self) -> Holdings: ...

    @property
    def conversations(self) -> Conversations: ...

    @property
    def keeper(self) -> Keeper: ...


class Frame(NamedTuple):
    """One state of the page on the way to an answer."""

    conversation: Conversation
    opened: Opened | None
    shown: int | None = None
    """Characters of the last answer that are on display; None when all of it is."""


class Stops:
    """Which questions under way have been given up, by the keys of their exchanges."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running: dict[str, threading.Event] = {}

    def begin(self, key: str) -> Stopped:
        """Says, from now on and until `end`, whether exchange `key` was given up."""
        with self._lock:
            return self._running.setdefault(key, threading.Event()).is_set

    def stop(self, key: str) -> None:
        with self._lock:
            event = self._running.get(key)
        if event is not None:
            event.set()

    def end(self, key: str) -> None:
        with self._lock:
            self._running.pop(key, None)


def ask(
    desk: Desk,
    conversation: Conversation,
    question: str,
    *,
    visitor: str = "",
    scope: Scope = EVERYTHING,
    instead: bool = False,
    stops: Stops | None = None,
) -> Iterator[Frame]:
    """The question put to the assistant: first itself, then its answer as it comes, then all of it.

    With `instead` it takes the place of the last exchange. A visitor without a name is
    answered as well, but nothing is kept.
    """
    replaced = conversation.last if instead else None
    asked = (conversation.without_last() if replaced else conversation).asked(question, scope)
    assert asked.last is not None
    key, history = asked.last.key, asked.turns
    yield Frame(asked, None)
    stops = stops or Stops()
    given_up = stops.begin(key)
    try:
        asked = _kept(desk, asked, visitor, replaced.key if replaced else "")
        where = None if scope.empty else scope.filter
        for step in _paced(desk.assistant.stream(question, history=history, where=where, stopped=given_up)):
            if isinstance(step, Draft):
                asked = asked.drafted(step)
                yield Frame(asked, None)
            else:
                yield from _answered(desk, asked, step, visitor)
    except WenceError as error:
        yield Frame(asked.failed(Problem.of(error)), None)
    except Exception:
        logger.exception("the question %r could not be handled", question)
        yield Frame(asked.failed(unexpected()), None)
    finally:
        stops.stop(key)
        stops.end(key)


def _answered(desk: Desk, asked: Conversation, answer: Answer, visitor: str) -> Iterator[Frame]:
    assert asked.last is not None
    drafted = asked.last.draft is not None
    if visitor and asked.id:
        desk.conversations.answer(visitor, asked.id, asked.last.key, answer)
    pieces = () if drafted else _pieces(answer)
    for shown in pieces[:1]:
        yield Frame(asked.answered(answer), None, shown)
    # What can be asked next takes longer to find than the answer: its first words do not wait for it.
    done = asked.answered(answer, follow_ups(answer, desk.library))
    for shown in pieces[1:]:
        time.sleep(STEP_SECONDS)
        yield Frame(done, None, shown)
    yield Frame(done, first_evidence(done))


def _pieces(answer: Answer) -> tuple[int, ...]:
    """How many characters are shown by and by; a refusal is there at once."""
    return (0,) if answer.status is AnswerStatus.REFUSED else cuts(answer, STEPS)


def _paced(steps: Iterator[Draft | Answer]) -> Iterator[Draft | Answer]:
    """Drafts at a pace that a page can follow; the answer always."""
    last = -math.inf
    for step in steps:
        now = time.monotonic()
        if isinstance(step, Answer) or now - last >= DRAFT_SECONDS:
            last = now
            yield step


def _kept(desk: Desk, asked: Conversation, visitor: str, replaced: str) -> Conversation:
    last = asked.last
    assert last is not None
    if not visitor:
        return asked
    try:
        kept = desk.conversations.ask(visitor, asked.id, last.key, last.question, last.scope, instead_of=replaced)
    except ConversationsUnusable as error:
        logger.warning("a question is answered but not kept: %s", error.message("en"))
        return Conversation(asked.exchanges).unkept(Problem.of(error))
    return Conversation(asked.exchanges, kept)


def unexpected() -> Problem:
    """The notice for a fault of the program itself, whose trace is in the log."""
    return Problem(CHINESE.problem_unexpected, ENGLISH.problem_unexpected)


def reopened(desk: Desk, visitor: str, conversation: str) -> Conversation:
    """A kept conversation as it was left; an empty one where it is not this visitor's, or cannot be read."""
    if not visitor or not conversation:
        return Conversation()
    turns = desk.conversations.turns(visitor, conversation)
    return renewed(desk, Conversation.of(conversation, turns)) if turns else Conversation()


def renewed(desk: Desk, conversation: Conversation) -> Conversation:
    """The conversation with what can be asked next, out of the library as it is now."""
    last = conversation.last
    if last is None or last.answer is None:
        return conversation
    return conversation.answered(last.answer, follow_ups(last.answer, desk.library))


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
