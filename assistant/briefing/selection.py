"""What a briefing says before anybody has put it into words: which words of which clauses, under which headings.

It is the seam between choosing and writing. The rules print a selection as it is
(`printed`); another writer may put the same clauses into words of its own, and is
then checked against them. Nothing may be written that is not selected.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.briefing.page import Page, Part
from assistant.briefing.request import Commission
from assistant.models import Briefing
from assistant.statements import Ground
from corpus.models import DocumentSummary


@dataclass(frozen=True, slots=True)
class Line:
    """Words of one clause, or of the head of a document, that stand together; `label` goes in front of them."""

    parts: tuple[Part, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its lines; `remark` is said instead where there is nothing to cite."""

    heading: str
    lines: tuple[Line, ...] = ()
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Selection:
    """What was asked for, the title, the documents it is taken from in their order, and the sections.

    `commission.room` is the length that the body may have.
    """

    commission: Commission
    title: str
    documents: tuple[DocumentSummary, ...]
    sections: tuple[Section, ...]

    def grounds(self) -> Iterator[Ground]:
        """The clauses it rests on, with the words taken from each, in the order of the page."""
        for section in self.sections:
            for line in section.lines:
                yield from (part.ground for part in line.parts)


def printed(selection: Selection) -> Briefing:
    """The briefing in the clauses' own words."""
    return _page(selection.sections).finish(selection.title, selection.documents)


def length_of(sections: Iterable[Section]) -> int:
    """The visible characters that sections take on the page, headings included, marks not."""
    return _page(sections).length


def _page(sections: Iterable[Section]) -> Page:
    page = Page()
    for section in sections:
        if section.heading:
            page.section(section.heading)
        for line in section.lines:
            page.line(line.parts, line.label)
        if section.remark:
            page.remark(section.remark)
    return page
