"""The log of what models were asked, and the count of tokens that a month's limit is held against.

One SQLite file in the home folder, readable by its owner alone, as it holds questions.
Tokens are reserved before a request and set right after it, so that many at once, or a
process that is killed, cannot run over the limit unseen.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from assistant.models import Trace
from assistant.writing.endpoint import Endpoint
from assistant.writing.faults import Fault, failed, unwritable

FILE_NAME = "models.sqlite3"

_TABLES = """
CREATE TABLE IF NOT EXISTS requests (
    id INTEGER PRIMARY KEY, at TEXT NOT NULL, month TEXT NOT NULL, model TEXT NOT NULL, endpoint TEXT NOT NULL,
    tokens INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS requests_of_month ON requests (month);
CREATE TABLE IF NOT EXISTS answers (
    id INTEGER PRIMARY KEY, at TEXT NOT NULL, question TEXT NOT NULL, status TEXT NOT NULL, fault TEXT NOT NULL,
    model TEXT NOT NULL, endpoint TEXT NOT NULL, prompt_version TEXT NOT NULL, tokens_in INTEGER NOT NULL,
    tokens_out INTEGER NOT NULL, estimated INTEGER NOT NULL, first_token_ms INTEGER, total_ms INTEGER NOT NULL,
    attempts INTEGER NOT NULL, unknown_marks INTEGER NOT NULL
);
"""


class Reservation:
    """Tokens set aside for one request."""

    def __init__(self) -> None:
        self.tokens: int | None = None

    def used(self, tokens: int) -> None:
        """So many it took in the end."""
        self.tokens = tokens


class Audit(Protocol):
    """Where requests and answers are written down."""

    @contextmanager
    def reserved(self, endpoint: Endpoint, tokens: int) -> Iterator[Reservation]: ...

    def answered(self, question: str, status: str, trace: Trace, fault: str) -> None: ...


class _NoAudit:
    """Writes nothing down."""

    @contextmanager
    def reserved(self, endpoint: Endpoint, tokens: int) -> Iterator[Reservation]:
        yield Reservation()

    def answered(self, question: str, status: str, trace: Trace, fault: str) -> None:
        return


NO_AUDIT: Audit = _NoAudit()


class AuditLog:
    """The log of one home folder, shared by all its processes."""

    def __init__(self, home: Path, *, monthly_tokens: int = 0) -> None:
        self._path = home / FILE_NAME
        self._monthly_tokens = monthly_tokens

    @contextmanager
    def reserved(self, endpoint: Endpoint, tokens: int) -> Iterator[Reservation]:
        """Sets tokens aside, or raises WriterFailed where the month's limit has no room for them."""
        request = self._reserve(endpoint, tokens)
        reservation = Reservation()
        try:
            yield reservation
        finally:
            if reservation.tokens is not None:
                with self._open() as store:
                    store.execute("UPDATE requests SET tokens = ? WHERE id = ?", (reservation.tokens, request))

    def answered(self, question: str, status: str, trace: Trace, fault: str) -> None:
        """Writes down what became of a question; `fault` is empty where the model's answer was taken."""
        row = (
            *(_now().isoformat(timespec="seconds"), question, status, fault, trace.model, trace.endpoint),
            *(trace.prompt_version, trace.tokens_in, trace.tokens_out, trace.estimated, trace.first_token_ms),
            *(trace.total_ms, trace.attempts, trace.unknown_marks),
        )
        with self._open() as store:
            store.execute(f"INSERT INTO answers VALUES (NULL, {', '.join('?' * len(row))})", row)

    def tokens_this_month(self) -> int:
        """Tokens used and set aside in this calendar month (UTC)."""
        with self._open() as store:
            return _used(store)

    def _reserve(self, endpoint: Endpoint, tokens: int) -> int:
        now = _now()
        with self._open() as store:
            store.execute("BEGIN IMMEDIATE")
            if self._monthly_tokens and _used(store) + tokens > self._monthly_tokens:
                store.execute("ROLLBACK")
                raise failed(Fault.OVER_LIMIT, endpoint)
            row = (now.isoformat(timespec="seconds"), f"{now:%Y-%m}", endpoint.name, endpoint.host, tokens)
            cursor = store.execute("INSERT INTO requests VALUES (NULL, ?, ?, ?, ?, ?)", row)
            store.execute("COMMIT")
            assert cursor.lastrowid is not None
            return cursor.lastrowid

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            if not self._path.exists():
                # Made before SQLite does, which would let others read it.
                os.close(os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600))
            with closing(sqlite3.connect(self._path, timeout=30, isolation_level=None)) as store:
                if not store.execute("SELECT 1 FROM sqlite_master WHERE name = 'answers'").fetchone():
                    store.executescript(_TABLES)
                yield store
        except (OSError, sqlite3.Error) as error:
            raise unwritable(self._path, error) from error


def _used(store: sqlite3.Connection) -> int:
    row = store.execute("SELECT coalesce(sum(tokens), 0) FROM requests WHERE month = ?", (f"{_now():%Y-%m}",))
    return int(row.fetchone()[0])


def _now() -> datetime:
    return datetime.now(UTC)
