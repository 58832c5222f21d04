"""The second look: a cross-encoder's scores, its order as the order of the search, and models that are none."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import RerankerUnusable
from index.model_loading import ModelSource
from index.reranking import CrossEncoderReranker, Scores, by_second_look
from tests import tiny_models

TEXTS = ["节约用水", "农业节水灌溉", "新型储能", "氢能重卡换电站", ""]


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models")
    tiny_models.cross_encoder(folder / "scorer")
    tiny_models.cross_encoder(folder / "classifier", labels=3)
    tiny_models.encoder(folder / "encoder")
    return folder


@pytest.fixture(scope="module")
def scorer(models: Path) -> CrossEncoderReranker:
    return CrossEncoderReranker(ModelSource(str(models / "scorer"), device="cpu"), candidates=3)


def test_scores_are_those_of_the_library(models: Path, scorer: CrossEncoderReranker) -> None:
    from sentence_transformers import CrossEncoder

    theirs = CrossEncoder(str(models / "scorer"), local_files_only=True, device="cpu")
    scores = scorer.scores("节水", TEXTS)
    assert scores.shape == (len(TEXTS),)
    assert np.allclose(scores, theirs.predict([("节水", text) for text in TEXTS]), atol=1e-5)
    assert len(set(scores.tolist())) == len(TEXTS)
    assert scorer.scores("节水", []).shape == (0,)


@pytest.mark.parametrize("model", ["classifier", "encoder", "encoder-plain"])
def test_a_model_without_one_score_a_pair_is_refused_when_it_is_loaded(models: Path, model: str) -> None:
    with pytest.raises(RerankerUnusable, match="CrossEncoder") as caught:
        CrossEncoderReranker(ModelSource(str(models / model), device="cpu"))
    assert str(models / model) in caught.value.en


def test_a_model_that_is_not_here_names_its_own_settings() -> None:
    with pytest.raises(RerankerUnusable) as caught:
        CrossEncoderReranker(ModelSource("nobody/no-such-reranker"))
    for said in ("nobody/no-such-reranker", "reranker.model", "reranker.allow_download"):
        assert said in caught.value.zh and said in caught.value.en


def test_a_failure_at_work_names_the_settings_to_change(
    scorer: CrossEncoderReranker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("CUDA out of memory")

    monkeypatch.setattr("sentence_transformers.CrossEncoder.predict", fail)
    with pytest.raises(RerankerUnusable, match=r"out of memory.*reranker\.batch_size"):
        scorer.scores("节水", TEXTS)


class Lengths:
    """Likes long texts, and remembers what it was shown."""

    def __init__(self, candidates: int) -> None:
        self.candidates = candidates
        self.seen: list[str] = []

    def scores(self, query: str, texts: Sequence[str]) -> Scores:
        self.seen = list(texts)
        return np.asarray([len(text) for text in texts], np.float32)


def test_the_candidates_are_put_in_order_and_the_others_stay_behind_them(filled, retriever) -> None:
    found = retriever.retrieve("绿色低碳节能降耗发展", 10)
    assert len(found) > 3
    lengths = Lengths(candidates=3)
    again = by_second_look(lengths, "绿色", found)
    assert {one.chunk.id for one in again[:3]} == {one.chunk.id for one in found[:3]}
    assert [one.chunk.id for one in again[3:]] == [one.chunk.id for one in found[3:]]
    title = found[0].document.title
    assert lengths.seen[0].startswith(title) and lengths.seen[0].endswith(found[0].text)
    shown = dict(zip((one.chunk.id for one in found), map(len, lengths.seen), strict=False))
    assert [shown[one.chunk.id] for one in again[:3]] == sorted(shown.values(), reverse=True)
    assert [one.score for one in again] == [one.score for one in found]
