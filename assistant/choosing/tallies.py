"""How many things a sentence counts up: A、B、C和D are four, and who asks for four wants those."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.numbering import number_of
from corpus.text import fold

FEWEST = 3
"""Two things stand side by side in every other sentence."""

_DIGITS = "三四五六七八九十"
_MEASURE = "个|大|项|条|种|类|方面|点|样|块|家|座|处|所|区|市|县|对(?=[一-龥]{0,2}关系)"
_ASKED = re.compile(rf"(?<![第“\"\d年月十])([{_DIGITS}]|\d{{1,2}})(?:{_MEASURE})")
_PARTS = re.compile(r"[，；。：:,;（）()]")
_LAST = re.compile(r"和|及|以及|与|或")
_QUOTED = re.compile(r"[”」』][“「『]")


@lru_cache(maxsize=512)
def number_asked(question: str) -> int:
    """How many things the question says there are; 0 where it says none, or two."""
    found = _ASKED.search(fold(question))
    if found is None:
        return 0
    said = found.group(1)
    count = number_of(said)
    return count if count >= FEWEST else 0


def tallies(sentence: str) -> set[int]:
    """The numbers of things that the sentence counts up; the last 和 may join two things or name one."""
    found: set[int] = set()
    for part in _PARTS.split(sentence):
        marks = part.count("、") + len(_QUOTED.findall(part))
        if marks:
            found |= {marks + 1, marks + 2} if _LAST.search(part[part.rfind("、") + 1 :]) else {marks + 1}
    return found


def prints_number(sentence: str, count: int) -> bool:
    """Does the sentence say the number itself: 四类管控分区, 七大领域?"""
    digits = "零一二三四五六七八九十"
    said = f"{count}|{digits[count]}" if count < len(digits) else str(count)
    return bool(re.search(rf"(?<![\d十第])(?:{said})(?:{_MEASURE})", fold(sentence)))


def counts_them_up(sentence: str, noun: str) -> bool:
    """Does the sentence count things up and close with how many they are, by their noun: A、B、C三项功能?"""
    for part in _PARTS.split(fold(sentence)):
        said = re.search(rf"(?P<count>[两二{_DIGITS}]|\d{{1,2}})(?:{_MEASURE})[^，。；、]{{0,4}}{noun}", part)
        if said and number_of(said["count"]) in tallies(part[: said.start()]):
            return True
    return False
