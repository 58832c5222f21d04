"""Do the documents answer what was asked, or only something near it?

A high retrieval score is no answer: a question about 2040 finds the clause on 2035
first. What was asked for - year, place, a figure, a sum, a date, a person - must
stand in the sentence, or the question is refused with what is missing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.query import Asked, Wanted
from assistant.scoring import NEEDED, Candidate, governing_years
from corpus.models import Document

COVERED = 0.15
"""Share of the question's weighted words that sentence and headings must hold."""


class Missing(StrEnum):
    """What the documents do not say."""

    TOPIC = "topic"
    PLACE = "place"
    YEAR = "year"
    FIGURE = "figure"
    MONEY = "money"
    DATE = "date"
    PERSON = "person"
    SHARE = "share"
    FIELD = "field"


@dataclass(frozen=True, slots=True)
class Lack:
    """Why a question is refused; `detail` is the year, place or field."""

    missing: Missing
    detail: str = ""


def lacking(asked: Asked, chosen: Sequence[Candidate], document_of: Callable[[str], Document]) -> Lack | None:
    """What the chosen sentences lack of what was asked; None where they answer."""
    if not chosen:
        return Lack(Missing.TOPIC)
    best = chosen[0]
    for place in asked.foreign_places:
        if place not in document_of(best.evidence.document.id).source.text:
            return Lack(Missing.PLACE, place)
    if best.covered < COVERED:
        return Lack(Missing.TOPIC)
    if asked.years and asked.wanted is not Wanted.NOTHING:
        held = set().union(*(governing_years(candidate) for candidate in chosen))
        absent = [year for year in asked.years if year not in held]
        if len(absent) == len(asked.years):
            return Lack(Missing.YEAR, str(absent[0]))
    needed = NEEDED.get(asked.wanted)
    if needed is not None and not any(_shows(candidate, asked, needed) for candidate in chosen):
        return Lack(Missing(asked.wanted.value))
    return None


def _shows(candidate: Candidate, asked: Asked, needed: re.Pattern[str]) -> bool:
    """Does the sentence hold the wanted kind of figure, years that only date it not counted?"""
    text = candidate.text
    if asked.wanted in (Wanted.FIGURE, Wanted.SHARE):
        text = re.sub(r"(?:19|20)\d{2}\s*年?|^\s*(?:[（(]?[\d一二三四五六七八九十]+[）)、.．])", "", text)
    if asked.wanted is Wanted.DATE and asked.years:
        text = re.sub("|".join(str(year) for year in asked.years), "", text)
    return bool(needed.search(text))
