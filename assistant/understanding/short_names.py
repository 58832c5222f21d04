"""Short names in Latin letters that the library's own words explain: 自动体外除颤器（AED） is meant by AED."""

from __future__ import annotations

import re
from functools import lru_cache

SHORTEST = 4
"""Characters of a name; of the words in front of the bracket it is those that are printed elsewhere too."""

LONGEST = 16

_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9+-]{1,9}")
_WORDS = re.compile(r"[一-龥]+$")
_IN_BRACKETS = r"[（(]\s*(?:以?下?简称[：:]?)?[“\"]?%s[”\"]?\s*[）)]"


def names_in_full(question: str, printed: str) -> tuple[tuple[str, str], ...]:
    """What short names of a question stand for in a text, each with its name."""
    found = ((short, _in_full(short, printed)) for short in dict.fromkeys(_LATIN.findall(question)))
    return tuple((short, name) for short, name in found if name)


@lru_cache(maxsize=256)
def _in_full(short: str, printed: str) -> str:
    """The name in front of the bracket with the short one; "" where none stands there. Every turn asks again."""
    told = re.search(_IN_BRACKETS % re.escape(short), printed, re.IGNORECASE)
    before = _WORDS.search(printed[max(told.start() - LONGEST, 0) : told.start()]) if told else None
    return _printed_twice(before.group(), printed) if before else ""


def _printed_twice(run: str, printed: str) -> str:
    """The longest end of a run of words that stands in the text more than once."""
    ends = (run[at:] for at in range(len(run) - SHORTEST + 1))
    return next((end for end in ends if printed.find(end, printed.find(end) + 1) >= 0), "")
