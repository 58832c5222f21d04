"""Is what was chosen sure enough to be told, and to be told without a word?"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from assistant.assurance.model import assurance_model
from assistant.assurance.signs import signs
from assistant.choosing.candidates import Candidate, runs_on
from assistant.finding.rarity import Rarity
from assistant.understanding.query import Asked
from index.models import Evidence

REFUSED = 0.06
"""Probability below which nothing is told. Of 560 right answers of 19 sets of questions, most of them on documents
that the rules had not been written for, none is lost; of 454 choices whose clause was gone 12 in 100 are refused."""

DOUBTED = 0.3
"""... and below which an answer is told with a caution: 6 in 100 of those, and 52 in 100."""


class Assurance(StrEnum):
    """What may be done with a choice."""

    SURE = "sure"
    DOUBTED = "doubted"
    """It is told, and whoever asked is told to look at the quote first."""
    TOO_LOW = "too low"
    """It is more likely a neighbour of what was asked: a refusal shows its clause."""


def assurance(asked: Asked, chosen: Sequence[Candidate], evidence: Sequence[Evidence], rarity: Rarity) -> Assurance:
    """How sure it is that the chosen sentences answer. What defines a word is sure where it stands.

    Of running text nothing is refused here: it says what was asked in other words, and on from sentence to sentence.
    """
    if asked.defines:
        return Assurance.SURE
    likely = assurance_model().probability(signs(asked, chosen, evidence, rarity))
    if likely < REFUSED and not runs_on(chosen[0].evidence.clause):
        return Assurance.TOO_LOW
    return Assurance.DOUBTED if likely < DOUBTED else Assurance.SURE
