"""The bundled model: a table of piece vectors in plain numpy.

It needs neither torch nor a network and loads in a fraction of a second, so that a
single command can use it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from corpus.errors import EmbedderUnusable
from corpus.simplified import simplified
from index.blas import on_one_thread
from index.protocols import Vectors
from index.vectors import unit

if TYPE_CHECKING:
    from tokenizers import Tokenizer

BUNDLED_FOLDER = Path(__file__).parent / "model"

Ids = npt.NDArray[np.int64]

WEIGHTS = "model.safetensors"
_TOKENIZER = "tokenizer.json"
_MATRIX = "embedding.weight"
_BATCH = 1_000
_CUT = 20_000
"""So many texts that were hits stay cut into pieces, some 50 MB; to cut one takes longer than to compare it."""

_NAME_DIGITS = 12


class StaticEmbedder:
    """A table of piece vectors; a text is the mean of its pieces at unit length.

    Text without a known piece gets the zero vector, which is like nothing. Traditional
    characters are read as simplified ones, which the table was learned from.
    """

    def __init__(self, folder: Path = BUNDLED_FOLDER) -> None:
        from safetensors.numpy import load
        from tokenizers import Tokenizer

        try:
            weights = (folder / WEIGHTS).read_bytes()
            self._table: npt.NDArray[np.float16] = load(weights)[_MATRIX]
            self._tokenizer = Tokenizer.from_file(str(folder / _TOKENIZER))
        except Exception as exc:
            raise damaged(folder, exc) from exc
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._cut: dict[str, Ids] = {}
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
            for row, ids in enumerate(self._ids(texts[start : start + _BATCH]), start):
                if len(ids):
                    vectors[row] = self._table[ids].sum(axis=0, dtype=np.float32)
        return unit(vectors)

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        return self.embed_passages(texts)

    def closeness(self, query: str, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """For each text, 0 to 1, how near its pieces come to the query's; long vectors count most."""
        close = np.zeros(len(texts), dtype=np.float32)
        vectors, weights = self._pieces(np.unique(self._ids([query])[0]))
        said = self.pieces_of(texts)
        filled = [row for row, ids in enumerate(said) if len(ids)]
        if not filled or not weights.any():
            return close
        distinct, places = np.unique(np.concatenate([said[row] for row in filled]), return_inverse=True)
        begins = np.cumsum([0, *(len(said[row]) for row in filled[:-1])])
        with on_one_thread():
            alike = (self._pieces(distinct)[0] @ vectors.T).clip(min=0.0)
            close[filled] = np.maximum.reduceat(alike[places], begins, axis=0) @ weights / weights.sum()
        return close

    def pieces_of(self, texts: Sequence[str]) -> list[Ids]:
        """The pieces of texts that are asked about again and again."""
        known = {text: self._cut.get(text) for text in texts}
        fresh = [text for text, ids in known.items() if ids is None]
        if len(self._cut) + len(fresh) > _CUT:
            self._cut.clear()
        cut = dict(zip(fresh, self._ids(fresh), strict=True))
        self._cut.update(cut)
        return [cut[text] if (ids := known[text]) is None else ids for text in texts]

    @property
    def tokenizer(self) -> Tokenizer:
        """What cuts texts into pieces."""
        return self._tokenizer

    @property
    def table(self) -> Vectors:
        """The vectors of all pieces as learned, shape (pieces, dimension)."""
        return self._table.astype(np.float32)

    def vectors_of(self, ids: Ids) -> Vectors:
        """The vectors of pieces as learned: the longer, the more the piece says. Shape (*ids.shape, dimension)."""
        return self._table[ids].astype(np.float32)

    def _ids(self, texts: Sequence[str]) -> list[Ids]:
        found = self._tokenizer.encode_batch_fast([simplified(text) for text in texts], add_special_tokens=False)
        return [np.asarray(encoding.ids, dtype=np.int64) for encoding in found]

    def _pieces(self, ids: Ids) -> tuple[Vectors, npt.NDArray[np.float32]]:
        """The vectors of pieces at unit length, and their lengths; both are zero for the unknown piece."""
        vectors = self.vectors_of(ids)
        return unit(vectors), np.linalg.norm(vectors, axis=1)


@cache
def bundled_table() -> StaticEmbedder:
    """The bundled model, read once a process: search and cross-encoder share it."""
    return StaticEmbedder()


def _label(folder: Path) -> str:
    """What the folder calls its model, else its own name."""
    record = folder / "training.json"
    if not record.is_file():
        return folder.name
    return str(json.loads(record.read_text(encoding="utf-8")).get("name", folder.name))


def damaged(folder: Path, exc: Exception) -> EmbedderUnusable:
    """What is said where the files of the bundled model cannot be read."""
    return EmbedderUnusable(
        f"嵌入模型文件夹“{folder}”无法读取（{exc}）。请重新安装问策或重新复制模型文件。",
        f"The embedding model in {str(folder)!r} cannot be read ({exc}). Install Wence again or copy the model again.",
    )
