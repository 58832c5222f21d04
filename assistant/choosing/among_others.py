"""A sentence that names what was asked about only as one of several, where another sentence is about that alone.

粗钢、水泥、化工、有色金属行业 says something of four industries; what is done for one of them stands under its
own name.
"""

from __future__ import annotations

import re

from assistant.choosing.candidates import Candidate
from assistant.understanding.query import Asked
from assistant.understanding.wanted import Wanted
from corpus.text import fold

AMONG = 0.7
"""What is left to a sentence that names the thing in a row of others."""

FEWEST = 3
_ROW = re.compile(r"[^、，。；：]{2,10}(?:、[^、，。；：]{1,10}){2,}")


def one_among_others(asked: Asked, candidate: Candidate) -> float:
    """AMONG, where the first word of the topic stands in a row of things of which the question names no other.

    Only within documents that are named by more than a place: which of many a question means is for the search to say.
    """
    word = fold(asked.topic.split()[0]) if asked.topic.split() else ""
    if not (asked.documents and asked.exact) or asked.wanted is not Wanted.NOTHING or not 2 <= len(word) <= 6:
        return 1.0
    text, question = fold(candidate.text), fold(asked.text)
    for row in _ROW.findall(text):
        members = row.split("、")
        holding = [one for one in members if word in one]
        others = [one for one in members if one not in holding and len(one) > 1]
        if holding and text.count(word) == 1 and not any(one in question for one in others):
            return AMONG
    return 1.0
