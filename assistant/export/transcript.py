"""A whole conversation on paper: each question a heading, below it what was answered, one list of references."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.export.paper import Block, Grid, Heading, Line, Paper, blocks, notes
from assistant.models import Citation

_MARK = re.compile(r"\[(\d{1,3})\]")


@dataclass(frozen=True, slots=True)
class Said:
    """A question and what is printed below it: simple Markdown, whose marks are those of `citations`."""

    question: str
    markdown: str
    citations: tuple[Citation, ...] = ()


def of_conversation(title: str, turns: Sequence[Said], doubts: Mapping[str, str]) -> Paper:
    """All turns. Marks run through: each answer counted its own from 1, and the same quote keeps one number.

    `doubts` says of documents, by their ids, why they are no ground any more.
    """
    marks = _Marks()
    printed = tuple(block for turn in turns for block in _turn(turn, marks))
    # A quote is said in full: the same words may stand in several answers, out of different clauses.
    return Paper(title, printed, notes(marks.citations, doubts=doubts))


def _turn(turn: Said, marks: _Marks) -> Iterator[Block]:
    yield Heading(" ".join(turn.question.split()))
    known = {citation.mark: marks.number(citation) for citation in turn.citations}
    for block in blocks(turn.markdown):
        yield _numbered(block, known)


def _numbered(block: Block, known: Mapping[int, int]) -> Block:
    """The block under a question, its marks as they run through the conversation."""

    def anew(text: str) -> str:
        return _MARK.sub(lambda found: f"[{known[int(found[1])]}]" if int(found[1]) in known else found[0], text)

    if isinstance(block, Heading):
        return Heading(anew(block.text), 2)
    if isinstance(block, Grid):
        return Grid(tuple(map(anew, block.head)), tuple(tuple(map(anew, row)) for row in block.rows))
    return Line(anew(block.text))


class _Marks:
    """The citations of all answers, each quote of a clause once."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str, str], int] = {}
        self._citations: list[Citation] = []

    def number(self, citation: Citation) -> int:
        key = (citation.document_id, citation.clause_id or citation.path, citation.quote)
        if key not in self._numbers:
            self._numbers[key] = len(self._numbers) + 1
            self._citations.append(citation.model_copy(update={"mark": self._numbers[key]}))
        return self._numbers[key]

    @property
    def citations(self) -> tuple[Citation, ...]:
        return tuple(self._citations)
