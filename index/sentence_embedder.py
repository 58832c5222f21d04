"""Any sentence-transformers model as an embedder, with its prompts and a name that tells its vectors from others'."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from index.background import PASSAGES, QUESTIONS, background
from index.model_loading import EMBEDDING, ModelSource, load, said
from index.protocols import Vectors
from index.vectors import unit

QUERY_PROMPTS = ("query",)
PASSAGE_PROMPTS = ("document", "passage", "corpus")
"""What models call the prompts they bring along, in the order in which they are looked for."""

_NAME_DIGITS = 12


class SentenceEmbedder:
    """A sentence-transformers model by name or folder.

    A prompt of None is the model's own, if it brings one; an empty one is none.
    """

    def __init__(
        self,
        source: ModelSource,
        *,
        query_prompt: str | None = None,
        passage_prompt: str | None = None,
        batch_size: int = 32,
    ) -> None:
        self._model = load(EMBEDDING, source)
        self._source = source
        self._batch_size = batch_size
        self._query_prompt = self._own_prompt(QUERY_PROMPTS) if query_prompt is None else query_prompt
        self._passage_prompt = self._own_prompt(PASSAGE_PROMPTS) if passage_prompt is None else passage_prompt
        self._require_encoder()
        self._dimension, self._background = self._probed()
        self._name = f"{source.label}@{self._digest()}"

    @property
    def name(self) -> str:
        return self._name

    @property
    def dimension(self) -> int:
        return self._dimension

    @property
    def background(self) -> float:
        return self._background

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return self._embed(self._model.encode_document, texts, self._passage_prompt)

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        return self._embed(self._model.encode_query, texts, self._query_prompt)

    def _embed(self, encode: Callable[..., Any], texts: Sequence[str], prompt: str) -> Vectors:
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        return unit(self._encoded(encode, texts, prompt))

    def _encoded(self, encode: Callable[..., Any], texts: Sequence[str], prompt: str) -> Vectors:
        try:
            found = encode(list(texts), prompt=prompt, batch_size=self._batch_size, show_progress_bar=False)
        except Exception as exc:
            raise EMBEDDING.unusable(
                f" {self._source.name!r} 运行出错（{said(exc)}）。请调小 embedding.batch_size，"
                "或换一个 embedding.device 或 embedding.dtype。",
                f"{self._source.name!r} failed ({said(exc)}). Set a smaller embedding.batch_size, or another "
                "embedding.device or embedding.dtype.",
            ) from exc
        return np.asarray(found, dtype=np.float32)

    def _own_prompt(self, names: Sequence[str]) -> str:
        prompts: Mapping[str, str] = self._model.prompts
        for name in (*names, self._model.default_prompt_name):
            if name is not None and prompts.get(name):
                return prompts[name]
        return ""

    def _require_encoder(self) -> None:
        architectures = getattr(getattr(self._model, "config", None), "architectures", None) or ()
        if any(name.endswith("ForSequenceClassification") for name in architectures):
            raise EMBEDDING.unusable(
                f" {self._source.name!r} 是分类或重排模型，给不出可用的向量。重排模型请设为 reranker.model。",
                f"{self._source.name!r} is a model that classifies or reranks: its vectors mean nothing. "
                "Set a reranking model as reranker.model.",
            )

    def _probed(self) -> tuple[int, float]:
        """How many dimensions there are, once texts have vectors at all, and how alike strangers are."""
        questions = self._encoded(self._model.encode_query, QUESTIONS, self._query_prompt)
        passages = self._encoded(self._model.encode_document, PASSAGES, self._passage_prompt)
        for vectors, texts in ((questions, QUESTIONS), (passages, PASSAGES)):
            if vectors.shape != (len(texts), passages.shape[-1]) or not np.isfinite(vectors).all():
                raise EMBEDDING.unusable(
                    f" {self._source.name!r} 以当前精度和设备算不出向量。请把 embedding.dtype 设为 float32。",
                    f"{self._source.name!r} gives no vectors in this precision on this device. Set embedding.dtype to "
                    "float32.",
                )
        return int(passages.shape[1]), background(unit(questions), unit(passages))

    def _digest(self) -> str:
        """A digest of all that shapes a vector: weights, precision, pooling, length, prompts.

        Of the parameters it takes neither names nor order, which are those of the
        library's version.
        """
        digest = hashlib.sha256()
        for part in sorted(_weights(self._model)):
            digest.update(part)
        shape = [
            getattr(self._model, "max_seq_length", None),
            [str(mode) for module in self._model if (mode := getattr(module, "pooling_mode", None))],
            [self._query_prompt, self._passage_prompt],
        ]
        digest.update(json.dumps(shape, ensure_ascii=False).encode())
        return digest.hexdigest()[:_NAME_DIGITS]


def _weights(model: Any) -> Iterator[bytes]:
    """One digest a tensor, or one a file where the weights stand in ONNX files."""
    import torch

    for tensor in model.parameters():
        plain = tensor.detach().cpu().contiguous()
        digest = hashlib.sha256(f"{plain.dtype}{tuple(plain.shape)}".encode())
        digest.update(plain.view(-1).view(torch.uint8).numpy().data)
        yield digest.digest()
    graph = getattr(getattr(model[0], "model", None), "path", None)
    if isinstance(graph, Path):
        for file in sorted(graph.parent.glob(f"{graph.name}*")):
            with open(file, "rb") as opened:
                yield hashlib.file_digest(opened, "sha256").digest()
