"""Cosines read against those of strangers: the scores of any model on one scale."""

from __future__ import annotations

import numpy as np
import pytest

from index.background import PASSAGES, QUESTIONS, above, background
from index.dense import DenseIndex, embedded
from index.embeddings import load_embedder
from index.vectors import unit
from tests import fakes


def test_the_background_is_what_strangers_have_in_common():
    alike = np.eye(len(QUESTIONS), dtype=np.float32)
    assert background(alike, alike) == 0.0
    narrow = unit(alike + 1)
    cosine = float(narrow[0] @ narrow[1])
    assert background(narrow, narrow) == pytest.approx(cosine)
    same = np.ones_like(alike)
    assert background(unit(same), unit(same)) < 1.0


@pytest.mark.parametrize(
    ("cosine", "ground", "expected"), [(0.7, 0.0, 0.7), (0.9, 0.8, 0.5), (0.8, 0.8, 0.0), (1.0, 0.5, 1.0)]
)
def test_a_score_is_what_is_above_it(cosine, ground, expected):
    assert above(cosine, ground) == pytest.approx(expected)


def test_the_bundled_model_has_none_to_speak_of():
    bundled = load_embedder()
    measured = background(bundled.embed_queries(QUESTIONS), bundled.embed_passages(PASSAGES))
    assert measured == pytest.approx(bundled.background, abs=0.1)


def test_the_dense_index_keeps_its_order_and_drops_strangers(tmp_path):
    class Narrow(fakes.HashingEmbedder):
        background = 0.3

    document = fakes.document("a.txt", "方案", *(f"第{n}项{'绿色低碳' * n}任务" for n in range(12)), "森林防火")
    found = {}
    for embedder in (fakes.HashingEmbedder(), Narrow()):
        index = DenseIndex(embedded(tmp_path / str(embedder.background)), embedder)
        index.add(fakes.chunk(document))
        found[embedder.background] = index.search("绿色低碳任务", 30)
        index.close()
    plain, above_ground = found[0.0], found[0.3]
    assert 0 < len(above_ground) < len(plain)
    assert [hit.chunk_id for hit in above_ground] == [hit.chunk_id for hit in plain[: len(above_ground)]]
    assert [hit.score for hit in above_ground] == pytest.approx(
        [above(hit.score, 0.3) for hit in plain[: len(above_ground)]]
    )
