"""What lifts or lowers a hit beside its scores: exact words asked for, its part, its document's standing. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from corpus.vocabulary import PartRole
from index.models import Evidence
from index.tokenization import document_numbers, fold

_QUOTED = re.compile('“([^“”]{2,})”|「([^「」]{2,})」|‘([^‘’]{2,})’|"([^"]{2,})"')

QUOTE_BONUS = 5.0
"""Words in quotation marks are meant to the letter: the clauses that hold them go before all others."""

NUMBER_BONUS = 0.5

STANDING = 0.5
"""What a document that fits the whole query best lends to its clauses, beside a best lexical score of one."""

_FACTORS: Mapping[PartRole, float] = {PartRole.WEB_TEXT: 0.9, PartRole.INTERPRETATION: 0.9}
"""A news lead or an interview repeats clauses of the document itself, which ranks in front of it."""


def reranked(query: str, found: Sequence[Evidence], standing: Mapping[str, float]) -> Iterator[Evidence]:
    """The evidence by all that counts, best first; equal scores in the order of chunk ids.

    `standing` says of each document, 0 to 1, how well the whole of it fits.
    """
    wording = Wording.of(query)
    scored = [
        (
            (one.score + wording.bonus(one)) * part_factor(one.clause.part)
            + STANDING * standing.get(one.document.id, 0.0),
            one,
        )
        for one in found
    ]
    scored.sort(key=lambda pair: (-pair[0], pair[1].chunk.id))
    return (one.scored(score) for score, one in scored)


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
