"""An embedder that says how far it is: a large model takes minutes over what is one call to the index."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

import numpy as np

from index.protocols import Embedder, Vectors

TOLD_EVERY_SECONDS = 2.0
_LEAST, _MOST = 16, 1000


class PacedEmbedder:
    """The same vectors, in portions that take about two seconds each; `tell` gets the size of each when it is done."""

    def __init__(self, embedder: Embedder, tell: Callable[[int], None]) -> None:
        self._embedder = embedder
        self._tell = tell
        self._portion = _LEAST

    @property
    def name(self) -> str:
        return self._embedder.name

    @property
    def dimension(self) -> int:
        return self._embedder.dimension

    @property
    def background(self) -> float:
        return self._embedder.background

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        return self._embedder.embed_queries(texts)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        start = 0
        while start < len(texts):
            portion = texts[start : start + self._portion]
            began = time.monotonic()
            vectors[start : start + len(portion)] = self._embedder.embed_passages(portion)
            start += len(portion)
            self._portion = in_time(len(portion), time.monotonic() - began, TOLD_EVERY_SECONDS, _LEAST, _MOST)
            self._tell(len(portion))
        return vectors


def in_time(count: int, took: float, wanted: float, least: int, most: int) -> int:
    """How many can be done in the seconds wanted, when so many took so long."""
    return max(least, min(most, int(count * wanted / max(took, 1e-6))))
