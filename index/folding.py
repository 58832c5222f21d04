"""The text of a hit as characters of a query are looked for in it, letter by letter. Pure.

Width, case and traditional characters are folded as in the tokens of the lexical index, and stops are spaces: what
stands side by side in the print does so here.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from corpus.simplified import simplified
from index.models import Evidence

_WIDE = (*((stop, " ") for stop in "，；：！？\u3000"), ("（", "("), ("）", ")"))
"""Stops are never part of a token, brackets fold to their narrow form; without them most texts need no
folding, which is slow."""


@lru_cache(maxsize=10_000)
def searched(text: str) -> str:
    """The text as tokens are looked for in it."""
    plain = text
    for wide, narrow in _WIDE:
        plain = plain.replace(wide, narrow)
    folded = plain if unicodedata.is_normalized("NFKC", plain) else unicodedata.normalize("NFKC", plain)
    return simplified(folded.lower())


def beside_title(one: Evidence) -> str:
    """What a chunk says, without the title of its document where the lead repeats it."""
    text, title = searched(one.chunk.text), searched(one.document.title)
    return text.replace(title, "") if title else text
