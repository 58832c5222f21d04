"""Text to vectors: the bundled static table in plain numpy, or any sentence-transformers model.

The bundled model needs neither torch nor a network and loads in a fraction of a
second, so that a single command can use it. Any other model is loaded from disk
only, unless the caller allows a download.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from corpus.errors import EmbedderUnusable
from index.protocols import Embedder, Vectors

BUNDLED = "bundled"
BUNDLED_FOLDER = Path(__file__).parent / "model"

_WEIGHTS = "model.safetensors"
_TOKENIZER = "tokenizer.json"
_MATRIX = "embedding.weight"
_BATCH = 1_000
_NAME_DIGITS = 12
_QUERY_PROMPTS = ("query",)
_PASSAGE_PROMPTS = ("document", "passage", "corpus")


def load_embedder(name: str = BUNDLED, *, allow_download: bool = False) -> Embedder:
    """The bundled model, or the sentence-transformers model of that name or folder."""
    if name == BUNDLED:
        return StaticEmbedder()
    return SentenceTransformerEmbedder(name, local_files_only=not allow_download)


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
            raise _damaged(str(folder), exc) from exc
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._name = f"{_label(folder)}@{hashlib.sha256(weights).hexdigest()[:_NAME_DIGITS]}"

    @property
    def name(self) -> str:
        return self._name

    @property
    def dimension(self) -> int:
        return int(self._table.shape[1])

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


class SentenceTransformerEmbedder:
    """Any sentence-transformers model by name or folder, with its own query and passage prompts."""

    def __init__(
        self,
        name_or_path: str,
        *,
        local_files_only: bool = True,
        device: str | None = None,
        batch_size: int = 32,
    ) -> None:
        self._model = _load_sentence_transformer(name_or_path, local_files_only, device)
        self._batch_size = batch_size
        self._dimension = int(self._model.encode(["维"], show_progress_bar=False).shape[1])
        self._name = f"{name_or_path}@{_fingerprint(self._model)}"
        prompts: Mapping[str, str] = self._model.prompts
        self._query_prompt = _first_of(_QUERY_PROMPTS, prompts)
        self._passage_prompt = _first_of(_PASSAGE_PROMPTS, prompts)

    @property
    def name(self) -> str:
        return self._name

    @property
    def dimension(self) -> int:
        return self._dimension

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return self._encode(texts, self._passage_prompt)

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        return self._encode(texts, self._query_prompt)

    def _encode(self, texts: Sequence[str], prompt: str) -> Vectors:
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        found = self._model.encode(
            list(texts), prompt=prompt or None, batch_size=self._batch_size, show_progress_bar=False
        )
        return unit(np.asarray(found, dtype=np.float32))


def unit(vectors: Vectors) -> Vectors:
    """Each row at length one; rows of zeros, or with values that are no numbers, become zeros."""
    clean = np.nan_to_num(vectors, nan=0.0, posinf=0.0, neginf=0.0)
    lengths = np.linalg.norm(clean, axis=1, keepdims=True)
    scaled: Vectors = np.divide(clean, lengths, out=np.zeros_like(clean), where=lengths > 0)
    return scaled


def _label(folder: Path) -> str:
    """What the folder calls its model, else its own name."""
    record = folder / "training.json"
    if not record.is_file():
        return folder.name
    return str(json.loads(record.read_text(encoding="utf-8")).get("name", folder.name))


def _first_of(names: Sequence[str], prompts: Mapping[str, str]) -> str:
    return next((prompts[name] for name in names if prompts.get(name)), "")


def _load_sentence_transformer(name_or_path: str, local_files_only: bool, device: str | None) -> Any:
    from sentence_transformers import SentenceTransformer

    try:
        return SentenceTransformer(name_or_path, local_files_only=local_files_only, device=device)
    except Exception as exc:
        if Path(name_or_path).is_dir():
            raise _damaged(name_or_path, exc) from exc
        raise _unknown(name_or_path, local_files_only) from exc


def _fingerprint(model: Any) -> str:
    """A digest of all weights in the order of their names."""
    digest = hashlib.sha256()
    for name, tensor in sorted(model.state_dict().items()):
        digest.update(name.encode())
        digest.update(tensor.detach().cpu().float().numpy().tobytes())
    return digest.hexdigest()[:_NAME_DIGITS]


def _damaged(folder: str, exc: Exception) -> EmbedderUnusable:
    return EmbedderUnusable(
        f"嵌入模型文件夹 {folder!r} 无法读取（{exc}）。请重新安装问策或重新复制模型文件。",
        f"The embedding model in {folder!r} cannot be read ({exc}). Install Wence again or copy the model again.",
    )


def _unknown(name: str, local_files_only: bool) -> EmbedderUnusable:
    if local_files_only:
        return EmbedderUnusable(
            f"本机没有嵌入模型 {name!r}。请填写模型文件夹的路径，或先把模型下载到本机，"
            "或在设置中允许下载，或改用自带模型 'bundled'。",
            f"No embedding model {name!r} on this computer. Give the path of a model folder, fetch the model first, "
            "allow downloads in the settings, or use the bundled model 'bundled'.",
        )
    return EmbedderUnusable(
        f"嵌入模型 {name!r} 找不到或下载失败。请检查名称和网络，或改用自带模型 'bundled'。",
        f"The embedding model {name!r} was not found or could not be fetched. Check the name and the network, "
        "or use the bundled model 'bundled'.",
    )
