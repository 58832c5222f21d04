"""Lists whose items carry labels of their own."""

from __future__ import annotations

import pytest

from assistant.lists.labels import labelled
from assistant.models import AnswerStatus
from tests.assistant.conftest import MakeAssistant


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (
            "分为：A类：守信的，免检；B类：一般的，抽检；C类：失信的，必检。",
            ["A类：守信的，免检；", "B类：一般的，抽检；", "C类：失信的，必检。"],
        ),
        ("第一档：补十万元；第二档：补五万元。\n另行公布。", ["第一档：补十万元；", "第二档：补五万元。"]),
        ("甲组：养鱼。\n乙组：种藕。", ["甲组：养鱼。\n", "乙组：种藕。"]),
        ("附件1：表一。\n附件2：表二。", []),
        ("第二档：补五万元；第三档：补两万元。", []),
        ("一：养鱼。\n二：种藕。", []),
        ("A类：守信的；B组：一般的。", []),
    ],
)
def test_labels_that_are_alike_and_count_from_the_first_make_a_list(text: str, items: list[str]) -> None:
    assert [one.of(text) for one in labelled(text)] == items


RULES = {
    "办法.txt": """竹山县文旅消费券管理办法

为促进消费，制定本办法。

一、使用范围
方向一：住宿；
方向二：演出；
方向三：研学。

二、分类管理
商户按信用分类：A类：守信商户，次日结算；B类：一般商户，按周结算；C类：失信商户，停止结算。
"""
}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("竹山县消费券使用范围有哪些", ["方向一：住宿", "方向二：演出", "方向三：研学"]),
        ("竹山县消费券把商户分成哪几类", ["A类：守信商户", "B类：一般商户", "C类：失信商户"]),
    ],
)
def test_the_items_with_their_labels_are_told(assistant_over: MakeAssistant, question: str, told: list[str]) -> None:
    answer = assistant_over(RULES).ask(question)
    assert answer.status is AnswerStatus.ANSWERED
    assert [one for one in told if one in answer.answer] == told
