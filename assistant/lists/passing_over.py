"""A list may fit the words of a question and pass over what it asks for: a sum, the goals of a year, how many."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answerable.values import needed_for
from assistant.choosing.spoken_years import years_said
from assistant.choosing.tallies import counts_them_up, number_asked, tallies
from assistant.finding.rarity import pairs
from assistant.statements import Statement
from assistant.understanding.query import Asked
from assistant.understanding.wanted import Wanted
from corpus.text import fold, sentences
from index.models import Evidence

_VALUES = frozenset({Wanted.MONEY, Wanted.SHARE, Wanted.DURATION, Wanted.PHONE})
"""Values that each item of a list that answers would show; how many there are, its length does."""

_GOAL = re.compile(r"目标|指标")
_LEADS = ("：", ":")


def passes_over(asked: Asked, listed: Sequence[Statement], evidence: Sequence[Evidence]) -> bool:
    """Does a list leave out what was asked for, so that a sentence may answer better?"""
    if not listed:
        return False
    return _without_value(asked, listed) or _of_no_such_year(asked, listed) or _counts_others(asked, listed, evidence)


def _without_value(asked: Asked, listed: Sequence[Statement]) -> bool:
    needed = needed_for(asked) if asked.wanted in _VALUES else None
    return needed is not None and not any(needed.search(one.text) for one in listed)


def _of_no_such_year(asked: Asked, listed: Sequence[Statement]) -> bool:
    """Are goals for a year asked for, of which no clause that the list stands in speaks?"""
    if not asked.years or not _GOAL.search(asked.text):
        return False
    printed = " ".join(f"{one.text} {ground.clause.printed}" for one in listed for ground in one.grounds)
    return not years_said(printed) & set(asked.years)


def _counts_others(asked: Asked, listed: Sequence[Statement], evidence: Sequence[Evidence]) -> bool:
    """Are so many asked for, and does one sentence count up as many of that name, and the list does not?"""
    many = number_asked(asked.text)
    if not many:
        return False
    noun = _noun(asked.text)
    items = [one for one in listed if not one.text.endswith(_LEADS)]
    said = [span.of(one.text) for one in evidence for span in sentences(one.text)]
    if many in (len(items), len(listed)):
        closing = _behind_number(asked.text) - {pair for one in items for pair in pairs(fold(one.text))}
        return any(many in tallies(text) and counts_them_up(text, pair) for text in said for pair in closing)
    return any(many in tallies(text) and noun & pairs(fold(text)) for text in said)


_NUMBER = re.compile(r"哪[两三四五六七八九十](?:大|个|项|类|种|条|家)?(?P<thing>[一-龥（）()“”]{2,8})")


def _behind_number(question: str) -> set[str]:
    """What the things are called of which the question says how many there are: 哪五个板块（工程）."""
    found = _NUMBER.search(question)
    return pairs(found["thing"]) if found else set()


_COUNTED = re.compile(r"哪[两三四五六七八九十](?:大|个|项|类|种|条|家)?(?P<noun>[一-龥]{2,6})[？?]*$")


def _noun(question: str) -> set[str]:
    found = _COUNTED.search(question)
    return pairs(found["noun"]) if found else set()
