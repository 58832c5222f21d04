"""What a reference answer says of the parts of the evidence, and of what was chosen from them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np

from assistant.spans.choice import tight_run
from assistant.spans.features import FEATURES, Floats
from assistant.spans.model import SpanModel
from assistant.spans.reading import Reading
from corpus.models import Span
from corpus.text import fold, fold_with_offsets
from index.models import Evidence

SHORT = 16
"""An answer shorter than this may stand in many places: the one in the sentence nearest to the question is meant."""

_HELD, _RETRIEVAL = FEATURES.index("sentence held"), FEATURES.index("retrieval")

WHOLE = 0.8

ENDING = 12
"""Characters of an answer that tell, at the edge of a clause, that it goes on beyond it."""


def label(reading: Reading, evidence: Sequence[Evidence], right: Collection[int], answer: str) -> Floats:
    """How much of each part belongs to `answer`, a folded stretch of the evidence numbered in `right`."""
    places = [(at, span) for at in sorted(right) for span in _places(evidence[at].text, answer)]
    if len(answer) < SHORT and places:
        places = [max(places, key=lambda place: _told(reading, *place))]
    shares = np.zeros(len(reading.parts), dtype=np.float32)
    for number, part in enumerate(reading.parts):
        for at, span in places:
            shared = min(span.end, part.span.end) - max(span.start, part.span.start)
            if part.at == at and shared > 0:
                # No cut is finer than a part: one that holds all of the answer is all of it.
                least = WHOLE if shared == span.end - span.start else 0.0
                shares[number] = max(shares[number], least, shared / (part.span.end - part.span.start))
    return shares


def _told(reading: Reading, at: int, span: Span) -> float:
    """How much of the question stands in the sentence that holds `span`, and how well its clause was found."""
    row = next(
        row
        for part, row in zip(reading.parts, reading.rows, strict=True)
        if part.at == at and part.span.end > span.start
    )
    return float(row[_HELD] + 0.3 * row[_RETRIEVAL])


def _places(text: str, answer: str) -> list[Span]:
    folded, offsets = fold_with_offsets(text)
    found: list[Span] = []
    at = folded.find(answer)
    while answer and at >= 0:
        found.append(Span(offsets[at], offsets[at + len(answer) - 1] + 1))
        at = folded.find(answer, at + 1)
    if not found:
        found = _edges(folded, offsets, answer)
    return found


def _edges(folded: str, offsets: Sequence[int], answer: str) -> list[Span]:
    """Where the text ends within the answer or begins within it."""
    for size in range(min(len(answer), len(folded)) - 1, ENDING - 1, -1):
        if folded.endswith(answer[:size]):
            return [Span(offsets[len(folded) - size], offsets[-1] + 1)]
        if folded.startswith(answer[-size:]):
            return [Span(offsets[0], offsets[size - 1] + 1)]
    return []


def overlap(model: SpanModel, reading: Reading, answer: str) -> float:
    """ROUGE-L (F1, characters) of the words chosen against the reference answer."""
    if not reading.parts:
        return 0.0
    run = tight_run(reading.parts, reading.likely(model), reading.expected_length(model))
    said = fold("".join(part.text for part in reading.parts[run.first : run.last + 1])).strip(",;:。")
    return 2 * _common(said, answer) / (len(said) + len(answer)) if said and answer else 0.0


def _common(one: str, other: str) -> int:
    """Length of the longest common subsequence."""
    row = [0] * (len(other) + 1)
    for char in one:
        left = 0
        for at, against in enumerate(other, 1):
            up = row[at]
            row[at] = left + 1 if char == against else max(up, row[at - 1])
            left = up
    return row[-1]
