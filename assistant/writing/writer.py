"""A chat model writes from the clauses it is given; what comes is read, bounded, and tried again where it pays.

Heavy imports wait until the first question: a command that asks no model pays nothing.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from assistant.models import Trace
from assistant.prompts import Prompt
from assistant.writing.audit import NO_AUDIT, Audit
from assistant.writing.context import Context, context_for
from assistant.writing.endpoint import Endpoint
from assistant.writing.faults import RETRIED, Fault, WriterFailed, failed, fault_of
from assistant.writing.pump import FirstLate, GapTooLong, Pump, TookTooLong
from assistant.writing.reply import Reply, read_reply
from assistant.writing.tokens import MESSAGE, estimated
from index.models import Evidence

if TYPE_CHECKING:
    from assistant.writing.chain import ChatChain, Piece

LONGEST_WAIT = 20.0
"""Seconds that a service may ask to be left alone for; if it asks for more, the user is told instead."""

FIRST_PAUSE = 0.5
LONGEST_REPLY = 60_000
"""Characters of a reply, thoughts included."""

NEW_DRAFT_SECONDS = 0.08
_FILTERED = frozenset({"content_filter", "sensitive", "safety"})
_TAKEN = frozenset({Fault.SLOW, Fault.STALLED, Fault.STOPPED, Fault.TOO_LONG})
"""Faults in which the service had the prompt already: its tokens count."""

_CUT_OFF = frozenset({"length", "max_tokens"})


@dataclass(frozen=True, slots=True)
class Request:
    """What a model is to write: the question, the clauses for it, best first, and by which prompt."""

    question: str
    evidence: tuple[Evidence, ...]
    prompt: Prompt
    balanced: bool = False
    traced: bool = True
    """May the words of this request go to a tracing service?"""


@dataclass(frozen=True, slots=True)
class Written:
    """The whole reply and what it took."""

    reply: Reply
    trace: Trace
    cut_off: bool = False


class Writer(Protocol):
    """Writes from evidence; raises WriterFailed where it cannot."""

    @property
    def endpoint(self) -> Endpoint: ...

    def write(self, request: Request, stopped: Callable[[], bool]) -> Iterator[Reply | Written]: ...

    def answered(self, question: str, status: str, trace: Trace, fault: str) -> None: ...


@dataclass
class _Run:
    """The reply of one attempt while it arrives."""

    started: float
    raw: str = ""
    began: bool = False
    first: float | None = None
    tokens_in: int = 0
    tokens_out: int = 0
    finish: str = ""

    def take(self, piece: Piece) -> None:
        self.began = True
        if piece.text and self.first is None:
            self.first = time.monotonic()
        self.raw += piece.text
        self.tokens_in = max(self.tokens_in, piece.tokens_in)
        self.tokens_out = max(self.tokens_out, piece.tokens_out)
        self.finish = piece.finish or self.finish


@dataclass
class _Tally:
    """What all attempts at one request took together."""

    started: float = field(default_factory=time.monotonic)
    attempts: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    first: float | None = None
    estimated: bool = False

    def add(self, run: _Run, sent: int) -> None:
        said = run.tokens_in or run.tokens_out
        self.tokens_in += run.tokens_in if said else sent
        self.tokens_out += run.tokens_out if said else estimated(run.raw)
        self.estimated = self.estimated or not said
        self.first = self.first if self.first is not None else run.first


class ModelWriter:
    """Lets a chat model write, sentence by sentence bound to the clauses it cites."""

    def __init__(
        self, endpoint: Endpoint, *, audit: Audit = NO_AUDIT, chain: Callable[[Endpoint], ChatChain] | None = None
    ) -> None:
        self._endpoint = endpoint
        self._audit = audit
        self._make = chain or _chain
        self._lock = threading.Lock()
        self._made: ChatChain | None = None

    @property
    def endpoint(self) -> Endpoint:
        return self._endpoint

    def write(self, request: Request, stopped: Callable[[], bool]) -> Iterator[Reply | Written]:
        """The reply as it grows, and the whole of it last."""
        chain = self._chain()
        tally, room = _Tally(), self._endpoint.context_tokens - self._endpoint.answer_tokens
        try:
            yield from self._tries(chain, request, room, tally, stopped)
        except WriterFailed as failure:
            failure.trace = self._trace(request.prompt, tally)
            raise

    def answered(self, question: str, status: str, trace: Trace, fault: str) -> None:
        """Puts what became of a question into the log."""
        self._audit.answered(question, status, trace, fault)

    def _tries(
        self, chain: ChatChain, request: Request, room: int, tally: _Tally, stopped: Callable[[], bool]
    ) -> Iterator[Reply | Written]:
        while True:
            tally.attempts += 1
            shown = False
            try:
                for item in self._once(chain, request, room, tally, stopped):
                    shown = shown or isinstance(item, Reply)
                    yield item
                return
            except WriterFailed as failure:
                if failure.fault not in RETRIED or shown or tally.attempts > self._endpoint.patience.retries:
                    raise
                if failure.fault is Fault.CONTEXT:
                    room //= 2
                elif not _paused(failure, tally.attempts, stopped):
                    raise

    def _once(
        self, chain: ChatChain, request: Request, room: int, tally: _Tally, stopped: Callable[[], bool]
    ) -> Iterator[Reply | Written]:
        context = context_for(request.prompt, request.question, request.evidence, room, balanced=request.balanced)
        if not context.keyed:
            raise failed(Fault.CONTEXT, self._endpoint)
        variables = context.variables(request.question)
        sent = _size(request.prompt, variables)
        run = _Run(time.monotonic())
        with self._audit.reserved(self._endpoint, sent + self._endpoint.answer_tokens) as reservation:
            try:
                yield from self._arriving(chain, request, variables, context, run, stopped)
            except WriterFailed as failure:
                sent = sent if run.began or failure.fault in _TAKEN else 0
                raise
            finally:
                before = tally.tokens_in + tally.tokens_out
                tally.add(run, sent)
                reservation.used(tally.tokens_in + tally.tokens_out - before)
        reply = read_reply(run.raw, context.keyed, finished=True)
        self._check(run, reply)
        trace = self._trace(request.prompt, tally).model_copy(update={"unknown_marks": reply.unknown})
        yield Written(reply, trace, cut_off=run.finish in _CUT_OFF)

    def _arriving(
        self,
        chain: ChatChain,
        request: Request,
        variables: Mapping[str, str],
        context: Context,
        run: _Run,
        stopped: Callable[[], bool],
    ) -> Iterator[Reply]:
        drawn, before = 0.0, Reply()
        for piece in self._pieces(chain, request, variables, stopped):
            run.take(piece)
            if len(run.raw) > LONGEST_REPLY:
                raise failed(Fault.TOO_LONG, self._endpoint)
            if piece.text and time.monotonic() - drawn >= NEW_DRAFT_SECONDS:
                drawn = time.monotonic()
                reply = read_reply(run.raw, context.keyed, finished=False)
                if reply.lines and reply != before:
                    before = reply
                    yield reply
        if stopped():
            raise failed(Fault.STOPPED, self._endpoint)

    def _pieces(
        self, chain: ChatChain, request: Request, variables: Mapping[str, str], stopped: Callable[[], bool]
    ) -> Iterator[Piece]:
        patience = self._endpoint.patience
        pump = Pump(
            lambda: chain.stream(request.prompt, variables, traced=request.traced),
            first_seconds=patience.first_token_seconds,
            gap_seconds=patience.gap_seconds,
            total_seconds=patience.total_seconds,
        )
        try:
            yield from pump.items(stopped)
        except FirstLate as error:
            raise failed(Fault.SLOW, self._endpoint, seconds=patience.first_token_seconds) from error
        except GapTooLong as error:
            raise failed(Fault.STALLED, self._endpoint, seconds=patience.gap_seconds) from error
        except TookTooLong as error:
            raise failed(Fault.TOO_LONG, self._endpoint) from error
        # Every client raises errors of its own; whichever it is, the user still gets an answer.
        except Exception as error:
            raise fault_of(error, self._endpoint) from error

    def _check(self, run: _Run, reply: Reply) -> None:
        if run.finish in _FILTERED:
            raise failed(Fault.FILTERED, self._endpoint)
        if not reply.lines:
            raise failed(Fault.EMPTY, self._endpoint)
        if reply.refused:
            return
        if reply.foreign:
            raise failed(Fault.LANGUAGE, self._endpoint)
        if not reply.cited:
            raise failed(Fault.UNCITED, self._endpoint)

    def _trace(self, prompt: Prompt, tally: _Tally) -> Trace:
        return Trace(
            model=self._endpoint.name,
            endpoint=self._endpoint.host,
            remote=self._endpoint.remote,
            prompt_version=prompt.version,
            tokens_in=tally.tokens_in,
            tokens_out=tally.tokens_out,
            estimated=tally.estimated,
            first_token_ms=None if tally.first is None else round(1000 * (tally.first - tally.started)),
            total_ms=round(1000 * (time.monotonic() - tally.started)),
            attempts=tally.attempts,
        )

    def _chain(self) -> ChatChain:
        with self._lock:
            if self._made is None:
                self._made = self._make(self._endpoint)
            return self._made


def _chain(endpoint: Endpoint) -> ChatChain:
    from assistant.writing.chain import ChatChain

    return ChatChain(endpoint)


def _size(prompt: Prompt, variables: Mapping[str, str]) -> int:
    return estimated(prompt.system) + sum(map(estimated, variables.values())) + 2 * MESSAGE


def _paused(failure: WriterFailed, attempt: int, stopped: Callable[[], bool]) -> bool:
    """Waits as long as the service asks for, or a little longer each time; False where that is too long."""
    seconds = FIRST_PAUSE * 2 ** (attempt - 1) if failure.retry_after is None else failure.retry_after
    if seconds > LONGEST_WAIT:
        return False
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        if stopped():
            return False
        time.sleep(min(left, 0.05))
    return True
