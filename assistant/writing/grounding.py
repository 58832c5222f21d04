"""The clauses that a paper cites, as evidence for a model: each from the document that it stands in."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.models import Citation
from assistant.statements import Ground
from assistant.writing.sections import Cited
from corpus.chunking import chunk
from corpus.models import Document, DocumentSummary
from corpus.text import find_folded, sentences
from index.models import Evidence

Read = tuple[Document, DocumentSummary]


class Grounding:
    """Leads what a paper cites back to the clauses of the documents that it was written from."""

    def __init__(self, read: Sequence[Read]) -> None:
        self._read = {document.id: (document, summary) for document, summary in read}
        self._chunks = {one.clause_id: one for document, _ in read for one in reversed(chunk(document))}

    def cited(self, ground: Ground) -> Cited:
        """The clause of a ground, whole and cut down to the sentences that are quoted."""
        found = (self._chunks[ground.clause.id], ground.clause, ground.document)
        close = _around(ground.quote, ground.text)
        return Cited(Evidence(*found, ground.text, 0.0), Evidence(*found, close, 0.0))

    def ground(self, citation: Citation) -> Ground:
        """What a citation was made of."""
        document, summary = self._read[citation.document_id]
        return Ground(summary, document.by_id[citation.clause_id], citation.text, citation.quote)


def _around(quote: str, text: str) -> str:
    """The sentences of a text that hold a quote."""
    held = find_folded(quote, text)
    spans = [span for span in sentences(text) if held and span.start < held.end and held.start < span.end]
    return text[spans[0].start : spans[-1].end] if spans else text
