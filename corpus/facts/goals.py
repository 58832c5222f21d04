"""Goals without a unit: a date by which emissions peak or are neutral, and what is to fall to none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from corpus.facts.models import Bound, Quantity
from corpus.facts.years import Horizon, horizons
from corpus.models import Span

_REACHED = (
    r"(?:力争|努力|争取|确保)?(?:全面|率先)?(?:二氧化碳|碳)?(?:排放)?(?:实现|达到)(?:二氧化碳|碳)?(?:排放)?"
    r"(?P<goal>碳达峰|碳中和|达峰|峰值)"
)
_BEFORE_YEAR = re.compile(rf"[^，。；]{{0,6}}?{_REACHED}")
_FIRST = re.compile(rf"(?P<subject>[^，,。；;：:]{{2,14}}?)率先{_REACHED}")
_WHOSE = re.compile(r"(?P<subject>(?:全|我|本)[国省市区县])\s*(?:力争|努力|争取|确保)?\s*$")
_ZERO = re.compile(
    r"(?:实现|保持|达到)(?P<what>[一-龥]{2,10}?)(?P<zero>(?<![近超])零(?!碳|部件|售|星)[一-龥]{2})(?=[，。；、]|$)"
)
_NONE = re.compile(r"(?:实现|保持|达到)(?P<what>[一-龥]{2,10}?)(?P<zero>无[一-龥]化)(?=[，。；、]|$)")
_NAMES = {"达峰": "碳达峰", "峰值": "碳达峰"}


class Goal(NamedTuple):
    """A goal of a sentence: where its words stand, whose it is, what it is, its value, and its own year or 0."""

    span: Span
    subject: str
    indicator: str
    quantity: Quantity
    year: int


def goals(sentence: str) -> Iterator[Goal]:
    """The dated goals and the zero goals of a sentence."""
    meant = horizons(sentence)
    for year in meant:
        found = _BEFORE_YEAR.match(sentence, year.span.end) if year.before else None
        if found:
            whose = _WHOSE.search(sentence[: year.span.start])
            yield _dated(sentence, year, found, whose["subject"] if whose else "")
    for found in _FIRST.finditer(sentence):
        ahead = [year for year in meant if year.span.end <= found.start()]
        if ahead and not ahead[-1].before:
            yield _dated(sentence, ahead[-1], found, found["subject"])
    for found in _ZERO.finditer(sentence):
        yield Goal(Span(*found.span()), found["what"], found["zero"].removeprefix("零"), _none(found["zero"]), 0)
    for found in _NONE.finditer(sentence):
        yield Goal(Span(*found.span()), found["what"], found["zero"], _none(found["zero"]), 0)


def _dated(sentence: str, year: Horizon, found: re.Match[str], subject: str) -> Goal:
    value = float(year.year)
    printed = year.span.of(sentence)
    quantity = Quantity(value, value, "年", Bound.AT_MOST, printed.strip())
    span = Span(year.span.end - len(printed.lstrip()), found.end())
    return Goal(span, subject, _NAMES.get(found["goal"], found["goal"]), quantity, year.year)


def _none(printed: str) -> Quantity:
    return Quantity(0.0, 0.0, "", Bound.EXACT, printed)
