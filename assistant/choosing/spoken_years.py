"""Which years a sentence speaks of, and which of those that a question names it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.choosing.candidates import Candidate
from assistant.understanding.query import years_in

_AGAINST = re.compile(r"(?:比|较|相比于?|相较于?|对比)\s*((?:19|20)\d\d)\s*年?")
_TITLE_YEAR = re.compile(r"(?<!\d)(20\d\d)年")
_RANGE = re.compile(r"(20\d\d)\s*[—－–\-~至到]+\s*(20\d\d)")


def governing_years(candidate: Candidate) -> set[int]:
    """The years a sentence speaks of: its own, else the last ones named before it in its clause, else the title's."""
    own = years_said(candidate.text) | (years_said(" ".join(candidate.row[0].heads)) if candidate.row else set())
    if own:
        return own
    printed = candidate.evidence.clause.printed
    start = max(printed.find(candidate.evidence.text), 0) if candidate.evidence.text in printed else 0
    text = _AGAINST.sub("", printed[: start + candidate.span.start])
    named = list(re.finditer(r"(?:20\d\d)\s*年|十[三四五六]五", text))
    if named:
        return years_said(named[-1].group() + "末")
    return years_said(candidate.evidence.chunk.context + candidate.evidence.document.title)


def of_its_titles_year(candidate: Candidate, years: Sequence[int]) -> bool:
    """Is the year asked about that of the whole document, of which the sentence names no later one?

    In 2024年度申报指南 what was sold in 2023 is asked about with 2024.
    """
    title = re.sub(r"\s", "", candidate.evidence.document.title)
    named = set(map(int, _TITLE_YEAR.findall(title)))
    if len(named) != 1 or _RANGE.search(title) or not named & set(years):
        return False
    return all(year <= max(named) for year in years_said(candidate.text))


def aimed_at(text: str, years: Sequence[int]) -> tuple[int, ...]:
    """The years among some that `text` speaks of, those left out that it only measures against: 比2020年下降."""
    against = set(_AGAINST.findall(text))
    return tuple(year for year in years if str(year) not in against) or tuple(years)


def years_said(text: str) -> set[int]:
    """The years that a text names, those left out that it only measures against."""
    text = _AGAINST.sub("", text)
    found = set(years_in(re.sub(r"(20\d\d)\s+年", r"\1年", text)))
    for first, last in _RANGE.findall(text):
        found.update({int(first), int(last)})
    for name, year in (("十四五", 2025), ("十五五", 2030), ("十六五", 2035)):
        if name in text:
            found.add(year)
    return found
