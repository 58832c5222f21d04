"""Ordinals: what they look like, what they are worth, and which one may follow which.

GB/T 9704-2012 7.3.3 orders the levels 一、 （一） 1. （1）; by custom ① comes below. GB/T 1.1 counts
items by a） b） c）.
立法法 orders 编 章 节 条, with （一） for 项 and 1. for 目 inside an article.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from enum import IntEnum

_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_CHINESE = "[〇零一二三四五六七八九十百千]"
_ARABIC = "[0-9０-９]"
ARTICLE = re.compile(r"第[〇零一二三四五六七八九十百千\d]+条")
"""An article as texts refer to it."""


class Style(IntEnum):
    """The look of an ordinal; smaller values stand higher in the outline."""

    BOOK = 0
    CHAPTER = 1
    SECTION = 2
    ARTICLE = 3
    CHINESE = 10
    NAMED = 11
    NAMED_WITHIN = 12
    CHINESE_BRACKETED = 13
    NAMED_LOW = 14
    ARABIC = 15
    ARABIC_BRACKETED = 16
    LETTERED = 17
    CIRCLED = 18


STATUTE_STYLES = frozenset({Style.BOOK, Style.CHAPTER, Style.SECTION, Style.ARTICLE})

_PATTERNS: tuple[tuple[Style, re.Pattern[str]], ...] = (
    (Style.BOOK, re.compile(rf"第({_CHINESE}{{1,4}})(?:编|分编)(?=[\s\u3000]|$)")),
    (Style.CHAPTER, re.compile(rf"第({_CHINESE}{{1,4}})(?:章|部分)(?=[\s\u3000:：]|$|[\u4e00-\u9fff])")),
    (Style.SECTION, re.compile(rf"第({_CHINESE}{{1,4}})节(?=[\s\u3000]|$|[\u4e00-\u9fff])")),
    (
        Style.ARTICLE,
        re.compile(rf"第({_CHINESE}{{1,7}}|{_ARABIC}{{1,4}})条(之[一二三四五六七八九十])?(?![第款项规至、，和或的之])"),
    ),
    (Style.CHINESE, re.compile(rf"({_CHINESE}{{1,3}})(?:、(?!、|{_CHINESE}{{1,2}}、)|[．.](?![、0-9]))")),
    (Style.CHINESE_BRACKETED, re.compile(rf"[（(〔]\s?({_CHINESE}{{1,3}})\s?[）)〕]、?")),
    (
        Style.ARABIC,
        re.compile(
            rf"({_ARABIC}{{1,3}})(?:[.．](?![0-9０-９])|[.．](?=(?:19|20)[0-9]{{2}}年)|[.．](?=[0-9]{{1,2}}[DG][一-龥/])|、(?!{_ARABIC}))"
            r"|(0[1-9])(?=[ \u3000]{1,4}[一-龥])"
        ),
    ),
    (Style.ARABIC_BRACKETED, re.compile(rf"(?:[（(]\s?({_ARABIC}{{1,3}})\s?[）)]|({_ARABIC}{{1,2}})[）)])、?")),
    (Style.LETTERED, re.compile(r"[（(]?([a-zａ-ｚ])[）)]")),
    (Style.CIRCLED, re.compile(r"([①-⑳])")),
)
_STARTS: tuple[tuple[str, frozenset[Style]], ...] = (
    ("第", STATUTE_STYLES),
    ("（(〔", frozenset({Style.CHINESE_BRACKETED, Style.ARABIC_BRACKETED, Style.LETTERED})),
    ("〇零一二三四五六七八九十百", frozenset({Style.CHINESE})),
    ("0123456789０１２３４５６７８９", frozenset({Style.ARABIC, Style.ARABIC_BRACKETED})),
    ("abcdefghijklmnopqrstuvwxyzａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ", frozenset({Style.LETTERED})),
    ("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", frozenset({Style.CIRCLED})),
)
_BY_START = {
    char: tuple((style, pattern) for style, pattern in _PATTERNS if style in styles)
    for chars, styles in _STARTS
    for char in chars
}


def chinese_to_int(numeral: str) -> int:
    """十二 -> 12, 一百零八 -> 108, 二〇二二 -> 2022. Raises ValueError for anything else."""
    if not numeral or any(char not in _DIGITS and char not in _UNITS for char in numeral):
        raise ValueError(f"not a Chinese numeral: {numeral!r}")
    if not any(char in _UNITS for char in numeral):
        return int("".join(str(_DIGITS[char]) for char in numeral))
    total, digit = 0, None
    for char in numeral:
        if char in _UNITS:
            total += (1 if digit is None or digit == 0 else digit) * _UNITS[char]
            digit = None
        else:
            digit = _DIGITS[char]
    return total + (digit or 0)


def number_of(said: str) -> int:
    """What a number in either writing counts: 12, 十二, 两. Raises ValueError for anything else."""
    return int(said) if said.isdigit() else chinese_to_int(said.replace("两", "二"))


def int_to_chinese(value: int) -> str:
    """12 -> 十二, 108 -> 一百零八; 1 to 9999."""
    if not 0 < value < 10000:
        raise ValueError(f"out of range: {value!r}")
    digits = "零一二三四五六七八九"
    said = ""
    for size, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, size)
        if digit:
            said += digits[digit] + unit
        elif said and value and not said.endswith("零"):
            said += "零"
    said = said.rstrip("零")
    return said.removeprefix("一") if said.startswith("一十") else said


@dataclass(frozen=True, slots=True)
class Marker:
    """An ordinal at the start of a line.

    `end` is the offset behind it, `label` what a path calls it; `inserted` is the
    之一 of an article that an amendment put behind another.
    """

    style: Style
    value: int
    label: str
    end: int
    text: str
    inserted: str = ""


def match_marker(text: str, at: int = 0) -> Marker | None:
    """The ordinal that stands at `at` in `text`, if there is one."""
    for style, pattern in _BY_START.get(text[at : at + 1], ()):
        found = pattern.match(text, at)
        if found:
            digits = next(group for group in found.groups() if group)
            value = _value(digits)
            inserted = (found.group(2) or "") if style is Style.ARTICLE else ""
            if value:
                label = _label(style, digits, value, found.group())
                return Marker(style, value, label, found.end(), found.group(), inserted)
    return None


def _value(digits: str) -> int:
    if digits[0] in "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳":
        return ord(digits[0]) - ord("①") + 1
    if digits[0].isdecimal():
        return int(digits)
    letter = unicodedata.normalize("NFKC", digits)
    if letter.isascii():
        return ord(letter) - ord("a") + 1
    return chinese_to_int(digits)


def _label(style: Style, digits: str, value: int, printed: str) -> str:
    if style in STATUTE_STYLES:
        return re.sub(r"\s", "", printed)
    if style is Style.CHINESE_BRACKETED:
        return f"（{digits}）"
    if style is Style.ARABIC:
        return digits if digits.startswith("0") else str(value)
    if style is Style.ARABIC_BRACKETED:
        return f"（{value}）"
    if style is Style.LETTERED:
        return unicodedata.normalize("NFKC", digits)
    return digits


def inline_starts(text: str) -> list[int]:
    """Offsets inside a run-on line where an ordinal stands behind a stop or white space."""
    starts: list[int] = []
    for found in re.finditer(r"(?<=[\s。；：！？;:”）)])(?=[第（(〔一二三四五六七八九十0-9０-９①-⑳])", text):
        at = found.start()
        marker = match_marker(text, at)
        if marker is None:
            continue
        closing = text[at - 1] in "）)”"
        if closing and marker.style not in (Style.CHINESE, Style.CHINESE_BRACKETED):
            continue
        starts.append(at)
    return starts


@dataclass
class NumberSequence:
    """What has been numbered so far at one place, and whether a marker runs on from it."""

    last: dict[Style, int] = field(default_factory=dict)
    open: list[tuple[Style, int]] = field(default_factory=list)

    def admits(self, marker: Marker, *, second_follows: bool, strict: bool) -> bool:
        """May `marker` start a clause here?

        A first number counts where its second follows further on (`second_follows`)
        or where it stands at the start of a printed line. `strict` (run-on lines)
        allows no gaps.
        """
        current = dict(self.open).get(marker.style)
        previous = self.last.get(marker.style)
        if marker.value - 1 in (current, previous) or (marker.inserted and marker.value == current):
            return marker.value > 1 or second_follows
        if marker.value == 1:
            return second_follows or (not strict and current is None)
        if strict or current is None:
            return False
        return marker.style <= Style.CHINESE_BRACKETED and current + 1 < marker.value <= current + 3

    def enter(self, marker: Marker) -> None:
        """Records `marker` as accepted: deeper levels are closed."""
        self.open = [(style, value) for style, value in self.open if style < marker.style]
        self.open.append((marker.style, marker.value))
        self.last[marker.style] = marker.value
