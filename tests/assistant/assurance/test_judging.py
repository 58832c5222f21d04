"""What shares little with the question is told with a word of caution; what defines a word is sure."""

from __future__ import annotations

import pytest

from assistant import wording
from assistant.answering import Assistant
from assistant.assurance import judging
from assistant.models import AnswerStatus
from tests.assistant.conftest import MakeAssistant

QUESTION = "绍兴的再生水利用率要达到多少？"


@pytest.fixture
def likely(monkeypatch: pytest.MonkeyPatch) -> dict[str, float]:
    """Sets how likely every choice is."""
    said = {"now": 1.0}

    class Model:
        def probability(self, row: object) -> float:
            return said["now"]

    monkeypatch.setattr(judging, "assurance_model", Model)
    return said


def test_a_likely_choice_is_told_without_a_word(assistant: Assistant, likely: dict[str, float]) -> None:
    answer = assistant.ask(QUESTION)
    assert answer.status is AnswerStatus.ANSWERED
    assert wording.DOUBTED not in answer.notice


def test_a_doubted_one_is_told_with_a_caution(assistant: Assistant, likely: dict[str, float]) -> None:
    likely["now"] = judging.DOUBTED / 2
    answer = assistant.ask(QUESTION)
    assert answer.status is AnswerStatus.ANSWERED
    assert wording.DOUBTED in answer.notice
    assert wording.DOUBTED_EN in answer.notice_en


LAW = """节水条例

第一条 本条例所称再生水，是指经过处理后达到一定水质标准、可以再次使用的水。

第二条 单位应当使用再生水。
"""


def test_what_defines_a_word_is_sure(assistant_over: MakeAssistant, likely: dict[str, float]) -> None:
    likely["now"] = judging.DOUBTED / 2
    answer = assistant_over({"条例.txt": LAW}).ask("什么是再生水？")
    assert "经过处理后" in answer.answer
    assert wording.DOUBTED not in answer.notice
