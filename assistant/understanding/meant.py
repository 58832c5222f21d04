"""Which document a question for a field means that names none by title, number or place.

The words in which it calls one must stand in the title, the number or the issuers of one
document, and in those of no other nearly as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.finding.rarity import Rarity, pairs
from assistant.understanding.fields import beside_fields
from assistant.understanding.query import Asked, Kind
from corpus.models import DocumentSummary

HELD = 0.6
"""Share of those words, by their weight, that must stand there."""

AHEAD = 0.7
"""Share of that at which another document could be meant as well."""

FEWEST = 3
"""Pairs of characters known to the documents below which the words call none."""


def with_document_meant(asked: Asked, documents: Sequence[DocumentSummary], rarity: Rarity) -> Asked:
    """The question with the one document that it can mean; as it was where it names some or could mean several."""
    if asked.kind is not Kind.ABOUT or asked.documents or len(documents) < 2 or asked.foreign_places:
        return asked
    said = pairs(beside_fields(asked.text))
    known = {pair for pair in said if rarity.known(pair)}
    if len(known) < FEWEST:
        return asked
    total = rarity.weigh(said)
    held = sorted(((rarity.weigh(known & _called(one)) / total, at) for at, one in enumerate(documents)), reverse=True)
    (best, at), (second, _) = held[:2]
    if best < HELD or second >= AHEAD * best:
        return asked
    return replace(asked, documents=(documents[at],))


def _called(document: DocumentSummary) -> set[str]:
    return pairs(" ".join((document.title, document.number, *document.issuers)))
