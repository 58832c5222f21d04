"""A turn that names a part of what was just shown goes into that part."""

from __future__ import annotations

import pytest

from assistant.answering import Assistant
from assistant.models import AnswerStatus, Turn

TASKS = "浙江节水方案有哪些重点任务？"
MONEY = "浙江对节水型企业有什么资金支持？"
PIPES = "浙江供水管网由谁负责改造？"


@pytest.mark.parametrize(
    ("before", "turn", "path", "inside"),
    [
        (TASKS, "里面海水淡化的具体怎么做？", "二 > 3", "舟山群岛"),
        (TASKS, "其中供水管网那项具体是什么", "二 > 2", "分区计量"),
        (TASKS, "滴灌那块说细点", "二 > 1", "微喷灌"),
        (MONEY, "人才支撑具体有什么？", "三 > （二）", "专家组"),
        (TASKS, "海水淡化的也给我", "二 > 3", "舟山群岛"),
        (MONEY, "那人才呢？", "三 > （二）", "专家组"),
        (PIPES, "海水淡化技术这一项呢？", "二 > 3", "省发展改革委"),
        (PIPES, "海水淡化那一条呢？", "二 > 3", "省发展改革委"),
        (TASKS, "其中海水淡化那项归谁管？", "二 > 3", "省发展改革委"),
        (PIPES, "那海水淡化那条的责任单位呢？", "二 > 3", "省发展改革委"),
    ],
)
def test_a_part_is_found_by_its_name(assistant: Assistant, before: str, turn: str, path: str, inside: str) -> None:
    found = assistant.ask(turn, history=(Turn(question=before, answer=assistant.ask(before)),))
    assert inside in found.answer
    assert {one.path for one in found.citations} == {path}


def test_headings_under_a_part_are_its_list(assistant: Assistant) -> None:
    before = "浙江节水方案的总体要求里有哪些？"
    turns = (Turn(question=before, answer=assistant.ask("浙江节水方案有哪些保障措施？")),)
    found = assistant.ask("第一项里面有哪些内容？", history=turns)
    assert "30万元" in found.answer


@pytest.mark.parametrize("turn", ["其中海水淡化的总投资是多少？", "里面滴灌那项补贴多少钱？"])
def test_what_a_part_does_not_say_is_refused(assistant: Assistant, turn: str) -> None:
    found = assistant.ask(turn, history=(Turn(question=TASKS, answer=assistant.ask(TASKS)),))
    assert found.status is AnswerStatus.REFUSED


def test_a_question_on_another_document_narrows_nothing(assistant: Assistant) -> None:
    found = assistant.ask("绍兴的农业节水怎么做？", history=(Turn(question=TASKS, answer=assistant.ask(TASKS)),))
    assert {one.source for one in found.citations} == {"绍兴.txt"}


@pytest.mark.parametrize(
    ("turn", "path"),
    [
        ("这些任务里属于海水淡化的是哪个？", "二 > 3"),
        ("跟滴灌有关的呢？", "二 > 1"),
        ("涉及供水管网的是哪一条？", "二 > 2"),
    ],
)
def test_a_part_is_found_by_what_it_has_to_do_with(assistant: Assistant, turn: str, path: str) -> None:
    found = assistant.ask(turn, history=(Turn(question=TASKS, answer=assistant.ask(TASKS)),))
    assert {one.path for one in found.citations} == {path}


def test_a_place_beside_a_question_is_where_it_is_looked_for(assistant: Assistant) -> None:
    before = "浙江节水方案三（一）讲什么？"
    turns = (Turn(question=before, answer=assistant.ask(before)),)
    found = assistant.ask("那一（二）里的节水型企业要建成多少家？", history=turns)
    assert {one.path for one in found.citations} == {"一 > （二）"}
