"""What one visitor has asked so far: plain values that live in the page's session state.

No Gradio here, and no HTML. An exchange has a key of its own, so that a mark in an
answer finds its citation by (exchange, mark number), never by counting positions.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from assistant.conversation_tables import KeptTurn, Rating
from assistant.models import Answer, Citation, Draft, Passage, Turn
from assistant.recheck import Fate, fates, rechecked
from assistant.understanding.scope import Scope
from corpus.errors import WenceError
from ui.catalogue import CHINESE, ENGLISH

EVERYTHING = Scope()


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
    """One question and what became of it: an answer, a problem, a stop, or nothing yet but perhaps a draft."""

    question: str
    answer: Answer | None = None
    problem: Problem | None = None
    stopped: bool = False
    draft: Draft | None = None
    scope: Scope = EVERYTHING
    rating: Rating | None = None
    followups: tuple[str, ...] = ()
    unkept: Problem | None = None
    lost: Mapping[str, Fate] = field(default_factory=dict)
    """What it cites that is not in the library any more; found out each time it is shown."""

    key: str = field(default_factory=lambda: secrets.token_hex(6))

    @classmethod
    def of(cls, turn: KeptTurn) -> Exchange:
        """A turn as it was kept; without an answer, as one that was stopped."""
        lost = None if turn.readable else Problem(CHINESE.answer_unreadable, ENGLISH.answer_unreadable)
        return cls(
            question=turn.question, answer=turn.answer, problem=lost, stopped=turn.answer is None and lost is None,
            scope=turn.scope, rating=turn.rating, key=turn.key,
        )  # fmt: skip

    def held_against(self, held: Mapping[str, str]) -> Exchange:
        """The exchange as it stands before the documents `held` now, names by ids."""
        lost = fates(self.answer, held) if self.answer else {}
        return replace(self, answer=rechecked(self.answer, lost), lost=lost) if self.answer and lost else self

    @property
    def pending(self) -> bool:
        return self.answer is None and self.problem is None and not self.stopped

    def citation(self, mark: int) -> Citation | None:
        """The citation that `mark` is bound to."""
        citations = self.answer.citations if self.answer else self.draft.citations if self.draft else ()
        return next((citation for citation in citations if citation.mark == mark), None)

    def passage(self, clause_id: str) -> Passage | None:
        """The passage beside the answer (nearest or unused) that stands in `clause_id`."""
        passages = (*self.answer.nearest, *self.answer.unused) if self.answer else ()
        return next((passage for passage in passages if passage.clause_id == clause_id), None)


@dataclass(frozen=True, slots=True)
class Conversation:
    """The exchanges of one conversation, oldest first; `id` is the one it is kept under, empty where it is not."""

    exchanges: tuple[Exchange, ...] = ()
    id: str = ""

    @classmethod
    def of(cls, conversation: str, turns: Iterable[KeptTurn]) -> Conversation:
        return cls(tuple(Exchange.of(turn) for turn in turns), conversation)

    @property
    def last(self) -> Exchange | None:
        return self.exchanges[-1] if self.exchanges else None

    @property
    def turns(self) -> tuple[Turn, ...]:
        """What the assistant needs to understand a follow-up question."""
        return tuple(
            Turn(question=exchange.question, answer=exchange.answer) for exchange in self.exchanges if exchange.answer
        )

    def held_against(self, held: Mapping[str, str], last: int) -> Conversation:
        """The same, its last so many exchanges as they stand before the documents `held` now."""
        begin = max(0, len(self.exchanges) - last)
        shown = (exchange.held_against(held) for exchange in self.exchanges[begin:])
        return replace(self, exchanges=(*self.exchanges[:begin], *shown))

    def find(self, key: str) -> Exchange | None:
        return next((exchange for exchange in self.exchanges if exchange.key == key), None)

    def asked(self, question: str, scope: Scope = EVERYTHING) -> Conversation:
        return replace(self, exchanges=(*self.exchanges, Exchange(question, scope=scope)))

    def without_last(self) -> Conversation:
        return replace(self, exchanges=self.exchanges[:-1])

    def drafted(self, draft: Draft) -> Conversation:
        return self._with_last(draft=draft)

    def answered(self, answer: Answer, followups: tuple[str, ...] = ()) -> Conversation:
        return self._with_last(answer=answer, draft=None, followups=followups)

    def unkept(self, problem: Problem) -> Conversation:
        """The last question could not be stored."""
        return self._with_last(unkept=problem)

    def failed(self, problem: Problem) -> Conversation:
        return self._with_last(problem=problem, draft=None)

    def stopped(self) -> Conversation:
        """The question under way is given up; an answer that is there already stays."""
        return self._with_last(stopped=True, draft=None) if self.last and self.last.pending else self

    def rated(self, key: str, rating: Rating | None) -> Conversation:
        """The answer of exchange `key` with what the visitor thinks of it."""
        exchanges = (replace(each, rating=rating) if each.key == key else each for each in self.exchanges)
        return replace(self, exchanges=tuple(exchanges))

    def _with_last(self, **changes: object) -> Conversation:
        *earlier, last = self.exchanges
        return replace(self, exchanges=(*earlier, replace(last, **changes)))  # type: ignore[arg-type]
