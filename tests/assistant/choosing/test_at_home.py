"""Sentences stay with the place and the documents that are asked about; offices of the state go by its rules."""

from __future__ import annotations

from dataclasses import replace

from assistant.choosing.at_home import leaves_the_named, of_the_state
from tests.assistant.shelf import CITY, PROVINCE, STATE, ask, candidate, document_of


def test_a_stretch_of_another_document_leaves_the_one_that_is_named() -> None:
    asked = ask("绍兴怎么节水？")
    own, other = candidate(CITY, "一", "。"), candidate(PROVINCE, "三 > （一）", "。")
    assert leaves_the_named(asked, other, own)
    assert not leaves_the_named(asked, own, other)
    assert not leaves_the_named(replace(asked, documents=()), other, own)


def test_what_the_state_rules_is_left_where_an_office_of_the_state_is_asked_about() -> None:
    found = [candidate(STATE, "一", "。"), candidate(CITY, "一", "。")]
    kept = of_the_state(ask("大连税务局怎么征收水资源税？"), found, document_of)
    assert [one.evidence.document.name for one in kept] == [STATE]
    assert of_the_state(ask("大连怎么征收水资源税？"), found, document_of) == []
