"""A figure of a city stands in a sentence that names it, where its province publishes figures of many."""

from __future__ import annotations

import pytest

from assistant.answering import Assistant
from assistant.models import AnswerStatus
from tests.assistant.conftest import MakeAssistant

NEWS = """浙江发放节水补贴资金逾3亿元

记者从浙江省水利厅获悉，今年以来全省已向2000户企业发放节水补贴资金3.4亿元。补贴分两批发放。

绍兴市水利局介绍，绍兴已发放1.2亿元，占全省的三成。嘉兴市开通了线上申请。
"""


@pytest.fixture(scope="module")
def shelf(assistant_over: MakeAssistant) -> Assistant:
    return assistant_over({"新闻.txt": NEWS})


def test_the_figure_of_the_city_that_is_asked_about(shelf: Assistant) -> None:
    assert "1.2亿元" in shelf.ask("绍兴发放了多少节水补贴资金？").answer
    assert "3.4亿元" in shelf.ask("浙江发放了多少节水补贴资金？").answer


def test_the_figure_of_the_province_is_none_of_a_city_without_one(shelf: Assistant) -> None:
    answer = shelf.ask("嘉兴发放了多少节水补贴资金？")
    assert answer.status is AnswerStatus.REFUSED
