"""How well the table does on what it never saw: questions and clauses held out of training."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from index.protocols import Embedder
from index.training.recipe import Material

Scores = dict[str, float]


def measure(embedder: Embedder, held_out: Material, seen: Material) -> dict[str, Scores]:
    """Recall@5 and MRR@10 of held-out questions among all passages of their set, of sentences among clauses."""
    found: dict[str, Scores] = {}
    for name, rows in sorted(held_out.questions.items()):
        pool = sorted({one.passage for one in (*rows, *seen.questions[name])})
        number = {passage: place for place, passage in enumerate(pool)}
        wanted = [number[one.passage] for one in rows]
        found[name] = rank(embedder, [one.question for one in rows], wanted, pool)
    for name, blocks in (("laws", held_out.laws), ("news", held_out.news)):
        several = [block for block in blocks if len(block.sentences) > 2]
        queries = [block.sentences[1] for block in several]
        rests = [block.sentences[0] + "".join(block.sentences[2:]) for block in several]
        found[name] = rank(embedder, queries, list(range(len(several))), rests)
    return found


def rank(embedder: Embedder, queries: Sequence[str], wanted: Sequence[int], pool: Sequence[str]) -> Scores:
    passages = embedder.embed_passages(pool)
    scores = embedder.embed_queries(queries) @ passages.T
    right = scores[np.arange(len(wanted)), np.asarray(wanted)]
    places = 1 + (scores > right[:, None]).sum(axis=1)
    return {"questions": len(queries), "passages": len(pool), **figures(places)}


def figures(places: npt.NDArray[np.int64]) -> Scores:
    """From the place (1 is best) of each right passage."""
    reciprocal = np.where(places <= 10, 1 / places, 0.0)
    return {"recall@5": round(float((places <= 5).mean()), 3), "mrr@10": round(float(reciprocal.mean()), 3)}
