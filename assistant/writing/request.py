"""What a model is asked to write, what comes of it, and what it took."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from assistant.models import Trace
from assistant.prompts import Prompt
from assistant.writing.endpoint import Endpoint
from assistant.writing.reply import Reply
from assistant.writing.standing import Excerpt
from index.models import Evidence


@dataclass(frozen=True, slots=True)
class Request:
    """The question, the clauses for it, best first, and by which prompt an answer is written."""

    question: str
    evidence: tuple[Evidence, ...]
    prompt: Prompt
    excerpts: tuple[Excerpt, ...] = ()
    balanced: bool = False
    """The documents take turns where there is not room for all clauses."""

    traced: bool = True
    """May the words of this request go to a tracing service?"""

    characters: int = 0
    """How long what is written may be, where its prompt says so."""


@dataclass(frozen=True, slots=True)
class Written:
    """The whole reply and what it took."""

    reply: Reply
    trace: Trace
    cut_off: bool = False


@dataclass
class Tally:
    """What all attempts at one request took together."""

    started: float = field(default_factory=time.monotonic)
    attempts: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    first: float | None = None
    estimated: bool = False

    def add(self, tokens_in: int, tokens_out: int, first: float | None, *, estimated: bool) -> None:
        self.tokens_in += tokens_in
        self.tokens_out += tokens_out
        self.estimated = self.estimated or estimated
        self.first = self.first if self.first is not None else first

    def trace(self, endpoint: Endpoint, prompt: Prompt, unknown_marks: int = 0) -> Trace:
        return Trace(
            model=endpoint.name,
            endpoint=endpoint.host,
            remote=endpoint.remote,
            prompt_version=prompt.version,
            tokens_in=self.tokens_in,
            tokens_out=self.tokens_out,
            estimated=self.estimated,
            first_token_ms=None if self.first is None else round(1000 * (self.first - self.started)),
            total_ms=round(1000 * (time.monotonic() - self.started)),
            attempts=self.attempts,
            unknown_marks=unknown_marks,
        )
