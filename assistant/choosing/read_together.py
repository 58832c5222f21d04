"""Which sentence answers a question that is asked in other words than it is printed in.

The less of the question the sentences hold, the more it counts what the bundled cross-encoder
says of them, read together with the question: of the sentence under its title and headings,
and of the clause around it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from assistant.choosing.candidates import Candidate
from assistant.understanding.query import Asked, Kind
from index.cross_encoder import bundled_cross_encoder
from index.models import Evidence

CANDIDATES = 30
"""So many of the best sentences are read; the rest count as the worst of them."""

WEIGHT = 0.1
"""What a point of the model adds to a score, where the sentences hold nothing of a question."""

IN_FULL = 1.0
"""Share of a question's words in one sentence at which nothing is asked in other words."""

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
    strange = max(0.0, 1.0 - max((one.share for one in scored), default=IN_FULL) / IN_FULL)
    first = scored[:CANDIDATES]
    if not strange or len(first) < 2:
        return list(scored)
    clauses = list(dict.fromkeys(_clause(one.evidence) for one in first))
    points = _points(asked.text, [*map(_printed, first), *clauses])
    of_clause = dict(zip(clauses, points[len(first) :].tolist(), strict=True))
    read = (points[: len(first)] + np.asarray([of_clause[_clause(one.evidence)] for one in first])) / 2
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
    return float(_points(asked.text, [_printed(candidate), _clause(candidate.evidence)]).mean())


def _points(question: str, texts: Sequence[str]) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    points: np.ndarray[tuple[int], np.dtype[np.float32]] = STEEP * np.tanh(
        bundled_cross_encoder().scores(question, texts) / STEEP
    )
    return points


def _clause(evidence: Evidence) -> str:
    return _below(evidence, evidence.chunk.text)


def _printed(candidate: Candidate) -> str:
    return _below(candidate.evidence, f"{candidate.led_by}{candidate.text}")


def _below(evidence: Evidence, text: str) -> str:
    """A text as the model has learned to read: below the title of its document and its headings."""
    parts = (evidence.document.title, evidence.chunk.context, text)
    return " ".join(dict.fromkeys(part for part in parts if part))
