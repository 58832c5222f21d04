"""The clauses shown beside a refusal: those with the one sentence that is most like what was asked come first.

The search ranks whole clauses. A long one with the very sentence that the question imitates may stand
behind short ones with more of its words; whoever is refused wants to see that sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answerable.values import needed_for
from assistant.choosing.candidates import Candidate, candidates
from assistant.choosing.scoring import SentenceScorer
from assistant.finding.rarity import Rarity
from assistant.understanding.query import Asked
from index.models import Evidence


def closest_first(asked: Asked, evidence: Sequence[Evidence], rarity: Rarity) -> list[Evidence]:
    """First the clauses that hold most of the question, fit it best, were found first and show its value."""
    scored = SentenceScorer(asked, rarity).score(candidates(evidence))
    if not scored:
        return list(evidence)
    needed = needed_for(asked)
    showing = [one for one in scored if needed is not None and needed.search(one.text)][:1]
    like = (max(scored, key=_held).evidence, scored[0].evidence, evidence[0], *(one.evidence for one in showing))
    return list({(one.clause.id, one.chunk.id): one for one in (*like, *evidence)}.values())


def _held(candidate: Candidate) -> float:
    return candidate.share
