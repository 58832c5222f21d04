"""The documents a comparison names: those of the library, or files that are only looked at."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from assistant.understanding.naming import named_documents
from corpus.errors import DocumentUnknown, InputError
from corpus.models import Document, DocumentSummary
from corpus.parsing import parse
from corpus.readers import read_source
from corpus.rows import summary_of

Read = tuple[Document, DocumentSummary]

LEAST, MOST = 2, 8
"""Documents that are set side by side."""


class Shelf(Protocol):
    """Where documents are looked up by name or id, and all that there are."""

    def find(self, name_or_id: str) -> DocumentSummary: ...

    def document(self, document_id: str) -> Document: ...

    def documents(self) -> tuple[DocumentSummary, ...]: ...


def named(names: Sequence[str], shelf: Shelf, *, files: bool = False) -> list[Read]:
    """The documents of some names, each once; with `files`, a name the library lacks may be that of a file.

    A name may also be what people call a document (江苏方案), if it can mean only one.
    InputError where there are too few to compare, or too many.
    """
    found = {document.id: (document, summary) for document, summary in (_read(name, shelf, files) for name in names)}
    if not LEAST <= len(found) <= MOST:
        raise InputError(
            f"要比较的文件应为 {LEAST} 到 {MOST} 份不同的文件，现有 {len(found)} 份。",
            f"A comparison takes {LEAST} to {MOST} different documents; {len(found)} given.",
        )
    return list(found.values())


def _read(name: str, shelf: Shelf, files: bool) -> Read:
    try:
        summary = shelf.find(name)
    except DocumentUnknown:
        path = Path(name)
        if files and path.is_file():
            document = parse(read_source(path))
            return document, summary_of(document, "")
        meant = named_documents(name, shelf.documents()).documents
        if len(meant) != 1:
            raise
        summary = meant[0]
    return shelf.document(summary.id), summary
