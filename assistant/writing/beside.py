"""Requests to models beside the one that writes: short, with a deadline, counted, and never needed.

What a question has taken of them, and what failed, is gathered while it is answered
(`gathered`), so that the answer can say so whoever asked for them on its way.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from assistant.models import SideRequest
from assistant.prompts import Prompt
from assistant.writing.audit import NO_AUDIT, Audit
from assistant.writing.endpoint import Endpoint
from assistant.writing.faults import Fault, WriterFailed, failed, fault_of
from assistant.writing.pump import FirstLate, GapTooLong, Pump, TookTooLong
from assistant.writing.tokens import MESSAGE, estimated
from corpus.stopping import Stopped, never

if TYPE_CHECKING:
    from assistant.writing.chain import ChatChain, Piece

Role = Literal["rewrite", "rerank"]

logger = logging.getLogger(__name__)


@dataclass
class Gathered:
    """What one question has taken of models beside the one that writes."""

    stopped: Stopped
    requests: list[SideRequest] = field(default_factory=list)
    notices: list[tuple[str, str]] = field(default_factory=list)


_GATHERED: ContextVar[Gathered | None] = ContextVar("gathered", default=None)


@contextmanager
def gathered(stopped: Stopped) -> Iterator[Gathered]:
    """Gathers while its `with` lasts, in this thread."""
    found = Gathered(stopped)
    token = _GATHERED.set(found)
    try:
        yield found
    finally:
        _GATHERED.reset(token)


def unmet(failure: WriterFailed, instead: tuple[str, str]) -> None:
    """Notes that a request failed, and what is done instead."""
    logger.warning("%s %s", failure.en, instead[1])
    now = _GATHERED.get()
    if now is not None:
        now.notices.append((f"{failure.zh}{instead[0]}", f"{failure.en} {instead[1]}"))


class SideModel:
    """One endpoint in one role."""

    def __init__(
        self, endpoint: Endpoint, role: Role, *, seconds: float, audit: Audit = NO_AUDIT, trace: str = "off"
    ) -> None:
        self.endpoint = endpoint
        self._role: Role = role
        self._seconds = seconds
        self._audit = audit
        self._trace = trace
        self._made: ChatChain | None = None

    def reply(self, prompt: Prompt, variables: Mapping[str, str], *, most: int, traced: bool) -> str:
        """The whole reply, or WriterFailed; so many tokens at `most` are set aside for it in the month's limit.

        `traced`: may these words go to a tracing service?
        """
        sent = sum(map(estimated, (prompt.system, prompt.user, *variables.values()))) + 2 * MESSAGE
        pieces: list[Piece] = []
        started, taken = time.monotonic(), True
        with self._audit.reserved(self.endpoint, sent + most) as reservation:
            try:
                pieces.extend(self._pieces(prompt, variables, traced))
            except WriterFailed as failure:
                taken = failure.fault in (Fault.LATE, Fault.STOPPED)
                raise
            finally:
                request = self._request(prompt, sent if taken or pieces else 0, pieces, time.monotonic() - started)
                reservation.used(request.tokens_in + request.tokens_out)
                now = _GATHERED.get()
                if now is not None:
                    now.requests.append(request)
        return "".join(piece.text for piece in pieces)

    def _pieces(self, prompt: Prompt, variables: Mapping[str, str], traced: bool) -> Iterator[Piece]:
        now = _GATHERED.get()
        stopped = now.stopped if now is not None else never
        try:
            chain = self._chain()
            pump = Pump(
                lambda: chain.stream(prompt, variables, traced=traced),
                first_seconds=self._seconds,
                gap_seconds=self._seconds,
                total_seconds=self._seconds,
            )
            yield from pump.items(stopped)
        except (FirstLate, GapTooLong, TookTooLong) as error:
            raise failed(Fault.LATE, self.endpoint, seconds=self._seconds) from error
        # Every client raises errors of its own; whichever it is, the rules do without.
        except Exception as error:
            raise fault_of(error, self.endpoint) from error
        if stopped():
            raise failed(Fault.STOPPED, self.endpoint)

    def _chain(self) -> ChatChain:
        if self._made is None:
            from assistant.writing.chain import ChatChain

            self._made = ChatChain(self.endpoint, self._trace)
        return self._made

    def _request(self, prompt: Prompt, sent: int, pieces: list[Piece], seconds: float) -> SideRequest:
        said_in = max((one.tokens_in for one in pieces), default=0)
        said_out = max((one.tokens_out for one in pieces), default=0)
        counted = bool(said_in or said_out)
        return SideRequest(
            role=self._role,
            model=self.endpoint.name,
            endpoint=self.endpoint.host,
            remote=self.endpoint.remote,
            prompt_version=prompt.version,
            tokens_in=said_in if counted else sent,
            tokens_out=said_out if counted else estimated("".join(one.text for one in pieces)),
            estimated=not counted,
            total_ms=round(1000 * seconds),
        )
