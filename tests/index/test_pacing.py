"""An embedder that says how far it is: the same vectors, in portions of about equal time."""

from __future__ import annotations

import numpy as np
import pytest

from index import pacing
from index.pacing import PacedEmbedder, in_time
from tests import fakes

TEXTS = [f"第{number}项任务" for number in range(100)]


def test_vectors_and_identity_are_those_of_the_model():
    plain, paced = fakes.HashingEmbedder(), PacedEmbedder(fakes.HashingEmbedder(), lambda _: None)
    assert np.array_equal(paced.embed_passages(TEXTS), plain.embed_passages(TEXTS))
    assert np.array_equal(paced.embed_queries(TEXTS[:1]), plain.embed_queries(TEXTS[:1]))
    assert paced.embed_passages([]).shape == (0, plain.dimension)
    assert (paced.name, paced.dimension) == (plain.name, plain.dimension)


@pytest.mark.parametrize(
    ("seconds_a_text", "told"), [(1.0, [16] * 6 + [4]), (0.1, [16, 20, 20, 20, 20, 4]), (0.0, [16, 84])]
)
def test_a_portion_takes_about_the_time_wanted(monkeypatch, seconds_a_text, told):
    clock, portions = [0.0], []
    monkeypatch.setattr(pacing.time, "monotonic", lambda: clock[0])

    class Slow(fakes.HashingEmbedder):
        def embed_passages(self, texts):
            clock[0] += seconds_a_text * len(texts)
            return super().embed_passages(texts)

    PacedEmbedder(Slow(), portions.append).embed_passages(TEXTS)
    assert portions == told


@pytest.mark.parametrize(
    ("count", "took", "wanted", "expected"),
    [(100, 10.0, 30.0, 300), (100, 1000.0, 30.0, 20), (100, 0.0, 30.0, 2000), (7, 30.0, 30.0, 20)],
)
def test_how_many_there_is_time_for_stays_within_its_limits(count, took, wanted, expected):
    assert in_time(count, took, wanted, least=20, most=2000) == expected
