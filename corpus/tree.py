"""Lines and ordinals into drafts of clauses: where each begins, what is above it, which lines are its own.

An ordinal starts a clause only where it runs on from what was numbered before; a
reference (见第三条, 一是, 2025年) does not. Boxes count for themselves. Lines that a
page break tore apart are put together before they are looked at.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from corpus import header
from corpus.numbering import STATUTE_STYLES, Marker, NumberSequence, Style, inline_starts, match_marker
from corpus.text import Line, lines, unfinished, visible_length
from corpus.vocabulary import ClauseKind, NumberingScheme, PartRole

RUN_ON_LINE = 300
"""Mean length of the lines of a source from which its line ends count as lost."""

_BOX = re.compile(r"专栏\s*([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})?(?=[\s:：]|[一-龥A-Z]|$)")
_ATTACHMENT = re.compile(r"附\s*件\s*([0-9]{1,2}|[一二三四五六七八九十]{1,2})?\s*[:：]?\s*$")
_ATTACHMENT_NOTE = re.compile(r"附\s*件\s*[:：]\s*\S")
_INTERPRETATION = re.compile(r"(?:《[^《》]{2,60}》|[^。，；：]{0,30})(?:的)?(?:政策解读|解读|答记者问)")
_CLOSING = re.compile(r"特此(?:通知|公告|通告|通报|函|函告|函复|报告|批复)|(?:来源|责任编辑|编辑|信息来源)[:：]")
_RUN_IN = re.compile(r"[^，。；：！？,;:\n]{2,40}。")
_INNER_RUN_IN = re.compile(r"(?<=。)[^，。；：！？,;:、\d\n]{3,22}。(?=.)")
_CONTENTS = re.compile(r"目\s*录$")


@dataclass
class Draft:
    """A clause in the making; `lines` are its own, its ordinal and heading included."""

    label: str
    kind: ClauseKind
    part: PartRole
    start: int
    parent: Draft | None = None
    prefix: tuple[str, ...] = ()
    marker: Marker | None = None
    lines: list[Line] = field(default_factory=list)
    heading: Line | None = None
    name: str = ""


class TreeBuilder:
    """Reads a source's lines once, in order, into drafts."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.lines = self._spread(lines(source))
        self.scheme = self._choose_scheme()
        self.drafts: list[Draft] = []
        self.front: list[Line] = []
        self.closing: list[Line] = []
        self._markers = [self._marker(line) for line, _ in self.lines]
        self._last_of: dict[tuple[Style, int], int] = {
            (marker.style, marker.value): at for at, marker in enumerate(self._markers) if marker
        }
        self._begin_part((), PartRole.MAIN)

    # --- before the walk -------------------------------------------------------------------------------------------

    def _spread(self, found: list[Line]) -> list[tuple[Line, bool]]:
        """Cuts lines whose ends were lost at the ordinals inside them; True marks what was cut so."""
        mean = sum(len(line.text) for line in found) / max(1, len(found))
        spread: list[tuple[Line, bool]] = []
        for line in found:
            if mean < RUN_ON_LINE and len(line.text) < 3 * RUN_ON_LINE:
                spread.append((line, False))
                continue
            spread.extend((piece, at > 0) for at, piece in enumerate(_cut_run_on(line)))
        return spread

    def _choose_scheme(self) -> NumberingScheme:
        articles = [m.value for line, _ in self.lines if (m := match_marker(line.text)) and m.style is Style.ARTICLE]
        runs = sum(b - a == 1 for a, b in pairwise(articles))
        return NumberingScheme.STATUTE if runs >= 2 and articles[0] <= 2 else NumberingScheme.OFFICIAL

    def _marker(self, line: Line) -> Marker | None:
        marker = match_marker(line.text)
        if marker and self.scheme is NumberingScheme.OFFICIAL and marker.style is Style.ARTICLE:
            return None
        return marker

    # --- the walk --------------------------------------------------------------------------------------------------

    def build(self) -> list[Draft]:
        skip_until = self._contents_end()
        for at, (line, inline) in enumerate(self.lines):
            marker = self._markers[at] if at >= skip_until else None
            self._read(at, line, marker, inline)
        return self.drafts

    def _contents_end(self) -> int:
        """A table of contents repeats the chapter headings: nothing in it starts a clause."""
        for at, (line, _) in enumerate(self.lines[:40]):
            if _CONTENTS.match(line.text):
                first = self._markers[at + 1] if at + 1 < len(self.lines) else None
                if first:
                    again = [
                        i
                        for i, m in enumerate(self._markers)
                        if m and i > at + 1 and (m.style, m.value) == (first.style, first.value)
                    ]
                    return again[0] if again else 0
        return 0

    def _begin_part(self, prefix: tuple[str, ...], part: PartRole) -> None:
        self.prefix, self.part = prefix, part
        self.sequence = NumberSequence()
        self.stack: list[Draft] = []
        self.box: Draft | None = None
        self.run_in: Draft | None = None
        self.in_closing = False
        self.in_notes = False

    def _read(self, at: int, line: Line, marker: Marker | None, inline: bool) -> None:
        current = self.drafts[-1] if self.drafts else None
        own = current.lines if current else self.front
        previous = own[-1] if own else None
        if previous and self._torn(previous, current) and not self._starts(at, marker, inline):
            own[-1] = previous.joined(line)
            if current and current.kind is ClauseKind.ITEM and current.marker is None:
                self._split_run_ins(current)
            return
        if self._read_part(at, line) or self._read_box(line):
            return
        if marker and not self.in_notes and self._admitted(at, marker, inline):
            self._open_numbered(line, marker)
        elif current is None:
            self.front.append(line)
        elif self.box and current.kind in (ClauseKind.BOX, ClauseKind.ITEM):
            self._read_in_box(line)
        elif self._closes(line):
            self._open_closing(line)
        else:
            current.lines.append(line)

    def _torn(self, previous: Line, current: Draft | None) -> bool:
        numbered = bool(current and current.marker and len(current.lines) == 1)
        if header.is_title(previous.text) or header.is_signature(previous.text):
            return False
        return unfinished(previous.text, numbered)

    def _starts(self, at: int, marker: Marker | None, inline: bool) -> bool:
        line = self.lines[at][0]
        if _is_box(line.text) or _ATTACHMENT.match(line.text):
            return True
        return bool(marker) and self._admitted(at, marker, inline)  # type: ignore[arg-type]

    # --- ordinals --------------------------------------------------------------------------------------------------

    def _admitted(self, at: int, marker: Marker, inline: bool) -> bool:
        second = self._last_of.get((marker.style, 2 if marker.value == 1 else marker.value), -1)
        follows = second > at if marker.value == 1 else True
        if self.box and self.box_sequence.admits(marker, second_follows=follows, strict=inline):
            return marker.style >= Style.ARABIC or not self.sequence.admits(
                marker, second_follows=follows, strict=inline
            )
        return self.sequence.admits(marker, second_follows=follows, strict=inline)

    def _open_numbered(self, line: Line, marker: Marker) -> None:
        if (
            self.box
            and marker.style >= Style.ARABIC
            and self.box_sequence.admits(marker, second_follows=True, strict=False)
        ):
            self.box_sequence.enter(marker)
            while self.box_stack and self.box_stack[-1].marker and self.box_stack[-1].marker.style >= marker.style:
                self.box_stack.pop()
            parent = self.box_stack[-1] if self.box_stack else (self.run_in or self.box)
            self.box_stack.append(self._open(line, marker, parent, ClauseKind.ITEM))
            return
        self.box = self.run_in = None
        self.in_closing = False
        if marker.style is Style.CHINESE and marker.value == 1 and self.sequence.last.get(marker.style, 0) > 1:
            self.sequence = NumberSequence()
            self.stack = []
        self.sequence.enter(marker)
        while self.stack and self.stack[-1].marker and self.stack[-1].marker.style >= marker.style:
            self.stack.pop()
        kind = ClauseKind.ARTICLE if marker.style is Style.ARTICLE else ClauseKind.LEVEL
        if self.scheme is NumberingScheme.STATUTE and any(d.kind is ClauseKind.ARTICLE for d in self.stack):
            kind = ClauseKind.ITEM
        if marker.style in (Style.BOOK, Style.CHAPTER, Style.SECTION):
            kind = ClauseKind.HEADING
        self.stack.append(self._open(line, marker, self.stack[-1] if self.stack else None, kind))

    def _open(
        self, line: Line, marker: Marker | None, parent: Draft | None, kind: ClauseKind, label: str = ""
    ) -> Draft:
        draft = Draft(
            label=label or (marker.label if marker else ""),
            kind=kind,
            part=self.part,
            start=line.start,
            parent=parent,
            prefix=self.prefix if parent is None else (),
            marker=marker,
            lines=[line],
        )
        self.drafts.append(draft)
        return draft

    # --- boxes -----------------------------------------------------------------------------------------------------

    def _read_box(self, line: Line) -> bool:
        if not _is_box(line.text):
            return False
        found = _BOX.match(line.text)
        assert found is not None
        parent = next((d for d in reversed(self.stack) if d.marker and d.marker.style < Style.ARABIC), None)
        label = "专栏" + (found.group(1) or "")
        self.box = self._open(line, None, parent, ClauseKind.BOX, label)
        self.box.heading = line.cut(found.end())
        self.box_sequence = NumberSequence()
        self.box_stack: list[Draft] = []
        self.run_in = None
        return True

    def _read_in_box(self, line: Line) -> None:
        run_in = _RUN_IN.match(line.text)
        numbered = any(draft.marker for draft in self.box_stack)
        if run_in and not (numbered and self.run_in is None):
            self.box_sequence = NumberSequence()
            self.box_stack = []
            self.run_in = self._open_run_in(line, run_in.end())
            self._split_run_ins(self.run_in)
        elif self.run_in or numbered:
            self.box = self.run_in = None
            self._open_loose(line)
        else:
            self.drafts[-1].lines.append(line)

    def _open_run_in(self, line: Line, end: int) -> Draft:
        draft = self._open(line, None, self.box, ClauseKind.ITEM, re.sub(r"\s", "", line.text[: end - 1]))
        draft.heading = line.cut(0, end)
        return draft

    def _split_run_ins(self, draft: Draft) -> None:
        """Two unnumbered run-in headings can share a line: the second begins a clause of its own."""
        line = draft.lines[-1]
        for found in _INNER_RUN_IN.finditer(line.text, len(draft.heading.text) if draft.heading else 0):
            if not _announces(found.group(), line.text[found.end() : found.end() + 100]):
                continue
            first, rest = line.cut(0, found.start()), line.cut(found.start())
            if first and rest:
                draft.lines[-1] = first
                self.run_in = self._open_run_in(rest, found.end() - found.start())
                self._split_run_ins(self.run_in)
                return

    # --- parts -----------------------------------------------------------------------------------------------------

    def _read_part(self, at: int, line: Line) -> bool:
        text = line.text
        if not self.drafts:
            return False
        attachment = _ATTACHMENT.match(text)
        if attachment:
            self._begin_part((f"附件{attachment.group(1) or ''}",), PartRole.ATTACHMENT)
            draft = self._open(line, None, None, ClauseKind.HEADING, self.prefix[0])
            draft.prefix = ()
            draft.name = "attachment"
            self.prefix = (self.prefix[0],)
            return True
        found = _INTERPRETATION.match(text)
        if found and len(text) <= 400 and (found.end() == len(text) or "《" in found.group() or "（" in found.group()):
            numbered = sum(bool(d.marker) for d in self.drafts)
            if numbered >= 3 and (
                found.end() == len(text) or "政策解读" in found.group() or "答记者问" in found.group()
            ):
                self._begin_part(("政策解读",), PartRole.INTERPRETATION)
                draft = self._open(line, None, None, ClauseKind.HEADING, "政策解读")
                draft.prefix = ()
                draft.heading = line.cut(0, found.end())
                return True
        if self.in_closing and header.is_title(text) and self._second_first_follows(at):
            self._begin_part((), PartRole.MAIN)
            draft = self._open(line, None, None, ClauseKind.PREAMBLE, "正文前言")
            draft.heading = line
            return True
        return False

    def _second_first_follows(self, at: int) -> bool:
        return any(m and m.value == 1 and m.style <= Style.CHINESE for m in self._markers[at + 1 :])

    def _closes(self, line: Line) -> bool:
        text = line.text
        if _ATTACHMENT_NOTE.match(text) and len(text) <= 200:
            return True
        if not self.drafts or not any(draft.marker for draft in self.drafts):
            return False
        return header.is_date(text) or header.is_remark(text) or bool(_CLOSING.match(text))

    def _open_closing(self, line: Line) -> None:
        if self.in_closing:
            self.drafts[-1].lines.append(line)
            self.closing.append(line)
            return
        current = self.drafts[-1]
        moved: list[Line] = []
        while len(current.lines) > 1 and header.is_date(line.text) and header.is_signature(current.lines[-1].text):
            moved.insert(0, current.lines.pop())
        self._open_loose(moved[0] if moved else line)
        self.drafts[-1].lines = [*moved, line]
        self.closing.extend(self.drafts[-1].lines)
        self.in_notes = bool(_ATTACHMENT_NOTE.match(line.text))

    def _open_loose(self, line: Line) -> None:
        """Paragraphs that belong to no numbered section."""
        self._open(line, None, None, ClauseKind.PARAGRAPH, "结语")
        self.drafts[-1].part = PartRole.CLOSING if self.part is PartRole.MAIN else self.part
        self.in_closing = True


def _announces(phrase: str, behind: str) -> bool:
    """Is the short sentence a heading of what stands behind it? Then its words come again there."""
    bare = phrase.rstrip("。")
    pairs = {bare[i : i + 2] for i in range(len(bare) - 1)}
    return sum(pair in behind for pair in pairs) >= 0.5 * len(pairs)


def _is_box(text: str) -> bool:
    return bool(_BOX.match(text)) and visible_length(text) <= 50 and not re.search(r"[，。；]", text)


def _cut_run_on(line: Line) -> list[Line]:
    """A line whose ends were lost, cut at ordinals and behind stops that white space follows."""
    text = line.text
    cuts = set(inline_starts(text))
    cuts.update(found.end() for found in re.finditer(r"(?<=[。！？；：:”])[ \t\u3000\xa0]+(?=\S)", text))
    cuts.update(_heading_cuts(text, sorted(cuts | {0})))
    marks = sorted(cuts | {0, len(text)})
    pieces = [line.cut(a, b) for a, b in pairwise(marks)]
    return [piece for piece in pieces if piece]


def _heading_cuts(text: str, starts: list[int]) -> set[int]:
    """Where white space ends a short first phrase without a stop: a title or a heading lost its line end there."""
    cuts: set[int] = set()
    for start in starts:
        for found in re.finditer(r"[ \t\u3000\xa0]+", text[start : start + 130]):
            phrase = text[start : start + found.start()]
            behind = text[start + found.end() : start + found.end() + 2]
            if re.search(r"[，。；！？：]", phrase):
                break
            marker = match_marker(phrase)
            body = phrase[marker.end :].strip() if marker else phrase.strip()
            if len(body) < 2 or (len(behind) == 2 and behind[1].isspace()):
                continue
            if not marker and start == 0 and not header.is_title(phrase) and _title_follows(text, found.end()):
                continue
            if len(body) <= 60:
                cuts.add(start + found.end())
            break
    # signatures and dates at the very end of the text
    for found in re.finditer(
        r"[ \t\u3000\xa0]+(?=[一-龥]{4,30}[ \t\u3000\xa0]+20\d\d年\d{1,2}月\d{1,2}日|20\d\d年\d{1,2}月\d{1,2}日\s*$)",
        text,
    ):
        if len(text) - found.start() <= 80:
            cuts.add(found.end())
    return cuts


def _title_follows(text: str, start: int) -> bool:
    """A title with a space inside it: does a longer first phrase end in a kind of document?"""
    for found in re.finditer(r"[ \t\u3000\xa0]+", text[start : start + 100]):
        phrase = text[: start + found.start()]
        if re.search(r"[，。；！？：]", phrase):
            return False
        if header.is_title(phrase):
            return True
    return False


STATUTE_CONTAINERS = STATUTE_STYLES - {Style.ARTICLE}
