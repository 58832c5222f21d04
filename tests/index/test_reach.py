"""What holds everywhere goes before what holds in one place, unless a place is named."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.library import Library
from corpus.vocabulary import Level
from index.models import Evidence
from index.reach import MANY, WITHHELD, by_reach, places_of
from tests import fakes

PLACES = tuple(f"市{at}" for at in range(MANY))


@pytest.fixture
def found(tmp_path):
    """The same rule of the nation, of a province, of a city and of a county, and one of nobody known."""
    document = fakes.document("a.txt", "方案", "用人单位应当支付加班费。")
    summary = Library(tmp_path).add(document, fakes.chunk(document)).document
    chunk = fakes.chunk(document)[1]
    of = [Level.NATIONAL, Level.PROVINCIAL, Level.MUNICIPAL, Level.COUNTY, Level.UNKNOWN]
    return [
        Evidence(chunk, document.by_id[chunk.clause_id], replace(summary, level=level, place=level.value), "", 1.0)
        for level in of
    ]


def scores(query, found, places=PLACES):
    return [round(one.score, 3) for one in by_reach(query, found, places)]


def test_what_holds_in_one_place_stands_back_where_none_is_named(found):
    local = round(1.0 - WITHHELD, 3)
    assert scores("加班费谁来支付？", found) == [1.0, local, local, local, 1.0]


def test_a_place_in_the_question_lets_all_stand_as_they_are(found):
    assert scores("江苏的加班费谁来支付？", found) == [1.0] * 5


def test_the_fewer_places_a_library_holds_the_less_is_withheld(found):
    one, few, many = (scores("加班费谁来支付？", found, PLACES[:count])[1] for count in (1, 10, MANY))
    assert one == 1.0
    assert one > few > many


def test_only_places_with_documents_of_their_own_count(found):
    assert places_of([one.document for one in found]) == {"provincial", "municipal", "county"}
    assert scores("加班费谁来支付？", found, ()) == [1.0] * 5
