"""One thing asked of two places with several documents each: an answer for each, out of its own."""

from __future__ import annotations

import pytest

from assistant.answering import Assistant
from assistant.models import AnswerStatus
from tests.assistant.conftest import MakeAssistant

NOTICE = """{place}水利厅关于做好节水登记工作的通知

各市水利局：

为做好节水登记，现将有关事项通知如下：

一、登记费用。用水企业办理节水登记，每户缴纳工本费{fee}元。

二、登记期限。用水企业应当在2025年{month}月30日前办理节水登记，逾期不予受理。

{place}水利厅
2025年3月6日
"""
NEWS = """{place}节水工作推进会召开

记者从{place}水利厅获悉，全省已有{count}户企业装上智能水表。
"""
PLACES = (("江西", "20", "6", "300"), ("湖北", "35", "9", "500"))


@pytest.fixture(scope="module")
def shelf(assistant_over: MakeAssistant) -> Assistant:
    texts = {}
    for place, fee, month, count in PLACES:
        texts[f"{place}通知.txt"] = NOTICE.format(place=f"{place}省", fee=fee, month=month)
        texts[f"{place}新闻.txt"] = NEWS.format(place=f"{place}省", count=count)
    return assistant_over(texts)


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [
        ("江西和湖北两省办理节水登记，工本费分别是多少？", "20元", "35元"),
        ("节水登记工本费标准 江西与湖北对比", "20元", "35元"),
        ("江西、湖北的节水登记各自最晚哪天办？", "6月30日", "9月30日"),
    ],
)
def test_each_place_answers_out_of_its_own_documents(shelf: Assistant, question: str, first: str, second: str) -> None:
    answer = shelf.ask(question)
    assert answer.status is AnswerStatus.ANSWERED
    assert answer.answer.index("江西") < answer.answer.index(first)
    assert answer.answer.index("湖北") < answer.answer.index(second)
    assert [one.source for one in answer.citations] == ["江西通知.txt", "湖北通知.txt"]
