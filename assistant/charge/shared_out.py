"""Works that one sentence shares out among several: 机理研究由甲牵头，装备研制由乙、丙负责.

Such a sentence stands behind the clauses that it is for, so that it holds little of what a question says
of the work; the name that it gives the work stands in the question.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.finding.rarity import Rarity, pairs
from assistant.statements import Statement, ground_in
from assistant.understanding.query import Asked
from corpus.text import sentences, visible_length
from index.models import Evidence

HELD = 0.6
"""Share of the words of a work's name that must stand in the question."""

AROUND = 0.6
"""Share of what else the question says that the clause, its headings or its title must hold."""

KNOWN = 0.5
"""Share of that which must be words of the documents at all."""

ROOM = 150
"""Visible characters up to which the sentence is told whole."""

FEWEST = 2

_SEES_TO = r"(?:负责|牵头|承担|主管|组织实施|落实|承办|统筹|抓总)"
_BY = re.compile(
    rf"(?P<work>[^，,；;。：:由\n]{{2,20}})(?<![自理缘事])由(?P<bodies>[^，,；;。：:\n]{{2,60}}?)"
    rf"(?:按照?(?:各自)?职责(?:分工)?|共同|分别|具体|统一|联合)*{_SEES_TO}"
)
_DOES = re.compile(
    r"(?P<bodies>[^，,；;。：:\n]{1,30}?(?:部门?|厅|局|委|办|署|院|行|会|中心|公司|集团|政府|处|科|组|站))"
    r"(?:牵头)?(?:负责|承担|抓好|主抓)(?P<work>[^，,；;。：:\n]{2,24})"
)
_FOR_ALL = re.compile(r"[^，,。；;]{0,12}(?:任务|工作|事项|措施|内容|分工)(?:中|里|如下|为)?[，,：:]")
_HOLLOW = re.compile(r"工作|任务|事项|有关|相关|方面|等|的|具体|日常|各项")


@dataclass(frozen=True, slots=True)
class _Share:
    """One of the works in a sentence, by its name and by the words that say who does it."""

    work: frozenset[str]
    printed: str


def who_does_the_work(asked: Asked, evidence: Sequence[Evidence], rarity: Rarity) -> list[Statement]:
    """The sentence that gives the work asked about to a body, and others to others; none where none does."""
    said = pairs(asked.matter or asked.topic)
    best: tuple[float, Evidence, str] | None = None
    for one in evidence:
        for span in sentences(one.clause.text):
            sentence = span.of(one.clause.text).strip()
            told = _told(said, sentence, rarity)
            if told is None or (best is not None and told[0] <= best[0]):
                continue
            if _around(said - told[1].work, _beside(one, evidence), rarity):
                best = (told[0], one, sentence if visible_length(sentence) <= ROOM else told[1].printed)
    if best is None:
        return []
    _, one, text = best
    return [Statement(text, (ground_in(one.document, one.clause, text),))]


def _told(said: set[str], sentence: str, rarity: Rarity) -> tuple[float, _Share] | None:
    """The one work of a sentence that shares out several which the question names, and how much of its name."""
    shares = _shares(sentence)
    if len(shares) < FEWEST:
        return None
    held = sorted(((_held(said, one, rarity), at) for at, one in enumerate(shares)), reverse=True)
    (most, at), (next_most, _) = held[:2]
    return (most, shares[at]) if most >= HELD and most > next_most else None


def _shares(sentence: str) -> list[_Share]:
    bare = _FOR_ALL.sub("", sentence, count=1)
    found = list(_BY.finditer(bare))
    found = found if len(found) >= FEWEST else list(_DOES.finditer(bare))
    return [_Share(frozenset(pairs(_HOLLOW.sub("", one["work"]))), one.group()) for one in found]


def _held(said: set[str], share: _Share, rarity: Rarity) -> float:
    whole = rarity.weigh(share.work)
    return rarity.weigh(share.work & said) / whole if whole else 0.0


def _beside(one: Evidence, evidence: Sequence[Evidence]) -> set[str]:
    """The words of a clause, of those beside it and of what they all stand under."""
    near = [
        other for other in evidence if other.document == one.document and other.clause.path[:1] == one.clause.path[:1]
    ]
    told = " ".join(f"{each.chunk.context} {each.clause.heading} {each.clause.text}" for each in near)
    return pairs(f"{one.document.title} {told}")


def _around(rest: set[str], here: set[str], rarity: Rarity) -> bool:
    """Is what else the question says told of the work by what stands around the sentence?"""
    known = {pair for pair in rest if rarity.known(pair)}
    if len(known) < KNOWN * len(rest):
        return False
    whole = rarity.weigh(known)
    return not whole or rarity.weigh(known & here) >= AROUND * whole
