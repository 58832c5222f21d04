"""How like each other two sentences are that say the same of two things: 达150毫米以上, 达200毫米以上."""

from __future__ import annotations

import re

from assistant.finding.rarity import Rarity, pairs
from corpus.facts.units import ANY_UNIT

FEWEST = 4
"""Words of a part of a sentence from which it tells what its figure is of."""

_PART = re.compile(r"[，,；;。：:]")
_NUMBER = re.compile(rf"\d+(?:\.\d+)?(?:[十百千万亿]*(?:{ANY_UNIT})|个?工作日|个月|分钟|小时|[年月日天周岁])?")


def likeness(one: str, other: str, rarity: Rarity) -> float:
    """Share of words, figures left out, that two sentences have in common: all of them, or their parts with figures."""
    found = [_common(one, other, rarity)]
    found += [
        _common(mine, theirs, rarity)
        for mine in filter(_NUMBER.search, _PART.split(one))
        for theirs in filter(_NUMBER.search, _PART.split(other))
    ]
    return max(found)


def _common(one: str, other: str, rarity: Rarity) -> float:
    mine, theirs = (pairs(_NUMBER.sub(" ", text)) for text in (one, other))
    if min(len(mine), len(theirs)) < FEWEST:
        return 0.0
    return rarity.weigh(mine & theirs) / rarity.weigh(mine | theirs)
