"""Ordinals whose level is a document's own: 行动一 and 任务15, and 一、 where it stands above the 条.

No standard orders these. A word with a number counts as an ordinal where it begins
lines that count up from one; its level is told by what stands above it when it first comes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.decimals import with_decimals
from corpus.numbering import Marker, Style, chinese_to_int
from corpus.text import Line, visible_length

_NAMED = re.compile(
    r"(?P<word>[一-龥]{2,4}?)(?P<digits>[一二三四五六七八九十]{1,3}|[0-9]{1,2})(?P<gap>[\s\u3000]+|[:：.．、](?![0-9])|$)"
)
_NO_LEVEL = re.compile(r"附[件表图录]|专栏|[图表]|第|问题?|[答注]|电话|邮编|其|之|年|月|日|共|约|达|近")
_FEWEST = 3
"""So many lines must count up, or a word and a number merely came together."""

_HEADING = 40


def adjusted(
    found: Sequence[tuple[Line, bool]], markers: Sequence[Marker | None], *, statute: bool
) -> list[Marker | None]:
    """The markers of the lines, with the document's own ordinals among them, each at its level."""
    if statute:
        return _with_named(found, _above_articles(found, markers))
    return _with_named(found, with_decimals(found, markers))


def _above_articles(found: Sequence[tuple[Line, bool]], markers: Sequence[Marker | None]) -> list[Marker | None]:
    """一、 that heads lines of its own from before the first 条 on is a section of the rule, not an item of one."""
    first = next((at for at, marker in enumerate(markers) if marker and marker.style is Style.ARTICLE), len(markers))
    heads = [
        at
        for at, ((line, inline), marker) in enumerate(zip(found, markers, strict=True))
        if marker and marker.style is Style.CHINESE and not inline and _is_heading(line.text)
    ]
    counts = [marker.value for at in heads if (marker := markers[at])]
    if not heads or heads[0] > first or heads[-1] < first or counts != list(range(1, len(counts) + 1)):
        return list(markers)
    raised = set(heads)
    return [
        replace(marker, style=Style.SECTION) if marker and at in raised else marker for at, marker in enumerate(markers)
    ]


def _is_heading(text: str) -> bool:
    return visible_length(text) <= _HEADING and not re.search(r"[，。；]", text)


def _with_named(found: Sequence[tuple[Line, bool]], markers: Sequence[Marker | None]) -> list[Marker | None]:
    lines: dict[str, list[tuple[int, Marker]]] = defaultdict(list)
    for at, (line, inline) in enumerate(found):
        named = None if inline or markers[at] else _NAMED.match(line.text)
        if named and not _NO_LEVEL.search(named["word"]):
            lines[named["word"]].append((at, _marker(named)))
    own = list(markers)
    taken: list[Style] = []
    for counted in lines.values():
        if len(counted) < _FEWEST or not _counts_up([marker.value for _, marker in counted]):
            continue
        style = _level(own, counted[0][0], taken)
        taken.append(style)
        for at, marker in counted:
            own[at] = replace(marker, style=style)
    return own


def _marker(named: re.Match[str]) -> Marker:
    digits = named["digits"]
    value = int(digits) if digits.isdecimal() else chinese_to_int(digits)
    return Marker(Style.NAMED, value, named["word"] + digits, named.end(), named.group())


def _counts_up(values: Sequence[int]) -> bool:
    """From one on, or from one again under the next heading."""
    return values[0] == 1 and all(after in (1, before + 1) for before, after in pairwise(values))


def _level(markers: Sequence[Marker | None], first: int, taken: Sequence[Style]) -> Style:
    """Below the ordinal that comes before its first line; of two words, the one that comes first stands above."""
    above = next((marker.style for marker in reversed(markers[:first]) if marker), Style.CHINESE)
    if above >= Style.CHINESE_BRACKETED:
        return Style.NAMED_LOW
    return Style.NAMED_WITHIN if Style.NAMED in taken else Style.NAMED
