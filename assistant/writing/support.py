"""Does a model's sentence say what the clauses it cites say?

Figures and quotes are checked for every answer. A model can also put its own words
beside a clause that has nothing to do with them, or turn a clause round: that is
looked for here, by what the two share, and in `denial.py` by what denies.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.finding.rarity import pairs
from assistant.writing.denial import at_odds
from index.models import Evidence

SHARED = 0.4
"""Share of a sentence's pairs of characters that its clauses must hold: what a close retelling keeps."""


def supported(text: str, evidence: Sequence[Evidence]) -> bool:
    """Is enough of the sentence in its clauses, and does it deny and allow as they do?"""
    if not evidence:
        return False
    held = "".join(_words(one) for one in evidence)
    want = pairs(text)
    if want and len(want & pairs(held)) < SHARED * len(want):
        return False
    return not at_odds(text, evidence)


def _words(one: Evidence) -> str:
    document = one.document
    return "\n".join((one.clause.printed, one.chunk.context, document.title, document.number, *document.issuers))
