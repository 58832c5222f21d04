"""The ways of finding passages that are compared: the product's search, its two halves, and a tutorial's pipeline."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from corpus.library import Library
from corpus.models import Chunk
from index.dense import DenseIndex, embedded
from index.embeddings import load_embedder
from index.indexer import Indexer
from index.indexes import CHUNKS_AT_ONCE
from index.lexical import LexicalIndex
from index.protocols import SearchIndex
from index.retriever import HybridRetriever
from tests.benchmarks.passage_sets import Passage, PassageId
from tests.benchmarks.shelving import shelve


class Method(Protocol):
    """Made with what has to be loaded; then indexes once and answers many times."""

    def index(self, passages: Sequence[Passage]) -> None: ...

    def search(self, question: str, k: int) -> list[PassageId]:
        """The best `k` passages, best first, each once."""

    def close(self) -> None: ...


class Hybrid:
    """The product as it is: store of record, both indexes, and the one search of page and command line."""

    def __init__(self, home: Path, model: str) -> None:
        embedder = load_embedder(model)
        self._library = Library(home)
        self._indexer = Indexer(home, self._library, embedder)
        self._retriever = HybridRetriever(home, self._library, embedder)
        self._passage_of: dict[str, PassageId] = {}

    def index(self, passages: Sequence[Passage]) -> None:
        for shelved in shelve(passages):
            self._passage_of.update(shelved.passage_of)
            self._library.add(shelved.document, shelved.chunks)
        # What the store holds and the indexes lack, the next writer makes up for.
        self._indexer.ingest([])

    def search(self, question: str, k: int) -> list[PassageId]:
        return [self._passage_of[found.chunk.id] for found in self._retriever.retrieve(question, k)]

    def close(self) -> None:
        self._retriever.close()
        self._library.close()


class OneIndex:
    """One of the product's two indexes alone."""

    def __init__(self, index: SearchIndex) -> None:
        self._index = index
        self._passage_of: dict[str, PassageId] = {}

    def index(self, passages: Sequence[Passage]) -> None:
        waiting: list[Chunk] = []
        for shelved in shelve(passages):
            self._passage_of.update(shelved.passage_of)
            waiting += shelved.chunks
            if len(waiting) >= CHUNKS_AT_ONCE:
                self._index.add(waiting)
                waiting = []
        self._index.add(waiting)

    def search(self, question: str, k: int) -> list[PassageId]:
        return [self._passage_of[hit.chunk_id] for hit in self._index.search(question, k)]

    def close(self) -> None:
        self._index.close()


def words_alone(home: Path) -> OneIndex:
    """BM25 over character pairs."""
    return OneIndex(LexicalIndex(home / "lexical"))


def meaning_alone(home: Path, model: str) -> OneIndex:
    """Neighbours of the question's vector."""
    return OneIndex(DenseIndex(embedded(home / "dense"), load_embedder(model)))
