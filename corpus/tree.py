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
from corpus.grids import row_lines
from corpus.numbering import STATUTE_STYLES, Marker, NumberSequence, Style, inline_starts, int_to_chinese, match_marker
from corpus.own_ordinals import adjusted
from corpus.questions import Put, questions, with_questions_apart
from corpus.run_on import spread
from corpus.symbol_heads import symbol_heads
from corpus.text import Line, fills, lines, unfinished, visible_length, wrapped_width
from corpus.vocabulary import ClauseKind, NumberingScheme, PartRole

STATUTE_CONTAINERS = STATUTE_STYLES - {Style.ARTICLE}
_CONTAINER_LINE = 40
_LONGEST_LINE = 3000
"""Lines are put together up to this length: what is longer is no torn sentence."""

_BOX = re.compile(r"专栏\s*([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})?(?=[\s:：]|[一-龥A-Z]|$)")
_ATTACHMENT = re.compile(r"附\s*件\s*([0-9]{1,2}|[一二三四五六七八九十]{1,2})?\s*[:：]?\s*$")
_TITLED_ATTACHMENT = re.compile(
    r"(附\s*[件表]\s*(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})?)[\s\u3000:：]+(?=[^，。；：]{2,40}$)"
)
"""附表1　重点项目清单, where the first item stands on the next line."""

_ATTACHMENT_NOTE = re.compile(r"附\s*件\s*[:：]\s*\S")
_OWN_FORCE = re.compile(
    r"(?:^|[。；])(?:以上|上述|本)(?:通知|通告|公告|意见|方案|规定|办法|措施|政策|文件)[^。；]{0,30}?"
    r"(?:自[^。；，]{2,24}起(?:开始|暂)?(?:施行|实施|执行|生效)|有效期|(?:执行|实施)期限?|由[^。；]{2,40}解释)"
)
"""A paragraph on how long the document itself is in force closes it, whatever stood before."""

_HEADS_FORCE = re.compile(r"附则|其[他它]|施行|实施|执行|期限|时间|解释|效力|说明|要求$|事项$")
"""A heading under which such a paragraph stands by right."""

_TO_ALL = re.compile(r"(?:请)?各(?:级|地|省|市|州|盟|区|县|有关|相关|部门|单位|成员)[^，。；：]{0,40}?(?:要|应|须)")
"""A paragraph that tells all whom the document is for what to do with the whole of it."""

_HEADS_ORGANISING = re.compile(
    r"组织|领导|实施|落实|保障(?:措施|机制)|(?:强化|加强|完善|政策|要素)保障|责任|督[查促导]|监督|要求|机制|统筹|协调|考核|宣传|推进|推动|执行"
)
"""A heading under which such a paragraph stands by right."""

_NOTE_LINES = 12
_NAME_LINE = 80
_SIGNING_LINE = 40
_INTERPRETATION = re.compile(r"(?:《[^《》]{2,60}》|[^。，；：]{0,30})(?:的)?(?:政策解读|解读|答记者问)")
_CLOSING = re.compile(r"特此(?:通知|公告|通告|通报|函|函告|函复|报告|批复)|(?:来源|责任编辑|编辑|信息来源)[:：]")
_RUN_IN = re.compile(r"[^，。；：！？,;:\n]{2,40}。")
_INNER_RUN_IN = re.compile(r"(?<=。)[^，。；：！？,;:、\d\n]{3,22}。(?=.)")
_LABELLED_LINE = re.compile(r"[一-龥A-Za-z]{2,12}(?:[（(][^（）()]{1,12}[）)])?[:：]\s*\S")
_QUESTIONS_NAMED = re.compile(
    r"(?=[^。；]{2,60}$)(?:(附\s*件)\s*([0-9]{1,2}|[一二三四五六七八九十]{1,2})?\s*[:：]?\s*)?"
    r"(?=[^。；]*(?:问答|解读|答疑|问题解答|常见问题|答记者问)[^。；]{0,8}$)"
)
QUESTION = "question"
SYMBOL_HEAD = "symbol head"
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
    in_article: bool = False


class TreeBuilder:
    """Reads a source's lines once, in order, into drafts."""

    def __init__(self, source: str) -> None:
        self.source = source
        found = lines(source)
        self.width = wrapped_width(found)
        self.lines = with_questions_apart(spread(found))
        markers = [match_marker(line.text) for line, _ in self.lines]
        self.scheme = self._choose_scheme(markers)
        articles = self.scheme is NumberingScheme.STATUTE
        kept = [m if articles or not m or m.style is not Style.ARTICLE else None for m in markers]
        self._questions = questions([line.text for line, _ in self.lines])
        self._heads = {} if articles else symbol_heads([line.text for line, _ in self.lines])
        self._outer: tuple[NumberSequence, list[Draft]] | None = None
        self._rows = row_lines([line.text for line, _ in self.lines])
        kept = [None if at in self._rows else marker for at, marker in enumerate(kept)]
        self._markers = adjusted(self.lines, kept, statute=articles)
        self.drafts: list[Draft] = []
        self.front: list[Line] = []
        self.closing: list[Line] = []
        self._last_of: dict[tuple[Style, int], int] = {
            (marker.style, marker.value): at for at, marker in enumerate(self._markers) if marker
        }
        self.numbered = 0
        self._paragraphs: dict[int, list[Draft]] = {}
        firsts = [i for i, m in enumerate(self._markers) if m and m.value == 1 and m.style <= Style.CHINESE]
        self._last_first = max(firsts, default=-1)
        self._begin_part((), PartRole.MAIN)

    # --- before the walk -------------------------------------------------------------------------------------------

    def _choose_scheme(self, markers: list[Marker | None]) -> NumberingScheme:
        """条 that run on one behind the other make a statute, unless 一、 stands above them."""
        articles = [marker.value for marker in markers if marker and marker.style is Style.ARTICLE]
        runs = sum(b - a == 1 for a, b in pairwise(articles))
        if runs < 2:
            return NumberingScheme.OFFICIAL
        plain = any(marker and marker.style is Style.CHINESE for marker in markers)
        return NumberingScheme.STATUTE if articles[0] <= 2 or not plain else NumberingScheme.OFFICIAL

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
        cut_off = inline and current is None and not header.is_title(line.text)
        under_head = at - 1 in self._heads
        torn = previous and not cut_off and not under_head and self._torn(previous, current)
        torn = torn and previous is not None and not _both_labelled(previous, line)
        if at in self._questions:
            self._open_question(line, self._questions[at])
            return
        if at in self._heads and self.box is None:
            self._open_head(line, self._heads[at])
            return
        in_table = at in self._rows or (at - 1 in self._rows and previous is self.lines[at - 1][0])
        if previous and torn and not in_table and not self._starts(at, marker, inline):
            own[-1] = previous.joined(line)
            if current and current.kind is ClauseKind.ITEM and current.marker is None:
                self._split_run_ins(current)
            return
        if self._read_part(at, line) or self._read_box(line):
            return
        if marker and not self.in_notes and (self._goes_on_outside(marker) or self._admitted(at, marker, inline)):
            self._open_numbered(line, marker)
        elif current is None:
            self.front.append(line)
        elif self.box and current.kind in (ClauseKind.BOX, ClauseKind.ITEM):
            self._read_in_box(line)
        elif self._closes(at, line):
            self._open_closing(line)
        elif current.in_article and current.lines[-1].text[-1] in "。；":
            self._open_paragraph(line)
        else:
            current.lines.append(line)
            self.closing.extend([line] if self.in_closing else [])

    def _torn(self, previous: Line, current: Draft | None) -> bool:
        numbered = bool(current and current.marker and len(current.lines) == 1)
        if previous.size > _LONGEST_LINE or header.is_title(previous.text) or header.is_signature(previous.text):
            return False
        if _ATTACHMENT_NOTE.match(previous.text) or header.is_field(previous.text):
            return False
        if fills(previous, self.width):
            return previous.text[-1] not in "。！？"
        return unfinished(previous.text, numbered)

    def _starts(self, at: int, marker: Marker | None, inline: bool) -> bool:
        line = self.lines[at][0]
        if _is_box(line.text) or _ATTACHMENT.match(line.text) or _ATTACHMENT_NOTE.match(line.text):
            return True
        if header.is_date(line.text) or header.is_remark(line.text):
            return True
        return bool(marker) and self._admitted(at, marker, inline)  # type: ignore[arg-type]

    # --- ordinals --------------------------------------------------------------------------------------------------

    def _admitted(self, at: int, marker: Marker, inline: bool) -> bool:
        if self.scheme is NumberingScheme.STATUTE and not inline and self._begins_articles(at, marker):
            return True
        second = self._last_of.get((marker.style, 2 if marker.value == 1 else marker.value), -1)
        follows = second > at if marker.value == 1 else True
        if marker.value == 1 and marker.style >= Style.ARABIC_BRACKETED and self._counts_on(at, marker):
            return False
        if self.box and self.box_sequence.admits(marker, second_follows=follows, strict=inline):
            return marker.style >= Style.ARABIC or not self.sequence.admits(
                marker, second_follows=follows, strict=inline
            )
        return self.sequence.admits(marker, second_follows=follows, strict=inline)

    def _goes_on_outside(self, marker: Marker) -> bool:
        """Does an ordinal run on from what stood above the questions, rather than inside an answer?"""
        if self._outer is None or self.sequence.admits(marker, second_follows=True, strict=False):
            return False
        sequence, stack = self._outer
        if not sequence.admits(marker, second_follows=True, strict=True):
            return False
        self.sequence, self.stack, self._outer = sequence, stack, None
        return True

    def _counts_on(self, at: int, marker: Marker) -> bool:
        """①…；②… in one line is a list within it, and the first of it begins no clause."""
        text = self.lines[at][0].text
        following = (match_marker(text, place) for place in inline_starts(text))
        return any(one and (one.style, one.value) == (marker.style, 2) for one in following)

    def _begins_articles(self, at: int, marker: Marker) -> bool:
        """编, 章 and 节 stand on lines of their own and may begin or jump anywhere; so may the first 条."""
        text = self.lines[at][0].text
        if marker.style in STATUTE_CONTAINERS:
            return visible_length(text) <= _CONTAINER_LINE and not re.search(r"[，。；：]", text)
        return marker.style is Style.ARTICLE and Style.ARTICLE not in self.sequence.last and marker.value > 1

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
        counted_on = Style.CHINESE in dict(self.sequence.open) and self.sequence.last[Style.CHINESE] > 1
        if marker.style is Style.CHINESE and marker.value == 1 and counted_on:
            self.sequence = NumberSequence()
            self.stack = []
        self.sequence.enter(marker)
        while self.stack and _ends(self.stack[-1], marker):
            self.stack.pop()
        kind = ClauseKind.ARTICLE if marker.style is Style.ARTICLE else ClauseKind.LEVEL
        if self.scheme is NumberingScheme.STATUTE and any(d.kind is ClauseKind.ARTICLE for d in self.stack):
            kind = ClauseKind.ITEM
        if marker.style in (Style.BOOK, Style.CHAPTER, Style.SECTION):
            kind = ClauseKind.HEADING
        self.stack.append(self._open(line, marker, self.stack[-1] if self.stack else None, kind))

    def _open_question(self, line: Line, put: Put) -> None:
        """A question heads the lines that answer it, whatever they number; what it interrupts is gone on with later."""
        if self._outer is None:
            self._outer = (self.sequence, self.stack)
            self._name_part_above()
        self.sequence, self.box, self.run_in = NumberSequence(), None, None
        self.in_closing = self.in_notes = False
        before = sum(one.name == QUESTION and one.prefix == self.prefix for one in self.drafts)
        draft = self._open(line, None, None, ClauseKind.LEVEL, f"问{before + 1}")
        draft.name, draft.heading = QUESTION, line.cut(put.start, put.end)
        self.stack = [draft]
        self.numbered += 1

    def _open_head(self, line: Line, start: int) -> None:
        """A heading without an ordinal heads the lines up to the next; the outline around it goes on later."""
        if self._outer is None:
            self._outer = (self.sequence, self.stack)
        above = (draft for draft in reversed(self._outer[1]) if draft.marker and draft.marker.style < Style.ARABIC)
        self.sequence, self.run_in = NumberSequence(), None
        self.in_closing = self.in_notes = False
        draft = self._open(line, None, next(above, None), ClauseKind.LEVEL, re.sub(r"\s", "", line.text[start:]))
        draft.name, draft.heading = SYMBOL_HEAD, line.cut(start)
        self.stack = [draft]
        self.numbered += 1

    def _name_part_above(self) -> None:
        """附件：政策问答 right above the first question is no note on an attachment: it names what begins."""
        above = self.drafts[-1].lines if self.drafts else []
        name = above[-1] if above else None
        found = _QUESTIONS_NAMED.match(name.text) if name else None
        if name is None or found is None or self.part is PartRole.INTERPRETATION:
            return
        above.pop()
        if not above:
            self.drafts.pop()
        attached = found.group(1) is not None
        label = f"附件{found.group(2) or ''}" if attached else "政策解读"
        self._begin_part((label,), PartRole.ATTACHMENT if attached else PartRole.INTERPRETATION)
        self._outer = (self.sequence, self.stack)
        draft = self._open(name, None, None, ClauseKind.HEADING, label)
        draft.prefix, draft.heading = (), name.cut(found.end())
        draft.name = "attachment" if attached else ""

    def _open(
        self, line: Line, marker: Marker | None, parent: Draft | None, kind: ClauseKind, label: str = ""
    ) -> Draft:
        in_article = parent is not None and (parent.in_article or parent.kind is ClauseKind.ARTICLE)
        draft = Draft(
            label=label or (marker.label if marker else ""),
            kind=kind,
            part=self.part,
            start=line.start,
            parent=parent,
            prefix=self.prefix if parent is None else (),
            marker=marker,
            lines=[line],
            in_article=in_article,
        )
        self.drafts.append(draft)
        self.numbered += marker is not None
        return draft

    def _open_paragraph(self, line: Line) -> None:
        """A line behind the 项 of an article is its next 款."""
        at = next(i for i, draft in enumerate(self.stack) if draft.kind is ClauseKind.ARTICLE)
        article = self.stack[at]
        before = self._paragraphs.setdefault(id(article), [])
        label = f"第{int_to_chinese(len(article.lines) + len(before) + 1)}款"
        before.append(self._open(line, None, article, ClauseKind.PARAGRAPH, label))
        self.stack = [*self.stack[: at + 1], before[-1]]

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
        elif self._heads_what_follows():
            self.drafts[-1].lines.append(line)
        elif self.run_in or numbered:
            self.box = self.run_in = None
            self._open_loose(line)
        else:
            self.drafts[-1].lines.append(line)

    def _heads_what_follows(self) -> bool:
        """Is the last line of a box an ordinal and a heading alone, 01　交通, so that its body comes on the next?"""
        current = self.drafts[-1]
        return bool(current.marker) and len(current.lines) == 1 and not re.search(r"[，。；：:]", current.lines[0].text)

    def _open_run_in(self, line: Line, end: int) -> Draft:
        draft = self._open(line, None, self.box, ClauseKind.ITEM, re.sub(r"\s", "", line.text[: end - 1]))
        draft.heading = line.cut(0, end)
        return draft

    def _split_run_ins(self, draft: Draft) -> None:
        """Two unnumbered run-in headings can share a line: the second begins a clause of its own."""
        line = draft.lines[-1]
        after = len(draft.heading.text) if draft.heading else 0
        found = [
            match
            for match in _INNER_RUN_IN.finditer(line.text, after)
            if _announces(match.group(), line.text[match.end() : match.end() + 100])
        ]
        if not found:
            return
        ends = [*(match.start() for match in found[1:]), len(line.text)]
        draft.lines[-1] = line.cut(0, found[0].start()) or line
        for match, end in zip(found, ends, strict=True):
            rest = line.cut(match.start(), end)
            if rest:
                self.run_in = self._open_run_in(rest, match.end() - match.start())

    # --- parts -----------------------------------------------------------------------------------------------------

    def _read_part(self, at: int, line: Line) -> bool:
        text = line.text
        if not self.drafts:
            return False
        attachment = _ATTACHMENT.match(text)
        if attachment and not self._is_note(at):
            self._begin_part((f"附件{attachment.group(1) or ''}",), PartRole.ATTACHMENT)
            draft = self._open(line, None, None, ClauseKind.HEADING, self.prefix[0])
            draft.prefix = ()
            draft.name = "attachment"
            self.prefix = (self.prefix[0],)
            return True
        titled = _TITLED_ATTACHMENT.match(text)
        following = self._markers[at + 1] if at + 1 < len(self.lines) else None
        if titled and self.numbered and following and following.value == 1 and not self.in_notes:
            self._begin_part((re.sub(r"\s", "", titled.group(1)),), PartRole.ATTACHMENT)
            draft = self._open(line, None, None, ClauseKind.HEADING, self.prefix[0])
            draft.prefix = ()
            draft.name = "attachment"
            draft.heading = line.cut(titled.end())
            return True
        found = _INTERPRETATION.match(text)
        if found and self.numbered >= 3 and _is_interpretation(text, found):
            self._begin_part(("政策解读",), PartRole.INTERPRETATION)
            draft = self._open(line, None, None, ClauseKind.HEADING, "政策解读")
            draft.prefix = ()
            draft.heading = line.cut(0, found.end())
            return True
        if self.in_closing and header.is_title(text) and self._last_first > at:
            self._begin_part((), PartRole.MAIN)
            draft = self._open(line, None, None, ClauseKind.PREAMBLE, "正文前言")
            draft.heading = line
            return True
        return False

    def _is_note(self, at: int) -> bool:
        """附件： with nothing but names between it and the date of the signature."""
        text = self.lines[at][0].text
        if not text.endswith(("：", ":")) or self.part is not PartRole.MAIN:
            return False
        for line, _ in self.lines[at + 1 : at + 1 + _NOTE_LINES]:
            if header.is_date(line.text):
                return True
            if len(line.text) > _NAME_LINE or line.text.endswith(("。", "；")):
                return False
        return False

    def _closes(self, at: int, line: Line) -> bool:
        text = line.text
        if _ATTACHMENT_NOTE.match(text) and len(text) <= 200:
            return True
        if not self.numbered:
            return False
        if _ATTACHMENT.match(text) and self._is_note(at):
            return True
        if _OWN_FORCE.search(text) and self._is_past_body():
            return True
        if _TO_ALL.match(text) and self._ends_at(at) and self._is_past_body() and not self._organises():
            return True
        return header.is_date(text) or header.is_remark(text) or bool(_CLOSING.match(text))

    def _ends_at(self, at: int) -> bool:
        """Is nothing behind a line but who signs, and when?"""
        behind = [line.text for line, _ in self.lines[at + 1 : at + 1 + _NOTE_LINES]]
        for text in behind:
            if header.is_date(text):
                return True
            if len(text) > _SIGNING_LINE or text.endswith(("。", "；")):
                return False
        return True

    def _organises(self) -> bool:
        """Is the last numbered clause itself about how all is to be carried out?"""
        return bool(_HEADS_ORGANISING.search(re.split(r"[。：:]", self.drafts[-1].lines[0].text, maxsplit=1)[0]))

    def _is_past_body(self) -> bool:
        """Has the last numbered clause said what it has to, so that a further paragraph is none of it?"""
        current = self.drafts[-1]
        first, last = current.lines[0].text, current.lines[-1].text
        apart = len(current.lines) > 1 and not _HEADS_FORCE.search(first)
        said = bool(current.marker) and last.endswith(("。", "）")) and (first == last or apart)
        return said and not current.in_article and current.kind is ClauseKind.LEVEL and self.part is PartRole.MAIN

    def _open_closing(self, line: Line) -> None:
        if self.in_closing:
            self.drafts[-1].lines.append(line)
            self.closing.append(line)
            return
        current = self.drafts[-1]
        moved: list[Line] = []
        while len(current.lines) > 1 and header.is_date(line.text) and _signs(current.lines[-1], bool(moved)):
            moved.insert(0, current.lines.pop())
        self._open_loose(moved[0] if moved else line)
        self.drafts[-1].lines = [*moved, line]
        self.closing.extend(self.drafts[-1].lines)
        self.in_notes = bool(_ATTACHMENT_NOTE.match(line.text) or _ATTACHMENT.match(line.text))

    def _open_loose(self, line: Line) -> None:
        """Paragraphs that belong to no numbered section."""
        self._open(line, None, None, ClauseKind.PARAGRAPH, "结语")
        self.drafts[-1].part = PartRole.CLOSING if self.part is PartRole.MAIN else self.part
        self.in_closing = True


def _is_interpretation(text: str, found: re.Match[str]) -> bool:
    """A line that names an explanation and nothing else, or the title of one with a lead behind it."""
    if found.end() == len(text):
        return True
    said = found.group()
    return len(text) <= 400 and ("《" in said or "（" in said) and ("政策解读" in said or "答记者问" in said)


def _ends(draft: Draft, marker: Marker) -> bool:
    """Does an ordinal end an open clause? A 款 has none of its own and lasts until the next 条."""
    return draft.marker.style >= marker.style if draft.marker else marker.style <= Style.ARTICLE


def _both_labelled(previous: Line, line: Line) -> bool:
    """政策咨询：… above 系统支持：…: lines of one kind end where they end, with or without a stop."""
    return bool(_LABELLED_LINE.match(previous.text) and _LABELLED_LINE.match(line.text))


def _signs(line: Line, signed: bool) -> bool:
    """A name above the date; above a name, the beginning of one that took two lines."""
    return header.is_signature(line.text) or (signed and header.is_name_fragment(line.text))


def _announces(phrase: str, behind: str) -> bool:
    """Is the short sentence a heading of what stands behind it? Then its words come again there."""
    bare = phrase.rstrip("。")
    pairs = {bare[i : i + 2] for i in range(len(bare) - 1)}
    return sum(pair in behind for pair in pairs) >= 0.5 * len(pairs)


def _is_box(text: str) -> bool:
    return bool(_BOX.match(text)) and visible_length(text) <= 50 and not re.search(r"[，。；]", text)
