"""What hours a word of a rule means: 夜间 in the rule, 夜间，是指二十二时至次日六时 elsewhere in its document.

Who asks from when to when gets the rule and what its words mean.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answerable.dimensions import clock_asked
from assistant.choosing.candidates import Candidate
from corpus.text import fold

ABOUT = 0.4
"""Share of the question's words from which a rule is about what is asked."""

_MEANS = re.compile(r"(?:^|所称的?|[，；。）)“\"])(?P<word>[一-龥]{2,8})[”\"]?[，,]?(?:是|系)?指")


def hours_meant(question: str, rule: Candidate, found: Sequence[Candidate]) -> list[Candidate]:
    """The sentences that say what hours the words of a rule mean, as printed; none where no time of day is asked."""
    clock = clock_asked(question)
    if clock is None or rule.covered < ABOUT:
        return []
    home, said = rule.evidence.document.id, fold(rule.text)
    meaning = [
        one
        for one in found
        if one.evidence.document.id == home
        and clock.search(one.text)
        and any(word["word"] in said for word in _MEANS.finditer(fold(one.text)))
    ]
    return sorted(meaning, key=lambda one: (one.evidence.clause.id, one.span.start))
