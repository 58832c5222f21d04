"""How well whole documents answer to a query, told from the chunks that were found of them.

What a question says once about its document (the place, the trade, the occasion) stands
in other clauses than its answer. So a document is judged by all the words of the query
that its found chunks hold together, its title among them, against its length. Pure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from corpus.models import DocumentSummary
from index.folding import searched
from index.models import Evidence

SATURATION = 0.5
"""How soon a word said again counts no more (k1 of BM25)."""

LENGTH = 0.7
"""How much a long document must hold more of a word than a short one (b of BM25)."""


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
    return {id_: value / best if best > 0 else 0.0 for id_, value in fits.items()}


def fit(weights: Mapping[str, float], text: str, size: float) -> float:
    """What a text holds of the weighted tokens, against its length as a multiple of the average one's."""
    slack = SATURATION * (1 - LENGTH + LENGTH * size)
    times = ((weight, text.count(token)) for token, weight in weights.items())
    return sum(weight * said / (said + slack) for weight, said in times if said)
