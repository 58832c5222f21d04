"""What goes into a search and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol, Self, TypeVar

from corpus.models import Chunk, Clause, DocumentSummary
from corpus.vocabulary import Level


@dataclass(frozen=True, slots=True)
class DocumentFilter:
    """Which documents may be searched; empty fields allow all. Applied before ranking."""

    document_ids: frozenset[str] = frozenset()
    issuers: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    levels: frozenset[Level] = frozenset()
    years: frozenset[int] = frozenset()

    @property
    def empty(self) -> bool:
        return not (self.document_ids or self.issuers or self.places or self.levels or self.years)

    def admits(self, document: DocumentSummary) -> bool:
        """Does `document` satisfy every field that is set? Issuers match as substrings."""
        return (
            (not self.document_ids or document.id in self.document_ids)
            and (not self.issuers or any(want in has for want in self.issuers for has in document.issuers))
            and (not self.places or document.place in self.places)
            and (not self.levels or document.level in self.levels)
            and (not self.years or document.year in self.years)
        )


@dataclass(frozen=True, slots=True)
class RankedHit:
    """A chunk's place in one ranked list; higher scores are better."""

    chunk_id: str
    score: float


class Scored(Protocol):
    """What has a score and a document, read or not."""

    @property
    def document(self) -> DocumentSummary: ...

    @property
    def score(self) -> float: ...

    def scored(self, score: float) -> Self:
        """The same at another score."""


Hit = TypeVar("Hit", bound=Scored)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A chunk that both lists together have found and that nobody has read yet, with its document."""

    chunk_id: str
    document: DocumentSummary
    score: float

    def scored(self, score: float) -> Self:
        return type(self)(self.chunk_id, self.document, score)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A chunk that was found, with the clause it stands in and its document.

    `text` is what may be shown and cited: the whole clause as printed where that is
    at most 1,000 characters, white space not counted, else the chunk.
    """

    chunk: Chunk
    clause: Clause
    document: DocumentSummary
    text: str
    score: float
    lexical: float = 0.0
    dense: float = 0.0

    def below_headings(self, text: str) -> str:
        """A text of its clause as models read it: below the title of its document and the headings above it."""
        return " ".join(part for part in (self.document.title, self.chunk.context, text) if part)

    def scored(self, score: float) -> Self:
        """The same at another score; done to hundreds in a search, where `dataclasses.replace` takes too long."""
        return type(self)(self.chunk, self.clause, self.document, self.text, score, self.lexical, self.dense)


@dataclass(frozen=True, slots=True)
class IndexManifest:
    """What shaped an index; another value means that it must be rebuilt.

    `reading` alone does not: documents read by an earlier version are found and answer as before, and gain
    by being read again. Folders from before it was kept hold 0.
    """

    format: int
    chunker: str
    tokenizer: str
    model: str
    dimension: int
    reading: int = field(default=0, compare=False)
