"""The two indexes of one folder, opened, written and closed together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from corpus.library import Library
from index.dense import DenseIndex, embedded
from index.lexical import LexicalIndex
from index.protocols import Embedder, SearchIndex

FOLLOWED_AT_ONCE = 50
"""Documents whose chunks are embedded and written in one go."""


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
        for some in _batches(document_ids):
            for _, index in self.both:
                index.remove(some)
            self._add(library, some)
            library.settle(some)

    def fill(self, library: Library) -> None:
        """Adds every document of the library to indexes that hold nothing yet."""
        for some in _batches([document.id for document in library.documents()]):
            self._add(library, some)

    def _add(self, library: Library, document_ids: Sequence[str]) -> None:
        chunks = [chunk for document_id in document_ids for chunk in library.chunks(document_id)]
        for _, index in self.both:
            index.add(chunks)


def _batches(document_ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(document_ids), FOLLOWED_AT_ONCE):
        yield document_ids[start : start + FOLLOWED_AT_ONCE]
