"""A value of another clause than the one whose heading was asked about.

Of the sections on 钢铁, 水泥 and 化工 beside each other, that on steel tells nothing of cement, however near its other
words are.
"""

from __future__ import annotations

from collections.abc import Callable

from assistant.choosing.candidates import Candidate
from assistant.understanding.query import Asked
from assistant.understanding.wanted import Wanted
from corpus.models import Clause, Document
from corpus.text import fold

LONGEST = 6
"""Characters of a heading that is the name of a thing."""


def of_clause_beside(asked: Asked, best: Candidate, document_of: Callable[[str], Document]) -> bool:
    """Is a value asked of the thing that a clause beside this one is headed by, and this clause silent on it?"""
    own = best.evidence.clause
    heading, text = _thing(own), fold(asked.text)
    if asked.wanted is Wanted.NOTHING or not heading or heading in text:
        return False
    document = document_of(best.evidence.document.id)
    printed = fold(f"{document.metadata.title.text if document.metadata.title else ''}{own.heading}{own.printed}")
    beside = (_thing(one) for one in document.clauses if one.path[:-1] == own.path[:-1] and one.id != own.id)
    return any(thing in text and thing not in printed for thing in beside if thing)


def _thing(clause: Clause) -> str:
    """What a clause is headed by, where that is no more than a name; else ""."""
    heading = fold(clause.heading).rstrip("。：:；")
    return heading if 2 <= len(heading) <= LONGEST else ""
