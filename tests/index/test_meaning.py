"""Meaning counts for more where the words of a question find little in a large library."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.meaning import AT_LEAST, LARGE, MORE, SMALL, weight_of_meaning
from index.models import RankedHit

WEIGHTS = {"打白": 4.0, "白条": 6.0}


def _hits(*scores: float) -> list[RankedHit]:
    return [RankedHit(f"c{at}", score) for at, score in enumerate(scores)]


def test_words_that_are_found_decide_as_ever():
    assert weight_of_meaning(WEIGHTS, _hits(9.0, 1.0), LARGE) == AT_LEAST


def test_words_that_find_nothing_leave_it_to_meaning():
    assert weight_of_meaning(WEIGHTS, [], LARGE) == AT_LEAST + MORE
    assert weight_of_meaning(WEIGHTS, _hits(3.5), LARGE) == pytest.approx(AT_LEAST + MORE / 2)


def test_in_a_small_library_a_weak_hit_is_no_chance():
    assert weight_of_meaning(WEIGHTS, _hits(1.0), SMALL) == AT_LEAST
    assert weight_of_meaning(WEIGHTS, _hits(1.0), 0) == AT_LEAST


def test_a_query_without_words_is_weighed_as_ever():
    assert weight_of_meaning({}, [], LARGE) == AT_LEAST


@given(st.floats(0, 20), st.floats(0, 20), st.integers(0, 10**8), st.integers(0, 10**8))
def test_the_less_is_found_and_the_larger_the_library_the_more(one, other, size, another):
    fewer, more = sorted((one, other))
    small, large = sorted((size, another))
    weight = weight_of_meaning(WEIGHTS, _hits(fewer), large)
    assert AT_LEAST <= weight <= AT_LEAST + MORE
    assert weight >= weight_of_meaning(WEIGHTS, _hits(more), large)
    assert weight >= weight_of_meaning(WEIGHTS, _hits(fewer), small)
