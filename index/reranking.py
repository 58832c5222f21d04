"""A second look at the first hits: a cross-encoder reads question and text together.

Slow and exact where the search is quick and rough, so it sees only the candidates
that the search puts first. Off unless a model is set.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

from corpus.errors import SearchIndexError
from index.model_loading import RERANKING, ModelSource, load, said
from index.models import Evidence

Scores = npt.NDArray[np.float32]

CANDIDATES = 30
"""Hits that are looked at again, unless it is set otherwise."""


class Reranker(Protocol):
    """Says of each text how well it answers the query; higher is better."""

    @property
    def candidates(self) -> int:
        """How many of the first hits it is to see."""

    def scores(self, query: str, texts: Sequence[str]) -> Scores: ...


class CrossEncoderReranker:
    """A sentence-transformers CrossEncoder by name or folder."""

    def __init__(self, source: ModelSource, *, candidates: int = CANDIDATES, batch_size: int = 16) -> None:
        self._model = load(RERANKING, source)
        self._source = source
        self._candidates = candidates
        self._batch_size = batch_size
        self._require_scores()

    @property
    def candidates(self) -> int:
        return self._candidates

    def scores(self, query: str, texts: Sequence[str]) -> Scores:
        if not texts:
            return np.zeros(0, dtype=np.float32)
        try:
            found = self._model.predict(
                [(query, text) for text in texts], batch_size=self._batch_size, show_progress_bar=False
            )
        except Exception as exc:
            raise RERANKING.unusable(
                f" {self._source.name!r} 运行出错（{said(exc)}）。"
                "请调小 reranker.batch_size，或换一个 reranker.device。",
                f"{self._source.name!r} failed ({said(exc)}). Set a smaller reranker.batch_size, or another "
                "reranker.device.",
            ) from exc
        scores = np.asarray(found, dtype=np.float32)
        if scores.shape != (len(texts),) or not np.isfinite(scores).all():
            raise self._no_scores()
        return scores

    def _require_scores(self) -> None:
        architectures = getattr(getattr(self._model, "config", None), "architectures", None) or ()
        # Given the weights of an encoder, the library makes up a head that scores at random.
        if not any(name.endswith(("ForSequenceClassification", "ForCausalLM")) for name in architectures):
            raise self._no_scores()
        self.scores("用水", ["节约用水"])

    def _no_scores(self) -> SearchIndexError:
        return RERANKING.unusable(
            f" {self._source.name!r} 不能为“问题—文本”打分：它不是单一分数的 CrossEncoder。请换用重排模型。",
            f"{self._source.name!r} does not score pairs of question and text: it is no CrossEncoder with one score. "
            "Set a reranking model.",
        )


def by_second_look(reranker: Reranker, query: str, found: Sequence[Evidence]) -> list[Evidence]:
    """The first candidates in the order of the reranker, the others behind them as they were.

    The scores stay those of the search, best first, for what reads them knows their scale.
    """
    first, rest = found[: reranker.candidates], found[reranker.candidates :]
    scores = reranker.scores(query, [one.below_headings(one.text) for one in first])
    return [*by_worth(first, scores), *rest]


def by_worth(found: Sequence[Evidence], worth: npt.NDArray[np.floating]) -> list[Evidence]:
    """The worthiest first; each place keeps its score."""
    order = np.argsort(-worth, kind="stable")
    return [found[at].scored(place.score) for at, place in zip(order, found, strict=True)]
