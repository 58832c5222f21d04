"""A sentence that several documents print is cited from the one that was found first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.choosing.candidates import candidates
from assistant.choosing.reprints import from_the_first
from corpus.models import Span
from corpus.vocabulary import PartRole
from tests.assistant.shelf import CITY, PROVINCE, evidence

WORDS = "凡符合条件的企业给予一次性奖励。"


@pytest.fixture
def prints():
    """The sentence in two documents, behind other words in the first."""
    first, second = evidence(PROVINCE, "三 > （一）")[0], evidence(CITY, "一")[0]
    return replace(first, text=f"五、{WORDS}"), replace(second, text=WORDS)


def test_it_is_cited_where_it_was_found_first(prints) -> None:
    (own,) = candidates(prints[1:])
    found = from_the_first(replace(own, carrying=Span(0, 5)), prints)
    assert found.evidence is prints[0]
    assert (found.text, found.carrying.of(found.evidence.text)) == (WORDS, "凡符合条件")


def test_it_stays_where_the_first_says_something_else_or_only_repeats_it_as_news(prints) -> None:
    (own,) = candidates(prints[1:])
    other = replace(prints[0], text="凡符合条件的企业予以通报。")
    news = replace(prints[0], clause=replace(prints[0].clause, part=PartRole.WEB_TEXT))
    assert from_the_first(own, [other, prints[1]]) is own
    assert from_the_first(own, [news, prints[1]]) is own
    assert from_the_first(own, [prints[1], prints[0]]) is own
