"""The clauses shown beside a refusal: those with the one sentence that is most like what was asked come first.

The search ranks whole clauses. A long one with the very sentence that the question imitates may stand
behind short ones with more of its words; whoever is refused wants to see that sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.query import Asked
from assistant.rarity import Rarity
from assistant.scoring import Candidate, SentenceScorer, candidates
from index.models import Evidence


def closest_first(asked: Asked, evidence: Sequence[Evidence], rarity: Rarity) -> list[Evidence]:
    """The evidence in its order, but for the clause that holds most of the question and the one that fits it best."""
    scored = SentenceScorer(asked, rarity).score(candidates(evidence))
    if not scored:
        return list(evidence)
    first = [max(scored, key=_held).evidence, scored[0].evidence]
    return list({one.clause.id: one for one in (*first, *evidence)}.values())


def _held(candidate: Candidate) -> float:
    return candidate.share
