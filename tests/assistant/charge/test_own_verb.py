"""Who leads one thing, by the sentence on it, goes before the bodies printed for the whole clause."""

from __future__ import annotations

import pytest

from assistant.charge.own_verb import says_it
from assistant.charge.responsibility import responsible_units
from assistant.finding.rarity import Rarity
from corpus.chunking import chunk
from tests.assistant.shelf import ask, evidence_of
from tests.corpus.sources import document

PLAN = document(
    "绍兴市供水安全科技方案",
    "",
    "一、壮大节水企业",
    "培育节水企业20家。鼓励龙头水厂牵头，组建智慧供水联盟，攻克检测技术。（责任单位：市水利局、市经信局）",
    "",
    "二、建设服务平台",
    "依托市水科学院建设漏损监测服务平台，为水厂提供技术服务。（责任单位：市科技局）",
)
RARITY = Rarity(f"{one.context} {one.text}" for one in chunk(PLAN))
EVIDENCE = [evidence_of(PLAN, one.path_text) for one in PLAN.clauses if one.text and one.path]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("智慧供水联盟由谁牵头？", "鼓励龙头水厂牵头，组建智慧供水联盟，攻克检测技术。"),
        ("智慧供水联盟该谁来挑头组建？", "鼓励龙头水厂牵头，组建智慧供水联盟，攻克检测技术。"),
        ("壮大节水企业由谁牵头？", "“壮大节水企业”的责任单位：市水利局、市经信局。"),
        ("培育节水企业20家由谁牵头？", "“壮大节水企业”的责任单位：市水利局、市经信局。"),
        ("智慧供水联盟由哪个部门负责？", "“壮大节水企业”的责任单位：市水利局、市经信局。"),
    ],
)
def test_the_sentence_on_a_thing_goes_before_the_brackets_of_its_clause(question: str, said: str) -> None:
    (told,) = responsible_units(ask(question), EVIDENCE, RARITY)
    assert told.text == said


@pytest.mark.parametrize(
    ("question", "text", "says"),
    [
        ("漏损监测服务平台挂靠在哪家机构？", "依托市水科学院建设漏损监测服务平台。", True),
        ("漏损监测服务平台挂靠在哪家机构？", "建设漏损监测服务平台。（责任单位：市科技局）", False),
        ("智慧供水联盟谁牵头？", "组建智慧供水联盟。（牵头单位：市水利局）", False),
        ("智慧供水联盟谁牵头？", "牵头单位：市水利局", False),
    ],
)
def test_brackets_and_labels_say_nothing_in_words(question: str, text: str, says: bool) -> None:
    assert says_it(ask(question), text) is says
