"""What every file format prints: a title, sections of lines and tables, the references of the marks, the sources.

A briefing, an answer or a comparison becomes a paper first; Word and Markdown then
differ in how it looks, never in what it says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.export.reference import printed_reference
from assistant.models import MODEL, Answer, Briefing, Citation, CitationStatus, Trace
from assistant.wording import AUTHOR
from corpus.text import fold

_SECTION = re.compile(r"\*\*(.+?)\*\*")
_MARK = re.compile(r"\[\d{1,3}\]")
_BULLET = re.compile(r"^(?:[*-]\s+)")
_RULE = re.compile(r"^\|(?:\s*:?-+:?\s*\|)+$")
_DOUBTS = {CitationStatus.ALTERED: "（引文与原文有出入）", CitationStatus.MISSING: "（原文中未找到引文）"}

NO_DOUBTS: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a section; level 1 is 一、, level 2 is （一）."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph with its marks in square brackets."""

    text: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its head and rows of cells, each with its marks in square brackets."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Heading | Line | Grid


@dataclass(frozen=True, slots=True)
class Note:
    """What marks stand for: the clause as official writing names it, its words where the page does not print them."""

    marks: tuple[int, ...]
    reference: str
    quote: str = ""
    doubt: str = ""

    @property
    def text(self) -> str:
        return f"{self.reference}{f'：“{self.quote}”' if self.quote else ''}{self.doubt}"


@dataclass(frozen=True, slots=True)
class Paper:
    """What is printed."""

    title: str
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    sources: Grid | None = None


def of_briefing(briefing: Briefing) -> Paper:
    """A briefing on paper."""
    return Paper(
        briefing.title,
        (*blocks(briefing.markdown), *author(briefing.writer, briefing.trace)),
        notes(briefing.citations, briefing.markdown),
        grid(briefing.sources),
    )


def author(writer: str, trace: Trace | None) -> tuple[Line, ...]:
    """The last line of a paper that a chat model has written."""
    return (Line(AUTHOR.format(model=trace.model)),) if writer == MODEL and trace else ()


def of_answer(question: str, answer: Answer, doubts: Mapping[str, str] = NO_DOUBTS) -> Paper:
    """An answer on paper, under its question; `doubts` as for `notes`."""
    return Paper(question, blocks(answer.answer), notes(answer.citations, answer.answer, doubts))


def blocks(markdown: str) -> tuple[Block, ...]:
    """The simple Markdown of answers and briefings as blocks."""
    return tuple(_blocks(markdown.splitlines()))


def _blocks(lines: Sequence[str]) -> Iterator[Block]:
    table: list[str] = []
    for line in (*(line.strip() for line in lines), ""):
        if line.startswith("|"):
            table.append(line)
            continue
        if table:
            yield from filter(None, [grid("\n".join(table))])
            table = []
        whole = _SECTION.fullmatch(line)
        if whole:
            yield Heading(whole.group(1))
        elif line:
            yield Line(_BULLET.sub("", line).replace("**", ""))


def grid(table: str) -> Grid | None:
    """A Markdown table; None where there is no row."""
    rows = [_cells(line) for line in table.splitlines() if line.strip() and not _RULE.match(line.strip())]
    return Grid(rows[0], tuple(rows[1:])) if len(rows) > 1 else None


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip().replace(r"\|", "|") for cell in re.split(r"(?<!\\)\|", line.strip().strip("|")))


def notes(citations: Sequence[Citation], printed: str = "", doubts: Mapping[str, str] = NO_DOUBTS) -> tuple[Note, ...]:
    """The references of marks, those to one clause together; a quote that `printed` holds is not said again.

    A quote that does not stand in its clause says so; `doubts` says why documents, named by their ids, are no ground
    any more.
    """
    page = fold(_MARK.sub("", printed))
    found: dict[tuple[str, str, str], list[int]] = {}
    for one in citations:
        quote = "" if fold(one.quote).rstrip("。；，") in page else one.quote
        key = (printed_reference(one), quote, doubts.get(one.document_id) or _DOUBTS.get(one.status, ""))
        found.setdefault(key, []).append(one.mark)
    return tuple(Note(tuple(marks), *key) for key, marks in found.items())
