"""Joins two ranked lists into one. Pure: lists in, list out; ties are broken by id, never by input order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from index.models import RankedHit

DENSE_WEIGHT = 1.2
"""How much a cosine of one counts against the best lexical score; from 0.5 to 1.6 little
changes on questions about 300 notices, once whole documents are judged too."""


def fuse(
    lexical: Sequence[RankedHit], dense: Sequence[RankedHit], *, dense_weight: float = DENSE_WEIGHT
) -> list[RankedHit]:
    """Lexical scores as a share of the best one, plus weighted cosines.

    It keeps how far apart the hits of a list are, which reciprocal ranks forget.
    """
    words, meaning = _shares(lexical), _scores(dense)
    joined = {id_: words.get(id_, 0.0) + dense_weight * meaning.get(id_, 0.0) for id_ in {*words, *meaning}}
    return ranked(joined)


def ranked(scores: Mapping[str, float]) -> list[RankedHit]:
    """Scores as a list, best first, equal ones in the order of their ids."""
    hits = (RankedHit(id_, score) for id_, score in scores.items())
    return sorted(hits, key=lambda hit: (-hit.score, hit.chunk_id))


def _shares(hits: Sequence[RankedHit]) -> dict[str, float]:
    best = max((hit.score for hit in hits), default=0.0)
    return {id_: score / best for id_, score in _scores(hits).items()} if best > 0 else {}


def _scores(hits: Iterable[RankedHit]) -> dict[str, float]:
    return {hit.chunk_id: hit.score for hit in hits}
