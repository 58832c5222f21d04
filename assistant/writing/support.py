"""Does a model's sentence say what the clauses it cites say?

Figures and quotes are checked for every answer. A model can also put its own words
beside a clause that has nothing to do with them, or turn a clause round: that is
looked for here, by what the two share and by what denies.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.rarity import pairs
from corpus.text import sentences
from index.models import Evidence

SHARED = 0.4
"""Share of a sentence's pairs of characters that its clauses must hold: what a close retelling keeps."""

_DENIAL = re.compile(
    r"不(?!仅|但|断|同|少|足|限于|低于|少于|超过|高于|得少于|得低于|得超过)|未(?!来)|禁止|严禁|无需|免于|除外|并非|没有"
)
_LEAVE = re.compile(r"可以|允许|应当|必须|需要")


def supported(text: str, evidence: Sequence[Evidence]) -> bool:
    """Is enough of the sentence in its clauses, and does it deny and allow as they do?"""
    if not evidence:
        return False
    held = "".join(_words(one) for one in evidence)
    want = pairs(text)
    if want and len(want & pairs(held)) < SHARED * len(want):
        return False
    return not _turned_round(text, want, evidence)


def _words(one: Evidence) -> str:
    document = one.document
    return "\n".join((one.clause.printed, one.chunk.context, document.title, document.number, *document.issuers))


def _turned_round(text: str, want: set[str], evidence: Sequence[Evidence]) -> bool:
    """Does it deny what its clauses nowhere deny, or allow what the sentence it retells denies?"""
    denies = bool(_DENIAL.search(text))
    if denies:
        return not any(_DENIAL.search(one.clause.printed) for one in evidence)
    said = [span.of(one.text) for one in evidence for span in sentences(one.text)]
    retold = max(said, key=lambda sentence: len(want & pairs(sentence)), default="")
    return bool(_LEAVE.search(text) and _DENIAL.search(retold) and not _LEAVE.search(retold))
