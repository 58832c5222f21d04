"""The seams of retrieval: what an embedder, an index and a retriever must do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

from corpus.models import Chunk
from index.models import DocumentFilter, Evidence, RankedHit

Vectors = npt.NDArray[np.float32]


class Embedder(Protocol):
    """Text to unit vectors, shape (len(texts), dimension), float32."""

    @property
    def name(self) -> str:
        """Stable identity: goes into the index manifest."""

    @property
    def dimension(self) -> int: ...

    @property
    def background(self) -> float:
        """The cosine of texts that have nothing to do with each other."""

    def embed_passages(self, texts: Sequence[str]) -> Vectors: ...

    def embed_queries(self, texts: Sequence[str]) -> Vectors: ...


class SearchIndex(Protocol):
    """One way of finding chunks by id; `documents` of None searches all of them."""

    def add(self, chunks: Sequence[Chunk]) -> None:
        """Adds or replaces by chunk id; visible to searches when it returns."""

    def remove(self, document_ids: Sequence[str]) -> None: ...

    def document_ids(self) -> frozenset[str]:
        """The documents with at least one chunk in the index."""

    def chunk_ids(self) -> frozenset[str]:
        """Every chunk in the index."""

    def count(self) -> int: ...

    def search(self, query: str, k: int, documents: frozenset[str] | None = None) -> list[RankedHit]:
        """The best `k`, best first, none with a score of zero or below."""


class Retriever(Protocol):
    """The one search of page, REST, command line and answers."""

    def retrieve(
        self, query: str, k: int = 10, where: DocumentFilter | None = None, *, question: str = ""
    ) -> list[Evidence]:
        """The best `k`, best first; `question` is what a model reads where the query is more than what was asked."""

    def read_again(self, question: str, found: Sequence[Evidence]) -> list[Evidence]:
        """Hits in the order in which they read as the answer to a question asked in other words than they are in."""
