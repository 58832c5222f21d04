"""A question read against its evidence: all parts with their features, and, with the model, the run that answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from assistant.choosing.candidates import Candidate, candidates
from assistant.choosing.scoring import SentenceScorer
from assistant.finding.rarity import Rarity
from assistant.spans.choice import Run, tight_run, wide_run
from assistant.spans.features import Floats, features
from assistant.spans.model import SpanModel
from assistant.spans.pieces import Piece, pieces
from assistant.spans.signs import QUESTION
from assistant.understanding.query import Asked
from corpus.models import Span
from index.models import Evidence


@dataclass(frozen=True)
class Reading:
    """The parts of the evidence and a row of features for each."""

    parts: list[Piece]
    rows: Floats

    def likely(self, model: SpanModel) -> npt.NDArray[np.floating]:
        return model.probabilities(self.rows)

    def expected_length(self, model: SpanModel) -> float:
        return model.expected_length([float(value) for value in self.rows[0][-len(QUESTION) :]])


@dataclass(frozen=True)
class Found:
    """The answering stretch of one piece of evidence: the words that carry it, and the sentences around them."""

    evidence: Evidence
    tight: Span
    wide: Span
    value: float


def read(
    asked: Asked, evidence: Sequence[Evidence], rarity: Rarity, scored: Sequence[Candidate] | None = None
) -> Reading:
    if scored is None:
        scored = SentenceScorer(asked, rarity).score(candidates(evidence))
    parts = pieces(evidence)
    return Reading(parts, features(asked, evidence, parts, scored, rarity))


def answering(reading: Reading, evidence: Sequence[Evidence], model: SpanModel) -> Found:
    """The stretch that answers best, of evidence that holds any words."""
    likely, length = reading.likely(model), reading.expected_length(model)
    inner = tight_run(reading.parts, likely, length)
    outer = wide_run(reading.parts, likely, length, inner)
    return Found(
        evidence[reading.parts[inner.first].at], _span(reading.parts, inner), _span(reading.parts, outer), inner.value
    )


def _span(parts: Sequence[Piece], run: Run) -> Span:
    return Span(parts[run.first].span.start, parts[run.last].span.end)
