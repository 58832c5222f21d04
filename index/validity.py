"""A document that is repealed, has ended or is not in force yet stands behind those that are. Pure.

It stays to be found: who asks what held before, or names it, still gets it. Between an
old rule and the new one in its place, which say nearly the same, the new one comes first.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from corpus.status import OUT_OF_FORCE, force_on
from index.models import Evidence

LEFT = 0.75
"""The share of its score that is left to a clause that is not in force."""


def by_validity(found: Sequence[Evidence], today: date) -> list[Evidence]:
    """The evidence with less for what is not in force, best first; equal scores in the order in which they came."""
    if all(one.document.status == found[0].document.status for one in found):
        return list(found)
    lowered = [one.scored(min(one.score, LEFT * one.score)) if _ended(one, today) else one for one in found]
    return sorted(lowered, key=lambda one: -one.score)


def _ended(one: Evidence, today: date) -> bool:
    return force_on(one.document.status, today) in OUT_OF_FORCE
