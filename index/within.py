"""Which clause of its document: what a question says to name the document chooses none of its clauses. Pure.

A question often begins with the name of its document, or with half of it. Those words
lead to the document; within it they stand in the lead and in the first lines, which
answer nothing. So the more of a question goes into the name, the more the rest of it
decides in which order the clauses of that document stand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from index.folding import beside_title, searched
from index.models import Evidence
from index.standing import fit

REST = 4.0
"""What a clause that holds the rest of a question best gains, times the share of the question that is the name."""

NAMING = 4
"""So many characters in a row that stand in the title as well name the document; fewer may be the topic."""

DOCUMENTS = 10
"""So many documents are looked into, those of the best hits first; nobody reads on to the others."""

LEAST = 0.1
"""A smaller share of the question than this is left alone."""


def by_rest(query: str, weights: Mapping[str, float], found: Sequence[Evidence]) -> list[Evidence]:
    """The evidence, best first, with the clauses of a document in other order among the ranks that they hold together.

    `weights` are those of the query's tokens. Which document stands at which rank stays as it was.
    """
    asked, whole, ordered = searched(query), sum(weights.values()), list(found)
    for ranks in _ranks(found)[:DOCUMENTS]:
        name = _in_common(asked, searched(found[ranks[0]].document.title))
        rest = {token: weight for token, weight in weights.items() if token not in name}
        share = 1.0 - sum(rest.values()) / whole if whole else 0.0
        if len(ranks) > 1 and rest and share > LEAST:
            held = _reordered(rest, share, [found[rank] for rank in ranks])
            for rank, one in zip(ranks, held, strict=True):
                ordered[rank] = one.scored(found[rank].score)
    return ordered


def _ranks(found: Sequence[Evidence]) -> list[list[int]]:
    """The ranks that each document holds, documents in the order of their first."""
    ranks: dict[str, list[int]] = {}
    for rank, one in enumerate(found):
        ranks.setdefault(one.document.id, []).append(rank)
    return list(ranks.values())


def _in_common(asked: str, title: str) -> str:
    """The runs of characters of the question that name the document, a gap between any two."""
    starts = [at for at in range(len(asked) - NAMING + 1) if asked[at : at + NAMING] in title]
    named = {at for start in starts for at in range(start, start + NAMING)}
    return "".join(character if at in named else " " for at, character in enumerate(asked))


def _reordered(rest: Mapping[str, float], share: float, found: Sequence[Evidence]) -> list[Evidence]:
    texts = [beside_title(one) for one in found]
    average = sum(map(len, texts)) / len(texts) or 1.0
    fits = [fit(rest, text, len(text) / average) for text in texts]
    best = max(fits)
    if best <= 0:
        return list(found)
    gains = [REST * share * one / best for one in fits]
    order = sorted(range(len(found)), key=lambda at: -(found[at].score + gains[at]))
    return [found[at] for at in order]
