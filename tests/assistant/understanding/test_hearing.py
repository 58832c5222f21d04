"""A question is read as it was meant: years by the day of asking, wrong characters mended; the user is told."""

from __future__ import annotations

from datetime import date

import pytest

from assistant import wording
from assistant.answering import Assistant
from assistant.finding.rarity import Rarity
from assistant.models import AnswerStatus, Turn
from assistant.understanding.hearing import QUESTION_LIMIT, TOO_LONG, heard, is_civility, is_foreign
from assistant.understanding.typing_errors import mended
from corpus.errors import InputError
from tests.assistant.conftest import MakeAssistant
from tests.assistant.shelf import TEXTS, rarity

DAY = date(2025, 3, 1)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("今年建多少家？", "2025年建多少家？"),
        ("去年和明年各建多少家？", "2024年和2026年各建多少家？"),
        ("外婆今年83，能领多少？", "外婆今年83，能领多少？"),
        ("今年已经七十岁了能领吗", "今年已经七十岁了能领吗"),
        ("今年83家都建了吗？", "2025年83家都建了吗？"),
        ("目前建了多少家？", "目前建了多少家？"),
        ("截至目前建了多少家？", "截至目前建了多少家？"),
        ("2025年建多少家？", "2025年建多少家？"),
        ("  農業\n節水 ", "农业 节水"),
        ("节水企业 公示几天 异议几天内答复", "节水企业 公示几天，异议几天内答复"),
        ("申请补助 需要哪些 材料 多少天", "申请补助 需要哪些 材料 多少天"),
        ("节水企业 奖励多少", "节水企业 奖励多少"),
        ("再生水利用率 2025 2030 对比", "再生水利用率 2025年 2030年 对比"),
        ("再生水利用率 2025、2030", "再生水利用率 2025年、2030年"),
        ("节水奖励 2030 元", "节水奖励 2030 元"),
        ("节水电话 0532 2025 8899", "节水电话 0532 2025 8899"),
        ("GB/T 2024 节水", "GB/T 2024 节水"),
        ("节水规划 2021-2025", "节水规划 2021-2025"),
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


def test_a_verb_in_front_of_who_is_no_wrong_character() -> None:
    assert (
        mended("节水工程归谁管", {"节水", "工程", "程规"}.__contains__, "节水工程规划和供水工程规范").text
        == "节水工程归谁管"
    )


def test_a_verb_in_front_of_which_is_no_wrong_character() -> None:
    known = {"有问", "问题"}.__contains__
    assert mended("有问题打哪个电话", known, "问题答复，问题答疑").text == "有问题打哪个电话"
    assert mended("有问题打复，", known, "问题答复，问题答复").text == "有问题答复，"


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


@pytest.mark.parametrize(
    "text", ["你好", "您好！", "下午好", "谢谢", "好的，谢谢你了", "嗯嗯", "明白了", "Thank you!", "OK"]
)
def test_a_civility_asks_nothing_also_within_a_conversation(clerk: Assistant, text: str) -> None:
    question = "节水型企业奖励多少钱？"
    before = [Turn(question=question, answer=clerk.ask(question))]
    assert before[0].answer.citations
    answer = clerk.ask(text, history=before)
    assert (answer.status, answer.answer) == (AnswerStatus.REFUSED, wording.EMPTY_QUESTION)


@pytest.mark.parametrize("text", ["你好，奖励多少钱？", "好的，那文号呢？", "好处是什么", "谢师宴"])
def test_a_question_behind_a_civility_is_a_question(text: str) -> None:
    assert not is_civility(text)


def test_a_long_row_of_civilities_takes_no_time() -> None:
    assert not is_civility("好的谢谢" * 500 + "水")


@pytest.mark.parametrize("text", ["What is the reward?", "hydrogen targets 2030", "Какие цели?"])
def test_another_language_is_told_that_the_documents_are_chinese(clerk: Assistant, text: str) -> None:
    answer = clerk.ask(text)
    assert (answer.status, answer.answer, answer.nearest) == (AnswerStatus.REFUSED, wording.NOT_CHINESE, ())
    with pytest.raises(InputError) as refused:
        clerk.brief(text)
    assert (refused.value.zh, refused.value.en) == wording.REQUEST_NOT_CHINESE


@pytest.mark.parametrize("text", ["CCUS", "ccus 2030", "5G"])
def test_latin_words_that_chinese_documents_hold_are_looked_up(text: str) -> None:
    assert not is_foreign(text, Rarity(["到2030年，推广CCUS技术。", "建设5G基站。"]))
    assert is_foreign(f"what is {text}", Rarity(["到2030年，推广CCUS技术。", "建设5G基站。"]))
