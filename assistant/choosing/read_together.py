"""Which sentence answers a question that is asked in other words than it is printed in.

The less of the question the sentences hold, the more it counts what the bundled cross-encoder
says of them, read together with the question: of the sentence under its title and headings,
and of the clause around it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from assistant.choosing.candidates import Candidate
from assistant.understanding.query import Asked, Kind
from corpus.grids import told
from index.cross_encoder import bundled_cross_encoder

CANDIDATES = 30
"""So many of the best sentences are read; the rest count as the worst of them."""

WEIGHT = 0.15
"""What a point of the model adds to a score, where the sentences hold nothing of a question."""

READS = frozenset({Kind.FACT, Kind.MEASURE, Kind.RESPONSIBLE, Kind.COMPARE})
"""Kinds of questions that it is for: lists begin with words that announce them, and say nothing of what they hold."""

NEXT = 0.99
"""Of the best sentence's score at most, what another of its clause has that had more by its words."""

STEEP = 6.0
"""Points beyond which more of them say little more."""


def read_together(asked: Asked, scored: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, best first, by their scores and the reading together; the best keeps the score it had."""
    if asked.kind not in READS or asked.about or asked.keywords:
        return list(scored)
    first = scored[:CANDIDATES]
    strange = 1.0 - max((one.share for one in scored), default=1.0)
    if strange <= 0 or len(first) < 2:
        return list(scored)
    read = _points(asked.text, first)
    worth = np.asarray([one.score for one in first]) + WEIGHT * strange * read
    best = first[int(worth.argmax())]
    lowered = np.maximum(worth - worth.max() + best.score, 0.0)
    after = [replace(one, score=_beside(best, one, float(score))) for one, score in zip(first, lowered, strict=True)]
    after += [replace(one, score=min(one.score, float(lowered.min()))) for one in scored[CANDIDATES:]]
    return sorted(after, key=lambda one: -one.score)


def _beside(best: Candidate, one: Candidate, score: float) -> float:
    """What is left to a sentence; one of the best one's clause goes on being told with it as by the words alone."""
    if one is best or one.evidence.clause.id != best.evidence.clause.id:
        return score
    return max(score, min(one.score, NEXT * best.score))


def points_of(asked: Asked, candidate: Candidate) -> float:
    """What the model says of one sentence and its clause: below zero rather not about the question."""
    return float(_points(asked.text, [candidate])[0])


def _points(question: str, candidates: Sequence[Candidate]) -> npt.NDArray[np.float32]:
    """What the model says of each sentence and of its clause, on average; a clause is read once."""
    sentences, clauses = [_sentence(one) for one in candidates], [_clause(one) for one in candidates]
    once = list(dict.fromkeys(clauses))
    points = STEEP * np.tanh(bundled_cross_encoder().scores(question, [*sentences, *once]) / STEEP)
    of_clause = dict(zip(once, points[len(sentences) :], strict=True))
    averaged: npt.NDArray[np.float32] = (points[: len(sentences)] + [of_clause[clause] for clause in clauses]) / 2
    return averaged


def _clause(candidate: Candidate) -> str:
    return candidate.evidence.below_headings(candidate.evidence.chunk.text)


def _sentence(candidate: Candidate) -> str:
    """The sentence below its headings; a row of a table head by head, below the table's name."""
    if candidate.row is not None:
        grid, row = candidate.row
        return candidate.evidence.below_headings(f"{grid.caption} {told(grid, row)}")
    return candidate.evidence.below_headings(f"{candidate.led_by}{candidate.text}")
