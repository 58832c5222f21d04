"""What comes of not doing what a law asks is asked for as such; other documents lay down no penalties."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.turns.consequences import what_follows
from assistant.understanding.query import understand
from corpus.vocabulary import DocumentType
from tests.assistant.shelf import AREA, summary_named

PLAN = summary_named(AREA)
LAW = replace(PLAN, document_type=DocumentType.LAW)
DUTY = "取水单位几天内申报用水计划？"
FINE = "取水单位超计划用水罚多少？"


@pytest.mark.parametrize(
    ("question", "before", "asked"),
    [
        ("不申报呢，会怎么样？", DUTY, "取水单位用水计划不申报的，怎么处罚？"),
        ("要是一直不装计量设施，有什么后果？", DUTY, "不装计量设施的，怎么处罚？"),
        ("未按规定安装计量设施的话呢？", DUTY, "未按规定安装计量设施的，怎么处罚？"),
        ("有没有专门针对洗车单位不用再生水的？", FINE, "洗车单位不用再生水怎么处罚？"),
        ("要是超了呢？", "取水单位能超计划用水吗？", "违反规定取水单位申报用水计划的，怎么处罚？"),
        ("要是超了呢？", DUTY, ""),
        ("不合格怎么办？", DUTY, ""),
        ("不装计量设施有处罚吗？", DUTY, "不装计量设施的，怎么处罚？"),
        ("不申报呢？", FINE, ""),
        ("有没有专门针对洗车单位的？", DUTY, ""),
        ("不是取水单位呢？", DUTY, ""),
        ("怎么申报？", DUTY, ""),
        ("那不满3年呢？", DUTY, ""),
    ],
)
def test_the_case_is_put_to_the_law_with_what_comes_of_it(question: str, before: str, asked: str) -> None:
    subject = "取水单位申报用水计划"
    assert what_follows(question, before, subject, understand(question, []), (LAW,)) == asked


def test_a_plan_lays_down_nothing_for_neglect() -> None:
    question = "不申报呢，会怎么样？"
    assert what_follows(question, DUTY, "取水单位申报用水计划", understand(question, []), (PLAN,)) == ""
