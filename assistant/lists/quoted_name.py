"""The name in quotation marks of what is asked for by its noun: 组织实施什么示范工程, told by “十百千”示范工程."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.choosing.candidates import Candidate, candidates
from assistant.choosing.saying import tidy
from assistant.finding.rarity import Rarity, pairs
from assistant.statements import Statement, ground
from assistant.understanding.query import Asked, Kind
from index.models import Evidence

NEAR = 3
"""Clauses found first in which the name is looked for."""

TOLD = 0.5
"""Share of what else the question says that must stand in the sentence with the name, or above it."""

_NOUN = (
    r"(?:[一-龥]{0,6}?(?:工程|行动|计划|专项|品牌|走廊|名片|大赛|活动)|"
    r"[一-龥]{2,6}?(?:项目|机制|模式|制度|体系|平台|基地|示范区|服务|产品|系统|贷款))"
)
_ASKED = re.compile(rf"(?:什么|哪一?[个项种类]|啥)(?:样的?)?(?P<noun>{_NOUN})(?:[？?，,。]|$)")


def quoted_name(asked: Asked, evidence: Sequence[Evidence], rarity: Rarity) -> list[Statement]:
    """The sentence that gives the name of the one thing asked for; nothing where none is in quotation marks."""
    found = _ASKED.search(asked.text)
    if found is None or asked.kind not in (Kind.FACT, Kind.LIST):
        return []
    noun = found["noun"]
    own = pairs(asked.topic.replace(noun, " "))
    total = sum(rarity.weight(pair) for pair in own)
    named = re.compile(rf"[“《][^”》]{{1,24}}(?:[”》][一-龥]{{0,4}}{noun}|{noun}[”》])")
    fits = [(_told(own, one, rarity), one) for one in candidates(evidence[:NEAR]) if named.search(one.text)]
    share, best = max(fits, key=lambda fit: fit[0], default=(0.0, None))
    if best is None or share < TOLD * total:
        return []
    return [Statement(tidy(best.text), (ground(best.evidence, best.text),))]


def _told(own: set[str], one: Candidate, rarity: Rarity) -> float:
    here = pairs(f"{one.evidence.document.title} {one.evidence.chunk.context} {one.evidence.clause.heading} {one.text}")
    return sum(rarity.weight(pair) for pair in own & here)
