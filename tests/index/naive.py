"""The simplest search index there is: what the real ones are compared with."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.models import Chunk
from index.models import RankedHit
from index.tokenization import tokenize


class NaiveIndex:
    """Counts the tokens that query and chunk share, over every chunk."""

    def __init__(self) -> None:
        self._chunks: dict[str, Chunk] = {}

    def add(self, chunks: Sequence[Chunk]) -> None:
        self._chunks.update({chunk.id: chunk for chunk in chunks})

    def remove(self, document_ids: Sequence[str]) -> None:
        self._chunks = {id_: chunk for id_, chunk in self._chunks.items() if chunk.document_id not in document_ids}

    def document_ids(self) -> frozenset[str]:
        return frozenset(chunk.document_id for chunk in self._chunks.values())

    def chunk_ids(self) -> frozenset[str]:
        return frozenset(self._chunks)

    def count(self) -> int:
        return len(self._chunks)

    def search(self, query: str, k: int, documents: frozenset[str] | None = None) -> list[RankedHit]:
        wanted = set(tokenize(query))
        hits = [
            RankedHit(chunk.id, float(len(wanted & set(tokenize(f"{chunk.title}，{chunk.text}")))))
            for chunk in self._chunks.values()
            if documents is None or chunk.document_id in documents
        ]
        return sorted((hit for hit in hits if hit.score > 0), key=lambda hit: -hit.score)[:k]
