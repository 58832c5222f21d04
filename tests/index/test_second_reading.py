"""The second reading of a search: when it counts, what it reads, and that scores stay with the places."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from index import second_reading
from index.meaning import FOUND, LARGE, SMALL, strangeness
from index.models import Evidence
from index.second_reading import CANDIDATES, WEIGHT, by_reading
from tests.assistant.shelf import CITY, PROVINCE, STATE, evidence

QUESTION = "脏水收拾干净了还能拿来干啥？"
WEIGHTS = {"脏水": 6.0, "收拾": 4.0}


class Reader:
    """Gives fixed points by the order of texts, and remembers what it read."""

    def __init__(self, *points: float) -> None:
        self.points = points
        self.read: list[tuple[str, Sequence[str]]] = []

    def scores(self, question: str, texts: Sequence[str]) -> Any:
        self.read.append((question, texts))
        return np.asarray([self.points[at % len(self.points)] for at in range(len(texts))], dtype=np.float32)


@pytest.fixture
def found() -> list[Evidence]:
    return [
        *evidence(STATE, "一", scores=(1.5,)),
        *evidence(PROVINCE, "一 > （一）", scores=(1.4,)),
        *evidence(CITY, "一", scores=(1.0,)),
    ]


def reader(monkeypatch: pytest.MonkeyPatch, *points: float) -> Reader:
    made = Reader(*points)
    monkeypatch.setattr(second_reading, "bundled_cross_encoder", lambda: made)
    return made


def test_what_reads_as_the_answer_comes_first_and_scores_stay_with_the_places(monkeypatch, found):
    read = reader(monkeypatch, -4.0, -2.0, 5.0)
    after = by_reading(QUESTION, found, 1.0)
    assert [one.clause.id for one in after] == [found[at].clause.id for at in (2, 1, 0)]
    assert [one.score for one in after] == [one.score for one in found]
    ((question, texts),) = read.read
    assert question == QUESTION
    assert texts[0] == found[0].below_headings(found[0].chunk.text)


def test_the_more_the_words_find_the_less_it_counts(monkeypatch, found):
    just = (found[0].score - found[1].score) / WEIGHT
    reader(monkeypatch, 0.0, just + 0.5, -9.0)
    assert by_reading(QUESTION, found, 1.0)[0].clause.id == found[1].clause.id
    assert by_reading(QUESTION, found, 0.2 * just / (just + 0.5))[0].clause.id == found[0].clause.id


@pytest.mark.parametrize(("strange", "many"), [(0.0, 3), (1.0, 1), (1.0, 0)])
def test_nothing_is_read_where_the_words_have_found_it_or_there_is_no_choice(monkeypatch, found, strange, many):
    read = reader(monkeypatch, -4.0, 5.0)
    assert by_reading(QUESTION, found[:many], strange) == found[:many]
    assert not read.read


def test_hits_far_down_stay_where_they_are(monkeypatch, found):
    long = [one.scored(9.0 - at / 10) for at, one in enumerate(found * CANDIDATES)]
    read = reader(monkeypatch, *range(CANDIDATES))
    after = by_reading(QUESTION, long, 1.0)
    assert len(read.read[0][1]) == CANDIDATES
    assert after[CANDIDATES:] == long[CANDIDATES:]
    assert [one.score for one in after] == [one.score for one in long]


def test_it_counts_in_small_libraries_for_words_that_are_not_printed():
    assert strangeness(WEIGHTS, 0.0, SMALL) == 1.0
    assert strangeness(WEIGHTS, FOUND * 10.0, SMALL) == 0.0
    assert strangeness(WEIGHTS, 5.0, 1_000) == pytest.approx(1 - 0.5 / FOUND)
    assert strangeness(WEIGHTS, 0.0, LARGE) == 0.0
    assert strangeness({}, 0.0, SMALL) == 0.0
