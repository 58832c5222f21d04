"""The two indexes of one folder, opened, written and closed together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from corpus.library import Library
from corpus.models import Chunk
from index.dense import DenseIndex, embedded
from index.lexical import LexicalIndex
from index.protocols import Embedder, SearchIndex

FOLLOWED_AT_ONCE = 50
"""Documents that a writer takes into the store before the indexes follow."""

CHUNKS_AT_ONCE = 2_000
DOCUMENTS_AT_ONCE = 1_000
"""The indexes are written, and the documents settled, whenever one of these is reached; no document is parted."""


@dataclass(frozen=True, slots=True)
class Indexes:
    """A lexical and a dense index over the same chunks."""

    lexical: LexicalIndex
    dense: DenseIndex

    @classmethod
    def open(cls, folder: Path, embedder: Embedder) -> Self:
        lexical = LexicalIndex(folder / "lexical")
        return cls(lexical, DenseIndex(embedded(folder / "dense"), embedder))

    @property
    def both(self) -> tuple[tuple[str, SearchIndex], ...]:
        return (("lexical", self.lexical), ("dense", self.dense))

    def close(self) -> None:
        self.lexical.close()
        self.dense.close()

    def follow(self, library: Library, document_ids: Sequence[str]) -> None:
        """Makes the indexes hold of these documents what the library holds, be that nothing."""
        for some, chunks in _batches(library, document_ids):
            for _, index in self.both:
                index.remove(some)
                index.add(chunks)
            library.settle(some)


def _batches(library: Library, document_ids: Sequence[str]) -> Iterator[tuple[list[str], list[Chunk]]]:
    """Documents with their chunks, some at a time: few commits for small documents, little memory for large ones."""
    some: list[str] = []
    chunks: list[Chunk] = []
    for document_id in document_ids:
        some.append(document_id)
        chunks.extend(library.chunks(document_id))
        if len(some) == DOCUMENTS_AT_ONCE or len(chunks) >= CHUNKS_AT_ONCE:
            yield some, chunks
            some, chunks = [], []
    if some:
        yield some, chunks
