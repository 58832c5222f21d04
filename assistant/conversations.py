"""The conversations of each visitor and what was thought of the answers, beside the library in the home folder.

Nothing here decides anything: a question, its whole answer and a rating go in, and come
out again for the same visitor and no other. The library can be used without this file.
"""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock

from pydantic import ValidationError

from assistant.conversation_tables import KeptTurn, Outline, Rated, Rating, open_tables, unusable
from assistant.models import Answer
from assistant.understanding.scope import Scope
from corpus.errors import InputError

STORE_NAME = "conversations.sqlite3"
TITLE_CHARACTERS = 60
KEPT_CONVERSATIONS = 300
"""Per visitor; the one that rested longest goes first."""

KEPT_ALTOGETHER = 20_000
"""A browser that forgets its cookie comes back as a new visitor, so that there must be an end."""

LONGEST = 1000
"""Turns of one conversation."""


class Conversations:
    """The store of one home folder. Safe to share between threads."""

    def __init__(self, home: Path) -> None:
        self._path = home / STORE_NAME
        self._lock = RLock()
        self._connection = open_tables(self._path)

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    # --- reading --------------------------------------------------------------------

    def outlines(self, visitor: str, containing: str = "") -> tuple[Outline, ...]:
        """The visitor's conversations, the latest first; those with `containing` in title, question or answer."""
        query = (
            "SELECT c.id, c.title, c.updated_at, (SELECT count(*) FROM turns t WHERE t.conversation_id = c.id) AS turns"
            " FROM conversations c WHERE c.visitor = :visitor AND (:words = '' OR instr(lower(c.title), :words)"
            " OR EXISTS (SELECT 1 FROM turns t WHERE t.conversation_id = c.id"
            " AND instr(lower(t.question || ' ' || t.said), :words))) ORDER BY c.updated_at DESC, c.rowid DESC"
        )
        with self._reading() as connection:
            rows = connection.execute(query, {"visitor": visitor, "words": containing.strip().lower()}).fetchall()
        return tuple(Outline(row["id"], row["title"], row["turns"], row["updated_at"]) for row in rows)

    def outline(self, visitor: str, conversation: str) -> Outline | None:
        """One conversation of the visitor's."""
        return next((each for each in self.outlines(visitor) if each.id == conversation), None)

    def turns(self, visitor: str, conversation: str) -> tuple[KeptTurn, ...]:
        """The turns of a conversation, oldest first; none for a conversation that is not the visitor's."""
        query = (
            "SELECT t.*, f.verdict, f.reasons, f.note FROM turns t"
            " JOIN conversations c ON c.id = t.conversation_id"
            " LEFT JOIN feedback f ON f.conversation_id = t.conversation_id AND f.key = t.key"
            " WHERE c.id = ? AND c.visitor = ? ORDER BY t.position"
        )
        with self._reading() as connection:
            rows = connection.execute(query, (conversation, visitor)).fetchall()
        return tuple(_turn(row) for row in rows)

    def rated(self, visitor: str) -> tuple[Rated, ...]:
        """What the visitor thought of answers, the latest first."""
        return tuple(one._replace(visitor="") for one in self._rated("WHERE c.visitor = ?", visitor))

    def all_rated(self) -> tuple[Rated, ...]:
        """What all visitors thought of answers, the latest first: for who keeps the home folder, and never a page."""
        return self._rated("")

    def _rated(self, where: str, *values: str) -> tuple[Rated, ...]:
        query = (
            "SELECT t.*, f.verdict, f.reasons, f.note, f.rated_at, c.visitor FROM feedback f"
            " JOIN turns t ON t.conversation_id = f.conversation_id AND t.key = f.key"
            f" JOIN conversations c ON c.id = f.conversation_id {where} ORDER BY f.rated_at DESC, f.rowid DESC"
        )
        with self._reading() as connection:
            rows = connection.execute(query, values).fetchall()
        return tuple(Rated(row["conversation_id"], row["rated_at"], _turn(row), row["visitor"]) for row in rows)

    # --- writing --------------------------------------------------------------------

    def ask(
        self, visitor: str, conversation: str, key: str, question: str, scope: Scope, *, instead_of: str = ""
    ) -> str:
        """Keeps a question that was just put, in place of the turn `instead_of` if given; the conversation's id."""
        now = _now()
        with self._writing() as connection:
            if not self._belongs(connection, visitor, conversation):
                conversation = secrets.token_urlsafe(9)
                title = " ".join(question.split())[:TITLE_CHARACTERS]
                values = (conversation, visitor, title, now, now)
                connection.execute("INSERT INTO conversations VALUES (?, ?, ?, ?, ?)", values)
                _drop_oldest(connection, visitor)
            if instead_of:
                connection.execute(
                    "DELETE FROM turns WHERE conversation_id = ? AND key = ?", (conversation, instead_of)
                )
            position = connection.execute(
                "SELECT coalesce(max(position), 0) + 1 FROM turns WHERE conversation_id = ?", (conversation,)
            ).fetchone()[0]
            if position > LONGEST:
                raise _full()
            connection.execute(
                "INSERT INTO turns (conversation_id, position, key, question, scope, asked_at)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (conversation, position, key, question, scope.model_dump_json(), now),
            )
            connection.execute("UPDATE conversations SET updated_at = ? WHERE id = ?", (now, conversation))
        return conversation

    def answer(self, visitor: str, conversation: str, key: str, answer: Answer) -> None:
        """Keeps the answer to a question that `ask` has kept."""
        with self._writing() as connection:
            if self._belongs(connection, visitor, conversation):
                connection.execute(
                    "UPDATE turns SET answer = ?, said = ? WHERE conversation_id = ? AND key = ?",
                    (answer.model_dump_json(), answer.answer, conversation, key),
                )

    def rename(self, visitor: str, conversation: str, title: str) -> None:
        """Gives a conversation another title; an empty one leaves it as it is."""
        title = " ".join(title.split())[:TITLE_CHARACTERS]
        with self._writing() as connection:
            connection.execute(
                "UPDATE conversations SET title = ? WHERE id = ? AND visitor = ? AND ? <> ''",
                (title, conversation, visitor, title),
            )

    def remove(self, visitor: str, conversation: str) -> None:
        """Deletes a conversation with its answers and ratings."""
        with self._writing() as connection:
            connection.execute("DELETE FROM conversations WHERE id = ? AND visitor = ?", (conversation, visitor))

    def rate(self, visitor: str, conversation: str, key: str, rating: Rating | None) -> None:
        """Keeps what the visitor thinks of an answer; None takes it back."""
        with self._writing() as connection:
            if not self._belongs(connection, visitor, conversation):
                return
            connection.execute("DELETE FROM feedback WHERE conversation_id = ? AND key = ?", (conversation, key))
            if rating is not None:
                reasons = json.dumps(rating.reasons, ensure_ascii=False)
                connection.execute(
                    "INSERT INTO feedback SELECT conversation_id, key, ?, ?, ?, ? FROM turns"
                    " WHERE conversation_id = ? AND key = ?",
                    (rating.verdict, reasons, rating.note, _now(), conversation, key),
                )

    # --- the file -------------------------------------------------------------------

    def _belongs(self, connection: sqlite3.Connection, visitor: str, conversation: str) -> bool:
        query = "SELECT 1 FROM conversations WHERE id = ? AND visitor = ?"
        return connection.execute(query, (conversation, visitor)).fetchone() is not None

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            try:
                yield self._connection
            except sqlite3.Error as error:
                raise unusable(self._path, error) from error

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._reading() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                connection.execute("ROLLBACK")
                raise


def _turn(row: sqlite3.Row) -> KeptTurn:
    answer, readable = None, True
    if row["answer"] is not None:
        try:
            answer = Answer.model_validate_json(row["answer"])
        except ValidationError:
            readable = False
    rating = Rating(row["verdict"], tuple(json.loads(row["reasons"])), row["note"]) if row["verdict"] else None
    return KeptTurn(
        key=row["key"], question=row["question"], scope=Scope.model_validate_json(row["scope"]), answer=answer,
        readable=readable, rating=rating, asked_at=row["asked_at"],
    )  # fmt: skip


def _drop_oldest(connection: sqlite3.Connection, visitor: str) -> None:
    connection.execute(
        "DELETE FROM conversations WHERE id IN (SELECT id FROM conversations WHERE visitor = ?"
        " ORDER BY updated_at DESC, rowid DESC LIMIT -1 OFFSET ?)",
        (visitor, KEPT_CONVERSATIONS),
    )
    connection.execute(
        "DELETE FROM conversations WHERE id IN (SELECT id FROM conversations"
        " ORDER BY updated_at DESC, rowid DESC LIMIT -1 OFFSET ?)",
        (KEPT_ALTOGETHER,),
    )


def _full() -> InputError:
    return InputError(
        f"这个对话已有 {LONGEST} 轮，不能再长。请开始新对话。",
        f"This conversation has {LONGEST} turns and cannot grow. Start a new one.",
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
