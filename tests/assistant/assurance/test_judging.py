"""What shares little with the question is told with a caution; other matters than the documents' are refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import wording
from assistant.answering import Assistant
from assistant.assurance import judging
from assistant.assurance.model import ANSWERS, DEALS
from assistant.models import AnswerStatus
from tests.assistant.conftest import MakeAssistant

QUESTION = "绍兴的再生水利用率要达到多少？"


@pytest.fixture
def likely(monkeypatch: pytest.MonkeyPatch) -> dict[str, float]:
    """Sets how likely it is of every choice that it answers, and that the documents deal with the matter."""
    said = {ANSWERS: 1.0, DEALS: 1.0}

    class Model:
        def __init__(self, file: Path) -> None:
            self.part = file.name

        def probability(self, row: object) -> float:
            return said[self.part]

    monkeypatch.setattr(judging, "assurance_model", Model)
    return said


def test_a_likely_choice_is_told_without_a_word(assistant: Assistant, likely: dict[str, float]) -> None:
    answer = assistant.ask(QUESTION)
    assert answer.status is AnswerStatus.ANSWERED
    assert wording.DOUBTED not in answer.notice


def test_a_doubted_one_is_told_with_a_caution(assistant: Assistant, likely: dict[str, float]) -> None:
    likely[ANSWERS] = judging.DOUBTED / 2
    answer = assistant.ask(QUESTION)
    assert answer.status is AnswerStatus.ANSWERED
    assert wording.DOUBTED in answer.notice
    assert wording.DOUBTED_EN in answer.notice_en


LAW = """节水条例

第一条 本条例所称再生水，是指经过处理后达到一定水质标准、可以再次使用的水。

第二条 单位应当使用再生水。
"""


def test_what_defines_a_word_is_sure(assistant_over: MakeAssistant, likely: dict[str, float]) -> None:
    likely[ANSWERS] = judging.DOUBTED / 2
    answer = assistant_over({"条例.txt": LAW}).ask("什么是再生水？")
    assert "经过处理后" in answer.answer
    assert wording.DOUBTED not in answer.notice


@pytest.mark.parametrize(("probability", "points"), judging.OTHER_MATTER)
def test_a_matter_that_the_documents_do_not_deal_with_is_refused(
    assistant: Assistant, likely: dict[str, float], monkeypatch: pytest.MonkeyPatch, probability: float, points: float
) -> None:
    likely[DEALS] = probability - 0.01
    monkeypatch.setattr(judging, "points_of", lambda asked, candidate: points)
    answer = assistant.ask(QUESTION)
    assert answer.status is AnswerStatus.REFUSED
    assert answer.answer == "现有文件没有涉及所问的事项，不能回答这个问题。"
    assert answer.nearest


@pytest.mark.parametrize(("probability", "points"), judging.OTHER_MATTER)
def test_a_sentence_that_reads_as_the_answer_is_of_the_matter_whatever_the_signs_say(
    assistant: Assistant, likely: dict[str, float], monkeypatch: pytest.MonkeyPatch, probability: float, points: float
) -> None:
    likely[DEALS] = probability - 0.01
    monkeypatch.setattr(judging, "points_of", lambda asked, candidate: points + 0.1)
    assert "25%" in assistant.ask(QUESTION).answer


def test_measures_of_a_document_that_is_named_are_told_in_whatever_words(
    assistant: Assistant, likely: dict[str, float], monkeypatch: pytest.MonkeyPatch
) -> None:
    likely[DEALS] = 0.01
    monkeypatch.setattr(judging, "points_of", lambda *_: -3.0)
    named, unnamed = "浙江方案怎么推广滴灌技术？", "怎么推广滴灌技术？"
    assert assistant.ask(named).status is AnswerStatus.ANSWERED
    assert assistant.ask(unnamed).status is AnswerStatus.REFUSED


def test_one_that_the_signs_are_for_is_not_read(
    assistant: Assistant, likely: dict[str, float], monkeypatch: pytest.MonkeyPatch
) -> None:
    likely[DEALS] = max(probability for probability, _ in judging.OTHER_MATTER)
    monkeypatch.setattr(judging, "points_of", lambda asked, candidate: -9.0)
    assert "25%" in assistant.ask(QUESTION).answer


STRANGE = (
    "孩子上小学要什么材料？",
    "我的快递丢了找谁赔？",
    "养老保险断缴了怎么办？",
    "夫妻一方所欠债务由谁偿还？",
    "邻居在门口装摄像头侵犯隐私权吗？",
    "红烧肉怎么做？",
    "驾照过期了怎么换？",
    "开餐馆要办什么证？",
)


@pytest.mark.parametrize("question", STRANGE)
def test_questions_of_daily_life_find_nothing_in_a_plan(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).status is AnswerStatus.REFUSED
