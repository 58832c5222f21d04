"""In which respect something is asked: 在公益捐赠方面有什么优惠. Running text says the same where it goes on to it.

——在鼓励公益捐赠方面，… tells it; a sentence that only counts up all respects before does not.
"""

from __future__ import annotations

import re
from functools import lru_cache

TELLS_OF_IT = 1.8
"""What a sentence gains that goes on to the respect asked about."""

COUNTS_THEM_UP = 0.6
"""What is left to one that only counts up several respects: 支持防护救治、鼓励公益捐赠等四个方面."""

SHORTEST = 2

_ASKED = re.compile(r"(?:在|对|就|关于)?([一-龥]{2,10}?)(?:这一?)?方面")
_ALL = re.compile(r"、[^，。；]{0,20}[一二两三四五六七八九十\d]个?大?方面")
_NONE = re.compile(r"[哪几啥么多各些两三四五六七八九十这那其]")
"""哪五个方面 asks for respects, and names none."""

_BEFORE = re.compile(r"^.*(?:在|对于?|就|关于|[的中里])")


def on_the_respect(question: str, text: str) -> float:
    """A factor for a sentence: more than one where it tells of the respect in which a question asks, less where it
    only names it among others."""
    told = _told(question)
    if told is None:
        return 1.0
    return TELLS_OF_IT if told.search(text) else COUNTS_THEM_UP if _ALL.search(text) else 1.0


@lru_cache(maxsize=512)
def _told(question: str) -> re.Pattern[str] | None:
    found = _ASKED.search(question)
    respect = _BEFORE.sub("", found.group(1)) if found else ""
    if len(respect) < SHORTEST or _NONE.search(respect):
        return None
    return re.compile(rf"^[^，。；]{{0,12}}{re.escape(respect)}[^，。；、]{{0,4}}方面[，,：:]")
