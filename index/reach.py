"""What holds everywhere goes before what holds in one place, where a question names no place. Pure.

Hundreds of places repeat a national rule in their own words. Who asks without naming
one of them wants the rule itself, and the more places a library holds, the less likely
it is that one of them was meant.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

from corpus.models import DocumentSummary
from corpus.places import places_in
from corpus.vocabulary import Level
from index.models import Hit

LOCAL = frozenset({Level.PROVINCIAL, Level.MUNICIPAL, Level.COUNTY})

WITHHELD = 0.3
"""What a clause of one place loses in a library of many, beside a best lexical score of one."""

MANY = 100
"""So many places are many; with fewer, less is withheld, and with one, nothing."""


def places_of(documents: Collection[DocumentSummary]) -> frozenset[str]:
    """The places whose own documents the library holds."""
    return frozenset(document.place for document in documents if document.level in LOCAL)


def by_reach(query: str, found: Sequence[Hit], places: Collection[str]) -> list[Hit]:
    """The hits with what is withheld taken off its scores, where `query` names no place; order unchanged."""
    withheld = WITHHELD * min(1.0, math.log(max(1, len(places))) / math.log(MANY))
    if not withheld or places_in(query):
        return list(found)
    return [one.scored(one.score - withheld) if one.document.level in LOCAL else one for one in found]
