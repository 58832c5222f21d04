"""Names behind a caption are told where the question says it in other order, or nearly so."""

from __future__ import annotations

import pytest

from assistant.lists.captioned import captioned
from tests.assistant.shelf import ask, evidence_of
from tests.corpus.sources import document

PLAN = document(
    *("某市方案", "", "一、再生水工程", "推进再生水利用。", "", "专栏1 再生水重点工程"),
    *("1. 重点水厂项目。城东水厂、城西水厂、北湖水厂、南湾水厂。", "2. 跨清江管线。建设滨江管线、沿湖管线、环城管线。"),
    "3. 节水示范项目。开展节水宣传。",
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("再生水方面，哪些水厂列为重点项目？", ["城东水厂、城西水厂、北湖水厂、南湾水厂。"]),
        ("要建设的过清江管线是哪几条？", ["建设滨江管线、沿湖管线、环城管线。"]),
        ("再生水方面，哪些水厂要关停整治？", []),
        ("节水示范项目有哪些？", []),
        ("水厂怎么建？", []),
    ],
)
def test_the_names_stand_behind_what_the_question_calls_them(question: str, said: list[str]) -> None:
    evidence = [evidence_of(PLAN, one.path_text) for one in PLAN.clauses if one.heading and one.text]
    assert [one.text for one in captioned(ask(question), evidence, lambda _: PLAN)] == said
