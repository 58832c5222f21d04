"""Is what was chosen sure enough to be told without a word?"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.assurance.model import assurance_model
from assistant.assurance.signs import signs
from assistant.choosing.candidates import Candidate
from assistant.finding.rarity import Rarity
from assistant.understanding.query import Asked
from index.models import Evidence

DOUBTED = 0.3
"""Probability below which an answer is told with a caution. Of 560 right answers of 19 sets of questions, most of them
on documents that the rules had not been written for, 6 in 100 are; of 454 choices whose clause was gone 52 in 100."""


def is_doubted(asked: Asked, chosen: Sequence[Candidate], evidence: Sequence[Evidence], rarity: Rarity) -> bool:
    """Is it more likely a neighbour of what was asked? What defines a word is sure where it stands."""
    if asked.defines:
        return False
    return assurance_model().probability(signs(asked, chosen, evidence, rarity)) < DOUBTED
