"""The seam for a chat model: it writes from the clauses that were found, and its words are checked like any others.

Any LangChain `BaseChatModel` fits. Clauses go to it under keys made for this one
request, so that a mark can only name what it was given; a key it invents is dropped.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from assistant import prompts
from assistant.rarity import pairs
from assistant.statements import Ground, Statement, shown
from corpus.errors import WenceError
from corpus.text import sentences, visible_length
from index.models import Evidence

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

CONTEXT_CHARACTERS = 8000
"""Visible characters of clauses sent with one question."""

_KEY = re.compile(r"[\[［【]([0-9a-f]{6})[\]］】]")
_THOUGHT = re.compile(r"<think>.*?</think>", re.DOTALL)


class WriterFailed(WenceError):
    """The model gave no answer; the caller answers without it."""


class Writer(Protocol):
    """Writes statements from evidence; raises WriterFailed where it cannot."""

    def write(self, question: str, evidence: Sequence[Evidence]) -> list[Statement]: ...


class ModelWriter:
    """Lets a chat model write, sentence by sentence bound to the clauses it cites."""

    def __init__(self, model: BaseChatModel, *, context_characters: int = CONTEXT_CHARACTERS) -> None:
        self._model = model
        self._context_characters = context_characters

    def write(self, question: str, evidence: Sequence[Evidence]) -> list[Statement]:
        """The model's sentences; one that cites nothing it was given has no ground and will not count as verified."""
        keyed = self._keyed(evidence)
        reply = self._ask(question, keyed)
        said = [_statement(text, keyed) for text in _sentences(reply)]
        if not any(statement.grounds for statement in said):
            raise WriterFailed("模型的回答没有引用任何条款。", "The model's answer cites no clause.")
        return said

    def _keyed(self, evidence: Sequence[Evidence]) -> dict[str, Evidence]:
        keyed: dict[str, Evidence] = {}
        room = self._context_characters
        for one in evidence:
            room -= visible_length(one.text)
            if keyed and room < 0:
                break
            keyed[secrets.token_hex(3)] = one
        return keyed

    def _ask(self, question: str, keyed: dict[str, Evidence]) -> str:
        from langchain_core.output_parsers import StrOutputParser
        from langchain_core.prompts import ChatPromptTemplate

        chain = (
            ChatPromptTemplate.from_messages([("system", prompts.ANSWER_SYSTEM), ("human", prompts.ANSWER_USER)])
            | self._model
            | StrOutputParser()
        )
        fence = f"<<<{secrets.token_hex(8)}>>>"
        clauses = "\n\n".join(_entry(key, one) for key, one in keyed.items())
        try:
            reply = chain.invoke(
                {"fence": fence, "example": next(iter(keyed), "000000"), "clauses": clauses, "question": question}
            )
        # Every provider raises its own errors; whichever it is, the user still gets an answer.
        except Exception as error:
            raise WriterFailed(
                f"模型没有给出回答（{type(error).__name__}）。", f"The model gave no answer ({type(error).__name__})."
            ) from error
        reply = _THOUGHT.sub("", reply).strip()
        if not reply:
            raise WriterFailed("模型的回答是空的。", "The model's answer is empty.")
        return reply


def _entry(key: str, evidence: Evidence) -> str:
    heading = " ".join(part for part in (evidence.chunk.context, evidence.clause.heading) if part)
    return f"[{key}] 《{evidence.document.title}》 {evidence.clause.path_text} {heading}\n{evidence.text}"


def _sentences(reply: str) -> list[str]:
    """The reply's sentences, each with the marks that stand behind its stop."""
    joined = re.sub(r"([。！？；])\s*((?:[\[［【][0-9a-f]{6}[\]］】]\s*)+)", r"\2\1", reply)
    return [span.of(joined) for span in sentences(joined) if re.search(r"\w", _KEY.sub("", span.of(joined)))]


def _statement(text: str, keyed: dict[str, Evidence]) -> Statement:
    cited = dict.fromkeys(key for key in _KEY.findall(text) if key in keyed)
    bare = re.sub(r"\s{2,}", " ", _KEY.sub("", text)).strip(" -*\n")
    return Statement(bare, tuple(_ground(bare, keyed[key]) for key in cited))


def _ground(text: str, evidence: Evidence) -> Ground:
    """The clause, and the sentence of it that says most of what the statement says."""
    want = pairs(text)
    spans = [span.of(evidence.text) for span in sentences(evidence.text)] or [evidence.text]
    quote = max(spans, key=lambda span: (len(want & pairs(span)), -len(span)))
    return Ground(evidence.document, evidence.clause, shown(evidence.clause, quote), quote)
