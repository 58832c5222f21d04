"""Cases that one printed sentence rules side by side: 对已到期的，…；对未到期的，….

A question that says which case it means is answered by that half; one that leaves it open, by both. So is
one that asks for the most there is where the ceiling stands behind the semicolon.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answerable.figure_of import asks_bound, gives_bound
from assistant.answerable.values import needed_for
from assistant.choosing.scoring import Candidate
from assistant.finding.rarity import pairs
from assistant.understanding.query import Asked, Kind
from corpus.text import visible_length

ROOM = {Kind.FACT: 150, Kind.MEASURE: 190}
"""Visible characters that the halves may have together."""

_CASE = re.compile(r"(?:^|(?<=[，,；;]))\s*(?P<case>对于?[^，,；;。]{2,40}(?=[，,])|[^，,；;。]{3,40}的(?=[，,]))")
_STOP = ("；", ";")
_FIGURE = re.compile(r"\d")


def with_other_halves(asked: Asked, kept: Sequence[Candidate], scored: Sequence[Candidate]) -> list[Candidate]:
    """The sentences chosen, with the other cases of the best one and its ceiling, where they are asked for as well."""
    room = ROOM.get(asked.kind, 0) - sum(visible_length(one.text) for one in kept)
    best, whole = kept[0], list(kept)
    if best.row is not None:
        return whole
    for other in _halves(best, scored):
        length = visible_length(other.text)
        also = _other_case(asked, best, other) or _ceiling(asked, whole, other) or _exception(asked, best, other)
        if other not in whole and length <= room and also:
            whole.append(other)
            room -= length
    return whole


def _halves(best: Candidate, scored: Sequence[Candidate]) -> list[Candidate]:
    """The other parts of the printed sentence that the best one is a part of, those behind it first."""
    own = sorted((one for one in scored if one.evidence is best.evidence), key=lambda one: one.span.start)
    behind, ahead = [best], [best]
    for one in own:
        if _goes_on(behind[-1], one):
            behind.append(one)
    for one in reversed(own):
        if _goes_on(one, ahead[-1]):
            ahead.append(one)
    return behind[1:] + ahead[1:]


def _goes_on(one: Candidate, other: Candidate) -> bool:
    """Does the other stand right behind the first, which ends in a semicolon?"""
    between = one.evidence.text[one.span.end : other.span.start]
    return one.text.endswith(_STOP) and one.span.end <= other.span.start and not between.strip()


def _other_case(asked: Asked, best: Candidate, other: Candidate) -> bool:
    """Does it rule another case, while the question does not say which of the two it means?"""
    mine, theirs = _cases(best.text)[-1:], _cases(other.text)[:1]
    if not mine or not theirs:
        return False
    said = pairs(f"{asked.text} {asked.expansions}")
    tells_mine, tells_theirs = pairs(mine[0]) - pairs(theirs[0]), pairs(theirs[0]) - pairs(mine[0])
    if tells_theirs & said:
        return True
    needed = needed_for(asked)
    return not tells_mine & said and (needed is None or bool(needed.search(other.text)))


def _exception(asked: Asked, best: Candidate, other: Candidate) -> bool:
    """Does it say right behind a rule for all what the value is in one case: 两者不一致的，自交付之日起计算?"""
    needed = needed_for(asked)
    if needed is None or not _goes_on(best, other) or _cases(best.text):
        return False
    case = _CASE.match(other.text)
    return case is not None and bool(needed.search(best.text) and needed.search(other.text, case.end()))


def _cases(text: str) -> list[str]:
    return [found["case"] for found in _CASE.finditer(text)]


def _ceiling(asked: Asked, said: Sequence[Candidate], other: Candidate) -> bool:
    """Does it give the most or the least that the question asks for, and none of those chosen does?"""
    if needed_for(asked) is None or not asks_bound(asked.text):
        return False
    return gives_bound(other.text, asked.text, _FIGURE) and not any(
        gives_bound(one.text, asked.text, _FIGURE) for one in said
    )
