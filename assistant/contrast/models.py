"""What a comparison gives; also the shape of its JSON."""

from __future__ import annotations

from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from assistant.models import Citation, Sentence, Trace


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Column(_Value):
    """A document that is compared."""

    document_id: str
    source: str = Field(description="file name as ingested")
    name: str = Field(description="what it is called beside the others: 国家, 江苏")
    title: str
    number: str = ""
    date: str = ""


class Cell(_Value):
    """What one document says on one topic."""

    text: str = Field(description="Markdown with marks; what is said instead where there is nothing")
    marks: tuple[int, ...] = ()
    silent: bool = Field(default=False, description="nothing is cited")
    sentences: tuple[Sentence, ...] = Field(default=(), description="those that a chat model wrote")


class Row(_Value):
    """One topic across all documents, a cell a column."""

    topic: str
    cells: tuple[Cell, ...]


class Contrast(_Value):
    """The table: rows are topics, columns documents."""

    title: str
    topic: str = ""
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    citations: tuple[Citation, ...]
    writer: str = "extractive"
    notice: str = Field(default="", description="what the user should know about how this table came about")
    notice_en: str = Field(default="", description="the notice in English")
    trace: Trace | None = Field(default=None, description="with a chat model: what it took")


class ChangeKind(StrEnum):
    """What became of a clause."""

    ADDED = "added"
    DROPPED = "dropped"
    CHANGED = "changed"
    MOVED = "moved"


class Kept(StrEnum):
    """What became of a stretch of words within a clause."""

    SAME = "same"
    ADDED = "added"
    DROPPED = "dropped"


class Stretch(_Value):
    """Words of a changed clause, and what became of them."""

    text: str
    kept: Kept


class Change(_Value):
    """One clause that differs; its words in order, those of the old version before those of the new."""

    kind: ChangeKind
    old_path: str = ""
    new_path: str = ""
    old_clause_id: str = ""
    new_clause_id: str = ""
    words: tuple[Stretch, ...]


class Revision(_Value):
    """What a new version of a document changes."""

    old: Column
    new: Column
    same: int = Field(description="clauses that stand unchanged in both, at the same place")
    changes: tuple[Change, ...]
