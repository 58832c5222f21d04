"""What news report of a notice, the notice itself says: the answer cites the one that somebody signs.

News, leads and guides repeat a rule with the place or the body put in front, so they hold more words of a
question than the rule does. Who has to act on an answer needs the paper it rests on.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.choosing.candidates import Candidate
from assistant.finding.rarity import pairs
from corpus.models import DocumentSummary
from corpus.text import visible_length
from corpus.vocabulary import PartRole

SAID_IN_IT = 0.85
"""Share of the words of a rule that news of it must hold to be taken for that."""

AS_MUCH = 0.95
"""Share of what the news sentence holds of the question that the rule must hold too."""

A_RULE = 16
"""Visible characters of a sentence that stands in two texts by no accident."""


def from_the_signed(one: Candidate, found: Sequence[Candidate]) -> Candidate:
    """The sentence that one of a signed document is a report of; itself where none is, or it is of a signed one."""
    if is_signed(one.evidence.document):
        return one
    told = pairs(one.text)
    return next((other for other in found if _is_reported(other, one, told)), one)


def is_signed(document: DocumentSummary) -> bool:
    """Does it print who issued it, or its number?"""
    return bool(document.issuers or document.number)


def _is_reported(other: Candidate, one: Candidate, told: set[str]) -> bool:
    if other.evidence.clause.part is not PartRole.MAIN or not is_signed(other.evidence.document):
        return False
    words = pairs(other.text)
    if visible_length(other.text) < A_RULE or len(words & told) < SAID_IN_IT * len(words):
        return False
    return other.covered >= AS_MUCH * one.covered
