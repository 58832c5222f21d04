"""A table in a chat model's words: cell by cell from the clauses that the rules chose, checked.

A cell in which a document is silent stays as it is: that was proved by a scan, and is
nothing to write about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.briefing.written import doubted
from assistant.contrast.models import Cell, Contrast, Row
from assistant.marking import Marks, marked
from assistant.models import MODEL, Citation
from assistant.prompts import CONTRAST
from assistant.statements import Statement
from assistant.writing.grounding import Grounding, Read
from assistant.writing.papers import ModelPapers
from assistant.writing.placing import Placed
from assistant.writing.sections import Cited, Said, Slot, Task
from corpus.stopping import Stopped

ALL_TOPICS = "逐项比较"
_MARK = re.compile(r"\[(\d{1,3})\]")
_RUN = re.compile(r"(.+?)((?:\[\d{1,3}\])+)", re.DOTALL)


def in_words_of_model(by_rule: Contrast, papers: ModelPapers, read: Sequence[Read], stopped: Stopped) -> Contrast:
    """The table as a model writes it, or `by_rule` with what happened; `read`: its documents."""
    slots = _slots(by_rule, Grounding(read))
    if not slots:
        return by_rule
    task = Task(tuple(slots.values()), CONTRAST, by_rule.topic or ALL_TOPICS)
    outcome = papers.write(task, read, by_rule.model_dump_json(), stopped)
    placed = {place: outcome.placed[at] for at, place in enumerate(slots) if at in outcome.placed}
    marks = _Marks(by_rule.citations)
    rows = tuple(_row(row, i, placed, marks) for i, row in enumerate(by_rule.rows))
    return by_rule.model_copy(
        update={
            "rows": rows,
            "citations": marks.citations,
            "writer": MODEL if placed else by_rule.writer,
            "notice": outcome.notice,
            "notice_en": outcome.notice_en,
            "trace": outcome.trace,
        }
    )


_Place = tuple[int, int]
"""A cell by its row and column."""


def _slots(found: Contrast, grounding: Grounding) -> dict[_Place, Slot]:
    """The cells that are to be written."""
    known = {one.mark: grounding.cited(grounding.ground(one)) for one in found.citations}
    return {
        (i, j): Slot(row.topic, tuple(_said(cell, known)), column.name)
        for i, row in enumerate(found.rows)
        for j, (cell, column) in enumerate(zip(row.cells, found.columns, strict=True))
        if cell.marks
    }


def _said(cell: Cell, known: dict[int, Cited]) -> Iterator[Said]:
    """The runs of a cell, each with what its marks stand for."""
    for text, marks in _RUN.findall(cell.text):
        yield Said(text, tuple(known[int(mark)] for mark in _MARK.findall(marks)))


class _Marks:
    """The marks of a table while its cells are put together, from those of the rules and a model's statements."""

    def __init__(self, citations: Sequence[Citation]) -> None:
        self._of_rules = {one.mark: one for one in citations}
        self._numbers: dict[tuple[str, str], int] = {}
        self._citations: list[Citation] = []

    @property
    def citations(self) -> tuple[Citation, ...]:
        return tuple(self._citations)

    def kept(self, cell: Cell) -> Cell:
        """A cell of the rules under its new marks."""
        numbers = {mark: self._number(self._of_rules[mark]) for mark in cell.marks}
        text = _MARK.sub(lambda found: f"[{numbers[int(found.group(1))]}]", cell.text)
        return cell.model_copy(update={"text": text, "marks": tuple(numbers.values())})

    def written(self, statements: Sequence[Statement]) -> Cell:
        """A cell of what a model has written, each statement checked."""
        said = []
        for statement in statements:
            own = Marks()
            sentence = own.sentence(statement)
            said.append(sentence.model_copy(update={"marks": tuple(map(self._number, own.citations))}))
        return Cell(
            text="".join(marked(doubted(one)) for one in said),
            marks=tuple(dict.fromkeys(mark for one in said for mark in one.marks)),
            sentences=tuple(said),
        )

    def _number(self, citation: Citation) -> int:
        key = (citation.clause_id, citation.quote)
        if key not in self._numbers:
            self._numbers[key] = len(self._numbers) + 1
            self._citations.append(citation.model_copy(update={"mark": self._numbers[key]}))
        return self._numbers[key]


def _row(row: Row, number: int, placed: dict[_Place, Placed], marks: _Marks) -> Row:
    cells = []
    for column, cell in enumerate(row.cells):
        own = placed.get((number, column))
        cells.append(marks.written(own) if own else marks.kept(cell))
    return row.model_copy(update={"cells": tuple(cells)})
