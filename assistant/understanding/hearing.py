"""What was typed, made into what is asked: one script, one line, no slip of the pen, years by the day of asking."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from assistant.finding.rarity import Rarity
from assistant.understanding.asking_day import dated
from assistant.understanding.synonyms import Synonyms
from assistant.understanding.typing_errors import mended
from corpus.simplified import simplified

QUESTION_LIMIT = 2000
"""Characters of a question that are read; of a longer one the beginning."""

TOO_LONG = f"问题过长，只读了前{QUESTION_LIMIT}个字。"
TOO_LONG_EN = f"Only the first {QUESTION_LIMIT} characters of the question were read."

_MARKUP = re.compile(r"<(script|style)\b[^<>]*>.*?</\1\s*>|</?[A-Za-z][^<>]{0,200}>", re.IGNORECASE | re.DOTALL)
"""Tags of a page, as they come along where a question is copied."""

_BARE_YEARS = re.compile(r"20[1-6]\d(?:[、，,/和与及]20[1-6]\d)*")
_NOT_OF_A_YEAR = re.compile(r"\d|[万亿元千百个家项户人吨亩台辆座次公平立号]")
_OPENS_A_NUMBER = re.compile(r"[A-Za-z/]+|\d+")

_HAN = re.compile(r"[\u3400-\u9fff]")
_WORD = re.compile(r"[^\W\d_]{2,}")
_ASKS = re.compile(r"谁|哪|多少|几|什么|啥|怎|如何|咋|何时|是否|能不能|可不可以|有没有|吗")
_ASKS_ON = re.compile(r"(?:哪[些个几]?|几|什么|啥)$")
"""Of the next word it is asked: 需要哪些 材料."""

_CIVIL = re.compile(
    r"(?>[您你]们?好|[早上中下午晚]{2}好|大家好|哈[啰喽罗]|嗨|[多谢]?谢谢?[你您]?们?|感谢[你您]?们?|(?:辛苦|麻烦)[你您]?们?|"
    r"再见|拜拜|好的?|嗯|哦|知道|明白|了解|收到|没有?(?:问题|事)|不用|hello|hi|hey|thank\s*you|thanks?|ok(?:ay)?|bye|"
    r"大家|非常|[啊呀吧哈啦的了！!，,。.~～、\s])++",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Heard:
    """A question as it is answered, and what the user should know about how it was read."""

    text: str
    said: str = ""
    said_en: str = ""
    this_year: bool = False
    """Does the text name the year of asking because 今年 was typed?"""

    @property
    def asks(self) -> bool:
        """Does it hold anything but signs?"""
        return any(char.isalnum() for char in self.text)


def is_civility(text: str) -> bool:
    """你好, 好的，谢谢: it greets or thanks, and asks nothing."""
    return bool(_CIVIL.fullmatch(text))


def is_foreign(text: str, rarity: Rarity) -> bool:
    """Is it in another language than the documents: no Chinese, and words that none of them holds?

    CCUS, 5G and the like stand in Chinese documents; where not all of them were counted,
    one or two words may be such.
    """
    words = _WORD.findall(text)
    if _HAN.search(text) or not (rarity.complete or len(words) > 2):
        return False
    printed = rarity.printed.lower()
    return any(word.lower() not in printed for word in words)


def heard(question: str, today: date) -> Heard:
    """The question in one line of simplified characters, with its years named."""
    line = _with_years(_parted(" ".join(_MARKUP.sub(" ", question).split())))
    asked = dated(simplified(line[:QUESTION_LIMIT]), today)
    long = len(line) > QUESTION_LIMIT
    return Heard(
        asked.text,
        f"{TOO_LONG if long else ''}{asked.said}",
        _spaced(TOO_LONG_EN if long else "", asked.said_en),
        asked.this_year,
    )


def _parted(line: str) -> str:
    """Questions that blanks alone part, parted by commas: 名单公示几天，异议几天内答复."""
    words = line.split(" ")
    asking = [bool(_ASKS.search(word)) and not _ASKS_ON.search(word) for word in words]
    if sum(asking) < 2:
        return line
    said = (f"{word}{'，' if asks and word[-1].isalnum() else ' '}" for word, asks in zip(words, asking, strict=True))
    return "".join(said).rstrip(" ，")


def _with_years(line: str) -> str:
    """Years among keywords called so: 非化石能源占比 2025 2030 对比; no part of a telephone number, sum or standard."""
    words = line.split(" ")
    years = [len(words) > 1 and _BARE_YEARS.fullmatch(word) is not None for word in words]
    for at, word in enumerate(words):
        before, behind = (words[beside] if 0 <= beside < len(words) else "" for beside in (at - 1, at + 1))
        of_number = _OPENS_A_NUMBER.fullmatch(before) and not years[at - 1]
        counts = _NOT_OF_A_YEAR.match(behind) and not years[at + 1]
        if years[at] and not of_number and not counts:
            words[at] = re.sub(r"(?<=\d{4})(?!\d)", "年", word)
    return " ".join(words)


def put_right(question: Heard, rarity: Rarity, synonyms: Synonyms, names: Callable[[str], bool]) -> Heard:
    """The question with wrong characters mended by the words of the library, where all of it was counted."""
    if not rarity.complete or names(question.text):
        return question
    typed = "".join(word for word, _ in synonyms.pairs if word in question.text)
    right = mended(question.text, rarity.known, rarity.printed, typed)
    return replace(
        question,
        text=right.text,
        said=f"{question.said}{right.said}",
        said_en=_spaced(question.said_en, right.said_en),
    )


def _spaced(*said: str) -> str:
    return " ".join(one for one in said if one)
