"""Which documents' words must stay on this machine: those with a 密级, and those that their user keeps here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from corpus.models import Document, DocumentSummary, SourceText
from corpus.secrecy import security_mark


class Sources(Protocol):
    """Where the text of a document is found."""

    def source(self, document_id: str) -> SourceText: ...


class Confinement:
    """Answers for the documents of one library."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._marked: dict[str, bool] = {}

    def among(self, documents: Iterable[DocumentSummary]) -> tuple[DocumentSummary, ...]:
        """Those of the documents whose words must not be sent elsewhere, each once."""
        once = {document.id: document for document in documents}
        return tuple(document for document in once.values() if document.confined or self._is_marked(document.id))

    def _is_marked(self, document_id: str) -> bool:
        """Read from the text itself: what was added by an earlier version has no mark on record."""
        if document_id not in self._marked:
            self._marked[document_id] = security_mark(self._sources.source(document_id).text) is not None
        return self._marked[document_id]


def confined_among(read: Sequence[tuple[Document, DocumentSummary]]) -> tuple[DocumentSummary, ...]:
    """The same of documents that are at hand, be they of the library or files that are only looked at."""
    return tuple(
        summary for document, summary in read if summary.confined or security_mark(document.source.text) is not None
    )
