"""What one is recognised as has a name of its own: a sum for recognised 技术中心 is none for 高新技术企业."""

from __future__ import annotations

import re

from assistant.finding.rarity import pairs
from assistant.understanding.query import Asked
from assistant.understanding.wanted import Wanted

SAID = 0.5
"""Share of a name's pairs that the sentence and what stands above it must hold."""

_AWARDED = re.compile(
    r"(?:认定|获评|评上|评为|评成|授予|获得|获批|入选)(?:了|为|的|上|成)*[“\"]?(?P<name>[一-龥“”\"]{4,16}?)[”\"]?(?:称号|资格)?的?[，,]?"
    r"(?:可以?|能|会|有|给|一次性|最高|最多)*(?:奖|补|给|发|领|拿|资助)"
)
_SUMS = frozenset({Wanted.MONEY, Wanted.FIGURE})


def name_missing(asked: Asked, said: str) -> bool:
    """Is a sum asked for what is recognised under a name that the text does not print?"""
    found = _AWARDED.search(asked.text) if asked.wanted in _SUMS else None
    if found is None or "的" in found["name"]:
        return False
    name = pairs(found["name"])
    held = name & pairs(said)
    for typed, printed in asked.synonyms.typed_in(found["name"]):
        held |= pairs(typed) if printed in said else set()
    return len(held) < SAID * len(name)
