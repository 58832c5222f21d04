"""The bundled model: a table of piece vectors in plain numpy.

It needs neither torch nor a network and loads in a fraction of a second, so that a
single command can use it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from corpus.errors import EmbedderUnusable
from index.protocols import Vectors
from index.vectors import unit

BUNDLED_FOLDER = Path(__file__).parent / "model"

_WEIGHTS = "model.safetensors"
_TOKENIZER = "tokenizer.json"
_MATRIX = "embedding.weight"
_BATCH = 1_000
_NAME_DIGITS = 12


class StaticEmbedder:
    """A table of piece vectors; a text is the mean of its pieces at unit length.

    Text without a known piece gets the zero vector, which is like nothing.
    """

    def __init__(self, folder: Path = BUNDLED_FOLDER) -> None:
        from safetensors.numpy import load
        from tokenizers import Tokenizer

        try:
            weights = (folder / _WEIGHTS).read_bytes()
            self._table: npt.NDArray[np.float16] = load(weights)[_MATRIX]
            self._tokenizer = Tokenizer.from_file(str(folder / _TOKENIZER))
        except Exception as exc:
            raise _damaged(folder, exc) from exc
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._name = f"{_label(folder)}@{hashlib.sha256(weights).hexdigest()[:_NAME_DIGITS]}"

    @property
    def name(self) -> str:
        return self._name

    @property
    def dimension(self) -> int:
        return int(self._table.shape[1])

    @property
    def background(self) -> float:
        return 0.0

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for start in range(0, len(texts), _BATCH):
            batch = self._tokenizer.encode_batch(list(texts[start : start + _BATCH]), add_special_tokens=False)
            for row, encoding in enumerate(batch, start):
                if encoding.ids:
                    vectors[row] = self._table[encoding.ids].sum(axis=0, dtype=np.float32)
        return unit(vectors)

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        return self.embed_passages(texts)

    def closeness(self, query: str, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """For each text, 0 to 1, how near its pieces come to the query's; long vectors count most."""
        asked, weights = self._pieces(self._encoded([query])[0])
        close = np.zeros(len(texts), dtype=np.float32)
        if not len(asked):
            return close
        for row, ids in enumerate(self._encoded(texts)):
            said, _ = self._pieces(ids)
            if len(said):
                close[row] = weights @ (asked @ said.T).max(axis=1).clip(min=0.0) / weights.sum()
        return close

    def _encoded(self, texts: Sequence[str]) -> list[list[int]]:
        return [encoding.ids for encoding in self._tokenizer.encode_batch(list(texts), add_special_tokens=False)]

    def _pieces(self, ids: Sequence[int]) -> tuple[Vectors, Vectors]:
        """The different known pieces: their vectors at unit length, and their lengths."""
        vectors = self._table[np.unique(np.asarray(ids, dtype=np.int64))].astype(np.float32)
        lengths = np.linalg.norm(vectors, axis=1)
        known = lengths > 0
        return vectors[known] / lengths[known, None], lengths[known]


def _label(folder: Path) -> str:
    """What the folder calls its model, else its own name."""
    record = folder / "training.json"
    if not record.is_file():
        return folder.name
    return str(json.loads(record.read_text(encoding="utf-8")).get("name", folder.name))


def _damaged(folder: Path, exc: Exception) -> EmbedderUnusable:
    return EmbedderUnusable(
        f"嵌入模型文件夹“{folder}”无法读取（{exc}）。请重新安装问策或重新复制模型文件。",
        f"The embedding model in {str(folder)!r} cannot be read ({exc}). Install Wence again or copy the model again.",
    )
