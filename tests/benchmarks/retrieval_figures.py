"""How good a ranking is and how long it took, as figures. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from tests.benchmarks.passage_sets import PassageId, Question

CUTOFFS = (1, 5, 10, 30, 100)
DEPTH = max(CUTOFFS)
_RECIPROCAL_WITHIN = 10
_DECIMALS = {"passages": 0, "index_s": 1, "index_cpu_s": 1, "query_ms_p50": 1, "query_ms_p95": 1}
_DECIMALS |= {"query_cpu_ms_p50": 1, "peak_mb": 0, "corpus_mb": 0, "disk_mb": 1, "loop_s": 2}

Figures = dict[str, float]


def quality(found: Sequence[Sequence[PassageId]], questions: Sequence[Question]) -> Figures:
    """MRR@10 and recall at the cut-offs, each the mean over the questions.

    Recall is the share of a question's relevant passages among the first k; the
    reciprocal rank is that of the first relevant one, zero beyond ten.
    """
    pairs = list(zip(found, questions, strict=True))
    figures = {f"mrr@{_RECIPROCAL_WITHIN}": _mean([_reciprocal_rank(ids, one) for ids, one in pairs])}
    for k in CUTOFFS:
        figures[f"recall@{k}"] = _mean([len(one.relevant & set(ids[:k])) / len(one.relevant) for ids, one in pairs])
    return figures


def times(milliseconds: Sequence[float]) -> Figures:
    return {"query_ms_p50": percentile(milliseconds, 50), "query_ms_p95": percentile(milliseconds, 95)}


def percentile(values: Sequence[float], per_cent: float) -> float:
    """The smallest value that at least that share of the values does not exceed."""
    ordered = sorted(values)
    rank = -(-len(ordered) * per_cent // 100)
    return ordered[max(int(rank), 1) - 1]


def rounded(figures: Figures) -> Figures:
    """With as many decimals as mean something: four where a figure is a share."""
    return {name: round(value, _DECIMALS.get(name, 4)) for name, value in figures.items()}


def _reciprocal_rank(ids: Sequence[PassageId], question: Question) -> float:
    ranks = (rank for rank, id_ in enumerate(ids[:_RECIPROCAL_WITHIN], 1) if id_ in question.relevant)
    return 1 / next(ranks, float("inf"))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
