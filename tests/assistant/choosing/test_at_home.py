"""Sentences stay with the place and the documents that are asked about; offices of the state go by its rules."""

from __future__ import annotations

from dataclasses import replace

from assistant.choosing.at_home import leaves_the_named, naming_the_places, of_the_state
from assistant.choosing.candidates import candidates
from corpus.parsing import parse
from tests.assistant.shelf import CITY, PROVINCE, STATE, ask, candidate, document_of, evidence_of
from tests.corpus.sources import source


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


def test_the_sentences_that_name_a_place_are_told_from_those_that_do_not() -> None:
    numbers = parse(source("水务热线\n\n一、热线\n遇到停水可以拨打服务热线。喀什地区服务站 0998-1234567。", "热线.txt"))
    found = candidates([evidence_of(numbers, "一")])
    named = naming_the_places(ask("喀什停水打哪个电话？"), found)
    assert [one.text for one in named] == ["喀什地区服务站 0998-1234567。"]
