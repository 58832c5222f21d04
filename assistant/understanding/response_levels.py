"""Levels of response and warning: 三级响应 is printed as Ⅲ级应急响应, and 最高一级 is Ⅰ级.

国家突发公共事件总体应急预案 sorts events and warnings into Ⅰ to Ⅳ, of which Ⅰ is the gravest.
"""

from __future__ import annotations

import re
from functools import lru_cache

_ROMAN = ("Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ")
_VALUES = {
    **{form: at for at, form in enumerate(_ROMAN, 1)},
    **{form: at for at, form in enumerate(("I", "II", "III", "IV"), 1)},
    **{form: at for at, form in enumerate("一二三四", 1)},
    **{form: at for at, form in enumerate("1234", 1)},
}
_LEVEL = re.compile(
    r"(?<![A-Za-z\dⅠ-Ⅴ第十省市县区乡村共分])(?P<level>[ⅠⅡⅢⅣ]|IV|I{1,3}|[一二三四1-4])级(?!联动|网络|体系|书记|甲|乙|医)"
)
_HIGHEST = re.compile(r"最(?:高|重|严重)(?:的)?(?:一|那)?(?:个)?(?:级别?|档|等级)")
_OF_ALARM = re.compile(r"响应|预警|应急|突发|警报|灾情|灾害|险情|事故|事件|疫情|防汛|防台|防旱")


@lru_cache(maxsize=512)
def levels_asked(question: str) -> frozenset[int]:
    """The levels that a question on responses and warnings names, 1 for the gravest.

    >>> sorted(levels_asked("三级防汛响应什么时候启动？"))
    [3]
    """
    if not _OF_ALARM.search(question):
        return frozenset()
    highest = {1} if _HIGHEST.search(question) else set[int]()
    return frozenset(levels_in(question) | highest)


@lru_cache(maxsize=20_000)
def levels_in(text: str) -> frozenset[int]:
    """The levels that a text names."""
    return frozenset(_VALUES[found["level"]] for found in _LEVEL.finditer(text))


def with_level(turn: str, before: str) -> str:
    """The question before for another level (Ⅲ级响应呢); empty where the turn is none, or that names not just one."""
    level = _LEVEL.fullmatch(re.sub(r"(?:应急)?响应$", "", turn))
    return _LEVEL.sub(level[0], before, count=1) if level and len(levels_in(before)) == 1 else ""


def printed_levels(question: str) -> list[str]:
    """How documents print the levels of a question."""
    return [f"{_ROMAN[level - 1]}级应急响应" for level in sorted(levels_asked(question))]


SAME, OTHER = 1.5, 0.4
"""What a sentence gains under its heading's level, and what is left to it under that of another."""

ALL_OF_THEM = 3
"""Levels from which a sentence tells how many there are, and nothing of one."""


def on_the_level(question: str, heading: str, text: str) -> float:
    """A factor for a sentence: on the level asked about, by its heading or its own words, or on another one."""
    asked = levels_asked(question)
    named = (levels_in(heading) or levels_in(text)) if asked else frozenset[int]()
    if not named or len(named) >= ALL_OF_THEM:
        return 1.0
    return SAME if asked & named else OTHER
