"""How things stand is asked for, and only what they are to become is printed: 眼下实际是多少, 到2035年达到60%."""

from __future__ import annotations

import re

from assistant.choosing.candidates import Candidate
from assistant.understanding.query import Asked
from corpus.facts.years import horizons

PRESENT_STATE = "现状"

_NOW = re.compile(
    r"(?<!截至)(?<!截止)(?:目前|现在|当前|眼下|如今|现阶段)|现状|实际(?:是|有|达|为|上)|已经?(?:达到?|有)了?(?:多少|几)"
)
_STANDS = re.compile(r"目前|现有|已(?:经|有|达|建|成|实)|截至|截止|现状")


def not_as_it_stands(asked: Asked, best: Candidate) -> bool:
    """Is the present state asked for, and does the sentence set a goal for a year after its document's?"""
    made = best.evidence.document.year
    if asked.years or not made or not _NOW.search(asked.text) or _STANDS.search(best.text):
        return False
    aims = [one.year for one in horizons(best.text)]
    return bool(aims) and min(aims) > made
