"""What hours a word of a rule means: 夜间 in the rule, 夜间，是指二十二时至次日六时 elsewhere in its document.

Who asks from when to when gets the rule and what its words mean, or the hours printed right behind it:
在线填写申报书。系统开放时间为5月6日9时至6月6日17时。
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


_HOURS = re.compile(r"时间|开放|开通|开始|截止|受理|逾期|办公|营业")


def _stands_behind(one: Candidate, rule: Candidate) -> bool:
    """Does a sentence right behind the rule say when that is open?"""
    behind = one.evidence.clause.id == rule.evidence.clause.id and bool(one.before) and one.before in rule.text
    return behind and bool(_HOURS.search(one.text))


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
        and (any(word["word"] in said for word in _MEANS.finditer(fold(one.text))) or _stands_behind(one, rule))
    ]
    return sorted(meaning, key=lambda one: (one.evidence.clause.id, one.span.start))
