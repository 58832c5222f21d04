"""One attempt at a reply: sent, read as it arrives, counted, and judged when it is whole."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from assistant.writing.context import context_for
from assistant.writing.endpoint import Endpoint
from assistant.writing.faults import Fault, failed, fault_of
from assistant.writing.pump import FirstLate, GapTooLong, Pump, TookTooLong
from assistant.writing.reply import Reply, read_reply
from assistant.writing.request import Request, Tally
from assistant.writing.tokens import MESSAGE, estimated
from corpus.stopping import Stopped

if TYPE_CHECKING:
    from assistant.writing.chain import ChatChain, Piece

LONGEST_REPLY = 60_000
"""Characters of a reply, thoughts included."""

NEW_DRAFT_SECONDS = 0.08
_FILTERED = frozenset({"content_filter", "sensitive", "safety"})
_CUT_OFF = frozenset({"length", "max_tokens"})


class Attempt:
    """One request on its way; what it has taken so far can be asked at any time."""

    def __init__(self, chain: ChatChain, endpoint: Endpoint, request: Request) -> None:
        self._chain = chain
        self._endpoint = endpoint
        self._request = request
        room = endpoint.context_tokens - endpoint.answer_tokens
        self._context = context_for(request, room)
        if not self._context.keyed:
            raise failed(Fault.CONTEXT, endpoint)
        self._variables = self._context.variables(request)
        self._raw = ""
        self._begun = False
        self._first: float | None = None
        self._said = (0, 0)
        self._finish = ""

    @property
    def size(self) -> int:
        """Tokens of the prompt, as counted here."""
        texts = (self._request.prompt.system, *self._variables.values())
        return sum(map(estimated, texts)) + 2 * MESSAGE

    @property
    def cut_off(self) -> bool:
        return self._finish in _CUT_OFF

    def replies(self, stopped: Stopped) -> Iterator[Reply]:
        """The reply so far, again and again; WriterFailed where it breaks off."""
        drawn, before = -math.inf, Reply()
        for piece in self._pieces(stopped):
            self._take(piece)
            if piece.text and time.monotonic() - drawn >= NEW_DRAFT_SECONDS:
                drawn = time.monotonic()
                reply = read_reply(self._raw, self._context.keyed, finished=False)
                if reply.lines and reply != before:
                    before = reply
                    yield reply
        if stopped():
            raise failed(Fault.STOPPED, self._endpoint)

    def whole(self) -> Reply:
        """The reply when all of it is there; WriterFailed where it is of no use."""
        reply = read_reply(self._raw, self._context.keyed, finished=True)
        fault = self._fault(reply)
        if fault is not None:
            raise failed(fault, self._endpoint)
        return reply

    def count(self, tally: Tally, *, taken: bool) -> int:
        """Adds what it took; `taken`: the service has had the prompt, whether it replied or not. How many tokens."""
        said_in, said_out = self._said
        if said_in or said_out:
            tally.add(said_in, said_out, self._first, estimated=False)
            return said_in + said_out
        sent = self.size if self._begun or taken else 0
        got = estimated(self._raw)
        tally.add(sent, got, self._first, estimated=sent > 0)
        return sent + got

    def _take(self, piece: Piece) -> None:
        self._begun = True
        if piece.text and self._first is None:
            self._first = time.monotonic()
        self._raw += piece.text
        self._said = (max(self._said[0], piece.tokens_in), max(self._said[1], piece.tokens_out))
        self._finish = piece.finish or self._finish
        if len(self._raw) > LONGEST_REPLY:
            raise failed(Fault.TOO_LONG, self._endpoint)

    def _pieces(self, stopped: Stopped) -> Iterator[Piece]:
        request, patience = self._request, self._endpoint.patience
        pump = Pump(
            lambda: self._chain.stream(request.prompt, self._variables, traced=request.traced),
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

    def _fault(self, reply: Reply) -> Fault | None:
        if self._finish in _FILTERED:
            return Fault.FILTERED
        if not reply.lines:
            return Fault.EMPTY
        if reply.refused:
            return None
        if reply.foreign:
            return Fault.LANGUAGE
        return None if reply.cited else Fault.UNCITED
