"""前者, 后者: one of the two that the question before sets side by side."""

from __future__ import annotations

import pytest

from assistant.turns.sides import one_side

SAID = (
    "印染废水。研发膜处理技术。造纸废水。研发生化处理技术。住宅达到10%，公共建筑达到15%。"
    "光伏装机达3500万千瓦、风电装机达2800万千瓦。"
)


@pytest.mark.parametrize(
    ("question", "before", "whole"),
    [
        (
            *("前者再列一遍，我要抄下来", "国家方案里印染废水和造纸废水分别研发什么？"),
            "国家方案里印染废水研发什么？",
        ),
        ("后者再说一遍", "国家方案里印染废水和造纸废水分别研发什么？", "国家方案里造纸废水研发什么？"),
        ("后者是多少来着", "新区住宅和公共建筑预留车位比例各是多少？", "公共建筑预留车位比例是多少？"),
        ("前者是多少？", "新区住宅和公共建筑预留车位比例各是多少？", "新区住宅预留车位比例是多少？"),
        ("后者由谁负责？", "印染废水、造纸废水各怎么处理？", "造纸废水怎么处理，由谁负责？"),
        ("后一个研发什么膜？", "国家对印染废水与造纸废水有什么安排？", "国家对造纸废水有什么安排，研发什么膜？"),
        ("前者是多少？", "浙江对光伏和风电装机有什么目标？", "浙江对光伏装机有什么目标？"),
        ("谁负责？", "印染废水、造纸废水各怎么处理？", ""),
        ("前者呢？", "印染废水怎么处理？", ""),
    ],
)
def test_one_side_is_asked_about_alone(question: str, before: str, whole: str) -> None:
    assert one_side(question, before, SAID) == whole
