"""Text as it stands in a source: folded for comparison, cut into lines, mended where a page broke it.

Nothing here adds a character: whatever is derived is the source with characters
left out, so an offset in it can always be led back to the source (`align`).
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from corpus.models import Span

_BOOKMARK = re.compile(r"\[bookmark:[^\]\n]{0,80}\]|<!--[^\n]{0,80}?-->")
_EMPHASIS = re.compile(r"\*+|(?<=\n)#{1,6}(?=[ \t])|\A#{1,6}(?=[ \t])")
FRAME_SIDES = "│┃║"
_FRAME = re.compile(r"(?m)^[ \t\u3000]*[│┃║]|[│┃║][ \t\u3000]*$")
"""The sides of a box that was drawn with characters."""

_LONE_DASH = re.compile(r"[ \t\u3000]*[-－—]{1,2}[ \t\u3000]*|[ \t\u3000]*[┌├└╔╠╚┏┣┗][─━═┬┼┴┐┤┘╦╬╩╗╣╝┳╋┻┓┫┛ \t\u3000]*")
"""A line with nothing but a dash, or the top or bottom of such a box."""

_SENTENCE_END = "。！？；：!?;:…"
_CLOSERS = '”」』’"》'
_OPEN_BRACKETS = {"（": "）", "(": ")", "“": "”", "《": "》", "〔": "〕", "「": "」"}
_CLOSED_REMARK = re.compile(r"[（(](?:责任|牵头|配合|主办|联系|此件|注|完成时限|.{0,12}(?:负责|公开))[^（(]*[）)]$")
_SENTENCE = re.compile(r"[^。！？；!?;\n]*(?:[。！？；!?;]+[”」』’\"）)]*|\n|$)")

_WRAPPED_LINES = 10
_WRAP_WIDTHS = range(18, 64)
_WRAP_SLACK = 2

WEAK_LINE = 25
"""A line shorter than this that ends without a stop is a heading or a name, not a broken sentence."""


def fold(text: str) -> str:
    """Width folded (NFKC) and without white space and emphasis signs: the form quotes are compared in."""
    return re.sub(r"[\s*]", "", unicodedata.normalize("NFKC", text))


def fold_with_offsets(text: str) -> tuple[str, list[int]]:
    """`fold(text)` and, for each of its characters, the offset in `text` it came from."""
    folded: list[str] = []
    offsets: list[int] = []
    for at, char in enumerate(text):
        for piece in unicodedata.normalize("NFKC", char):
            if not piece.isspace() and piece != "*":
                folded.append(piece)
                offsets.append(at)
    return "".join(folded), offsets


def find_folded(needle: str, text: str) -> Span | None:
    """Where `needle` stands in `text`, white space and width not counted."""
    want = fold(needle)
    if not want:
        return None
    folded, offsets = fold_with_offsets(text)
    at = folded.find(want)
    if at < 0:
        return None
    return Span(offsets[at], offsets[at + len(want) - 1] + 1)


def align(derived: str, source: str, span: Span) -> list[int]:
    """The source offset of every character of `derived`, which is source[span] with characters left out.

    Raises ValueError where it is not.
    """
    offsets: list[int] = []
    at = span.start
    for char in derived:
        while at < span.end and source[at] != char:
            at += 1
        if at >= span.end:
            raise ValueError(f"{derived[:20]!r} is not left of the source at {span}")
        offsets.append(at)
        at += 1
    return offsets


def visible_length(text: str) -> int:
    """Characters without white space: how lengths are counted everywhere."""
    return len(re.sub(r"\s", "", text))


def sentences(text: str) -> Iterator[Span]:
    """The sentences of `text`, stops and closing quotation marks kept with them, outer white space left out."""
    for found in _SENTENCE.finditer(text):
        start, end = found.span()
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            yield Span(start, end)


@dataclass(frozen=True)
class Line:
    """A printed line, or several that a page break had torn apart: stretches of the source, read as one."""

    source: str
    pieces: tuple[Span, ...]

    @cached_property
    def text(self) -> str:
        return "".join(piece.of(self.source) for piece in self.pieces)

    @cached_property
    def _offsets(self) -> list[int]:
        """Where each piece begins in `text`."""
        return list(accumulate((piece.end - piece.start for piece in self.pieces[:-1]), initial=0))

    @property
    def size(self) -> int:
        return self._offsets[-1] + self.pieces[-1].end - self.pieces[-1].start

    @property
    def start(self) -> int:
        return self.pieces[0].start

    @property
    def end(self) -> int:
        return self.pieces[-1].end

    def cut(self, start: int, end: int | None = None) -> Line | None:
        """The part between two offsets of `text`, outer white space left out; None if nothing is left."""
        text = self.text
        end = len(text) if end is None else end
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start >= end:
            return None
        kept: list[Span] = []
        for i in range(bisect_right(self._offsets, start) - 1, len(self.pieces)):
            at, piece = self._offsets[i], self.pieces[i]
            if at >= end:
                break
            kept.append(Span(piece.start + max(start - at, 0), min(piece.start + end - at, piece.end)))
        return Line(self.source, tuple(kept))

    def joined(self, other: Line) -> Line:
        """This line and the one that continues it; a space stays between two Latin words, a box's sides do."""
        gap = Span(self.end, other.start).of(self.source)
        pieces = list(self.pieces)
        pieces += [Span(self.end + at, self.end + at + 1) for at, char in enumerate(gap) if char in FRAME_SIDES]
        before, after = self.text[-1:], other.text[:1]
        if before.isascii() and before.isalnum() and after.isascii() and after.isalpha():
            spaces = [i for i, char in enumerate(gap) if char.isspace()]
            at = next((i for i in spaces if gap[i] != "\n"), spaces[0] if spaces else None)
            if at is not None:
                pieces.append(Span(self.end + at, self.end + at + 1))
        return Line(self.source, (*pieces, *other.pieces))


_SEEN = re.compile(r"[^\s\u200b\u200c\u200d\u2060\ufeff]")
"""What is no blank and has a width: a line of nothing else is empty."""


def lines(source: str) -> list[Line]:
    """The lines of a source with something in them; page marks, bookmarks and emphasis signs are left out."""
    found: list[Line] = []
    dropped = sorted(match.span() for signs in (_BOOKMARK, _EMPHASIS, _FRAME) for match in signs.finditer(source))
    at = 0
    next_dropped = 0
    for raw in source.split("\n"):
        end = at + len(raw)
        pieces: list[Span] = []
        if _SEEN.search(raw) and not _LONE_DASH.fullmatch(raw):
            low = at
            while next_dropped < len(dropped) and dropped[next_dropped][0] < at:
                next_dropped += 1
            while next_dropped < len(dropped) and dropped[next_dropped][1] <= end:
                start, stop = dropped[next_dropped]
                if start > low:
                    pieces.append(Span(low, start))
                low = stop
                next_dropped += 1
            if low < end:
                pieces.append(Span(low, end))
            line = Line(source, tuple(pieces)).cut(0) if pieces else None
            if line:
                found.append(line)
        at = end + 1
    return found


def wrapped_width(found: Sequence[Line]) -> int:
    """The width at which a file's lines were broken by machine; 0 where its lines are paragraphs."""
    sizes = Counter(len(line.text) for line in found)
    if len(found) < _WRAPPED_LINES:
        return 0
    width = max(_WRAP_WIDTHS, key=lambda size: sum(sizes[size - slack] for slack in range(_WRAP_SLACK + 1)))
    full = sum(sizes[width - slack] for slack in range(_WRAP_SLACK + 1))
    longer = sum(count for size, count in sizes.items() if size > width + _WRAP_SLACK)
    return width if full >= 0.4 * len(found) and longer <= 0.05 * len(found) else 0


def fills(line: Line, width: int) -> bool:
    """Does the last printed line of `line` reach the width at which lines were broken?"""
    if not width:
        return False
    begin = line.source.rfind("\n", 0, line.end) + 1
    return len(line.source[begin : line.end].strip()) >= width - _WRAP_SLACK


def unfinished(text: str, numbered: bool = False) -> bool:
    """Does the line break off in mid-sentence, so that the next one belongs to it?

    `numbered` lines may be headings of any length that carry no stop: they count
    as broken only where a stop inside shows that they are more than a heading.
    """
    last = text[-1:]
    if not last or last in _SENTENCE_END:
        return bool(last) and last not in "。！？!?" and _unbalanced(text) and len(text) >= WEAK_LINE
    if _unbalanced(text) and len(text) >= 15:
        return True
    if last in "，、,":
        return len(text) >= 12
    if last in "）)":
        return len(text) >= 40 and not _CLOSED_REMARK.search(text)
    if last in _CLOSERS and len(text) >= 2 and text[-2] in _SENTENCE_END:
        return False
    inner = re.search(r"[，。；：,]", text[:-1])
    if numbered:
        return len(text) >= 45 or ("。" in text and len(text) >= WEAK_LINE)
    return bool(inner) and (len(text) >= WEAK_LINE or "。" in text)


def _unbalanced(text: str) -> bool:
    """Is a bracket or quotation mark still open at the end?"""
    tail = text[-400:]
    return any(
        tail.rfind(opening) > tail.rfind(closing) and text.count(opening) > text.count(closing)
        for opening, closing in _OPEN_BRACKETS.items()
    )
