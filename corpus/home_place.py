"""Whose a document is that names no authority: the place that it speaks of as its own.

Measures and reports are passed on without their heads. 我市, 市政府 and 市卫生健康委 tell
what kind of place speaks, and which it is stands in the text, more often than any other.
"""

from __future__ import annotations

import re
from collections import Counter

from corpus.places import MUNICIPALITIES, PROVINCES, mentions
from corpus.vocabulary import Level

SAYS_OWN = 2
"""So often at least a text speaks of its own place, and names it, before that tells anything."""

AHEAD = 2
"""So many times as often as any other its name must stand there."""

_OWN = re.compile(
    r"[本我全](?P<own>[省市])|(?<![一-龥])(?P<body>[省市])(?=(?:委|政府|人民政府|级|直)|[一-龥]{1,8}(?:局|厅|委|办))"
)


def home_place(text: str) -> tuple[str, Level]:
    """The place and its level; ("", UNKNOWN) where the text does not tell."""
    own = Counter(found["own"] or found["body"] for found in _OWN.finditer(text))
    if not own:
        return "", Level.UNKNOWN
    kind, times = own.most_common(1)[0]
    named = Counter({place: count for place, count in mentions(text).items() if _is_a(kind, place)}).most_common(2)
    place, count = named[0] if named else ("", 0)
    if min(times, count) < SAYS_OWN or (len(named) > 1 and count < AHEAD * named[1][1]):
        return "", Level.UNKNOWN
    return place, Level.PROVINCIAL if place in PROVINCES else Level.MUNICIPAL


def _is_a(kind: str, place: str) -> bool:
    """北京 is a city as well as a province, and calls itself one."""
    return (
        (place in PROVINCES and place not in MUNICIPALITIES)
        if kind == "省"
        else place not in PROVINCES or place in MUNICIPALITIES
    )
