"""The values every layer speaks in: a source, the document in it, its clauses, its chunks.

All offsets are character offsets in the decoded text of the source. All values
are frozen; a clause knows its parent by id, and a document keeps its clauses flat
and in the order of the source, so that their spans tile it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from corpus.vocabulary import ClauseKind, DocumentType, Level, NumberingScheme, PartRole, Validity

PATH_SEPARATOR = " > "


class Span(NamedTuple):
    """Half-open stretch [start, end) of a source's decoded text, in characters."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class SourceText:
    """The decoded text of one file, with how it was read.

    `name` is the file's base name; `sha256` is that of the text (UTF-8), so the
    same words in two encodings are one source. `notes` say what the reader had to
    do (guessed encoding, dropped NUL characters, pages without text, ...).
    """

    name: str
    text: str
    sha256: str
    format: str
    encoding: str = "utf-8"
    notes: tuple[str, ...] = ()

    @property
    def document_id(self) -> str:
        return self.sha256[:16]


@dataclass(frozen=True, slots=True)
class Field:
    """One header field: its text as printed (repaired) and where it stands."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """发文字号, GB/T 9704-2012 7.2.5: 机关代字, 年份, 顺序号."""

    authority_code: str
    year: int
    sequence: int
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class DocumentDate:
    """成文日期, 7.3.5. `iso` is yyyy-mm-dd."""

    iso: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class DocumentMetadata:
    """What the file says about itself; what it does not say stays empty."""

    title: Field | None = None
    cover_title: Field | None = None
    issuers: tuple[Field, ...] = ()
    number: DocumentNumber | None = None
    date: DocumentDate | None = None
    addressees: Field | None = None
    legal_basis: tuple[Field, ...] = ()
    disclosure: Field | None = None
    contact: Field | None = None
    security_level: Field | None = None
    document_type: DocumentType = DocumentType.OTHER
    place: str = ""
    level: Level = Level.UNKNOWN


ClausePath = tuple[str, ...]
"""Printed ordinals from the top: ("四", "（二）", "2")."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One numbered or named unit of a document, without its children.

    `span` is its tile: from its number to the start of the next clause. `text` is
    its own body, without number, heading and children: the tile with line breaks
    of pages mended, that is, with characters removed and none added. `printed` is
    number, heading and body in the same manner.
    """

    id: str
    eid: str
    path: ClausePath
    kind: ClauseKind
    num: str
    heading: str
    text: str
    printed: str
    span: Span
    body_span: Span
    part: PartRole
    parent_id: str | None = None

    @property
    def path_text(self) -> str:
        return PATH_SEPARATOR.join(self.path)

    @property
    def depth(self) -> int:
        return len(self.path)


@dataclass(frozen=True, slots=True)
class DocumentPart:
    """A stretch of the source with one role."""

    role: PartRole
    span: Span


@dataclass(frozen=True, slots=True)
class Removal:
    """A character run of the source that no clause's `printed` shows, and why."""

    span: Span
    reason: str


@dataclass(frozen=True)
class Document:
    """One file as a document: metadata, parts, and clauses that tile the source."""

    source: SourceText
    metadata: DocumentMetadata
    scheme: NumberingScheme
    parts: tuple[DocumentPart, ...]
    clauses: tuple[Clause, ...]
    removals: tuple[Removal, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return self.source.document_id

    @property
    def name(self) -> str:
        return self.source.name

    @property
    def title(self) -> str:
        return self.metadata.title.text if self.metadata.title else self.source.name

    @cached_property
    def by_id(self) -> dict[str, Clause]:
        return {clause.id: clause for clause in self.clauses}

    @cached_property
    def _children(self) -> dict[str | None, tuple[Clause, ...]]:
        found: dict[str | None, list[Clause]] = {}
        for clause in self.clauses:
            found.setdefault(clause.parent_id, []).append(clause)
        return {parent: tuple(children) for parent, children in found.items()}

    def children(self, clause: Clause | None) -> tuple[Clause, ...]:
        """The clauses right under `clause`; under None, the top ones."""
        return self._children.get(clause.id if clause else None, ())

    def ancestors(self, clause: Clause) -> tuple[Clause, ...]:
        """From the top down to the parent of `clause`."""
        chain: list[Clause] = []
        while clause.parent_id is not None:
            clause = self.by_id[clause.parent_id]
            chain.append(clause)
        return tuple(reversed(chain))


@dataclass(frozen=True, slots=True)
class Chunk:
    """What is indexed: a clause, or a run of whole sentences of a long one.

    `text` is one unbroken stretch of the clause as printed, at most
    `chunking.CHUNK_CHARACTERS` characters; `context` is the document's title and the
    headings above, for the index only, never shown as the clause's words.
    """

    id: str
    document_id: str
    clause_id: str
    text: str
    context: str
    title: str
    part: PartRole
    order: int


@dataclass(frozen=True, slots=True)
class DocumentStatus:
    """What those who keep the library say of a document, as against what the file says.

    Dates are yyyy-mm-dd or empty. A document that is not `enabled` stays in the library
    and is left out of searches.
    """

    validity: Validity = Validity.UNKNOWN
    effective_from: str = ""
    effective_until: str = ""
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """One line of the library's list."""

    id: str
    name: str
    title: str
    issuers: tuple[str, ...]
    number: str
    date: str
    place: str
    level: Level
    document_type: DocumentType
    year: int
    clauses: int
    characters: int
    added_at: str = field(compare=False, default="")
    status: DocumentStatus = DocumentStatus()
    security_level: str = ""
    """密级 as printed: 绝密, 机密, 秘密, or 内部."""
    local_only: bool = field(compare=False, default=False)
    """The user keeps it on this machine: `Library.set_local_only`."""
    label: str = field(compare=False, default="")
    """What to call it beside the others of its library; empty outside one."""

    @property
    def confined(self) -> bool:
        """Must its words stay on this machine?"""
        return self.local_only or bool(self.security_level)
