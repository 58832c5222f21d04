"""One figure over years: both are cited, what is reckoned is said to be computed."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answering import Assistant
from assistant.models import Answer, AnswerStatus, Sentence, SentenceStatus
from assistant.over_years import asked_for_the_year, asks_years_left, over_years, with_years_left
from tests.assistant.shelf import PROVINCE, ask, evidence, rarity

GOALS = evidence(PROVINCE, "一 > （二）", "二 > 1")


@pytest.mark.parametrize(
    ("question", "result"),
    [
        ("浙江节水型企业到2030年比2025年多多少家？", "相差200家"),
        ("浙江节水型企业到2035年比2025年多多少家？", ""),
        ("浙江万元地区生产总值用水量2025年比2020年下降多少？", ""),
        ("浙江2025年和2030年节水型企业分别多少家？", ""),
        ("浙江光伏电站到2030年比2025年多多少家？", ""),
    ],
    ids=["both years given", "one year not given", "a base year is no goal", "no difference asked", "another thing"],
)
def test_a_difference_needs_a_figure_of_each_year(question: str, result: str) -> None:
    said = over_years(ask(question), GOALS, rarity())
    assert [one.lead for one in said] == (["2025年", "2030年", ""] if result else [])
    assert result in "".join(one.reckoned for one in said)


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("离节水型企业500家的目标还有几年？", "节水型企业500家的目标是哪一年？"),
        ("距离2030年的目标还有几年？", "2030年的目标？"),
    ],
)
def test_how_long_is_left_is_found_by_the_year(question: str, asked: str) -> None:
    assert asks_years_left(question)
    assert asked_for_the_year(question) == asked


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (date(2026, 11, 21), "（2026年11月21日）计，离2030年还有4年。"),
        (date(2030, 1, 1), "2030年就是今年。"),
        (date(2031, 5, 1), "2030年已经过去1年。"),
    ],
)
def test_the_years_left_are_counted_from_the_day_of_asking(today: date, told: str) -> None:
    sentence = Sentence(text="到2030年，建成500家。", marks=(1,), status=SentenceStatus.VERIFIED)
    answer = Answer(status=AnswerStatus.ANSWERED, answer="到2030年，建成500家。[1]", sentences=(sentence,))
    added = with_years_left(answer, today).sentences[-1]
    assert added.text.endswith(told)
    assert added.status is SentenceStatus.COMPUTED and added.marks == (1,)


def test_nothing_is_counted_where_no_year_is_given() -> None:
    answer = Answer(status=AnswerStatus.REFUSED, answer="现有文件没有回答这个问题。")
    assert with_years_left(answer, date(2026, 1, 1)) is answer


def test_the_assistant_reckons_over_the_years_of_one_document(assistant: Assistant) -> None:
    answer = assistant.ask("浙江的节水型企业到2030年比2025年多多少家？")
    assert "相差200家" in answer.answer
    assert {one.source for one in answer.citations} == {PROVINCE}
