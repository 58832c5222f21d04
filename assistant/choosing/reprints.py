"""The same words in several documents: an answer cites them where they were found first.

Authorities post a notice with heads of their own. Which print a sentence is taken from
says nothing by itself; which document fits the whole question best was judged before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.choosing.candidates import Candidate
from assistant.choosing.signed import is_signed
from corpus.models import Span
from index.models import Evidence
from index.ranking import part_factor


def from_the_first(one: Candidate, evidence: Sequence[Evidence]) -> Candidate:
    """The same sentence in the first document of the evidence that prints it to the letter; itself where none does."""
    own = one.evidence
    for other in evidence:
        if other is own:
            break
        at = other.text.find(one.text)
        if at >= 0 and other.document.id != own.document.id and _weighs_as_much(other, own):
            return _moved(one, other, at - one.span.start)
    return one


def _weighs_as_much(other: Evidence, own: Evidence) -> bool:
    """A news lead that repeats a clause does not stand for it, nor does unsigned news for what is signed."""
    signed = is_signed(other.document) or not is_signed(own.document)
    return signed and part_factor(other.clause.part) >= part_factor(own.clause.part)


def _moved(one: Candidate, home: Evidence, by: int) -> Candidate:
    carrying = one.carrying and Span(one.carrying.start + by, one.carrying.end + by)
    return replace(one, evidence=home, span=Span(one.span.start + by, one.span.end + by), carrying=carrying)
