"""A chat model writes from the clauses it is given, and is asked again where that pays.

Heavy imports wait until the first question: a command that asks no model pays nothing.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from assistant.models import Trace
from assistant.writing.attempt import Attempt
from assistant.writing.audit import NO_AUDIT, Audit
from assistant.writing.endpoint import Endpoint
from assistant.writing.faults import RETRIED, Fault, WriterFailed, failed
from assistant.writing.reply import Reply
from assistant.writing.request import Request, Tally, Written
from corpus.stopping import Stopped

if TYPE_CHECKING:
    from assistant.writing.chain import ChatChain

LONGEST_WAIT = 20.0
"""Seconds that a service may ask to be left alone for; if it asks for more, the user is told instead."""

FIRST_PAUSE = 0.5
_TAKEN = frozenset({Fault.SLOW, Fault.STALLED, Fault.STOPPED, Fault.TOO_LONG})
"""Faults in which the service has had the prompt: its tokens count."""


class Writer(Protocol):
    """Writes from evidence; raises WriterFailed where it cannot."""

    @property
    def endpoint(self) -> Endpoint: ...

    def write(self, request: Request, stopped: Stopped) -> Iterator[Reply | Written]: ...

    def answered(self, question: str, status: str, trace: Trace, fault: str) -> None: ...


class ModelWriter:
    """Lets a chat model write, sentence by sentence bound to the clauses it cites."""

    def __init__(self, endpoint: Endpoint, *, audit: Audit = NO_AUDIT, trace: str = "off") -> None:
        self._endpoint = endpoint
        self._audit = audit
        self._trace = trace
        self._lock = threading.Lock()
        self._made: ChatChain | None = None

    @property
    def endpoint(self) -> Endpoint:
        return self._endpoint

    def write(self, request: Request, stopped: Stopped) -> Iterator[Reply | Written]:
        """The reply as it grows, and the whole of it last."""
        chain, tally, asked = self._chain(), Tally(), request
        try:
            while True:
                tally.attempts += 1
                shown = False
                try:
                    attempt = Attempt(chain, self._endpoint, asked)
                    for reply in self._metered(attempt, tally, stopped):
                        shown = True
                        yield reply
                    reply = attempt.whole()
                    trace = tally.trace(self._endpoint, request.prompt, reply.unknown)
                    yield Written(reply, trace, cut_off=attempt.cut_off)
                    return
                except WriterFailed as failure:
                    if shown or tally.attempts > self._endpoint.patience.retries or stopped():
                        raise
                    asked = _again(asked, failure, tally.attempts, stopped)
        except WriterFailed as failure:
            failure.trace = tally.trace(self._endpoint, request.prompt)
            raise

    def answered(self, question: str, status: str, trace: Trace, fault: str) -> None:
        """Puts what became of a question into the log."""
        self._audit.answered(question, status, trace, fault)

    def _metered(self, attempt: Attempt, tally: Tally, stopped: Stopped) -> Iterator[Reply]:
        """The replies of an attempt, its tokens set aside before and counted after it."""
        taken = True
        with self._audit.reserved(self._endpoint, attempt.size + self._endpoint.answer_tokens) as reservation:
            try:
                yield from attempt.replies(stopped)
            except WriterFailed as failure:
                taken = failure.fault in _TAKEN
                raise
            finally:
                reservation.used(attempt.count(tally, taken=taken))

    def _chain(self) -> ChatChain:
        with self._lock:
            if self._made is None:
                from assistant.writing.chain import ChatChain

                try:
                    self._made = ChatChain(self._endpoint, self._trace)
                # Whatever the environment does to the client, the user still gets an answer.
                except Exception as error:
                    raise failed(Fault.NO_CLIENT, self._endpoint, detail=type(error).__name__) from error
            return self._made


def _again(request: Request, failure: WriterFailed, attempts: int, stopped: Stopped) -> Request:
    """The request to try next, after a pause; the failure, where no other try can mend it."""
    if failure.fault is Fault.CONTEXT and len(request.evidence) > 1:
        return replace(request, evidence=request.evidence[: len(request.evidence) // 2])
    if failure.fault not in RETRIED or not _paused(failure, attempts, stopped):
        raise failure
    return request


def _paused(failure: WriterFailed, attempts: int, stopped: Stopped) -> bool:
    """Waits as long as the service asks for, or a little longer each time; False where that is too long."""
    seconds = FIRST_PAUSE * 2 ** (attempts - 1) if failure.retry_after is None else failure.retry_after
    if seconds > LONGEST_WAIT:
        return False
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        if stopped():
            return False
        time.sleep(min(left, 0.05))
    return True
