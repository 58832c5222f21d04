"""What users do to the library from the page and over REST: add a file, state its status, remove it.

One change at a time: the writer's lock of the home folder holds between threads as
between processes, and whoever clicks twice must not be told that a program is writing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Protocol

from corpus.library import AddKind, Library
from corpus.models import Document, DocumentStatus, DocumentSummary
from corpus.report import IngestReport, report_of
from corpus.stopping import Stopped, never
from index.indexer import IngestResult
from index.steps import Step, Told


class Writing(Protocol):
    """What a keeper needs of `index.indexer.Indexer`."""

    def ingest(self, paths: Sequence[Path], *, stopped: Stopped, step: Told) -> list[IngestResult]: ...

    def set_status(self, name_or_id: str, status: DocumentStatus, local_only: bool | None) -> DocumentSummary: ...

    def remove(self, name_or_id: str) -> DocumentSummary: ...


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a file that was handed in."""

    outcome: AddKind
    document: DocumentSummary
    report: IngestReport


class Keeper:
    """Changes the library of one home folder, one change after the other."""

    def __init__(self, library: Library, indexer: Callable[[], Writing], *, upload_bytes: int) -> None:
        self.upload_bytes = upload_bytes
        self.line = ThreadPoolExecutor(1, "wence-keeper")
        """Where files wait their turn, each for its own thread's time."""
        self._library = library
        self._indexer = indexer
        self._turn = Lock()
        self._at_work: tuple[str, Step | None] = ("", None)

    def holdings(self) -> tuple[DocumentSummary, ...]:
        """Every document, those that are switched off among them."""
        return self._library.holdings()

    def find(self, name_or_id: str) -> DocumentSummary:
        """The document of that name or id, or DocumentUnknown."""
        return self._library.find(name_or_id)

    def document(self, name_or_id: str) -> Document:
        """The same with its clauses."""
        return self._library.document(self.find(name_or_id).id)

    def report(self, name_or_id: str) -> IngestReport:
        """What reading the document's file came to, or DocumentUnknown."""
        return report_of(self.document(name_or_id))

    def add(self, file: Path, stopped: Stopped = never) -> Added:
        """Takes a file in, or raises what kept it out."""

        def told(step: Step) -> None:
            self._at_work = (file.name, step)

        with self._turn:
            try:
                (result,) = self._indexer().ingest([file], stopped=stopped, step=told)
            finally:
                self._at_work = ("", None)
        if result.error is not None:
            raise result.error
        assert result.outcome is not None
        document = result.outcome.document
        return Added(result.outcome.kind, document, self.report(document.id))

    def progress(self, name: str) -> Step | None:
        """How far the file of that name is on its way in; None where it is not at work, or has just begun."""
        at_work, step = self._at_work
        return step if at_work == name else None

    def state(self, name_or_id: str, status: DocumentStatus, local_only: bool | None = None) -> DocumentSummary:
        """States anew whether a document is in force, in use, and may leave this machine; None leaves the last."""
        with self._turn:
            return self._indexer().set_status(name_or_id, status, local_only)

    def remove(self, name_or_id: str) -> DocumentSummary:
        """Takes a document out, or raises DocumentUnknown."""
        with self._turn:
            return self._indexer().remove(name_or_id)
