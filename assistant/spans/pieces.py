"""Evidence cut into the parts an answer is made of: the stretches of a sentence between commas."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.finding.rarity import pairs
from corpus.models import Span
from corpus.text import sentences, visible_length
from index.models import Evidence

_CUT = re.compile(r"[，；：]|(?<!\d)[,:]|[,:](?!\d)")


@dataclass(frozen=True)
class Piece:
    """A part of a sentence; `span` is its place in the text of evidence number `at`."""

    at: int
    sentence: int
    span: Span
    text: str

    @cached_property
    def pairs(self) -> set[str]:
        return pairs(self.text)

    @cached_property
    def length(self) -> int:
        return visible_length(self.text)


def pieces(evidence: Sequence[Evidence]) -> list[Piece]:
    """All parts of all sentences of the evidence, in the order of the text."""
    found: list[Piece] = []
    for at, one in enumerate(evidence):
        for number, sentence in enumerate(sentences(one.text)):
            found += [Piece(at, number, span, span.of(one.text)) for span in _parts(one.text, sentence)]
    return found


def _parts(text: str, sentence: Span) -> list[Span]:
    said = sentence.of(text)
    cuts = sorted({0, *(found.end() for found in _CUT.finditer(said)), len(said)})
    spans = [Span(sentence.start + first, sentence.start + last) for first, last in itertools.pairwise(cuts)]
    return [span for span in spans if span.of(text).strip()]
