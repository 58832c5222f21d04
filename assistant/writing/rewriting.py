"""A follow-up question made whole by a model, where one is set for that; the rule's own version stands behind it.

Only the users' questions and the names of documents go to the model, never the words of
an answer; and none of it where a document of the conversation must stay on this machine.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from assistant import wording
from assistant.models import Turn
from assistant.prompts import REWRITE
from assistant.turns.followup import Whole
from assistant.writing.beside import SideModel, unmet
from assistant.writing.confinement import Confinement
from assistant.writing.context import as_data, new_fence
from assistant.writing.faults import Fault, WriterFailed, failed
from assistant.writing.plain import plain, without_thoughts
from corpus.models import DocumentSummary

TURNS = 4
"""Questions before the last that the model is shown."""

LONGEST = 200
_FIGURE = re.compile(r"\d+")
_QUOTES = "“”\"'「」『』"


class Rewriter(Protocol):
    """Makes a question whole, or gives nothing."""

    @property
    def remote(self) -> bool: ...

    def rewrite(self, question: str, history: Sequence[Turn], *, traced: bool) -> str: ...


class ModelRewriter:
    """Lets a chat model make questions whole."""

    def __init__(self, model: SideModel) -> None:
        self._model = model

    @property
    def remote(self) -> bool:
        return self._model.endpoint.remote

    def rewrite(self, question: str, history: Sequence[Turn], *, traced: bool) -> str:
        """The whole question; empty where the model gives none that can be used, which the answer says."""
        earlier = _earlier(history)
        variables = {"fence": new_fence(), "earlier": as_data(earlier), "question": as_data(question)}
        try:
            whole = _question(self._model.reply(REWRITE, variables, most=LONGEST, traced=traced))
            if not _faithful(whole, f"{earlier}{question}"):
                raise failed(Fault.UNFAITHFUL, self._model.endpoint)
        except WriterFailed as failure:
            unmet(failure, wording.WITHOUT_REWRITING)
            return ""
        return whole


class Rewriting:
    """Questions made whole by rule, in a rewriter's words where they lean on the turns before."""

    def __init__(
        self,
        rewriter: Rewriter,
        confinement: Confinement,
        documents: Callable[[], Sequence[DocumentSummary]],
    ) -> None:
        self._rewriter = rewriter
        self._confinement = confinement
        self._documents = documents

    def reworded(self, whole: Whole, question: str, history: Sequence[Turn]) -> Whole:
        """The question in the rewriter's words, or as it is."""
        leans = bool(history) and (whole.text != question or bool(whole.clause_ids))
        if not leans:
            return whole
        confined = self._speaks_of_confined(whole, history)
        if confined and self._rewriter.remote:
            return whole
        return replace(whole, text=self._rewriter.rewrite(question, history, traced=not confined) or whole.text)

    def _speaks_of_confined(self, whole: Whole, history: Sequence[Turn]) -> bool:
        """Would a model elsewhere hear of documents that must stay on this machine?"""
        cited = {citation.document_id for turn in history for citation in turn.answer.citations}
        spoken = [one for one in self._documents() if one.id in cited] + list(whole.documents or ())
        return bool(self._confinement.among(spoken))


def _earlier(history: Sequence[Turn]) -> str:
    lines: list[str] = []
    for turn in history[-TURNS:]:
        lines.append(f"问题：{turn.question}")
        titles = dict.fromkeys(citation.title for citation in turn.answer.citations if citation.title)
        lines += [f"依据：《{title}》" for title in list(titles)[:3]]
    return "\n".join(lines)


def _question(reply: str) -> str:
    lines = [line.strip() for line in plain(without_thoughts(reply)).splitlines() if line.strip()]
    return lines[0].strip(_QUOTES) if len(lines) == 1 else ""


def _faithful(whole: str, said: str) -> bool:
    """One Chinese question of no more length than a question has, without figures that nobody named."""
    figures = set(_FIGURE.findall(whole)) <= set(_FIGURE.findall(said))
    return bool(whole) and len(whole) <= LONGEST and figures and bool(re.search(r"[一-龥]{2}", whole))
