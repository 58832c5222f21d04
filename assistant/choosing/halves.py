"""Cases that one printed sentence rules side by side: 对已到期的，…；对未到期的，….

A question that says which case it means is answered by that half; one that leaves it open, by both. So is
one that asks for the most there is where the ceiling stands behind the semicolon, and one that asks how
something is done where the body that is turned to goes on there: 向市局提出；市局应当在十日内答复.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answerable.figure_of import asks_bound, gives_bound
from assistant.answerable.values import needed_for, without_years
from assistant.choosing.candidates import Candidate
from assistant.finding.rarity import pairs
from assistant.understanding.naming import longest_common
from assistant.understanding.query import Asked, Kind
from corpus.text import visible_length

ROOM = {Kind.FACT: 150, Kind.MEASURE: 190, Kind.LIST: 190}
"""Visible characters that the halves may have together."""

SAME_WORDS = 4
"""Characters in a row that the halves share where each gives a figure of the same kind: 测算比例."""

_EACH = re.compile(r"分别|各自|各(?=怎|如何|多少|几|是|为|要|提|降|补|奖|给)")
_CASE = re.compile(r"(?:^|(?<=[，,；;]))\s*(?P<case>对于?[^，,；;。]{2,40}(?=[，,])|[^，,；;。]{3,40}的(?=[，,]))")
_STOP = ("；", ";")
_FIGURE = re.compile(r"\d")
_HOW = re.compile(r"怎么?|怎样|如何|咋|手续|程序|流程|步骤|多久|多长时间|几[天日]|什么时候|啥时候")
_BROUGHT_TO = re.compile(
    r"[向报][到给由]?([一-龥]{2,20}?)(?=提出|提交|申请|报告|报送|申诉|申报|备案|递交|反映|投诉|举报|审[核批定查]|[，,；;。])"
)


def with_other_halves(asked: Asked, kept: Sequence[Candidate], scored: Sequence[Candidate]) -> list[Candidate]:
    """The sentences chosen, with the other cases of the best one and its ceiling, where they are asked for as well."""
    room = ROOM.get(asked.kind, 0) - sum(visible_length(one.text) for one in kept)
    best, whole = kept[0], list(kept)
    if best.row is not None:
        return whole
    for other in _halves(best, scored):
        length = visible_length(other.text)
        also = _other_case(asked, best, other) or _ceiling(asked, whole, other) or _exception(asked, best, other)
        also = (also or _taken_up(asked, best, other)) and asked.kind is not Kind.LIST
        also = also or _of_each(asked, best, other)
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


def _of_each(asked: Asked, best: Candidate, other: Candidate) -> bool:
    """Is a figure of each of several things asked for, and does the other half give one in the same words?"""
    if not _EACH.search(asked.text) or not all(_FIGURE.search(without_years(one.text)) for one in (best, other)):
        return False
    return len(longest_common(best.text, other.text)) >= SAME_WORDS


def _exception(asked: Asked, best: Candidate, other: Candidate) -> bool:
    """Does it say right behind a rule for all what the value is in one case: 两者不一致的，自交付之日起计算?"""
    needed = needed_for(asked)
    if needed is None or not _goes_on(best, other) or _cases(best.text):
        return False
    case = _CASE.match(other.text)
    return case is not None and bool(needed.search(best.text) and needed.search(other.text, case.end()))


def _taken_up(asked: Asked, best: Candidate, other: Candidate) -> bool:
    """Does the body that something is brought to go on with it right behind, where it is asked how that is done?"""
    turned_to = _BROUGHT_TO.findall(best.text) if _HOW.search(asked.text) and _goes_on(best, other) else []
    return any(other.text.startswith(body) for body in turned_to)


def _cases(text: str) -> list[str]:
    return [found["case"] for found in _CASE.finditer(text)]


def _ceiling(asked: Asked, said: Sequence[Candidate], other: Candidate) -> bool:
    """Does it give the most or the least that the question asks for, and none of those chosen does?"""
    if needed_for(asked) is None or not asks_bound(asked.text):
        return False
    return gives_bound(other.text, asked.text, _FIGURE) and not any(
        gives_bound(one.text, asked.text, _FIGURE) for one in said
    )
