"""Which sentences say what a document rests on: 根据《…》制定本办法."""

from __future__ import annotations

import re

from assistant.choosing.candidates import Candidate
from assistant.understanding.fields import About
from assistant.understanding.query import Asked
from corpus.vocabulary import ClauseKind

_RESTS_ON = re.compile(
    r"(?:根据|按照?|依据|依照|遵照|参照)[^。；]{0,80}(?:《|法律|法规|规定|要求|精神|部署|决定|文件)|"
    r"(?:贯彻|落实)[^。；]{0,80}(?:《|精神|部署|决定)"
)

_MADE_BY = re.compile(r"制定|编制|出台|提出|印发|起草|结合[^，。；]{0,12}实际|通知如下|现[就将]")
"""What a document says of those that it was made by."""

RESTS_ON = 1.6
"""What a sentence gains that names what a document rests on, where that is asked for."""

RESTS_ON_NONE = 0.7
"""What is left to one that does not."""


def on_its_basis(asked: Asked, candidate: Candidate) -> float:
    """A factor: by which other documents one was made is told where it says so, mostly before anything else."""
    if asked.about is not About.BASIS:
        return 1.0
    if not rests_on(candidate.text):
        return RESTS_ON_NONE
    if candidate.evidence.clause.kind is ClauseKind.PREAMBLE or _MADE_BY.search(candidate.text):
        return RESTS_ON
    return RESTS_ON_NONE if _MADE_BY.search(asked.text) else 1.0


def rests_on(text: str) -> bool:
    """Does a sentence say what something was made or is done by?"""
    return bool(_RESTS_ON.search(text))
