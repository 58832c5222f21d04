"""A place that the best hit's document does not print is left out of the search, and of nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.finding.place_unprinted import strays, without_places
from tests.assistant.conftest import MakeAssistant
from tests.assistant.shelf import STATE, TEXTS, ask, evidence

FOUND = evidence(STATE, "二")


@pytest.mark.parametrize(
    ("question", "printed", "left_out"),
    [
        ("辽宁省的再生水怎么安全回用？", "国家方案", True),
        ("辽宁省的再生水怎么安全回用？", "国家方案，辽宁先行", False),
        ("再生水怎么安全回用？", "国家方案", False),
        ("辽宁怎么办？", "国家方案", False),
    ],
)
def test_a_place_that_is_not_printed_is_left_out(question: str, printed: str, left_out: bool) -> None:
    assert strays(ask(question), FOUND, lambda _: printed) is left_out


def test_a_document_named_by_its_title_stays_named() -> None:
    asked = ask("《科技支撑节水实施方案（2023—2030年）》里辽宁省的再生水怎么安全回用？")
    assert asked.documents and not strays(asked, FOUND, lambda _: "")


@pytest.mark.parametrize("question", ["再生水，国家和浙江各怎么安全回用？", "国家在再生水安全回用上比浙江多做了什么？"])
def test_of_two_sides_neither_is_left_out(question: str) -> None:
    assert not strays(ask(question), FOUND, lambda _: "国家方案")


def test_the_search_is_put_without_the_place_and_its_style() -> None:
    bare = without_places(replace(ask("辽宁省对再生水怎么安全回用？"), foreign_places=("辽宁",)))
    assert bare.text == "再生水怎么安全回用？" and "辽宁" not in bare.topic
    assert not (bare.documents or bare.places or bare.foreign_places)


LOCAL = """辽阳市供水服务办事指南

辽阳市供水服务网点办理用水登记、水费缴纳、水表更换，服务网点名单附后。
"""


def test_what_holds_everywhere_is_found_for_a_place_it_does_not_print(assistant_over: MakeAssistant) -> None:
    assistant = assistant_over({STATE: TEXTS[STATE], "指南.txt": LOCAL})
    assert assistant.search("辽宁省对再生水安全回用做了哪些研究安排？", 3)[0].source == STATE
