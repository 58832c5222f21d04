"""Marks and what they are bound to: one number for each clause and quote, in the order in which they are cited."""

from __future__ import annotations

from assistant.citations import check_quote, check_sentence
from assistant.models import Citation, Sentence, SentenceStatus
from assistant.statements import Statement, citation


class Marks:
    """The citations of one answer while it is put together."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str], int] = {}
        self._citations: list[Citation] = []

    @property
    def citations(self) -> tuple[Citation, ...]:
        return tuple(self._citations)

    def sentence(self, statement: Statement) -> Sentence:
        """The statement as a sentence of the answer, checked, with its marks."""
        text = f"{statement.lead}：{statement.text}" if statement.lead else statement.text
        return Sentence(text=text, marks=self._marks(statement), status=_status(statement))

    def _marks(self, statement: Statement) -> tuple[int, ...]:
        own: list[int] = []
        for one in statement.grounds:
            key = (one.clause.id, one.quote)
            if key not in self._numbers:
                self._numbers[key] = len(self._numbers) + 1
                self._citations.append(citation(self._numbers[key], one, check_quote(one.quote, one.text)))
            own.append(self._numbers[key])
        return tuple(dict.fromkeys(own))


def _status(statement: Statement) -> SentenceStatus:
    """Verified; computed, where all but the figure that was reckoned is; or not."""
    if statement.doubtful:
        return SentenceStatus.UNVERIFIED
    if not statement.reckoned:
        return check_sentence(statement.text, statement.grounds)
    before, _, after = statement.text.partition(statement.reckoned)
    rest = check_sentence(f"{before} {after}", statement.grounds)
    return SentenceStatus.COMPUTED if rest is SentenceStatus.VERIFIED else rest


def marked(sentence: Sentence) -> str:
    """The sentence as Markdown: its text, and its marks behind it."""
    return sentence.text + "".join(f"[{mark}]" for mark in sentence.marks)
