"""What the store of conversations holds, and the SQLite file it holds it in."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from assistant.models import Answer
from assistant.understanding.scope import Scope
from corpus.connection import make_home
from corpus.errors import LibraryError
from corpus.system_errors import reason

BUSY_SECONDS = 10.0

Verdict = Literal["up", "down"]


class Rating(NamedTuple):
    """What a visitor thinks of an answer; reasons are names of the catalogue's entries."""

    verdict: Verdict
    reasons: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class KeptTurn:
    """A question, and the answer it got: none after a stop, or (not `readable`) one that another version wrote."""

    key: str
    question: str
    scope: Scope
    answer: Answer | None
    readable: bool
    rating: Rating | None
    asked_at: str


class Outline(NamedTuple):
    """One line of the list of conversations."""

    id: str
    title: str
    turns: int
    updated_at: str


class Rated(NamedTuple):
    """A turn that was rated; whose it is only where those of all visitors are listed."""

    conversation: str
    rated_at: str
    turn: KeptTurn
    visitor: str = ""


class ConversationsUnusable(LibraryError):
    """The file of conversations cannot be read or written."""


_TABLES = """
CREATE TABLE conversations (
    id TEXT PRIMARY KEY,
    visitor TEXT NOT NULL,
    title TEXT NOT NULL,
    started_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
);
CREATE INDEX conversations_of_visitor ON conversations (visitor, updated_at);
CREATE TABLE turns (
    conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    key TEXT NOT NULL,
    question TEXT NOT NULL,
    scope TEXT NOT NULL,
    answer TEXT,
    said TEXT NOT NULL DEFAULT '',
    asked_at TEXT NOT NULL,
    PRIMARY KEY (conversation_id, position),
    UNIQUE (conversation_id, key)
);
CREATE TABLE feedback (
    conversation_id TEXT NOT NULL,
    key TEXT NOT NULL,
    verdict TEXT NOT NULL,
    reasons TEXT NOT NULL,
    note TEXT NOT NULL,
    rated_at TEXT NOT NULL,
    PRIMARY KEY (conversation_id, key),
    FOREIGN KEY (conversation_id, key) REFERENCES turns (conversation_id, key) ON DELETE CASCADE
);
"""

STEPS: tuple[str, ...] = (_TABLES,)
"""Never changed once released: a new need is a new step at the end. `PRAGMA user_version` counts them."""


def open_tables(path: Path) -> sqlite3.Connection:
    """The file at `path`, made or brought up to date where needed."""
    make_home(path.parent)
    try:
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
        try:
            return _prepared(connection, path)
        except BaseException:
            connection.close()
            raise
    except sqlite3.Error as error:
        raise unusable(path, error) from error


def unusable(path: Path, error: sqlite3.Error) -> ConversationsUnusable:
    """What SQLite raises, as something that says what to do."""
    zh, en = reason(error)
    return ConversationsUnusable(
        f"对话记录“{path}”无法读写（{zh}）。请检查权限和磁盘空间；文件若已损坏，把它移到别处后重新启动。",
        f"The record of conversations {str(path)!r} cannot be used ({en}). Check its permissions and the disk space; "
        "if the file is damaged, move it away and start again.",
    )


def _prepared(connection: sqlite3.Connection, path: Path) -> sqlite3.Connection:
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        if version > len(STEPS):
            raise ConversationsUnusable(
                f"对话记录“{path}”由更新版本的程序写成。请升级本程序。",
                f"The record of conversations {str(path)!r} was written by a newer version. Upgrade the program.",
            )
        for step in STEPS[version:]:
            for statement in filter(str.strip, step.split(";")):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(STEPS)}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    return connection
