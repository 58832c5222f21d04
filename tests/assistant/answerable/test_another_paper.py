"""A question for a field of a paper that the library lacks is refused; of one that it holds, it is answered."""

from __future__ import annotations

import pytest

from assistant.answering import Assistant
from assistant.models import AnswerStatus
from tests.assistant.conftest import MakeAssistant

PLAN = """苍水市人民政府办公室文件

苍政办发〔2031〕7号

关于印发《苍水市节水行动方案》的通知

各区县人民政府：

现将《苍水市节水行动方案》印发给你们，请组织实施。

苍水市人民政府办公室

2031年2月6日

苍水市节水行动方案

一、节水产业

支持节水产业发展，推进供水管网改造，组织实施节水工程。
"""
OTHER = """青石省粮食安全规划

一、粮食产能

到2035年建成高标准农田900万亩，开展粮食安全宣传解释工作。
"""


@pytest.fixture(scope="module")
def desk(assistant_over: MakeAssistant) -> Assistant:
    return assistant_over({"节水.txt": PLAN, "粮食.txt": OTHER})


@pytest.mark.parametrize(
    "question",
    [
        "苍水市养犬管理条例什么时候印发的？",
        "苍水市的养老服务规划文号是多少？",
        "殡葬管理办法由谁解释？",
        "海岛保护法是哪年通过的？",
        "苍水市医疗保障条例什么时候施行？",
    ],
)
def test_the_paper_of_that_place_does_not_stand_in(desk: Assistant, question: str) -> None:
    assert desk.ask(question).status is AnswerStatus.REFUSED


def test_the_refusal_names_the_paper(desk: Assistant) -> None:
    assert "现有文件里没有“苍水市养犬管理条例”" in desk.ask("苍水市养犬管理条例什么时候印发的？").answer


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("苍水市的节水方案文号是多少？", "苍政办发〔2031〕7号"),
        ("苍水那份行动方案什么时候印发的？", "2031年2月6日"),
    ],
)
def test_other_words_for_it_still_call_it(desk: Assistant, question: str, said: str) -> None:
    assert said in desk.ask(question).answer
