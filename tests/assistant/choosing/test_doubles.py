"""The same target in two places: one statement with both citations, or both figures and a warning."""

from __future__ import annotations

import pytest

from assistant.answering import Assistant
from assistant.choosing.doubles import DIFFER
from assistant.models import Answer, SentenceStatus
from tests.assistant.conftest import MakeAssistant

NAME = "海宁.txt"
TEXT = """海宁市节水行动计划

为推进全市节水工作，制定本计划。

一、主要目标
到2025年，全市培育壮大节水服务机构120家，再生水利用率达到25%。建成高标准节水示范园区8—10个。

二、主要任务

（一）印染行业节水。到2025年，全市再生水利用率达到25%以上，推广低浴比染色工艺。

（二）园区节水。建成高标准节水示范园区5—10个，完善分区计量。

（三）服务业节水。到2025年，全市新增节水服务机构30家。到2030年，再生水利用率达到40%。
"""


@pytest.fixture(scope="module")
def clerk(assistant_over: MakeAssistant) -> Assistant:
    return assistant_over({NAME: TEXT})


def paths(answer: Answer) -> set[str]:
    return {one.path for one in answer.citations}


def test_two_figures_for_one_target_are_both_shown_and_said_to_differ(clerk: Assistant) -> None:
    answer = clerk.ask("建成高标准节水示范园区多少个？")
    assert "8—10个" in answer.answer and "5—10个" in answer.answer
    assert DIFFER in answer.answer
    assert paths(answer) == {"一", "二 > （二）"}
    assert {one.status for one in answer.sentences} == {SentenceStatus.VERIFIED}


CALL = """海宁市节水项目申报通知

各单位：现就申报节水项目通知如下。

一、支持类别

（一）印染节水项目。支持低浴比染色，单个项目财政资助额度不超过80万元。

（二）农业节水项目。支持滴灌，单个项目财政资助额度不超过20万元。

二、回用项目

支持再生水管网，单个项目财政资助额度不超过50万元。
"""


@pytest.mark.parametrize(
    ("question", "sum_"),
    [("印染节水项目单个最多资助多少万元？", "80万元"), ("回用项目单个最多资助多少万元？", "50万元")],
)
def test_what_stands_under_the_heading_of_another_thing_is_no_other_figure(
    assistant_over: MakeAssistant, question: str, sum_: str
) -> None:
    answer = assistant_over({"通知.txt": CALL}).ask(question)
    assert DIFFER not in answer.answer
    assert sum_ in answer.answer and len(paths(answer)) == 1


def test_one_figure_in_two_places_is_one_statement_with_two_citations(clerk: Assistant) -> None:
    answer = clerk.ask("到2025年再生水利用率达到多少？")
    assert DIFFER not in answer.answer
    assert paths(answer) == {"一", "二 > （一）"}
    assert [one.marks for one in answer.sentences] == [(1, 2)]


def test_what_is_new_is_not_what_is_there_in_all(clerk: Assistant) -> None:
    answer = clerk.ask("到2025年新增节水服务机构多少家？")
    assert "30家" in answer.answer
    assert DIFFER not in answer.answer


def test_another_year_is_another_target(clerk: Assistant) -> None:
    answer = clerk.ask("到2030年再生水利用率达到多少？")
    assert "40%" in answer.answer
    assert DIFFER not in answer.answer


CAPS = """海宁市低空节水若干措施

一、培育产业

1.对采购节水永磁电机的企业，按照采购额的5%给予补贴，每家企业每年最高200万元。

二、完善保障

2.对购买节水机身险的企业，按照保费的40%给予补助，每家企业每年最高50万元。
"""


def test_a_cap_that_stands_behind_many_grants_is_no_target_of_its_own(assistant_over: MakeAssistant) -> None:
    answer = assistant_over({"措施.txt": CAPS}).ask("购买节水机身险每家企业每年最高补多少万元？")
    assert "50万元" in answer.answer and "200万元" not in answer.answer
    assert DIFFER not in answer.answer
