"""Does the library deal with what is asked, and is what was chosen sure enough to be told without a word?"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.assurance.model import ANSWERS, DEALS, FOLDER, assurance_model
from assistant.assurance.signs import signs
from assistant.choosing.candidates import Candidate
from assistant.choosing.read_together import points_of
from assistant.finding.rarity import Rarity
from assistant.understanding.query import Asked, Kind
from index.models import Evidence

DOUBTED = 0.3
"""Probability below which an answer is told with a caution. Of 560 right answers of 19 sets of questions, most of them
on documents that the rules had not been written for, 6 in 100 are; of 454 choices whose clause was gone 52 in 100."""

UNLIKELY = 0.1
"""Probability below which the signs alone speak for another matter."""

OTHER_MATTER = ((UNLIKELY, -1.0), (2 * UNLIKELY, -2.0))
"""Probability below which the documents may deal with another matter than what is asked, and points of question and
sentence read together up to which they do. Of 507 right answers of eleven sets one of the two holds for 5, of 165 wrong
ones for 12, of 171 choices for questions of other libraries that nothing else refuses for 155; by a probability below
0.1 alone it was 8, 11 and 142."""

OF_PLACE = -3.0
"""... up to which they do where it is asked what a place does that a document is of. So four answers of 19 sets are
won, and no question of another library is answered more."""

OF_A_SIDE = 0.02
"""Probability of what one document is asked of a comparison, which may be in the words of the other."""


def is_doubted(asked: Asked, chosen: Sequence[Candidate], evidence: Sequence[Evidence], rarity: Rarity) -> bool:
    """Is it more likely a neighbour of what was asked? What defines a word is sure where it stands."""
    if asked.defines:
        return False
    return assurance_model(FOLDER / ANSWERS).probability(signs(asked, chosen, evidence, rarity)) < DOUBTED


def is_of_another_matter(
    asked: Asked, chosen: Sequence[Candidate], evidence: Sequence[Evidence], rarity: Rarity
) -> bool:
    """Is the nearest that was found no nearer than it is to questions of quite other matters?

    Who asks what a document that is named does about something asks of what it deals with, in
    whatever words; of one of a place that is named, unless the sentence reads as anything but that.
    """
    told = asked.kind is Kind.MEASURE and asked.documents
    if not chosen or (told and asked.exact):
        return False
    deals = assurance_model(FOLDER / DEALS).probability(signs(asked, chosen, evidence, rarity))
    if asked.of_side:
        return deals < OF_A_SIDE
    steps = [OF_PLACE if told else points for probability, points in OTHER_MATTER if deals < probability]
    return bool(steps) and points_of(asked, chosen[0]) <= max(steps)
