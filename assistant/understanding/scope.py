"""Which part of the library a question is put to: the filter of a search as something to keep and to show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict

from corpus.models import DocumentSummary
from corpus.vocabulary import Level
from index.models import DocumentFilter

FacetName = Literal["places", "levels", "years", "issuers", "document_ids"]


class Scope(BaseModel):
    """What a question is limited to; empty fields allow all."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    places: tuple[str, ...] = ()
    levels: tuple[Level, ...] = ()
    years: tuple[int, ...] = ()
    issuers: tuple[str, ...] = ()
    document_ids: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        return self.filter.empty

    @property
    def filter(self) -> DocumentFilter:
        return DocumentFilter(
            document_ids=frozenset(self.document_ids),
            issuers=frozenset(self.issuers),
            places=frozenset(self.places),
            levels=frozenset(self.levels),
            years=frozenset(self.years),
        )


class Choice(NamedTuple):
    """One value that a facet can be limited to, and how many documents have it."""

    value: str
    label: str
    documents: int


class Facet(NamedTuple):
    """One property of documents with the values that occur in the library."""

    name: FacetName
    choices: tuple[Choice, ...]


def facets(documents: Sequence[DocumentSummary]) -> tuple[Facet, ...]:
    """What the documents at hand can be told apart by; a property that all share tells nothing and is left out."""
    found = (
        Facet("places", _counted(each.place for each in documents if each.place)),
        Facet("levels", _counted(each.level.value for each in documents if each.level is not Level.UNKNOWN)),
        Facet("years", tuple(sorted(_counted(str(each.year) for each in documents if each.year), reverse=True))),
        Facet("issuers", _counted(issuer for each in documents for issuer in set(each.issuers))),
        Facet("document_ids", tuple(Choice(each.id, each.title, 1) for each in documents)),
    )
    return tuple(facet for facet in found if len(facet.choices) > 1)


def _counted(values: Iterable[str]) -> tuple[Choice, ...]:
    counts = Counter(values)
    return tuple(Choice(value, value, count) for value, count in counts.most_common())
