"""How well whole documents answer to a query, told from the chunks that were found of them.

What a question says once about its document (the place, the trade, the occasion) stands
in other clauses than its answer. So a document is judged by all the words of the query
that its found chunks hold together, its title among them, against its length. Pure.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache

from corpus.models import DocumentSummary
from index.models import Evidence

SATURATION = 0.5
"""How soon a word said again counts no more (k1 of BM25)."""

LENGTH = 0.7
"""How much a long document must hold more of a word than a short one (b of BM25)."""

_WIDE = (*((stop, " ") for stop in "，；：！？\u3000"), ("（", "("), ("）", ")"))
"""Stops are never part of a token, brackets fold to their narrow form; without them most texts need no
folding, which is slow."""


def standings(weights: Mapping[str, float], found: Sequence[Evidence], length: float) -> dict[str, float]:
    """The documents found, each with its fit as a share of the best one's; `length` is that of an average document."""
    texts: dict[str, list[str]] = {}
    documents: dict[str, DocumentSummary] = {}
    for one in found:
        documents[one.document.id] = one.document
        texts.setdefault(one.document.id, [one.document.title]).append(one.chunk.text)
    fits = {
        id_: fit(weights, "\n".join(map(searched, said)), documents[id_].characters / max(1.0, length))
        for id_, said in texts.items()
    }
    best = max(fits.values(), default=0.0)
    return {id_: fit / best if best > 0 else 0.0 for id_, fit in fits.items()}


def fit(weights: Mapping[str, float], text: str, size: float) -> float:
    """What a text holds of the weighted tokens, against its length as a multiple of the average one's."""
    slack = SATURATION * (1 - LENGTH + LENGTH * size)
    times = ((weight, text.count(token)) for token, weight in weights.items())
    return sum(weight * said / (said + slack) for weight, said in times if said)


@lru_cache(maxsize=10_000)
def searched(text: str) -> str:
    """The text as tokens are looked for in it."""
    plain = text
    for wide, narrow in _WIDE:
        plain = plain.replace(wide, narrow)
    return (plain if unicodedata.is_normalized("NFKC", plain) else unicodedata.normalize("NFKC", plain)).lower()
