"""Writes a learned table as a sentence-transformers folder: a StaticEmbedding and a Normalize module."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import numpy.typing as npt
from safetensors.numpy import save as dump
from tokenizers import Tokenizer

from index.static_embedder import WEIGHTS

_MODULES = [
    {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.StaticEmbedding"},
    {"idx": 1, "name": "1", "path": "1_Normalize", "type": "sentence_transformers.models.Normalize"},
]
_SETTINGS = {"model_type": "SentenceTransformer", "similarity_fn_name": "cosine"}


def save(folder: Path, tokenizer: Tokenizer, table: npt.NDArray[np.float32], record: dict[str, object]) -> None:
    """Weights as float16; `record` (seed, steps, data) goes beside them as training.json."""
    folder.mkdir(parents=True, exist_ok=True)
    scale = np.abs(table).max()
    weights = {"embedding.weight": (table / scale).astype(np.float16)}
    (folder / WEIGHTS).write_bytes(dump(weights))
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    _write(folder / "modules.json", _MODULES)
    _write(folder / "config_sentence_transformers.json", _SETTINGS)
    _write(folder / "training.json", record)


def _write(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n", encoding="utf-8")
