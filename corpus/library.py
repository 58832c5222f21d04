"""The store of record: every source, its document, clauses and chunks, in one SQLite file.

The search indexes are built from it and can be lost; it cannot. A document goes in
or out in one transaction, which also raises the generation, by which readers in
other processes notice, and marks the document pending until the indexes have
followed. It holds no locks beyond a transaction: one writer at a time is the
business of `index.lock`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from threading import RLock

from corpus import rows
from corpus.connection import STORE_NAME, open_store, translated
from corpus.errors import DocumentUnknown
from corpus.models import (
    Chunk,
    Clause,
    Document,
    DocumentMetadata,
    DocumentPart,
    DocumentStatus,
    DocumentSummary,
    Removal,
    SourceText,
)
from corpus.records import from_json, to_json, tuple_from_json
from corpus.short_titles import labelled
from corpus.status import require_dates
from corpus.vocabulary import NumberingScheme

_Values = Sequence[str | int | None] | Mapping[str, str]


_SUMMARIES = (
    "SELECT summary, status, local_only.name IS NOT NULL AS local_only FROM documents"
    " JOIN sources ON sources.document_id = id LEFT JOIN statuses ON statuses.document_id = id"
    " LEFT JOIN local_only ON local_only.name = sources.name"
)


def _summary(row: sqlite3.Row) -> DocumentSummary:
    status = from_json(DocumentStatus, row["status"]) if row["status"] else DocumentStatus()
    return replace(from_json(DocumentSummary, row["summary"]), status=status, local_only=bool(row["local_only"]))


class AddKind(StrEnum):
    """What became of a document that was offered to the library."""

    ADDED = "added"
    DUPLICATE = "duplicate"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class AddOutcome:
    """What `Library.add` did; `replaced_id` names the document that went out for this one."""

    kind: AddKind
    document: DocumentSummary
    replaced_id: str | None = None


@dataclass
class _Memory:
    """What was read at one generation of the store."""

    generation: int
    summaries: tuple[DocumentSummary, ...] | None = None
    documents: dict[str, Document] = field(default_factory=dict)


class Library:
    """The documents of one home folder. Safe to share between threads."""

    def __init__(self, home: Path) -> None:
        self._path = home / STORE_NAME
        self._lock = RLock()
        self._connection = open_store(home)
        self._memory = _Memory(-1)

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    # --- reading --------------------------------------------------------------------

    def generation(self) -> int:
        """A number that every write raises."""
        return int(self._rows("SELECT number FROM generation")[0][0])

    def documents(self) -> tuple[DocumentSummary, ...]:
        """The documents in use, in the order in which they came in."""
        return tuple(summary for summary in self.holdings() if summary.status.enabled)

    def holdings(self) -> tuple[DocumentSummary, ...]:
        """Every document that is kept, those switched off among them, in the order in which they came in."""
        with self._lock:
            memory = self._recalled()
            if memory.summaries is None:
                found = self._rows(f"{_SUMMARIES} ORDER BY sources.rowid")
                memory.summaries = labelled([_summary(row) for row in found])
            return memory.summaries

    def find(self, name_or_id: str) -> DocumentSummary:
        """The document of that file name or id, or DocumentUnknown."""
        with self._lock:
            stored = self._stored(name_or_id)
            return next((one for one in self.holdings() if one.id == stored.id), stored)

    def document(self, document_id: str) -> Document:
        """The whole document, equal to the one that was added."""
        with self._lock:
            memory = self._recalled()
            if document_id not in memory.documents:
                memory.documents[document_id] = self._rebuilt(self._stored(document_id).id)
            return memory.documents[document_id]

    def source(self, document_id: str) -> SourceText:
        """The text that the document was read from."""
        row = self._rows("SELECT * FROM sources WHERE document_id = ?", (self._stored(document_id).id,))[0]
        return SourceText(
            name=row["name"],
            text=row["text"],
            sha256=row["sha256"],
            format=row["format"],
            encoding=row["encoding"],
            notes=tuple_from_json(str, row["notes"]),
        )

    def chunks(self, document_id: str | None = None) -> Iterator[Chunk]:
        """The chunks of one document, or of all, in the order of the source."""
        where = "" if document_id is None else "WHERE document_id = ?"
        found = self._rows(
            f"SELECT {rows.CHUNK_COLUMNS} FROM chunks {where} ORDER BY document_id, position",
            () if document_id is None else (document_id,),
        )
        return (rows.chunk_of(row) for row in found)

    def chunk_ids(self) -> dict[str, str]:
        """The document id of every chunk id."""
        return {row["id"]: row["document_id"] for row in self._rows("SELECT id, document_id FROM chunks")}

    def chunk_count(self) -> int:
        return int(self._rows("SELECT count(*) FROM chunks")[0][0])

    def passages(self, chunk_ids: Sequence[str]) -> dict[str, tuple[Chunk, Clause]]:
        """Those of the chunks that the library holds, each with its clause."""
        wanted, marks = tuple(chunk_ids), ", ".join("?" * len(chunk_ids))
        found = self._rows(
            f"SELECT {rows.PASSAGE_COLUMNS} FROM chunks JOIN clauses ON clauses.document_id = chunks.document_id"
            f" AND clauses.id = chunks.clause_id WHERE chunks.id IN ({marks})",
            wanted,
        )
        return {chunk.id: (chunk, clause) for chunk, clause in map(rows.passage_of, found)}

    def holds(self, document: Document, chunks: Sequence[Chunk]) -> bool:
        """Is this, to the letter, what is stored of the document?"""
        return self._rebuilt(document.id) == document and tuple(self.chunks(document.id)) == tuple(chunks)

    def pending(self) -> tuple[str, ...]:
        """Ids of documents that came in or went out and that the indexes have not followed yet."""
        return tuple(row[0] for row in self._rows("SELECT document_id FROM pending ORDER BY document_id"))

    def damage(self) -> tuple[str, ...]:
        """What SQLite's own check finds wrong with the file; nothing, for a sound one."""
        found = self._rows("PRAGMA integrity_check") + self._rows("PRAGMA foreign_key_check")
        return tuple(text for row in found if (text := " ".join(map(str, row))) != "ok")

    # --- writing --------------------------------------------------------------------

    def add(self, document: Document, chunks: Sequence[Chunk], status: DocumentStatus | None = None) -> AddOutcome:
        """Takes the document in, unless its text is already here; an older text of its name goes out for it.

        Without a `status` of its own it gets that of the text it replaces.
        """
        with self._transaction():
            replaced_id = self._other_text_of_name(document.source)
            if replaced_id:
                status = status or self._stored(replaced_id).status
                self._delete(replaced_id)
            held = self._rows("SELECT name FROM sources WHERE sha256 = ?", (document.source.sha256,))
            if held:
                kind, summary = AddKind.DUPLICATE, self._stored(held[0]["name"])
            else:
                kind = AddKind.REPLACED if replaced_id else AddKind.ADDED
                inserted = self._insert(document, chunks, datetime.now(UTC).isoformat(timespec="seconds"))
                summary = self._set_status(inserted, status) if status else inserted
            if replaced_id or not held:
                self._raise_generation()
        return AddOutcome(kind, summary, replaced_id)

    def rewrite(self, parsed: Iterable[tuple[Document, Sequence[Chunk]]]) -> None:
        """Stores sources that are here already as parsed and chunked anew, in one go; their places in the list stay."""
        with self._transaction():
            rewritten = [self._rewrite(document, chunks) for document, chunks in parsed]
            if rewritten:
                self._raise_generation()

    def remove(self, name_or_id: str) -> DocumentSummary:
        """Takes the document out, or raises DocumentUnknown."""
        with self._transaction():
            summary = self._stored(name_or_id)
            self._delete(summary.id)
            self._raise_generation()
        return summary

    def set_local_only(self, name_or_id: str, local_only: bool) -> DocumentSummary:
        """Keeps the document's words on this machine, or lets them go to models elsewhere; or raises DocumentUnknown.

        It holds for the file's name: also for a new text of that name, and when it comes back after a removal.
        """
        with self._transaction():
            name = self._stored(name_or_id).name
            self._execute("DELETE FROM local_only WHERE name = ?", (name,))
            if local_only:
                self._execute("INSERT INTO local_only VALUES (?)", (name,))
            self._raise_generation()
        return self.find(name)

    def set_status(self, name_or_id: str, status: DocumentStatus) -> DocumentSummary:
        """States anew what is said of the document; the indexes need not follow."""
        require_dates(status)
        with self._transaction():
            summary = self._set_status(self._stored(name_or_id), status)
            self._raise_generation()
        return summary

    def mark_pending(self, document_ids: Sequence[str]) -> None:
        """Says that the indexes have to follow these documents again."""
        with self._transaction():
            self._mark_pending(document_ids)
            self._raise_generation()

    def settle(self, document_ids: Sequence[str]) -> None:
        """Says that the indexes have followed these documents."""
        with self._transaction():
            self._connection.executemany("DELETE FROM pending WHERE document_id = ?", [(id_,) for id_ in document_ids])
            self._raise_generation()

    # --- memory ---------------------------------------------------------------------

    def _recalled(self) -> _Memory:
        generation = self.generation()
        if self._memory.generation != generation:
            self._memory = _Memory(generation)
        return self._memory

    # --- rows -----------------------------------------------------------------------

    def _stored(self, name_or_id: str) -> DocumentSummary:
        """The document of that file name or id as its rows say, also in the middle of a change."""
        found = self._rows(
            f"{_SUMMARIES} WHERE sources.name = :wanted OR id = :wanted ORDER BY sources.name = :wanted DESC",
            {"wanted": name_or_id},
        )
        if not found:
            raise DocumentUnknown(
                f"文库中没有名称或编号为“{name_or_id}”的文件：可能已移除，或已换成新的内容。"
                "现有的文件见网页的“文库”或 wence list。",
                f"No document of the name or id {name_or_id!r} is in the library: it may have been removed, or "
                "replaced by new content. The library tab and wence list show what there is.",
            )
        return _summary(found[0])

    def _rebuilt(self, document_id: str) -> Document:
        row = self._rows("SELECT * FROM documents WHERE id = ?", (document_id,))[0]
        clauses = self._rows("SELECT * FROM clauses WHERE document_id = ? ORDER BY position", (document_id,))
        return Document(
            source=self.source(document_id),
            metadata=from_json(DocumentMetadata, row["metadata"]),
            scheme=NumberingScheme(row["scheme"]),
            parts=tuple_from_json(DocumentPart, row["parts"]),
            clauses=tuple(map(rows.clause_of, clauses)),
            removals=tuple_from_json(Removal, row["removals"]),
            notes=tuple_from_json(str, row["notes"]),
        )

    def _other_text_of_name(self, source: SourceText) -> str | None:
        found = self._rows(
            "SELECT document_id FROM sources WHERE name = ? AND sha256 <> ?", (source.name, source.sha256)
        )
        return found[0]["document_id"] if found else None

    def _insert(self, document: Document, chunks: Sequence[Chunk], added_at: str) -> DocumentSummary:
        source = document.source
        self._execute(
            "INSERT INTO sources (document_id, name, sha256, text, format, encoding, notes, added_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(source.document_id, source.name, source.sha256, source.text),
                *(source.format, source.encoding, to_json(source.notes), added_at),
            ),
        )
        return self._insert_parsed(document, chunks, added_at)

    def _insert_parsed(self, document: Document, chunks: Sequence[Chunk], added_at: str) -> DocumentSummary:
        summary = rows.summary_of(document, added_at)
        parts, removals, notes = map(to_json, (document.parts, document.removals, document.notes))
        self._execute(
            "INSERT INTO documents (id, summary, metadata, scheme, parts, removals, notes)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                *(document.id, to_json(summary), to_json(document.metadata)),
                *(document.scheme.value, parts, removals, notes),
            ),
        )
        self._connection.executemany(
            f"INSERT INTO clauses ({rows.CLAUSE_COLUMNS}) VALUES ({', '.join('?' * 16)})",
            (rows.clause_row(document.id, position, clause) for position, clause in enumerate(document.clauses)),
        )
        self._connection.executemany(
            f"INSERT INTO chunks ({rows.CHUNK_COLUMNS}) VALUES ({', '.join('?' * 8)})", map(rows.chunk_row, chunks)
        )
        self._mark_pending([document.id])
        return summary

    def _set_status(self, summary: DocumentSummary, status: DocumentStatus) -> DocumentSummary:
        self._execute("INSERT OR REPLACE INTO statuses VALUES (?, ?)", (summary.id, to_json(status)))
        return replace(summary, status=status)

    def _rewrite(self, document: Document, chunks: Sequence[Chunk]) -> DocumentSummary:
        added_at = self._stored(document.id).added_at
        self._execute("DELETE FROM documents WHERE id = ?", (document.id,))
        return self._insert_parsed(document, chunks, added_at)

    def _delete(self, document_id: str) -> None:
        self._execute("DELETE FROM sources WHERE document_id = ?", (document_id,))
        self._mark_pending([document_id])

    def _mark_pending(self, document_ids: Sequence[str]) -> None:
        self._connection.executemany("INSERT OR IGNORE INTO pending VALUES (?)", [(id_,) for id_ in document_ids])

    def _raise_generation(self) -> None:
        self._execute("UPDATE generation SET number = number + 1")

    def _rows(self, query: str, values: _Values = ()) -> list[sqlite3.Row]:
        with self._lock, translated(self._path):
            return self._connection.execute(query, values).fetchall()

    def _execute(self, statement: str, values: _Values = ()) -> None:
        self._connection.execute(statement, values)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with self._lock, translated(self._path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
