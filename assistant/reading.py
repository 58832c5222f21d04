"""A cited clause in its place in the document, for whoever wants to read it there.

The side panel of the page and the REST endpoint both show a clause through this
view. It locates the quoted words inside the clause's printed text; it does not
judge them (that is the work of the citation check).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from pydantic import BaseModel, ConfigDict, Field

from corpus.errors import DocumentUnknown
from corpus.models import Clause, Document, DocumentStatus, DocumentSummary
from corpus.text import find_folded

NEIGHBOUR_CHARACTERS = 160
"""How much of the clauses before and after is shown."""

ELLIPSIS = "……"


class Shelf(Protocol):
    """What this view needs of the library."""

    def documents(self) -> Sequence[DocumentSummary]: ...

    def holdings(self) -> Sequence[DocumentSummary]: ...

    def document(self, document_id: str) -> Document: ...


class Neighbour(BaseModel):
    """A clause next to the one that is shown; long ones are shortened."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    clause_id: str
    path: str
    text: str
    shortened: bool = False


class ClauseView(BaseModel):
    """One clause with what a reader needs to know where it stands."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    document_id: str
    clause_id: str
    source: str = Field(description="file name as ingested")
    title: str = Field(description="the document's title")
    number: str = Field(default="", description="the document's 发文字号")
    issuers: tuple[str, ...] = ()
    date: str = Field(default="", description="the document's date as printed")
    path: str = Field(description="printed clause path, 四 > （二） > 2")
    headings: tuple[str, ...] = Field(default=(), description="number and heading of each clause above, from the top")
    text: str = Field(description="the clause as printed: number, heading, body")
    start: int | None = Field(default=None, description="where the quote begins in `text`; empty when it is not there")
    end: int | None = Field(default=None, description="where the quote ends in `text`")
    before: Neighbour | None = None
    after: Neighbour | None = None
    status: DocumentStatus = Field(default=DocumentStatus(), description="what users state of the document")


def view(library: Shelf, clause_id: str, quote: str = "") -> ClauseView:
    """The clause `clause_id` in its document, with `quote` located in its text."""
    document, clause = _clause_of(library, clause_id)
    found = find_folded(quote, clause.printed)
    metadata = document.metadata
    return ClauseView(
        document_id=document.id,
        clause_id=clause.id,
        source=document.name,
        title=document.title,
        number=metadata.number.text if metadata.number else "",
        issuers=tuple(issuer.text for issuer in metadata.issuers),
        date=metadata.date.text if metadata.date else "",
        path=clause.path_text,
        headings=tuple(headline(above) for above in document.ancestors(clause)),
        text=clause.printed,
        start=found.start if found else None,
        end=found.end if found else None,
        before=_neighbour(document, clause, -1),
        after=_neighbour(document, clause, +1),
        status=next((each.status for each in library.holdings() if each.id == document.id), DocumentStatus()),
    )


def headline(clause: Clause) -> str:
    """Number and heading as printed, without the body."""
    if clause.text and clause.printed.endswith(clause.text):
        return clause.printed.removesuffix(clause.text).strip()
    if clause.heading and clause.heading not in clause.num:
        return f"{clause.num}{clause.heading}".strip()
    return clause.num or clause.path[-1]


def _clause_of(library: Shelf, clause_id: str) -> tuple[Document, Clause]:
    """A clause's id begins with its document's."""
    try:
        document = library.document(clause_id.partition(".")[0])
    except DocumentUnknown as error:
        raise DocumentUnknown(
            f"条款“{clause_id}”所在的文件不在文库中：可能已移除，或已换成新的内容。",
            f"The document of clause {clause_id!r} is not in the library: it may have been removed, or replaced by new "
            "content.",
        ) from error
    if clause_id not in document.by_id:
        raise DocumentUnknown(
            f"《{document.title}》里没有编号为“{clause_id}”的条款。",
            f"The document {document.name!r} holds no clause {clause_id!r}.",
        )
    return document, document.by_id[clause_id]


def _neighbour(document: Document, clause: Clause, step: int) -> Neighbour | None:
    at = document.clauses.index(clause) + step
    if not 0 <= at < len(document.clauses):
        return None
    other = document.clauses[at]
    text = _shorten(other.printed, keep_end=step < 0)
    return Neighbour(
        clause_id=other.id, path=other.path_text, text=text, shortened=len(text) != len(other.printed.strip())
    )


def _shorten(text: str, *, keep_end: bool) -> str:
    text = text.strip()
    if len(text) <= NEIGHBOUR_CHARACTERS:
        return text
    if keep_end:
        return ELLIPSIS + text[-NEIGHBOUR_CHARACTERS:]
    return text[:NEIGHBOUR_CHARACTERS] + ELLIPSIS
