"""今年, 去年, 目前: words that mean what they mean by the day of asking, and what the user is told about that."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.understanding.own_case import cases

_YEARS = {"前年": -2, "去年": -1, "上一年": -1, "今年": 0, "本年度": 0, "本年": 0, "明年": 1, "下一年": 1, "后年": 2}
_AGE = r"(?!(?:已经|都|快|刚|正好|满)*(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:周?岁|了|[，。、？?\s]|$))"
"""今年92 is how old somebody is: what is given at that age is no matter of the year."""

_SAID = r"(?![的（(]?(?:19|20)\d\d\s*[年)）])"
"""去年2024年: the year is said."""

_YEAR = re.compile(rf"(?:{'|'.join(sorted(_YEARS, key=len, reverse=True))}){_SAID}{_AGE}")
_NOW = re.compile(r"(?<!截至)(?<!截止)(?:目前|现在|当前|眼下|如今|现阶段)")


@dataclass(frozen=True, slots=True)
class Dated:
    """A question with its years named, and the sentence that says so; empty where nothing was read by the day."""

    text: str
    said: str = ""
    said_en: str = ""
    this_year: bool = False
    """Was the year of asking named so: 今年, 本年度?"""


def dated(text: str, today: date) -> Dated:
    """The question as of the day it is asked.

    >>> dated("今年建多少家？", date(2025, 3, 1)).said
    '“今年”按提问日期（2025年3月1日）理解为2025年。'
    """
    day = f"{today.year}年{today.month}月{today.day}日"
    case = cases(text)
    found = list(dict.fromkeys(one.group() for one in _YEAR.finditer(text) if not _within(one, case)))
    if found:
        meant = "，".join(f"“{word}”按提问日期（{day}）理解为{today.year + _YEARS[word]}年" for word in found)
        read = ", ".join(f"“{word}” as {today.year + _YEARS[word]}" for word in found)
        named = _YEAR.sub(
            lambda one: one.group() if _within(one, case) else f"{today.year + _YEARS[one.group()]}年", text
        )
        this_year = any(_YEARS[word] == 0 for word in found)
        return Dated(named, f"{meant}。", f"By the day of asking ({today.isoformat()}), {read}.", this_year)
    now = _NOW.search(text)
    if now and not _within(now, case):
        return Dated(
            text,
            f"“{now.group()}”指提问日期（{day}）；文件说的是其成文之时。",
            f"“{now.group()}” is {today.isoformat()}; documents speak of the time they were written.",
        )
    return Dated(text)


def _within(one: re.Match[str], case: Sequence[tuple[int, int]]) -> bool:
    return any(start <= one.start() < end for start, end in case)
