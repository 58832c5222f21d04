"""What reading a file has come to: what was found, what is missing from its numbering, what was mended.

It is worked out from the document alone, so that it can be had on the day of the
ingestion and at any time after.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.instructions import warnings
from corpus.models import Clause, Document
from corpus.numbering import STATUTE_STYLES, Marker, Style, int_to_chinese, match_marker
from corpus.text import visible_length
from corpus.vocabulary import ClauseKind, NumberingScheme, PartRole

MISSING_NAMED = 10


@dataclass(frozen=True, slots=True)
class Gap:
    """Numbers that are not there between two clauses; of many, the first ones are named."""

    before_id: str
    after_id: str
    before: str
    after: str
    missing: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class PartFound:
    """A stretch of the file with one role, and how much stands in it."""

    role: PartRole
    clauses: int
    characters: int


@dataclass(frozen=True, slots=True)
class Mended:
    """Something that was put right or left out on the way to the clauses, and how often."""

    what: str
    count: int


@dataclass(frozen=True, slots=True)
class IngestReport:
    """One document as it was read."""

    document_id: str
    name: str
    format: str
    scheme: NumberingScheme
    clauses: int
    characters: int
    kinds: tuple[tuple[ClauseKind, int], ...]
    parts: tuple[PartFound, ...]
    gaps: tuple[Gap, ...]
    mended: tuple[Mended, ...]
    notes: tuple[str, ...]


LINES_JOINED = "lines joined"
"""Besides the reasons of `Removal`."""


def report_of(document: Document) -> IngestReport:
    """What reading the document's file has come to."""
    text = document.source.text
    return IngestReport(
        document_id=document.id,
        name=document.name,
        format=document.source.format,
        scheme=document.scheme,
        clauses=len(document.clauses),
        characters=visible_length(text),
        kinds=tuple(Counter(clause.kind for clause in document.clauses).most_common()),
        parts=tuple(
            PartFound(part.role, _inside(document, part.span.start, part.span.end), visible_length(part.span.of(text)))
            for part in document.parts
        ),
        gaps=tuple(_gaps(document)),
        mended=tuple(_mended(document)),
        notes=(*document.source.notes, *warnings(document.notes)),
    )


def _inside(document: Document, start: int, end: int) -> int:
    return sum(start <= clause.span.start < end for clause in document.clauses)


def _mended(document: Document) -> Iterator[Mended]:
    joined = sum(_lines_joined(document.source.text, clause) for clause in document.clauses)
    if joined:
        yield Mended(LINES_JOINED, joined)
    for reason, count in Counter(removal.reason for removal in document.removals).most_common():
        yield Mended(reason, count)


def _lines_joined(source: str, clause: Clause) -> int:
    """Line ends inside the clause that its printed form does not have."""
    in_source = sum(bool(line.strip()) for line in clause.span.of(source).splitlines())
    return max(0, in_source - sum(bool(line.strip()) for line in clause.printed.splitlines()))


# --- numbers -------------------------------------------------------------------------------------------------------


def _gaps(document: Document) -> Iterator[Gap]:
    last: dict[tuple[str | None, PartRole, Style], tuple[Clause, Marker]] = {}
    for clause in document.clauses:
        marker = match_marker(clause.num.strip())
        if marker is None:
            continue
        place = (clause.parent_id, clause.part, marker.style)
        if place in last and marker.value > last[place][1].value + 1:
            yield _gap(last[place], (clause, marker))
        last[place] = (clause, marker)


def _gap(before: tuple[Clause, Marker], after: tuple[Clause, Marker]) -> Gap:
    numbers = range(before[1].value + 1, after[1].value)
    named = tuple(_printed(after[1], number) for number in numbers[:MISSING_NAMED])
    return Gap(before[0].id, after[0].id, before[0].path_text, after[0].path_text, named, len(numbers))


def _printed(like: Marker, number: int) -> str:
    """The number as it would be printed beside `like`."""
    if like.style in STATUTE_STYLES:
        return f"第{int_to_chinese(number)}{like.label.removesuffix(like.inserted)[-1]}"
    match like.style:
        case Style.CHINESE:
            return int_to_chinese(number)
        case Style.CHINESE_BRACKETED:
            return f"（{int_to_chinese(number)}）"
        case Style.ARABIC_BRACKETED:
            return f"（{number}）"
        case Style.CIRCLED:
            return chr(ord("①") + number - 1)
    return str(number)
