"""Which sentence says what a word means: X，是指…, with X in the question."""

from __future__ import annotations

import re

from assistant.understanding.query import Asked
from corpus.text import fold

DEFINES = 1.8
"""What a sentence gains that defines the word whose meaning is asked for."""

DEFINES_ANOTHER = 0.8
"""What is left to any other."""

_DEFINITION = re.compile(
    r"(?:^第[一二三四五六七八九十百零〇\d]+条|^|所称的?|中的?|[）)、.，“\"])([^，。；：“”\"（）()]{2,24}?)(?:[”\"]?(?:[，,]?(?:是指|指的是|系指|包括)|，指|为)|"
    r"[”\"](?:表示|代表|意味着))"
)
"""温室气体，是指…; 重点管理区为…; “待审”表示…: the word that is defined."""


def defines(asked: Asked, text: str) -> float:
    """A factor for a sentence where the meaning of a word is asked for."""
    if not asked.defines:
        return 1.0
    found = _DEFINITION.search(fold(text))
    word = found.group(1) if found else ""
    quoted = [fold(one) for one in asked.quoted]
    meant = any(word in one or one in word for one in quoted) if quoted else word in fold(asked.text)
    return DEFINES if word and meant else DEFINES_ANOTHER
