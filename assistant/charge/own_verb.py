"""Who leads or carries a thing by the verb of the sentence on it: 鼓励领军企业牵头组建创新联合体, 依托某中心建设平台.

The bodies printed for a whole clause see to all of it; one thing in it may be led by another, whom the
sentence on that thing names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.choosing.candidates import Candidate
from assistant.statements import Statement, ground_in
from assistant.understanding.naming import longest_common
from assistant.understanding.query import Asked

NAMED = 4
"""Characters of the thing asked about that must stand in the sentence as they were typed."""

HELD = 0.5
"""Share of the question's words that it must hold, those of the title aside."""

_VERBS = (
    (
        re.compile(r"牵头|挑头|领头|带头|领衔|主导"),
        re.compile(r"(?<![（(，。；：])(?<!^)(?:牵头|领衔|主导|带头)(?!(?:单位|部门|责任)?[：:])"),
    ),
    (
        re.compile(r"依托|挂靠|挂在|设在|设立?于|放在|落在"),
        re.compile(r"依托|挂靠|设在|设立?于|以[^，。；]{2,20}为依托"),
    ),
)
"""What is asked in a verb, and what says so."""

_BRACKETS = re.compile(r"[（(〔【［\[][^）)〕】］\]]*[）)〕】］\]]")


def says_it(asked: Asked, text: str) -> bool:
    """Does a sentence, what it prints in brackets aside, say who does it in the verb of the question?"""
    return bool(_done(asked, text))


def _done(asked: Asked, text: str) -> str:
    """What stands behind that verb: what is led, what is carried; "" where the sentence does not have it."""
    bare = _BRACKETS.sub("", text)
    found = next((one for asking, saying in _VERBS if asking.search(asked.text) and (one := saying.search(bare))), None)
    return bare[found.end() :] if found else ""


def led_in_words(asked: Asked, scored: Sequence[Candidate]) -> list[Statement]:
    """The best sentence, where it names the thing asked about and says who leads it; none where a heading names it."""
    best = next(iter(scored), None)
    if best is None or best.beside < HELD:
        return []
    thing = longest_common(asked.matter or asked.topic, _done(asked, best.text))
    above = f"{best.evidence.clause.heading}{best.evidence.chunk.context}{best.evidence.document.title}"
    if len(thing) < NAMED or thing in above:
        return []
    text = best.text.strip()
    return [Statement(text, (ground_in(best.evidence.document, best.evidence.clause, text),))]
