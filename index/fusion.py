"""Joins two ranked lists into one. Pure: lists in, list out; ties are broken by id, never by input order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from index.models import RankedHit


def fuse(
    lexical: Sequence[RankedHit],
    dense: Sequence[RankedHit],
    *,
    wanted: int,
    dense_weight: float,
) -> list[RankedHit]:
    """Lexical scores as a share of the best one, plus weighted cosines.

    It keeps how far apart the hits of a list are, which reciprocal ranks forget. A
    list of `wanted` hits goes on below its last one: what it lacks counts as that.
    """
    words, meaning = _shares(lexical), _scores(dense)
    few, far = (_last(scores, wanted) for scores in (words, meaning))
    joined = {id_: words.get(id_, few) + dense_weight * meaning.get(id_, far) for id_ in {*words, *meaning}}
    return ranked(joined)


def ranked(scores: Mapping[str, float]) -> list[RankedHit]:
    """Scores as a list, best first, equal ones in the order of their ids."""
    order = sorted(scores.items(), key=lambda scored: (-scored[1], scored[0]))
    return [RankedHit(id_, score) for id_, score in order]


def _shares(hits: Sequence[RankedHit]) -> dict[str, float]:
    best = max((hit.score for hit in hits), default=0.0)
    return {id_: score / best for id_, score in _scores(hits).items()} if best > 0 else {}


def _last(scores: Mapping[str, float], wanted: int) -> float:
    return min(scores.values()) if scores and len(scores) >= wanted else 0.0


def _scores(hits: Iterable[RankedHit]) -> dict[str, float]:
    return {hit.chunk_id: hit.score for hit in hits}
