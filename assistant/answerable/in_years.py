"""Does a sentence speak of the years asked for, or hold in them whatever it says?"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.choosing.candidates import Candidate
from assistant.choosing.spoken_years import governing_years
from assistant.understanding.query import Asked
from assistant.understanding.wanted import Wanted
from corpus.models import Document
from corpus.vocabulary import NumberingScheme

IN_FORCE = 20
"""Years after its own in which a law's rules are taken to hold."""

_ANY_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_UNTIL = re.compile(r"有效期[^。；]{0,16}[至到]\s*((?:19|20)\d\d)\s*年")


def speaks_of_year(candidate: Candidate, years: Sequence[int]) -> bool:
    """Does the sentence speak of one of the years, or of none in a document of that year: 2月份 is of 2020 there?"""
    spoken = governing_years(candidate) or {candidate.evidence.document.year}
    return bool(spoken & set(years))


def stands(best: Candidate, years: Sequence[int], document_of: Callable[[str], Document]) -> bool:
    """A rule of a law names no year: it holds in those after it was made, until its end or as far as one may look."""
    others = governing_years(best)
    if _ANY_YEAR.search(best.evidence.clause.printed) or (others and others.isdisjoint(years)):
        return False
    document = document_of(best.evidence.document.id)
    if document.scheme is not NumberingScheme.STATUTE:
        return False
    printed = max((int(year) for year in _ANY_YEAR.findall(document.source.text)), default=0)
    made = best.evidence.document.year or printed
    end = _UNTIL.search(document.source.text)
    return all(made <= year <= (int(end.group(1)) if end else printed + IN_FORCE) for year in years)


def of_its_title(asked: Asked, best: Candidate, years: Sequence[int]) -> bool:
    """Is a day asked for, and the year that of the paper's name alone: when 2026年度专项 ends is told by 2025年12月?"""
    title = best.evidence.document.title
    named = all(f"{year}年" in title and f"{year}年度" in asked.text for year in years)
    return asked.wanted is Wanted.DATE and named


def in_year(candidate: Candidate, years: Sequence[int], document_of: Callable[[str], Document]) -> bool:
    """Does the sentence speak of one of the years, or its clause or document be of it, or the document of none?"""
    document = candidate.evidence.document
    printed = f"{candidate.evidence.clause.printed}{candidate.evidence.chunk.context}{document.title}{document.date}"
    spoken = _ANY_YEAR.findall(printed)
    undated = not spoken and not document.year and not _ANY_YEAR.search(document_of(document.id).source.text)
    return undated or speaks_of_year(candidate, years) or any(str(year) in spoken for year in years)
