"""What lifts or lowers a hit beside its scores: exact words asked for, its part, its document. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self

from corpus.vocabulary import PartRole
from index.models import Evidence
from index.tokenization import document_numbers, fold

_QUOTED = re.compile('“([^“”]{2,})”|「([^「」]{2,})」|‘([^‘’]{2,})’|"([^"]{2,})"')

QUOTE_BONUS = 1.0
NUMBER_BONUS = 0.5

COMPANY = 0.2
"""What the best clause of a document lends to all of its clauses: they complete what it answers."""

_FACTORS: Mapping[PartRole, float] = {PartRole.WEB_TEXT: 0.9, PartRole.INTERPRETATION: 0.9}
"""A news lead or an interview repeats clauses of the document itself, which ranks in front of it."""


def reranked(query: str, found: Sequence[Evidence]) -> Iterator[Evidence]:
    """The evidence by all that counts, best first; equal scores in the order of chunk ids."""
    wording = Wording.of(query)
    own = [(one.score + wording.bonus(one)) * part_factor(one.clause.part) for one in found]
    best: dict[str, float] = {}
    for one, score in zip(found, own, strict=True):
        best[one.document.id] = max(score, best.get(one.document.id, 0.0))
    scored = [(score + COMPANY * best[one.document.id], one) for one, score in zip(found, own, strict=True)]
    scored.sort(key=lambda pair: (-pair[0], pair[1].chunk.id))
    return (replace(one, score=score) for score, one in scored)


def part_factor(part: PartRole) -> float:
    return _FACTORS.get(part, 1.0)


@dataclass(frozen=True, slots=True)
class Wording:
    """What a query asks for to the letter: quoted words and document numbers."""

    quotes: tuple[str, ...]
    numbers: frozenset[str]

    @classmethod
    def of(cls, query: str) -> Self:
        quotes = ("".join(groups) for groups in _QUOTED.findall(query))
        return cls(tuple(_solid(quote) for quote in quotes), frozenset(document_numbers(fold(query))))

    def bonus(self, evidence: Evidence) -> float:
        """What the evidence gains by holding those words, or by standing in the document of that number."""
        gained = 0.0
        if self.quotes:
            text = _solid(evidence.text)
            gained += QUOTE_BONUS * sum(quote in text for quote in self.quotes)
        if self.numbers:
            gained += NUMBER_BONUS * (self._numbered(evidence.document.number) or self._numbered(evidence.text))
        return gained

    def _numbered(self, text: str) -> bool:
        return "号" in text and not self.numbers.isdisjoint(document_numbers(fold(text)))


def _solid(text: str) -> str:
    return "".join(fold(text).split())
