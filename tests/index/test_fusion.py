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
    assert [hit.chunk_id for hit in fuse(lexical, dense, wanted=9, dense_weight=1.0)] == ["b", "a", "c"]


def test_scores_say_how_far_apart_hits_are():
    (first, second) = fuse([RankedHit("a", 10.0), RankedHit("b", 5.0)], [], wanted=9, dense_weight=1.0)
    assert (first.score, second.score) == pytest.approx((1.0, 0.5))


def test_one_empty_list_leaves_the_order_of_the_other():
    hits = [RankedHit("a", 0.9), RankedHit("b", 0.4)]
    assert (
        [hit.chunk_id for hit in fuse(hits, [], wanted=9, dense_weight=1.0)]
        == [hit.chunk_id for hit in fuse([], hits, wanted=9, dense_weight=1.0)]
        == ["a", "b"]
    )
    assert fuse([], [], wanted=9, dense_weight=1.0) == []


@given(ranked_lists, ranked_lists, st.randoms())
def test_the_result_does_not_depend_on_the_order_of_the_input(lexical, dense, shuffler):
    expected = fuse(lexical, dense, wanted=9, dense_weight=1.0)
    shuffler.shuffle(lexical)
    shuffler.shuffle(dense)
    assert fuse(lexical, dense, wanted=9, dense_weight=1.0) == expected


@given(ranked_lists, ranked_lists)
def test_every_hit_is_in_the_result_once_best_first(lexical, dense):
    joined = fuse(lexical, dense, wanted=9, dense_weight=1.0)
    assert sorted(hit.chunk_id for hit in joined) == sorted({hit.chunk_id for hit in (*lexical, *dense)})
    assert [hit.score for hit in joined] == sorted((hit.score for hit in joined), reverse=True)


def test_what_a_full_list_lacks_counts_as_its_last_hit():
    lexical = [RankedHit("a", 10.0), RankedHit("b", 8.0)]
    dense = [RankedHit("c", 0.5), RankedHit("a", 0.4)]
    short = {hit.chunk_id: round(hit.score, 6) for hit in fuse(lexical, dense, wanted=3, dense_weight=1.0)}
    full = {hit.chunk_id: round(hit.score, 6) for hit in fuse(lexical, dense, wanted=2, dense_weight=1.0)}
    assert short == {"a": 1.4, "b": 0.8, "c": 0.5}
    assert full == {"a": 1.4, "b": 1.2, "c": 1.3}
