"""Of a list that rules tier by tier, what it says of the tier that is asked about: A类：…；B类：…."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.statements import Statement
from assistant.understanding.tiers import others_of, tiers_in


def of_the_tiers(question: str, said: Sequence[Statement]) -> list[Statement]:
    """The list without its items on other tiers; none of it where it has no other items than those."""
    tiers = tiers_in(question)
    if not tiers or not (_names(tiers, said) or others_of(tiers, " ".join(one.text for one in said))):
        return list(said)
    return [one for one in said if not others_of(tiers, one.text)] if _names(tiers, said) else []


def _names(tiers: frozenset[str], said: Sequence[Statement]) -> bool:
    return any(tiers & tiers_in(one.text) for one in said)
