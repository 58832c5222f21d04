"""Sentences of elsewhere count less, but for a notice that was found first and says 我市."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.choosing.of_the_place import FOUND_FIRST, OF_ANOTHER, OF_ONE_PLACE, OfThePlace
from corpus.vocabulary import Level
from tests.assistant.shelf import CITY, PROVINCE, STATE, ask, evidence


@pytest.fixture
def found():
    """A clause of the state found first, and one of the city that is asked about."""
    first, own = evidence(STATE, "一")[0], evidence(CITY, "一")[0]
    return first.scored(2.0), own.scored(1.0)


def test_a_document_of_elsewhere_counts_less_unless_it_names_the_place(found) -> None:
    first, own = found
    place = OfThePlace(ask("绍兴怎么节水？"), found)
    assert place.share_left("推广淡化。", first.document) == OF_ANOTHER
    assert place.share_left("在绍兴推广淡化。", first.document) == 1.0
    assert place.share_left("推广淡化。", own.document) == 1.0


def test_what_was_found_first_may_say_our_city_or_be_of_the_province(found) -> None:
    first, own = found
    ours = replace(first, text="为加强我市节水，推广淡化。")
    assert OfThePlace(ask("绍兴怎么节水？"), (ours, own)).share_left("推广淡化。", ours.document) == FOUND_FIRST
    behind = (own.scored(3.0), ours)
    assert OfThePlace(ask("绍兴怎么节水？"), behind).share_left("推广淡化。", ours.document) == OF_ANOTHER
    above = evidence(PROVINCE, "三 > （一）")[0].scored(2.0)
    assert above.document.level is Level.PROVINCIAL
    assert OfThePlace(ask("绍兴怎么节水？"), (above, own)).share_left("推广淡化。", above.document) == FOUND_FIRST


def test_who_calls_a_document_by_name_gets_no_less_of_others(found) -> None:
    first, _ = found
    assert OfThePlace(ask("淡化装置有哪些？"), found).share_left("推广淡化。", first.document) == 1.0


def test_where_no_place_is_named_what_holds_in_one_counts_less(found) -> None:
    first, own = found
    place = OfThePlace(ask("淡化装置有哪些？"), found)
    assert place.share_left("推广淡化。", own.document) == OF_ONE_PLACE
    assert place.share_left("推广淡化。", first.document) == 1.0
