"""Works that one sentence shares out among several bodies: the one asked about is told, with the words it stands in."""

from __future__ import annotations

import pytest

from assistant.charge.shared_out import who_does_the_work
from assistant.finding.rarity import Rarity
from corpus.chunking import chunk
from tests.assistant.shelf import ask, evidence_of
from tests.corpus.sources import document

PLAN = document(
    "绍兴市供水安全科技方案",
    "",
    "一、攻关任务",
    "（一）开展水源机理研究。在山区水库设立观测站。",
    "（二）研制耐用的水质监测装备。重点研制便携式终端。",
    "上述任务中，机理研究由市科技局牵头，装备研制由市水利局、市经信局按职责分工负责。",
    "",
    "二、推广应用",
    "（一）推广节水器具。水利局负责推广节水器具。",
)
RARITY = Rarity(f"{one.context} {one.text}" for one in chunk(PLAN))
EVIDENCE = [evidence_of(PLAN, one.path_text) for one in PLAN.clauses if one.text and one.path]


def told(question: str) -> str:
    return " ".join(one.text for one in who_does_the_work(ask(question), EVIDENCE, RARITY))


@pytest.mark.parametrize("question", ["水质监测装备的研制由哪些部门承担？", "水源的机理研究谁牵头？"])
def test_the_sentence_that_shares_the_works_out_answers(question: str) -> None:
    assert told(question).startswith("上述任务中，机理研究由市科技局牵头")


@pytest.mark.parametrize("question", ["节水宣传培训由谁负责？", "养老服务的机理研究谁牵头？", "推广节水器具由谁负责？"])
def test_a_work_that_it_does_not_name_or_that_is_of_another_matter_is_not_told(question: str) -> None:
    assert told(question) == ""
