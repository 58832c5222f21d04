"""Words that one document alone speaks of again and again: it is called by them where its title lacks them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from corpus.models import DocumentSummary

MANY = 40
"""Documents of a library above which the words of one are too often those of another."""

OWN = 0.75
"""Share of all that documents say of a thing which the document must say that is called by it."""

OFTEN = 5
"""Times at least that a document prints what it is called by."""


def owner_of(term: str, documents: Sequence[DocumentSummary], text_of: Callable[[str], str]) -> DocumentSummary | None:
    """The one document that is called by a term; None where none is, or several could be."""
    counts = [text_of(one.id).count(term) for one in documents]
    most = max(counts, default=0)
    return documents[counts.index(most)] if most >= max(OFTEN, OWN * sum(counts)) else None
