"""Up to which year goals go: told by sentences that open with a year, never by titles, orders or base years."""

from __future__ import annotations

import pytest

from assistant.answering import Assistant
from assistant.document.horizon import aims, asks_for_years, asks_who_looks_so_far, looking_so_far, years_of
from assistant.models import AnswerStatus
from tests.assistant.shelf import AREA, CITY, PROVINCE, STATE, ask, library, read, summary_named


@pytest.mark.parametrize(("name", "years"), [(PROVINCE, [2025, 2030]), (STATE, [2030]), (AREA, [])])
def test_the_years_of_a_document_are_those_it_sets_goals_for(name: str, years: list[int]) -> None:
    assert [one.year for one in aims(read(name), summary_named(name))] == years


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("浙江方案的目标最晚到哪一年？", True),
        ("浙江的指标一直排到哪年？", True),
        ("浙江方案的主要目标分哪两个年份节点？", True),
        ("浙江2030年要建成多少家节水型企业？", False),
        ("浙江方案是哪一年印发的？", False),
        ("浙江夜里哪个时间段停止供水？", False),
        ("浙江的改造分哪几个阶段？", False),
        ("浙江方案分哪几个时间节点？", True),
        ("浙江方案分哪几个年份的目标？", True),
        ("浙江方案是拿哪两个年份的用水预测作依据的？", False),
    ],
)
def test_only_a_question_for_the_years_of_goals_is_one(question: str, asks: bool) -> None:
    assert asks_for_years(question) is asks


def test_the_last_year_alone_is_given_where_the_last_is_asked_for() -> None:
    (last,) = years_of(ask("浙江方案的目标最晚到哪一年？"), read(PROVINCE), summary_named(PROVINCE))
    assert "最晚到2030年" in last.text and "500家" in last.text
    both = years_of(ask("浙江方案的目标分哪两个年份节点？"), read(PROVINCE), summary_named(PROVINCE))
    assert [one.lead for one in both] == ["2025年", "2030年"]


def test_the_documents_that_look_so_far_are_told_from_those_that_do_not() -> None:
    asked = ask("哪几份文件的目标定到2030年？绍兴那份定到哪年？")
    assert asks_who_looks_so_far(asked)
    said, without = looking_so_far(asked, [(read(one.name), one) for one in library()])
    assert [one.lead for one in said] == ["国家", "浙江", "绍兴"]
    assert "目标最晚到2025年" in said[-1].text
    assert without == ["新区"]


def test_the_assistant_answers_with_the_sentences_of_the_years(assistant: Assistant) -> None:
    answer = assistant.ask("浙江方案的目标分哪几个年份节点？")
    assert answer.status is AnswerStatus.ANSWERED
    assert "300家" in answer.answer and "500家" in answer.answer
    assert CITY not in {one.source for one in answer.citations}
