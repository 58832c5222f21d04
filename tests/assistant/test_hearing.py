"""A question is read as it was meant: years by the day of asking, wrong characters mended; the user is told."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answering import Assistant
from assistant.hearing import QUESTION_LIMIT, TOO_LONG, heard
from assistant.models import AnswerStatus
from assistant.typing_errors import mended
from tests.assistant.conftest import MakeAssistant
from tests.assistant.shelf import TEXTS, rarity

DAY = date(2025, 3, 1)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("今年建多少家？", "2025年建多少家？"),
        ("去年和明年各建多少家？", "2024年和2026年各建多少家？"),
        ("目前建了多少家？", "目前建了多少家？"),
        ("截至目前建了多少家？", "截至目前建了多少家？"),
        ("2025年建多少家？", "2025年建多少家？"),
        ("  農業\n節水 ", "农业 节水"),
    ],
)
def test_years_are_named_by_the_day_of_asking(typed: str, read: str) -> None:
    assert heard(typed, DAY).text == read


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("今年建多少家？", "“今年”按提问日期（2025年3月1日）理解为2025年。"),
        ("目前建了多少家？", "“目前”指提问日期（2025年3月1日）；文件说的是其成文之时。"),
        ("截至目前建了多少家？", ""),
        ("2025年建多少家？", ""),
        ("节" * (QUESTION_LIMIT + 1), TOO_LONG),
        ("节" * QUESTION_LIMIT, ""),
    ],
)
def test_how_it_was_read_is_said_in_both_languages(typed: str, said: str) -> None:
    found = heard(typed, DAY)
    assert found.said == said
    assert bool(found.said_en) is bool(said)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("农田灌该水有效利用系数", "农田灌溉水有效利用系数"),
        ("农田灌山水有效利用系数", "农田灌山水有效利用系数"),
        ("反身透膜怎么研发", "反身透膜怎么研发"),
        ("反渗头膜怎么研发", "反渗透膜怎么研发"),
        ("供水管往实施更新改造", "供水管网实施更新改造"),
        ("供水管网怎么更新", "供水管网怎么更新"),
        ("养老院怎么管理", "养老院怎么管理"),
    ],
)
def test_a_character_is_mended_only_by_one_that_sounds_alike_and_fits(typed: str, read: str) -> None:
    counted = rarity()
    printed = counted.printed * 2
    assert mended(typed, counted.known, printed).text == read


def test_what_is_typed_on_purpose_is_left_alone() -> None:
    counted = rarity()
    assert mended("供水管往实施更新改造", counted.known, counted.printed * 2, "管往").text == "供水管往实施更新改造"


@pytest.fixture(scope="module")
def clerk(assistant_over: MakeAssistant) -> Assistant:
    """Asked on a set day."""
    clerk = assistant_over(TEXTS)
    clerk._today = lambda: DAY
    return clerk


def test_an_answer_says_which_year_it_is_about(clerk: Assistant) -> None:
    answer = clerk.ask("今年浙江要建成多少家节水型企业？")
    assert "300家" in answer.answer
    assert "2025年" in answer.question
    assert answer.notice == "“今年”按提问日期（2025年3月1日）理解为2025年。"
    assert "2025" in answer.notice_en


def test_a_refusal_says_so_too(clerk: Assistant) -> None:
    answer = clerk.ask("去年浙江建成多少家节水型企业？")
    assert answer.status is AnswerStatus.REFUSED
    assert "2024年" in answer.answer
    assert "“去年”" in answer.notice


@pytest.mark.parametrize("question", ["😀😀", "？！", "   "])
def test_what_asks_nothing_is_met_with_a_request(clerk: Assistant, question: str) -> None:
    answer = clerk.ask(question)
    assert (answer.status, answer.citations) == (AnswerStatus.REFUSED, ())
    assert "请输入" in answer.answer


def test_ten_thousand_characters_get_an_answer_and_a_word_on_it(clerk: Assistant) -> None:
    answer = clerk.ask("节水型企业奖励多少钱？" + "请尽快答复。" * 2000)
    assert answer.notice.startswith(TOO_LONG)
    assert len(answer.question) <= QUESTION_LIMIT
