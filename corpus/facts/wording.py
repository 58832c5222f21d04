"""A clause's printed words, sentence by sentence, each stretch led back to its place in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from corpus.models import Clause, Document, Span
from corpus.text import align, sentences


@dataclass(frozen=True)
class Wording:
    """The clause as printed: number, heading, body."""

    clause: Clause
    source: str

    @property
    def text(self) -> str:
        return self.clause.printed

    @cached_property
    def _offsets(self) -> list[int]:
        return align(self.clause.printed, self.source, self.clause.span)

    def source_span(self, start: int, end: int) -> Span:
        """Where text[start:end] stands in the source."""
        return Span(self._offsets[start], self._offsets[end - 1] + 1)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        return tuple(sentences(self.text))


def wordings(document: Document) -> Iterator[Wording]:
    """Every clause of the document, in its order."""
    return (Wording(clause, document.source.text) for clause in document.clauses if clause.printed)


LEADING_NUMBER = re.compile(
    r"^(?:第[〇零一二三四五六七八九十百千\d]+条(?:之[一二三])?|[（(][一二三四五六七八九十\d]+[）)]|\d+[.、．])\s*"
)
"""The number that a clause, an item or a line of a list begins with, as printed."""

_STOPS = "，。；：\n"
_REACH = 300
_FULL_WIDTH = str.maketrans(",;:", "，；：")


def full_width_stops(text: str) -> str:
    """The text with its stops in full width, each at the offset it had."""
    return text.translate(_FULL_WIDTH)


def phrase_at(text: str, at: int) -> Span:
    """The stretch between two stops that the character at `at` lies in, leading white space left out.

    What runs on for longer than any phrase is cut.
    """
    low, high = max(0, at - _REACH), min(len(text), at + _REACH)
    start = max(low, *(text.rfind(stop, low, at) + 1 for stop in _STOPS))
    ends = [end for end in (text.find(stop, at, high) for stop in _STOPS) if end >= 0]
    while start < at and text[start].isspace():
        start += 1
    return Span(start, min(ends, default=high))


def printed(source: str, span: Span) -> str:
    """A stretch of the source as one line: without the breaks of its pages."""
    return re.sub(r"\s*\n\s*", "", span.of(source))
