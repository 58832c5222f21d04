"""Is the figure of a sentence one of the year asked for: 到2025年建成投产，到2030年规模达到330万千瓦 gives 2030's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.answerable.values import without_years
from assistant.understanding.query import PLAN_PERIODS
from corpus.text import fold

_PARTS = re.compile(r"(?<=[，；。：:;])|(?<=,)(?!\d{3}(?!\d))")
_YEAR = re.compile(r"(?<![\d.])((?:19|20)\d\d)(?=\s*年|[—－\-~、和至到]+\s*(?:19|20)\d\d\s*年)")
_AGAINST = re.compile(r"(?:比|较|相比于?|相较于?|对比)\s*(?:19|20)\d\d\s*年?")


def given_in_year(text: str, years: Sequence[int], needed: re.Pattern[str]) -> bool:
    """Does a part of a sentence that names several years give the value for one of those asked for?

    A sentence that names one year at most, or none of those asked for, is told by other means.
    """
    named = set().union(*map(_named, _PARTS.split(fold(text))))
    if len(named) < 2 or not named & set(years):
        return True
    return any(not governing or governing & set(years) for governing in _years_of_values(text, needed))


def years_given(text: str, needed: re.Pattern[str]) -> set[int]:
    """The years for which a sentence gives the value; none where no part with it stands under a year."""
    return set().union(*_years_of_values(text, needed))


def _years_of_values(text: str, needed: re.Pattern[str]) -> Iterator[set[int]]:
    """The years that each part of a sentence stands under which gives the value."""
    governing = set[int]()
    for part in _PARTS.split(fold(text)):
        governing = _named(part) or governing
        if needed.search(without_years(part)):
            yield governing


def _named(part: str) -> set[int]:
    own = {int(year) for year in _YEAR.findall(_AGAINST.sub("", part))}
    return own | {year for name, year in PLAN_PERIODS.items() if name in part}
