"""Of cases ruled side by side the one meant is told, and both where the question leaves open which."""

from __future__ import annotations

import pytest

from assistant.choosing.extractive import choose
from assistant.choosing.saying import statements
from assistant.finding.rarity import Rarity
from corpus.chunking import chunk
from tests.assistant.shelf import ask, document_of, evidence_of
from tests.corpus.sources import document

RULES = document(
    "绍兴市节水资金支付办法",
    "",
    "一、支付节水改造工程款",
    "水务部门清理所欠节水改造工程款，对已经到期的，一个月内付清；对尚未到期的，可以按照合同提前支付。",
    "",
    "二、节水改造补贴",
    "节水改造按供水户数给予补贴，每新增一户补贴20元；每家企业每年最高300万元。",
    "",
    "三、申请核定用水量",
    "水务部门自受理用水量核定申请之日起20日内作出核定决定；情况复杂的，经负责人批准可以延长10日。",
    "",
    "四、计量水表的检定期",
    "水表检定期自水表封装之日起计算；封装日期与装表日期不一致的，自装表之日起计算。水表检定期起算之日前不收水费。",
)
RARITY = Rarity(f"{one.context} {one.text}" for one in chunk(RULES))
DUE = "一个月内付清"
NOT_DUE = "提前支付"


def told(question: str) -> str:
    found = [evidence_of(RULES, path) for path in ("一", "二", "三", "四")]
    asked = ask(question)
    chosen, _ = choose(asked, found, RARITY, document_of)
    return " ".join(one.text for one in statements(asked, chosen, RARITY))


def test_a_question_that_leaves_the_case_open_is_answered_for_both() -> None:
    answer = told("所欠的节水改造工程款怎么支付？")
    assert DUE in answer
    assert NOT_DUE in answer


def test_a_question_that_names_the_case_is_answered_for_that_one_alone() -> None:
    answer = told("水务部门所欠节水改造工程款，已经到期的怎么付清？")
    assert DUE in answer
    assert NOT_DUE not in answer


@pytest.mark.parametrize(
    ("question", "ceiling"), [("每新增一户补贴多少元，最高多少？", True), ("每新增一户补贴多少元？", False)]
)
def test_the_ceiling_behind_the_semicolon_is_told_where_it_is_asked_for(question: str, ceiling: bool) -> None:
    answer = told(question)
    assert "20元" in answer
    assert ("300万元" in answer) is ceiling


def test_of_two_values_asked_for_in_keywords_both_are_told() -> None:
    answer = told("用水量核定申请受理后核定决定时限及可延长天数")
    assert "20日" in answer
    assert "10日" in answer


@pytest.mark.parametrize("question", ["水表检定期从哪天起算？", "水表检定期从什么时候开始算？"])
def test_from_when_a_term_runs_is_told_with_the_case_in_which_it_runs_from_another_day(question: str) -> None:
    answer = told(question)
    assert "自水表封装之日起计算" in answer
    assert "自装表之日起计算" in answer


APPEALS = document(
    "青川县河道采砂评分办法",
    "",
    "一、评分的复核",
    "采砂单位对评分有异议的，可以自公布之日起7日内向县水利局提出书面复核申请；县水利局应当在12日内作出答复。",
    "",
    "二、采砂船的变更",
    "采砂单位变更采砂船的，应当自变更之日起5日内报县交通局备案；采砂船应当悬挂号牌。",
)


def appealed(path: str, question: str) -> str:
    rarity = Rarity(f"{one.context} {one.text}" for one in chunk(APPEALS))
    chosen, _ = choose(ask(question), [evidence_of(APPEALS, path)], rarity, document_of)
    return " ".join(one.text for one in chosen)


@pytest.mark.parametrize(
    "question", ["采砂单位对评分有异议怎么申请复核，多久有答复？", "采砂单位对评分有异议，申请复核走什么程序？"]
)
def test_the_body_that_is_turned_to_goes_on_with_it(question: str) -> None:
    assert "在12日内作出答复" in appealed("一", question)


def test_another_rule_behind_the_semicolon_is_none_of_it() -> None:
    assert "号牌" not in appealed("二", "采砂单位变更采砂船多久内备案？")


MACHINES = document(
    "绍兴市滴灌机具补贴办法",
    "",
    "一、测算比例",
    "提高紧缺滴灌机具的补贴测算比例，由30%提高至35%；区域内保有量过多的水泵，补贴测算比例降至15%以下；水泵由镇政府登记5年。",
    "",
    "二、申请",
    "购机者向镇政府申请。",
)


@pytest.mark.parametrize(
    ("question", "both"),
    [
        ("紧缺的和过多的机具，补贴测算比例分别怎么调？", True),
        ("紧缺滴灌机具的补贴测算比例提高到多少？", False),
    ],
)
def test_where_a_figure_of_each_is_asked_for_the_half_with_one_is_told(question: str, both: bool) -> None:
    asked = ask(question)
    rarity = Rarity(f"{one.context} {one.text}" for one in chunk(MACHINES))
    chosen, _ = choose(asked, [evidence_of(MACHINES, "一")], rarity, lambda _: MACHINES)
    answer = " ".join(one.text for one in statements(asked, chosen, rarity))
    assert "35%" in answer
    assert ("15%" in answer) is both
    assert "登记" not in answer
