"""Does the library deal with what is asked, and is what was chosen sure enough to be told without a word?"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.assurance.model import ANSWERS, DEALS, FOLDER, assurance_model
from assistant.assurance.signs import signs
from assistant.choosing.candidates import Candidate
from assistant.choosing.read_together import points_of
from assistant.finding.rarity import Rarity
from assistant.understanding.query import Asked
from index.models import Evidence

DOUBTED = 0.3
"""Probability below which an answer is told with a caution. Of 560 right answers of 19 sets of questions, most of them
on documents that the rules had not been written for, 6 in 100 are; of 454 choices whose clause was gone 52 in 100."""

OTHER_MATTER = 0.1
"""Probability below which the documents deal with another matter than what is asked. Of 649 right answers of seven sets
on other documents 2 are below it; of 687 choices for questions on matters of other libraries 80 in 100."""

OF_A_SIDE = 0.02
"""... of what one document is asked of a comparison, which may be in the words of the other."""


SURELY_OF_IT = 1.0
"""Points of a reading of question and sentence together above which it is of the matter, whatever the signs say: of 170
questions on matters of other libraries that the signs refuse 2 have them, of 24 on the library's own 12."""


def is_doubted(asked: Asked, chosen: Sequence[Candidate], evidence: Sequence[Evidence], rarity: Rarity) -> bool:
    """Is it more likely a neighbour of what was asked? What defines a word is sure where it stands."""
    if asked.defines:
        return False
    return assurance_model(FOLDER / ANSWERS).probability(signs(asked, chosen, evidence, rarity)) < DOUBTED


def is_of_another_matter(
    asked: Asked, chosen: Sequence[Candidate], evidence: Sequence[Evidence], rarity: Rarity
) -> bool:
    """Is the nearest that was found no nearer than it is to questions of quite other matters?"""
    if not chosen:
        return False
    least = OF_A_SIDE if asked.of_side else OTHER_MATTER
    signs_against = assurance_model(FOLDER / DEALS).probability(signs(asked, chosen, evidence, rarity)) < least
    return signs_against and (asked.of_side or points_of(asked, chosen[0]) <= SURELY_OF_IT)
