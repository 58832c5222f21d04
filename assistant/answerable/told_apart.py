"""Does the question tell the clause that answers from those beside it that are made alike?

1.当归：…种植面积稳定在60万亩。 2.党参：…75万亩。 Who asks for 枸杞 is near to each of them alike: whichever is found
first is another's. Only a word that one of them has and the others lack makes it the one asked about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.choosing.candidates import Candidate
from assistant.finding.rarity import pairs
from assistant.understanding.query import Asked
from corpus.models import Clause

BESIDE = 2
"""Clauses made alike beside the one that was chosen, from which a row of them is one."""

HEADING = 10
"""Characters of a heading that only names what its clause is about."""

ALIKE = 3
"""Pairs of a sentence without its figures that a clause beside it holds, where both say the same of two things."""

_FIGURES = re.compile(r"[\d.,，%％]+|[一二三四五六七八九十百千万亿]+(?=[个家项元亩吨人户座条])")


def told_apart(asked: Asked, best: Candidate, needed: re.Pattern[str], found: Sequence[Candidate]) -> bool:
    """Is the clause the only one found of its make, or does the question hold something of it that the others lack?

    Of its name a character is enough, since 租房 may be asked for as 房租; of the rest, a pair of them.
    """
    clause = best.evidence.clause
    if not 0 < len(clause.heading) <= HEADING:
        return True
    said = pairs(_FIGURES.sub(" ", best.text)) - pairs(clause.heading)
    home = [one.evidence.clause for one in found if one.evidence.document.id == best.evidence.document.id]
    beside = {one.id: one for one in home if one.path[:-1] == clause.path[:-1] and one.id != clause.id}
    others = [one for one in beside.values() if _is_alike(one, said, needed)]
    if len(others) < BESIDE:
        return True
    if any(place in clause.heading and all(place not in one.heading for one in others) for place in asked.all_places):
        return True
    asks = asked.text
    for place in asked.all_places:
        asks = asks.replace(place, " ")
    name = set(clause.heading) - {char for one in others for char in one.heading}
    own = pairs(clause.printed) - {pair for one in others for pair in pairs(one.printed)}
    return bool(name & set(f"{asks}{asked.expansions}") or own & pairs(f"{asks} {asked.expansions}"))


def _is_alike(one: Clause, said: set[str], needed: re.Pattern[str]) -> bool:
    """Does another clause give the same value of a thing of its own in the same words?"""
    if not 0 < len(one.heading) <= HEADING or not needed.search(one.text):
        return False
    return len(said & pairs(_FIGURES.sub(" ", one.text))) >= ALIKE
