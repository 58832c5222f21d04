"""Which indicators are binding is told by the lines of a flattened table that end in that word."""

from __future__ import annotations

import pytest

from assistant.models import AnswerStatus
from tests.assistant.conftest import MakeAssistant

_PLAN = {
    "规划.txt": (
        "石桥市节水规划\n\n一、主要目标\n节水型社会基本建成。\n专栏1 “十四五”节水主要指标\n"
        "1.节水灌溉面积（万亩）。2020年29，2025年100，约束性。\n2.再生水利用率（%）。2020年18，2025年25，预期性。\n"
        "3.管网漏损率（%）。2020年12，2025年9，约束性。\n4.节水宣传场次（次）。2020年40，2025年80，预期性。\n"
        "二、主要任务\n推进管网改造。\n"
    )
}
BINDING = [
    "节水灌溉面积（万亩）。2020年29，2025年100，约束性。",
    "管网漏损率（%）。2020年12，2025年9，约束性。",
]


@pytest.mark.parametrize(
    "question",
    ["石桥节水规划哪些指标是约束性的？", "石桥节水规划约束性指标有哪几个，2025年各要达到多少？", "哪几个是硬指标？"],
)
def test_all_indicators_of_the_sort_are_told(assistant_over: MakeAssistant, question: str) -> None:
    answer = assistant_over(_PLAN).ask(question)
    assert answer.status is AnswerStatus.ANSWERED
    assert [one.text for one in answer.sentences] == BINDING


def test_of_one_indicator_the_others_are_not_told(assistant_over: MakeAssistant) -> None:
    answer = assistant_over(_PLAN).ask("管网漏损率属于约束性指标还是预期性指标？")
    assert [one.text for one in answer.sentences] != BINDING
