"""Of rows made alike none answers that the question does not tell from the others."""

from __future__ import annotations

import pytest

from assistant.answering import Assistant
from assistant.models import AnswerStatus
from tests.assistant.conftest import MakeAssistant

PLAN = """安宁市节水灌溉行动方案

为推进节水灌溉，制定本方案。

一、主要任务
加快节水灌溉改造。

二、分作物安排
1.小麦：临河镇、北湾镇，2028年滴灌面积达到60万亩。
2.棉花：石桥镇、柳林镇，2028年滴灌面积达到75万亩。
3.葡萄：沙井镇、南塬镇，2028年滴灌面积达到25万亩。
"""


@pytest.fixture(scope="module")
def plan(assistant_over: MakeAssistant) -> Assistant:
    return assistant_over({"方案.txt": PLAN})


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("2028年棉花滴灌面积达到多少亩？", "75万亩"),
        ("沙井镇2028年滴灌面积达到多少？", "25万亩"),
        ("种小麦的地2028年滴灌面积要到多少亩？", "60万亩"),
    ],
)
def test_what_one_row_alone_holds_makes_it_the_one_asked_about(plan: Assistant, question: str, value: str) -> None:
    assert value in plan.ask(question).answer


def test_a_row_that_nothing_tells_from_the_others_is_no_answer(plan: Assistant) -> None:
    assert plan.ask("2028年苜蓿的滴灌面积要达到多少亩？").status is AnswerStatus.REFUSED
