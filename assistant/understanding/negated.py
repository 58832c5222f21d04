"""Is a question about those that have done a thing, or about those that have not: 没签协议的, 已签订协议的.

Documents lay down both side by side, in almost the same words.
"""

from __future__ import annotations

import re
from functools import lru_cache

SAME = 1.2
"""What a sentence gains that speaks of the side asked about."""

OTHER = 0.6
"""What is left to one that speaks of the other side alone."""

_ASKS_WHETHER = re.compile(r"有没有?|是不是|是否|能不能|会不会|没有?(?=[？?吗]|$)|从未|未来|未成年|未经")
_NOT_DONE = re.compile(r"(?:还没有?|尚未|未能?|没能|没有?|不曾)(?P<verb>[^，。；？的]{1,12})")
_DONE = re.compile(r"(?:已经?|早就)(?P<verb>[^，。；？的]{1,12})|(?P<just>[一-龥]{1,2})(?:完|好|过)?了(?![解多])")


@lru_cache(maxsize=512)
def verbs_asked(question: str) -> tuple[frozenset[str], frozenset[str]]:
    """Characters of what a question says that some have not done, and of what some have."""
    text = _ASKS_WHETHER.sub("，", question)
    without = {char for found in _NOT_DONE.finditer(text) for char in found["verb"]}
    done = {char for found in _DONE.finditer(text) for char in found["verb"] or found["just"]}
    return frozenset(without - done), frozenset(done - without)


def on_the_side_done(question: str, text: str) -> float:
    """A factor for a sentence: on the side of the question, on the other alone, or on neither."""
    without, done = verbs_asked(question)
    if not without and not done:
        return 1.0
    not_yet = {found for found in _NOT_YET.findall(text)}
    already = {found for found in _ALREADY.findall(text)}
    mine, theirs = without & not_yet | done & already, without & already | done & not_yet
    return SAME if mine else OTHER if theirs else 1.0


_NOT_YET = re.compile(r"(?:未能?|尚未|没有)(?![来成经])([一-龥])")
_ALREADY = re.compile(r"已经?(?!经)([一-龥])")
