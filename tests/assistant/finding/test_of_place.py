"""A place is answered for by what names it, else by what may hold there; the answer then says that it is not named."""

from __future__ import annotations

import pytest

from assistant.answering import Assistant
from assistant.models import AnswerStatus
from tests.assistant.conftest import MakeAssistant

OURS = """关于暂时减免再生水费的通告

各用水单位：

为减轻企业负担，我市使用再生水的企业暂免缴纳再生水费。办理免缴再生水费的企业应当登记用水量。
"""
NEWS = """绍兴市企业节水新闻

记者从水利部门获悉，当地企业节水热情高涨，再生水用得越来越多。
"""
ALL_OVER = """水利部关于企业节水的通知

各省、自治区、直辖市水利厅（局）：

为做好企业节水工作，现通知如下：

一、冷却塔改造
鼓励企业改造冷却塔，回收蒸汽冷凝水。到2030年，完成冷却塔改造3000座。

水利部
2023年5月6日
"""

CODE = """浙江省“惠企用水码”上线

“惠企用水码”在浙江省上线，企业扫码即可登记用水量，具有核验快、无需填表、全程免费等优势。
"""


@pytest.fixture(scope="module")
def silent(assistant_over: MakeAssistant) -> Assistant:
    """Over a notice that says 我市, news that name the city in passing, and an order to all provinces."""
    return assistant_over({"通告.txt": OURS, "新闻.txt": NEWS, "通知.txt": ALL_OVER})


def test_a_notice_that_never_names_its_city_may_answer_before_news_that_do(silent: Assistant) -> None:
    answer = silent.ask("绍兴的企业免缴再生水费怎么办理？")
    assert [one.source for one in answer.citations] == ["通告.txt"]
    assert answer.answer.endswith("所引文件没有提到绍兴，请核对它是否适用。")


def test_what_the_nation_orders_may_answer_for_a_place(silent: Assistant) -> None:
    answer = silent.ask("绍兴怎样鼓励企业改造冷却塔？")
    assert {one.source for one in answer.citations} == {"通知.txt"}
    assert "没有提到绍兴" in answer.answer


def test_what_is_called_by_its_name_is_looked_for_wherever_it_is(assistant_over: MakeAssistant) -> None:
    shelf = assistant_over({"新闻.txt": NEWS, "上线.txt": CODE})
    answer = shelf.ask("绍兴的“惠企用水码”有哪些优势？")
    assert [one.source for one in answer.citations] == ["上线.txt"]
    assert "没有提到绍兴" in answer.answer


def test_a_figure_of_the_nation_is_none_of_a_place(silent: Assistant) -> None:
    answer = silent.ask("到2030年，绍兴要完成冷却塔改造多少座？")
    assert answer.status is AnswerStatus.REFUSED


def test_nothing_is_said_of_a_place_that_the_document_names(assistant: Assistant) -> None:
    answer = assistant.ask("绍兴的再生水利用率要达到多少？")
    assert answer.status is AnswerStatus.ANSWERED
    assert "没有提到" not in answer.answer
