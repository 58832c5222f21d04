"""Which sentences are of the kind that a question names: what stands under 主要目标, or sets a goal for a year."""

from __future__ import annotations

import re

from assistant.choosing.candidates import Candidate
from assistant.understanding.query import Asked
from corpus.text import fold

NOUNS = frozenset({"目标", "原则", "任务", "措施"})
"""What sections are called for what stands in them."""

GOAL = "目标"

_SETS_A_GOAL = re.compile(
    r"(?:力争)?[到至]\s*20\d\d\s*年(?!前)[^。；]{0,60}(?:实现|达到?|突破|建成|形成|提[高升]|下降|降[低至到]|新增|超过|不低于|取得)"
)


def of_its_noun(asked: Asked, candidate: Candidate) -> str:
    """The noun of the question by which the sentence is called, be it not printed in it; "" where there is none."""
    noun = candidate.evidence.clause.heading[-2:]
    if noun in NOUNS and noun in asked.topic:
        return noun
    return GOAL if GOAL in asked.topic and _SETS_A_GOAL.search(fold(candidate.text)) else ""
