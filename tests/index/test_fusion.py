"""Two lists become one, whatever order their equal ranks came in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.fusion import fuse
from index.models import RankedHit

ranked_lists = st.dictionaries(
    st.sampled_from("abcdefgh"), st.floats(0.01, 50, allow_nan=False).map(lambda score: round(score, 2))
).map(lambda scores: [RankedHit(id_, score) for id_, score in scores.items()])


def test_the_best_of_both_lists_comes_first():
    lexical = [RankedHit("a", 10.0), RankedHit("b", 9.0)]
    dense = [RankedHit("b", 0.9), RankedHit("c", 0.8)]
    assert [hit.chunk_id for hit in fuse(lexical, dense, dense_weight=1.0)] == ["b", "a", "c"]


def test_scores_say_how_far_apart_hits_are():
    (first, second) = fuse([RankedHit("a", 10.0), RankedHit("b", 5.0)], [], dense_weight=1.0)
    assert (first.score, second.score) == pytest.approx((1.0, 0.5))


def test_one_empty_list_leaves_the_order_of_the_other():
    hits = [RankedHit("a", 0.9), RankedHit("b", 0.4)]
    assert [hit.chunk_id for hit in fuse(hits, [])] == [hit.chunk_id for hit in fuse([], hits)] == ["a", "b"]
    assert fuse([], []) == []


@given(ranked_lists, ranked_lists, st.randoms())
def test_the_result_does_not_depend_on_the_order_of_the_input(lexical, dense, shuffler):
    expected = fuse(lexical, dense)
    shuffler.shuffle(lexical)
    shuffler.shuffle(dense)
    assert fuse(lexical, dense) == expected


@given(ranked_lists, ranked_lists)
def test_every_hit_is_in_the_result_once_best_first(lexical, dense):
    joined = fuse(lexical, dense)
    assert sorted(hit.chunk_id for hit in joined) == sorted({hit.chunk_id for hit in (*lexical, *dense)})
    assert [hit.score for hit in joined] == sorted((hit.score for hit in joined), reverse=True)
