"""Text to vectors: the bundled model, or the one that was set in its place."""

from __future__ import annotations

from index.model_loading import Backend, Dtype, ModelSource
from index.protocols import Embedder
from index.sentence_embedder import SentenceEmbedder
from index.static_embedder import BUNDLED_FOLDER, StaticEmbedder, bundled_table

__all__ = ["BUNDLED", "BUNDLED_FOLDER", "StaticEmbedder", "load_embedder"]

BUNDLED = "bundled"


def load_embedder(
    name: str = BUNDLED,
    *,
    query_prompt: str | None = None,
    passage_prompt: str | None = None,
    batch_size: int = 32,
    device: str | None = None,
    dtype: Dtype = "auto",
    backend: Backend = "torch",
    allow_download: bool = False,
) -> Embedder:
    """The bundled model, or the sentence-transformers model of that name or folder; the rest is for the latter."""
    if name == BUNDLED:
        return bundled_table()
    return SentenceEmbedder(
        ModelSource(name, device=device, dtype=dtype, backend=backend, allow_download=allow_download),
        query_prompt=query_prompt,
        passage_prompt=passage_prompt,
        batch_size=batch_size,
    )
