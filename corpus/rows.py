"""Clauses, chunks and summaries as rows of the store of record, and back."""

from __future__ import annotations

import json
import sqlite3
from functools import lru_cache

from corpus.models import Chunk, Clause, Document, DocumentSummary, Span
from corpus.vocabulary import ClauseKind, PartRole

CLAUSE_COLUMNS = (
    "document_id, position, id, eid, path, kind, num, heading, text, printed, "
    "span_start, span_end, body_start, body_end, part, parent_id"
)
CHUNK_COLUMNS = "id, document_id, clause_id, text, context, title, part, position"

Row = tuple[str | int | None, ...]


def clause_row(document_id: str, position: int, clause: Clause) -> Row:
    """One row of `clauses`, in the order of CLAUSE_COLUMNS."""
    path = json.dumps(clause.path, ensure_ascii=False)
    words = (clause.kind.value, clause.num, clause.heading, clause.text, clause.printed)
    return (
        *(document_id, position, clause.id, clause.eid, path),
        *words,
        *(*clause.span, *clause.body_span),
        *(clause.part.value, clause.parent_id),
    )


def clause_of(row: sqlite3.Row) -> Clause:
    return Clause(
        id=row["id"],
        eid=row["eid"],
        path=_path(row["path"]),
        kind=ClauseKind(row["kind"]),
        num=row["num"],
        heading=row["heading"],
        text=row["text"],
        printed=row["printed"],
        span=Span(row["span_start"], row["span_end"]),
        body_span=Span(row["body_start"], row["body_end"]),
        part=PartRole(row["part"]),
        parent_id=row["parent_id"],
    )


def chunk_row(chunk: Chunk) -> Row:
    """One row of `chunks`, in the order of CHUNK_COLUMNS."""
    words = (chunk.text, chunk.context, chunk.title)
    return (chunk.id, chunk.document_id, chunk.clause_id, *words, chunk.part.value, chunk.order)


@lru_cache(maxsize=10_000)
def _path(stored: str) -> tuple[str, ...]:
    """Statutes share theirs: 第一条 stands in all of them."""
    return tuple(json.loads(stored))


PASSAGE_COLUMNS = "clauses.*, " + ", ".join(f"chunks.{name} AS chunk_{name}" for name in CHUNK_COLUMNS.split(", "))
"""A chunk and its clause in one row."""


def passage_of(row: sqlite3.Row) -> tuple[Chunk, Clause]:
    """A row of PASSAGE_COLUMNS as the two values it holds."""
    return chunk_of(row, "chunk_"), clause_of(row)


def chunk_of(row: sqlite3.Row, prefix: str = "") -> Chunk:
    return Chunk(
        id=row[prefix + "id"],
        document_id=row[prefix + "document_id"],
        clause_id=row[prefix + "clause_id"],
        text=row[prefix + "text"],
        context=row[prefix + "context"],
        title=row[prefix + "title"],
        part=PartRole(row[prefix + "part"]),
        order=row[prefix + "position"],
    )


def summary_of(document: Document, added_at: str) -> DocumentSummary:
    """The document's line in the library's list; its year is the date's, else the number's, else 0."""
    metadata = document.metadata
    return DocumentSummary(
        id=document.id,
        name=document.name,
        title=document.title,
        issuers=tuple(issuer.text for issuer in metadata.issuers),
        number=metadata.number.text if metadata.number else "",
        date=metadata.date.iso if metadata.date else "",
        place=metadata.place,
        level=metadata.level,
        document_type=metadata.document_type,
        year=_year(document),
        clauses=len(document.clauses),
        characters=len("".join(document.source.text.split())),
        added_at=added_at,
        security_level=metadata.security_level.text if metadata.security_level else "",
    )


def _year(document: Document) -> int:
    if document.metadata.date:
        return int(document.metadata.date.iso[:4])
    return document.metadata.number.year if document.metadata.number else 0
