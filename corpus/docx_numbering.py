"""The numbers that Word draws in front of paragraphs: 一、（一）1. come from numbering.xml.

In many official files they stand nowhere in the text. They are rendered here as Word
does: counters per abstract list, level text such as "（%2）", numbering formats,
restarts and overrides (ECMA-376 part 1, 17.9).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_DIGITS = "〇一二三四五六七八九"
_FORMAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_ENCLOSED = {
    "decimalEnclosedCircle": ("①", 20),
    "decimalEnclosedCircleChinese": ("①", 20),
    "decimalEnclosedParen": ("⑴", 20),
    "decimalEnclosedFullstop": ("⒈", 20),
}
_SERIES = {
    "ideographTraditional": "甲乙丙丁戊己庚辛壬癸",
    "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥",
}
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def chinese(number: int, digits: str = _DIGITS, units: str = "十百千") -> str:
    """Chinese counting up to 9999, as chineseCountingThousand: 10 十, 12 十二, 105 一百〇五."""
    if not 0 < number < 10_000:
        return str(number)
    places = [(int(digit), power) for power, digit in enumerate(reversed(str(number)))][::-1]
    out = ""
    for digit, power in places:
        if digit:
            out += digits[digit] + (units[power - 1] if power else "")
        elif out and not out.endswith(digits[0]):
            out += digits[0]
    out = out.rstrip(digits[0])
    return out[1:] if units[0] == "十" and 10 <= number < 20 else out


def _roman(number: int) -> str:
    out = ""
    for value, letters in _ROMAN:
        out += letters * (number // value)
        number %= value
    return out


def _letters(number: int) -> str:
    """a, b, ... z, aa, bb, as Word counts."""
    turns, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (turns + 1)


def _positional(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": lambda number: str(number).translate(
        {ord("0") + n: "０１２３４５６７８９"[n] for n in range(10)}
    ),
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "ideographDigital": _positional,
    "japaneseDigitalTenThousand": _positional,
    "taiwaneseDigital": _positional,
    "chineseLegalSimplified": lambda number: chinese(number, _FORMAL_DIGITS, "拾佰仟"),
    "ideographLegalTraditional": lambda number: chinese(number, _FORMAL_DIGITS, "拾佰仟"),
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "none": lambda number: "",
}


def render(number: int, numbering_format: str) -> str:
    """`number` in one of Word's numbering formats; an unknown one counts in Arabic digits."""
    if number < 1:
        return str(number)
    if numbering_format in _ENCLOSED:
        first, last = _ENCLOSED[numbering_format]
        return chr(ord(first) + number - 1) if number <= last else str(number)
    if numbering_format in _SERIES:
        series = _SERIES[numbering_format]
        return series[(number - 1) % len(series)]
    return _FORMATS.get(numbering_format, str)(number)


@dataclass(frozen=True)
class _Level:
    start: int
    format: str
    text: str
    restart: int | None
    legal: bool


@dataclass
class _List:
    """One abstract list: its levels and where each counter stands."""

    levels: dict[int, _Level]
    counters: dict[int, int] = field(default_factory=dict)
    started: set[str] = field(default_factory=set)


def _value(element: Any, tag: str, default: str = "") -> str:
    found = element.find(W + tag) if element is not None else None
    return default if found is None else str(found.get(W + "val", default))


def _level(element: Any) -> _Level:
    restart = _value(element, "lvlRestart")
    return _Level(
        start=int(_value(element, "start", "0") or 0),
        format=_value(element, "numFmt", "decimal"),
        text=_value(element, "lvlText"),
        restart=int(restart) if restart else None,
        legal=element.find(W + "isLgl") is not None,
    )


class Numbering:
    """Renders the label of each numbered paragraph, in document order."""

    def __init__(self, numbering: Any, styles: Any) -> None:
        self._abstract = (
            {a.get(W + "abstractNumId"): a for a in numbering.iter(W + "abstractNum")} if numbering is not None else {}
        )
        self._nums = {n.get(W + "numId"): n for n in numbering.iter(W + "num")} if numbering is not None else {}
        self._styles = {s.get(W + "styleId"): s for s in styles.iter(W + "style")} if styles is not None else {}
        self._default_style = next(
            (i for i, s in self._styles.items() if s.get(W + "type") == "paragraph" and s.get(W + "default") == "1"), ""
        )
        self._lists: dict[str, _List] = {}

    def label(self, paragraph: Any) -> str:
        """What Word draws in front of `paragraph`, or nothing."""
        num_id, level = self._numbered(paragraph)
        abstract_id = self._abstract_of(num_id)
        if abstract_id is None:
            return ""
        counted = self._lists.setdefault(abstract_id, _List(self._levels(abstract_id)))
        overrides = self._overrides(num_id)
        levels = {**counted.levels, **{i: new for i, (new, _) in overrides.items() if new is not None}}
        if level not in levels:
            return ""
        self._count(
            counted, levels, level, num_id, {i: start for i, (_, start) in overrides.items() if start is not None}
        )
        return self._drawn(counted, levels, level)

    def _count(
        self, counted: _List, levels: dict[int, _Level], level: int, num_id: str, starts: dict[int, int]
    ) -> None:
        if num_id not in counted.started:
            counted.started.add(num_id)
            for each in starts:
                counted.counters.pop(each, None)
        start = starts.get(level, levels[level].start)
        counted.counters[level] = counted.counters[level] + 1 if level in counted.counters else start
        for deeper in [each for each in counted.counters if each > level]:
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or level < restart:
                del counted.counters[deeper]

    def _drawn(self, counted: _List, levels: dict[int, _Level], level: int) -> str:
        own = levels[level]
        if own.format == "bullet":
            return "•"
        text = own.text
        for each in range(level, -1, -1):
            if f"%{each + 1}" in text:
                at = levels.get(each, own)
                number = counted.counters.get(each, at.start)
                text = text.replace(f"%{each + 1}", render(number, "decimal" if own.legal else at.format))
        return text

    def _numbered(self, paragraph: Any) -> tuple[str, int]:
        """numId and level: the paragraph's own, else its style's or a style's below that."""
        properties = paragraph.find(W + "pPr")
        num_id = level = ""
        style = _value(properties, "pStyle", self._default_style)
        seen: set[str] = set()
        while True:
            numbered = properties.find(W + "numPr") if properties is not None else None
            if numbered is not None:
                num_id = num_id or _value(numbered, "numId")
                level = level or _value(numbered, "ilvl")
            if num_id or style in seen or style not in self._styles:
                break
            seen.add(style)
            element = self._styles[style]
            properties, style = element.find(W + "pPr"), _value(element, "basedOn")
        return num_id, int(level or self._level_of_style(num_id, seen) or 0)

    def _level_of_style(self, num_id: str, styles: set[str]) -> str:
        """A level that names the paragraph's style is that style's level."""
        abstract_id = self._abstract_of(num_id)
        if abstract_id is None:
            return ""
        levels = self._abstract[abstract_id].iter(W + "lvl")
        return next((level.get(W + "ilvl", "") for level in levels if _value(level, "pStyle") in styles), "")

    def _abstract_of(self, num_id: str) -> str | None:
        """The abstract list of a num, through a list style where it only names one."""
        for _ in range(8):
            num = self._nums.get(num_id)
            abstract_id = _value(num, "abstractNumId")
            if abstract_id not in self._abstract:
                return None
            linked = _value(self._abstract[abstract_id], "numStyleLink")
            if not linked or linked not in self._styles:
                return abstract_id
            properties = self._styles[linked].find(W + "pPr")
            num_id = _value(properties.find(W + "numPr") if properties is not None else None, "numId")
        return None

    def _levels(self, abstract_id: str) -> dict[int, _Level]:
        return {
            int(each.get(W + "ilvl", "0")): _level(each) for each in self._abstract[abstract_id].iterchildren(W + "lvl")
        }

    def _overrides(self, num_id: str) -> dict[int, tuple[_Level | None, int | None]]:
        """For each overridden level: its new definition, and where it starts anew."""
        found = {}
        for override in self._nums[num_id].iterchildren(W + "lvlOverride"):
            new = override.find(W + "lvl")
            start = _value(override, "startOverride")
            found[int(override.get(W + "ilvl", "0"))] = (
                _level(new) if new is not None else None,
                int(start) if start else None,
            )
        return found
