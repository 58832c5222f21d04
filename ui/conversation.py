"""What one visitor has asked so far: plain values that live in the page's session state.

No Gradio here, and no HTML. An exchange has a key of its own, so that a mark in an
answer finds its citation by (exchange, mark number), never by counting positions.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field, replace

from assistant.models import Answer, Citation, Passage, Turn
from corpus.errors import WenceError


@dataclass(frozen=True, slots=True)
class Problem:
    """A failure as it is shown, in both languages."""

    zh: str
    en: str

    @classmethod
    def of(cls, error: WenceError) -> Problem:
        return cls(error.message("zh"), error.message("en"))


@dataclass(frozen=True, slots=True)
class Exchange:
    """One question and what became of it: an answer, a problem, a stop, or nothing yet."""

    question: str
    answer: Answer | None = None
    problem: Problem | None = None
    stopped: bool = False
    key: str = field(default_factory=lambda: secrets.token_hex(6))

    @property
    def pending(self) -> bool:
        return self.answer is None and self.problem is None and not self.stopped

    def citation(self, mark: int) -> Citation | None:
        """The citation that `mark` is bound to."""
        citations = self.answer.citations if self.answer else ()
        return next((citation for citation in citations if citation.mark == mark), None)

    def passage(self, clause_id: str) -> Passage | None:
        """The passage beside the answer (nearest or unused) that stands in `clause_id`."""
        passages = (*self.answer.nearest, *self.answer.unused) if self.answer else ()
        return next((passage for passage in passages if passage.clause_id == clause_id), None)


@dataclass(frozen=True, slots=True)
class Conversation:
    """The exchanges of one visit, oldest first."""

    exchanges: tuple[Exchange, ...] = ()

    @property
    def last(self) -> Exchange | None:
        return self.exchanges[-1] if self.exchanges else None

    @property
    def turns(self) -> tuple[Turn, ...]:
        """What the assistant needs to understand a follow-up question."""
        return tuple(
            Turn(question=exchange.question, answer=exchange.answer) for exchange in self.exchanges if exchange.answer
        )

    def find(self, key: str) -> Exchange | None:
        return next((exchange for exchange in self.exchanges if exchange.key == key), None)

    def asked(self, question: str) -> Conversation:
        return Conversation((*self.exchanges, Exchange(question)))

    def answered(self, answer: Answer) -> Conversation:
        return self._with_last(answer=answer)

    def failed(self, problem: Problem) -> Conversation:
        return self._with_last(problem=problem)

    def stopped(self) -> Conversation:
        """The question under way is given up; an answer that is there already stays."""
        return self._with_last(stopped=True) if self.last and self.last.pending else self

    def _with_last(
        self, *, answer: Answer | None = None, problem: Problem | None = None, stopped: bool = False
    ) -> Conversation:
        *earlier, last = self.exchanges
        return Conversation((*earlier, replace(last, answer=answer, problem=problem, stopped=stopped)))
