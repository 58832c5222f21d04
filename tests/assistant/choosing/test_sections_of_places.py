"""A plan that goes from city to city answers of each out of its section, and of all out of none of them."""

from __future__ import annotations

import pytest

from assistant.answering import Assistant
from assistant.models import AnswerStatus
from index.models import DocumentFilter
from tests.assistant.conftest import MakeAssistant

PLAN = """金绍嘉节水灌溉示范城市群实施方案（2031—2034年）

一、目标
到2034年，三市累计推广节水泵车9000辆以上，建设取水站120座。

二、任务分工

（一）金华市

打造研发核心区。推广节水泵车4100辆，建设取水站35座，重点在城区投放。

（二）绍兴市

打造测试区。推广节水泵车1700辆，建设取水站15座，重点开展绍兴至宁波的运输示范。

（三）嘉兴市

打造应用区。推广节水泵车1200辆，建设取水站12座；支持东港机械建设年产5000辆节水泵车生产线。

三、重点任务
在金华婺城、绍兴柯桥、嘉兴南湖3个园区建设节水示范园，园区内泵车2033年前全部更新。
"""


@pytest.fixture(scope="module")
def plan(assistant_over: MakeAssistant) -> Assistant:
    return assistant_over({"方案.txt": PLAN})


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("绍兴要推广多少辆节水泵车？", "1700辆"),
        ("嘉兴推广多少泵车？", "1200辆"),
        ("金华建设多少座取水站？", "35座"),
        ("金绍嘉城市群 2034年 节水泵车推广总数", "9000辆"),
    ],
)
def test_a_figure_is_that_of_the_section_of_the_place(plan: Assistant, question: str, value: str) -> None:
    answer = plan.ask(question)
    assert answer.status is AnswerStatus.ANSWERED
    assert value in answer.sentences[0].text


def test_two_places_are_told_out_of_their_sections_side_by_side(plan: Assistant) -> None:
    answer = plan.ask("金华与嘉兴在节水示范中各自要推广几辆车、建几座站？").answer
    assert answer.index("金华") < answer.index("4100辆") < answer.index("嘉兴") < answer.index("1200辆")
    assert "绍兴" not in answer


def test_a_plan_outside_the_documents_that_are_asked_is_told_of_nothing(assistant_over: MakeAssistant) -> None:
    other = "临海市节水方案\n\n一、任务\n金华与嘉兴的节水经验值得借鉴，推广节水泵车30辆。\n"
    both = assistant_over({"方案.txt": PLAN, "别的.txt": other})
    (only,) = [one.id for one in both.documents() if one.name == "别的.txt"]
    where = DocumentFilter(document_ids=frozenset({only}))
    answer = both.ask("金华与嘉兴在节水示范中各自要推广几辆车、建几座站？", where=where)
    assert {one.source for one in answer.citations} <= {"别的.txt"}


def test_a_city_without_a_section_has_no_figure(plan: Assistant) -> None:
    assert plan.ask("舟山要推广多少辆节水泵车？").status is AnswerStatus.REFUSED
