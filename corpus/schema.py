"""The tables of the store of record, and the numbered steps that lead to them.

`PRAGMA user_version` holds the number of steps that a file has behind it. A step
is never changed once released: a new need is a new step at the end.
"""

from __future__ import annotations

import sqlite3

_FIRST_TABLES = """
CREATE TABLE generation (number INTEGER NOT NULL);
INSERT INTO generation VALUES (0);
CREATE TABLE sources (
    document_id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL,
    format TEXT NOT NULL,
    encoding TEXT NOT NULL,
    notes TEXT NOT NULL,
    added_at TEXT NOT NULL
);
CREATE TABLE documents (
    id TEXT PRIMARY KEY REFERENCES sources (document_id) ON DELETE CASCADE,
    summary TEXT NOT NULL,
    metadata TEXT NOT NULL,
    scheme TEXT NOT NULL,
    parts TEXT NOT NULL,
    removals TEXT NOT NULL,
    notes TEXT NOT NULL
);
CREATE TABLE clauses (
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    eid TEXT NOT NULL,
    path TEXT NOT NULL,
    kind TEXT NOT NULL,
    num TEXT NOT NULL,
    heading TEXT NOT NULL,
    text TEXT NOT NULL,
    printed TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    body_start INTEGER NOT NULL,
    body_end INTEGER NOT NULL,
    part TEXT NOT NULL,
    parent_id TEXT,
    PRIMARY KEY (document_id, position),
    UNIQUE (document_id, id)
) WITHOUT ROWID;
CREATE TABLE chunks (
    id TEXT PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    clause_id TEXT NOT NULL,
    text TEXT NOT NULL,
    context TEXT NOT NULL,
    title TEXT NOT NULL,
    part TEXT NOT NULL,
    position INTEGER NOT NULL
);
CREATE INDEX chunks_of_document ON chunks (document_id, position);
"""

_PENDING_DOCUMENTS = """
CREATE TABLE pending (document_id TEXT PRIMARY KEY);
INSERT INTO pending SELECT id FROM documents;
UPDATE generation SET number = number + 1;
"""
"""Documents that the indexes have not followed yet. Files of version 1 did not
know which those were, so that all of theirs count."""

_LOCAL_ONLY = """
CREATE TABLE local_only (name TEXT PRIMARY KEY);
"""
"""Files that their user keeps on this machine, by name: a new text of the name is kept as well."""

_STATUSES = """
CREATE TABLE statuses (
    document_id TEXT PRIMARY KEY REFERENCES sources (document_id) ON DELETE CASCADE,
    status TEXT NOT NULL
);
"""
"""What users state of documents, as JSON; it hangs on the source, so that a rebuild leaves it alone."""

STEPS: tuple[str, ...] = (_FIRST_TABLES, _PENDING_DOCUMENTS, _LOCAL_ONLY, _STATUSES)
VERSION = len(STEPS)


def version_of(connection: sqlite3.Connection) -> int:
    """How many steps the file has behind it."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection) -> None:
    """Takes the file through the steps it lacks, all of them or none."""
    if version_of(connection) >= VERSION:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Read again: another process may have migrated while this one waited.
        for step in STEPS[version_of(connection) :]:
            for statement in step.split(";"):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
