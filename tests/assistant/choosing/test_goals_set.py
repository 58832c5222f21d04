"""A goal is what stands under 主要目标, and what is to be reached by a year wherever it stands."""

from __future__ import annotations

import pytest

from assistant.choosing.candidates import candidates
from assistant.choosing.goals_set import of_its_noun
from tests.assistant.shelf import ask, evidence_of
from tests.corpus.sources import document

PLAN = document(
    "某市节水方案",
    "",
    "一、主要目标",
    "供水更加安全。",
    "二、重点任务",
    "推广节水器具，更换老旧水表。到2027年，实现千吨级海水淡化。每年公布一次用水大户的名单。",
)


@pytest.mark.parametrize(
    ("question", "path", "nouns"),
    [
        ("海水淡化的目标是什么？", "一", ["目标"]),
        ("海水淡化的目标是什么？", "二", ["", "目标", ""]),
        ("海水淡化怎么做？", "二", ["", "", ""]),
        ("有哪些任务？", "二", ["任务", "任务", "任务"]),
    ],
)
def test_a_sentence_is_of_the_noun_that_is_asked_for(question: str, path: str, nouns: list[str]) -> None:
    asked = ask(question)
    assert [of_its_noun(asked, one) for one in candidates([evidence_of(PLAN, path)])] == nouns
