"""A conversation as a briefing: its questions as headings, its answers below them, each statement with its clause.

What could not be answered is said so at the end; what was answered twice stands once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.models import Answer, AnswerStatus, Briefing, Citation, SentenceStatus, Turn
from corpus.errors import InputError
from corpus.text import fold

_DOUBT = "（未能核实）"
_OPEN = "文件没有回答的问题"
_ENDS = re.compile(r"[？?。！!\s]+$")
_MARK = re.compile(r"\[(\d{1,3})\]")


def from_conversation(turns: Sequence[Turn], title: str = "") -> Briefing:
    """The briefing of some turns; InputError where there is none."""
    if not turns:
        raise InputError("还没有可整理的对话。", "There is no conversation to write up yet.")
    log = _Log()
    for turn in turns:
        log.add(turn)
    return log.briefing(title or "问答简报")


class _Log:
    def __init__(self) -> None:
        self._lines: list[str] = []
        self._open: list[str] = []
        self._said: set[str] = set()
        self._citations: list[Citation] = []
        self._marks: dict[tuple[str, str], int] = {}

    def add(self, turn: Turn) -> None:
        answer = turn.answer
        question = _ENDS.sub("", answer.question or turn.question)
        if answer.status is AnswerStatus.REFUSED:
            self._open.append(question)
            return
        lines = [line for line in self._statements(answer) if line]
        if lines:
            self._lines += ["", f"**{question}**", "", *lines]

    def _statements(self, answer: Answer) -> list[str]:
        known = {citation.mark: citation for citation in answer.citations}
        if not answer.sentences:
            return [self._line(_MARK.sub("", answer.answer), _marks(answer.answer), known)]
        return [
            self._line(f"{one.text}{_DOUBT if one.status is SentenceStatus.UNVERIFIED else ''}", one.marks, known)
            for one in answer.sentences
        ]

    def _line(self, text: str, marks: Sequence[int], known: dict[int, Citation]) -> str:
        words = " ".join(text.split())
        if not words or fold(words) in self._said:
            return ""
        self._said.add(fold(words))
        own = "".join(f"[{self._mark(known[mark])}]" for mark in marks if mark in known)
        return f"* {words}{own}"

    def _mark(self, citation: Citation) -> int:
        key = (citation.clause_id, citation.quote)
        if key not in self._marks:
            self._marks[key] = len(self._marks) + 1
            self._citations.append(citation.model_copy(update={"mark": self._marks[key]}))
        return self._marks[key]

    def briefing(self, title: str) -> Briefing:
        lines = list(self._lines)
        if self._open:
            lines += ["", f"**{_OPEN}**", "", *(f"* {question}。" for question in dict.fromkeys(self._open))]
        sources = dict.fromkeys((one.title or one.source, one.number) for one in self._citations)
        rows = ["| 文件 | 文号 |", "| --- | --- |", *(f"| 《{name}》 | {number or '—'} |" for name, number in sources)]
        return Briefing(
            title=title,
            markdown="\n".join(lines).strip(),
            citations=tuple(self._citations),
            sources="\n".join(rows),
        )


def _marks(text: str) -> tuple[int, ...]:
    return tuple(dict.fromkeys(int(mark) for mark in _MARK.findall(text)))
