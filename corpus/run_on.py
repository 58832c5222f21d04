"""Lines whose ends were lost on the way to a file: where they have to be cut again.

Whole notices come in one line, header, ordinals and signature run together. White
space is left where the line ends were, but stands inside titles and names as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from corpus import header
from corpus.attached import attachments
from corpus.headline import headline_cuts
from corpus.numbering import Style, inline_starts, match_marker
from corpus.text import Line

RUN_ON_LINE = 300
"""Mean length of the lines of a source from which its line ends count as lost."""

RUN_IN_LINES = 2
"""Lines of a source from which headings count as run into the text behind them."""

_FEW_LINES = 3
_RUN_IN_HEADING = 25
_RUN_IN_BODY = 20
_SHORT_SOURCE_LINE = 100
_HEADER_LINES = 10
_HEADER_REACH = 900
_NARRATIVE = 60
_CLOSING_REACH = 600

_OF_SECTIONS = frozenset({Style.CHINESE, Style.CHINESE_BRACKETED, Style.ARABIC})
_GAP = re.compile(r"[^\S\n]+")
_PHRASE = re.compile(r"\S+")
_STOP_AND_GAP = re.compile(
    r"(?<=[。！？；：:”])[^\S\n]+(?=\S)|"
    r"(?<=[）)])[^\S\n]+(?=(?:本|以上|上述)(?:通知|通告|公告|意见|方案|规定|办法|措施|政策|文件))"
)
_NAME = re.compile(r"[一-龥（）()·]{2,40}")
_NOTE = re.compile(r"附\s*件\s*[:：]\s*(?=1\s*[.．、])")
"""附件说明: a list of names, of which none begins a clause."""

_CLOSING_DATE = re.compile(
    r"(?:19|20)\d{2}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日|[二一][〇○零一二三四五六七八九]{3}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日"
)


def spread(found: list[Line]) -> list[tuple[Line, bool]]:
    """The lines, cut at what begins inside them where their ends were lost; True marks what was cut off so."""
    mean = sum(len(line.text) for line in found) / max(1, len(found))
    few = len(found) <= _FEW_LINES
    run_in = {at for at, line in enumerate(found) if _has_run_in_heading(line.text)}
    run_in = run_in if len(run_in) >= RUN_IN_LINES else set()
    spread_out: list[tuple[Line, bool]] = []
    for at, line in enumerate(found):
        size = len(line.text)
        if mean >= RUN_ON_LINE or size >= 3 * RUN_ON_LINE or (few and size >= _SHORT_SOURCE_LINE):
            spread_out.extend((piece, i > 0) for i, piece in enumerate(_parts(line, at)))
        elif at in run_in:
            starts = inline_starts(line.text)
            cuts = {*starts, *_heading_cuts(line.text, [0, *starts])}
            spread_out.extend((piece, i > 0) for i, piece in enumerate(_cut(line, cuts)))
        elif at < _HEADER_LINES and not match_marker(line.text):
            cuts = _glued_header_cuts(line.text) or (headline_cuts(line.text) if at == 0 else set())
            spread_out.extend((piece, i > 0) for i, piece in enumerate(_cut(line, cuts)))
        else:
            spread_out.append((line, False))
    return spread_out


def _parts(line: Line, at: int) -> Iterator[Line]:
    """The lines of a document and of each that is attached to it, whose label is a line by itself."""
    labels = attachments(line.text)
    edges = [0, *(edge for label in labels for edge in (label.start, label.end)), len(line.text)]
    for i, (start, end) in enumerate(pairwise(edges)):
        part = line.cut(start, end)
        if part and i % 2:
            yield part
        elif part:
            yield from _cut(part, _run_on_cuts(part.text, 0 if i else at))


def _cut(line: Line, cuts: set[int]) -> list[Line]:
    marks = sorted(cuts | {0, len(line.text)})
    pieces = [line.cut(a, b) for a, b in pairwise(marks)]
    return [piece for piece in pieces if piece]


def _run_on_cuts(text: str, at: int) -> set[int]:
    """At ordinals, behind stops that white space follows, and between the fields of header and signature."""
    cuts = set(inline_starts(text))
    cuts.update(found.end() for found in _STOP_AND_GAP.finditer(text))
    if at < _HEADER_LINES:
        first = min((cut for cut in inline_starts(text[:_HEADER_REACH])), default=len(text))
        cuts.update(_header_cuts(text[: min(first, _HEADER_REACH)]))
    cuts.update(_heading_cuts(text, sorted({0, *cuts})))
    closing = _closing_cuts(text)
    if closing:
        cuts = {cut for cut in cuts if not _note(text, min(closing)) < cut < min(closing)}
    return cuts | closing


def _note(text: str, closing: int) -> int:
    """Where 附件： begins in front of the signature; behind it when there is none."""
    found = _NOTE.search(text, max(0, closing - _CLOSING_REACH), closing)
    return found.start() if found else closing


def _glued_header_cuts(text: str) -> set[int]:
    """A title that has lost only its own line end."""
    if not _GAP.search(text) or header.is_title(text):
        return set()
    cuts = _header_cuts(text[:_HEADER_REACH])
    return cuts if any(header.is_title(text[:cut].strip()) for cut in cuts) else set()


# --- header --------------------------------------------------------------------------------------------------------


def _header_cuts(text: str) -> set[int]:
    """Between the phrases in front of the first sentence: a title may hold white space, so phrases are put together
    until they read as one."""
    cuts: set[int] = set()
    group, before, told = 0, "", False
    for start, end in _header_phrases(text):
        phrase = text[start:end]
        gathered = text[group:end].strip()
        if header.is_field(phrase):
            numbered = header.is_order_number(phrase) and _all_names(before)
            cuts.update({end} if numbered else {start, end})
        elif (
            header.is_title(phrase) and re.search(r"[^《]关于|印发", phrase) and not phrase.startswith(("关于", "印发"))
        ):
            cuts.update({end} if _all_names(before) else {start, end})
        elif phrase.startswith("关于") and "关于" in before:
            cuts.update({start, end} if header.is_title(phrase) else {start})
            if not header.is_title(phrase):
                group, before = start, phrase
                continue
        elif header.is_title(gathered) or (start == 0 and _is_headline(phrase)):
            cuts.add(end)
        elif len(phrase) > _NARRATIVE or re.search(r"[。；，！？：]", phrase):
            if not told:
                cuts.update({start} if cuts else _unnamed_title(text, group, start))
            told = told or len(phrase) > _NARRATIVE or bool(re.search(r"[。；]", phrase))
        else:
            before = f"{before} {phrase}".strip()
            continue
        group, before = end, ""
    return {cut for cut in cuts if 0 < cut < len(text)}


def _is_headline(phrase: str) -> bool:
    """The first words of a page, with a stop inside but none behind: 某市：一百项规范……"""
    return bool(
        4 <= len(phrase) <= 45 and re.search(r"[，：！？]", phrase) and not re.search(r"[。；]|[，、：:]$", phrase)
    )


def _header_phrases(text: str) -> Iterator[tuple[int, int]]:
    for found in _PHRASE.finditer(text):
        yield found.span()


def _unnamed_title(text: str, group: int, start: int) -> set[int]:
    """No kind of document is named: the first phrase stands for the title."""
    first = _PHRASE.search(text, group, start)
    return {start, first.end()} if first and first.end() - first.start() >= 4 else {start}


def _all_names(phrases: str) -> bool:
    return bool(phrases) and all(header.is_signature(phrase) for phrase in phrases.split())


# --- headings ------------------------------------------------------------------------------------------------------


def _heading_cuts(text: str, starts: list[int]) -> set[int]:
    """Where white space ends a short first phrase behind an ordinal: a heading lost its line end there."""
    cuts: set[int] = set()
    for start in starts:
        marker = match_marker(text, start)
        if not marker:
            continue
        for found in _GAP.finditer(text, marker.end, start + 130):
            phrase = text[marker.end : found.start()].strip()
            behind = text[found.end() : found.end() + 2]
            if re.search(r"[，。；！？：]", phrase):
                break
            if len(phrase) < 2 or (len(behind) == 2 and behind[1].isspace()):
                continue
            if len(phrase) <= 60:
                cuts.add(found.end())
            break
    return cuts


def _has_run_in_heading(text: str) -> bool:
    """Does a line begin with an ordinal and a short phrase, and go on behind white space with what stands under it?

    二、申请材料 居民身份证或者户口簿。 Rows of tables go on with cells.
    """
    marker = match_marker(text)
    gap = _GAP.search(text, marker.end + 1) if marker and marker.style in _OF_SECTIONS else None
    if marker is None or gap is None:
        return False
    phrase, body = text[marker.end : gap.start()].strip(), text[gap.end() :]
    told = _PHRASE.match(body)
    named = 2 <= len(phrase) <= _RUN_IN_HEADING and not re.search(r"[，。；！？：:;,.]", phrase)
    goes_on = len(body) >= _RUN_IN_BODY and bool(re.search(r"[。；]", body)) and told is not None
    return (
        named
        and goes_on
        and bool(told and (len(told.group()) >= _RUN_IN_BODY // 2 or re.search(r"[，。：；]", told.group())))
    )


# --- signature -----------------------------------------------------------------------------------------------------


def _closing_cuts(text: str) -> set[int]:
    """The names and the date behind the last sentence, each a line of its own."""
    base = max(0, len(text) - _CLOSING_REACH)
    dates = list(_CLOSING_DATE.finditer(text, base))
    for date in reversed(dates):
        stop = max((text.rfind(char, base, date.start()) for char in "。！？；…"), default=-1)
        names = [found.span() for found in _PHRASE.finditer(text, stop + 1, date.start())]
        while names and not _NAME.fullmatch(text[names[0][0] : names[0][1]]):
            names.pop(0)
        if not all(_NAME.fullmatch(text[a:b]) for a, b in names) or _goes_on(text, date.end()):
            continue
        if names and not header.is_signature(text[names[-1][0] : names[-1][1]]):
            continue
        if names or stop + 1 < date.start():
            return {*(start for start, _ in names), date.start(), date.end()}
    return set()


def _goes_on(text: str, at: int) -> bool:
    """Does a sentence run on behind a date, so that it is none of a signature?"""
    return bool(
        re.compile(r"[^\S\n]*(?!印发|附件|文档附件|来源|责任|扫一扫|抄[送报发]|主送|分享|打印|相关)[一-龥，、]").match(
            text, at
        )
    )
