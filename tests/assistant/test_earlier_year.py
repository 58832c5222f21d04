"""今年 of a plan of last year: what that plan gives is told as a part, and as of its own year."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answering import Assistant
from assistant.models import AnswerStatus
from tests.assistant.conftest import MakeAssistant

PLAN = """甲州市水利局2025年工作要点

甲水发〔2025〕3号

一、供水
1. 更新改造管网120公里，新建水厂2座。
二、用水
2. 推广滴灌3万亩，力争节水贷款授信额度突破5亿元。

甲州市水利局
2025年2月8日
"""


def asked_in(year: int, made: Assistant) -> Assistant:
    made._today = lambda: date(year, 11, 22)
    return made


@pytest.fixture(scope="module")
def plan(assistant_over: MakeAssistant) -> Assistant:
    return assistant_over({"甲州.txt": PLAN})


def test_what_an_earlier_year_gives_is_told_to_be_of_it(plan: Assistant) -> None:
    answer = asked_in(2026, plan).ask("甲州今年节水贷款授信额度要到多少？")
    assert answer.status is AnswerStatus.PARTIAL
    assert "没有给出2026年的" in answer.answer
    assert "2025年的文件给出的是" in answer.answer
    assert "5亿元" in answer.answer
    assert "理解为2026年" in answer.notice
    assert answer.citations[0].clause_id


@pytest.mark.parametrize(
    ("year", "question"),
    [
        (2026, "甲州今年给水利干部涨多少工资？"),
        (2026, "甲州2026年节水贷款授信额度要到多少？"),
        (2029, "甲州今年节水贷款授信额度要到多少？"),
    ],
    ids=["given for no year", "a year said in so many words", "of long ago"],
)
def test_what_no_late_document_gives_is_refused(plan: Assistant, year: int, question: str) -> None:
    assert asked_in(year, plan).ask(question).status is AnswerStatus.REFUSED


def test_the_year_of_the_document_itself_is_answered(plan: Assistant) -> None:
    assert asked_in(2025, plan).ask("甲州今年节水贷款授信额度要到多少？").status is AnswerStatus.ANSWERED
