"""Where a value is asked for, a hit that shows one of its kind goes before one that shows none. Pure.

打哪个电话 is answered by no clause without a number, however much it speaks of the matter.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answerable.values import needed_for
from assistant.document.counts import counts_outline
from assistant.understanding.query import Asked
from index.models import Evidence

GAIN = 0.7
"""What showing the value is worth, in scores of hits."""

LOOKED_AT = 10
"""So many of the first hits are looked through for one that shows it."""


def showing_first(asked: Asked, found: Sequence[Evidence]) -> list[Evidence]:
    """The hits, the first that shows the value before those little better that show none; scores stay with places."""
    needed = None if counts_outline(asked.text) else needed_for(asked)
    if needed is None or not found:
        return list(found)
    first = found[:LOOKED_AT]
    shows = next((at for at, one in enumerate(first) if needed.search(one.text)), 0)
    before = next((at for at, one in enumerate(first) if one.score <= found[shows].score + GAIN), shows)
    order = [*found[:before], found[shows], *found[before:shows], *found[shows + 1 :]]
    return [one.scored(place.score) for one, place in zip(order, found, strict=True)]
