"""A figure answers only where it is one of the thing that was asked about."""

from __future__ import annotations

import pytest

from assistant.answerable.figure_of import (
    gives_bound,
    is_of_another_measure,
    is_of_what_was_asked,
    names_no_threshold,
    narrower,
    of_another_turn,
    source_missing,
)
from assistant.answerable.values import needed_for
from tests.assistant.shelf import ask

BUILDINGS = "到2035年，装配式建筑占新建建筑的比例大幅提升，装配式建筑单体装配率不低于50%。"
WATER = "到2030年，再生水利用率达到35%以上，单位产值用水量保持在全省平均标准以下。"


@pytest.mark.parametrize(
    ("question", "text", "answers"),
    [
        ("2035年新建建筑中装配式建筑占比要达到百分之几？", BUILDINGS, False),
        ("2035年装配式建筑单体装配率最低百分之几？", BUILDINGS, True),
        ("2030年再生水利用率要达到百分之几？", WATER, True),
        ("2030年单位产值用水量比全省平均标准低百分之几？", WATER, False),
        ("再生水利用率是百分之几？", "再生水利用率为35%。", True),
        ("取水登记费多少钱？", "未办理取水登记的，由水务部门责令办理，处1万元以上罚款。", False),
        ("未办理取水登记罚多少钱？", "未办理取水登记的，由水务部门责令办理，处1万元以上罚款。", True),
        ("节水贷款利率是多少？", "对节水贷款，按贷款利率的50%贴息。", False),
        ("节水贷款贴息的比例是多少？", "对节水贷款，按贷款利率的50%贴息。", True),
        ("取水登记费多少钱？", "取水登记，每件收登记费2000元。", True),
    ],
    ids=[
        "only vaguely",
        "its lower bound",
        "its own figure",
        "a neighbour's figure",
        "one part only",
        "a fine is no fee",
        "a fine",
        "half a rate is no rate",
        "half a rate is a share",
        "2000 yuan are no year",
    ],
)
def test_a_figure_counts_for_the_words_it_stands_with(question: str, text: str, answers: bool) -> None:
    asked = ask(question)
    needed = needed_for(asked)
    assert needed is not None
    assert is_of_what_was_asked(text, asked, needed) is answers


@pytest.mark.parametrize(
    ("question", "said", "word"),
    [
        ("海上风电装机多少？", "风电装机达2800万千瓦。", "海上"),
        ("海上风电装机多少？", "海上风电装机达800万千瓦。", ""),
        ("风电装机多少？", "风电装机达2800万千瓦。", ""),
        ("农村改厕补助多少？", "城镇供水管网补助三成。", ""),
        ("屋顶光伏每度补多少？", "分布式光伏每千瓦时补0.2元。", ""),
        ("屋顶光伏每度补多少？", "集中式光伏每千瓦时补0.2元。", "屋顶"),
        ("电子政务平台上怎么报装？", "向政务服务窗口提交报装申请。", ""),
        ("电子发票怎么开？", "到窗口领取发票。", "电子"),
        ("水泵进口要交税吗？", "对水泵免征关税，要按季度申报。", ""),
        ("农民落户 用地 奖励", "安排建设用地和奖励资金。", ""),
    ],
    ids=[
        "left out",
        "said",
        "not asked for",
        "another thing",
        "said otherwise",
        "the other sort",
        "where it is done",
        "no place",
        "what is done",
        "no word by itself",
    ],
)
def test_a_narrower_thing_is_not_answered_by_the_wider_one(question: str, said: str, word: str) -> None:
    assert narrower(question, said) == word


@pytest.mark.parametrize(
    ("question", "said", "none"),
    [
        ("年用水多少吨以上算用水大户？", "培育年节水过10吨的企业3家。", True),
        ("年用水多少吨以上算用水大户？", "年用水10万吨的，为用水大户。", False),
        ("漏损率高到多少算超标？", "漏损率不得超过9%。", False),
        ("年用水多少吨？", "培育年节水过10吨的企业3家。", False),
    ],
    ids=["no threshold", "what it counts as", "a bound", "not asked for"],
)
def test_from_how_much_on_a_thing_counts_as_such_is_told_by_its_name_or_a_bound(
    question: str, said: str, none: bool
) -> None:
    assert names_no_threshold(question, said) is none


TARGETS = "再生水回用比重提高至35%，单位产值用水量比2020年降低20%以上，完成下达的单位产值废水排放目标任务。"


@pytest.mark.parametrize(
    ("question", "answers"),
    [("单位产值废水排放目标 下降百分比", False), ("单位产值用水量 下降百分比", True), ("再生水回用比重", True)],
)
def test_the_share_of_another_measure_in_front_is_not_the_one_asked_for(question: str, answers: bool) -> None:
    asked = ask(question)
    needed = needed_for(asked)
    assert needed is not None
    assert is_of_what_was_asked(TARGETS, asked, needed) is answers


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("储能装机要达到多少万千瓦？", "储能"),
        ("风电累计装机要达到多少万千瓦？", ""),
        ("太阳能发电装机是多少？", "太阳能"),
        ("装机一共多少？", ""),
    ],
)
def test_capacity_is_that_of_what_was_named(question: str, missing: str) -> None:
    assert source_missing(ask(question), "研究储能，到2025年，光伏装机达30万千瓦、风电装机达20万千瓦。") == missing


@pytest.mark.parametrize(
    ("asked", "said", "another"),
    [
        ("第三批补助多少？", "下达第二批补助80亿元。", True),
        ("第二批补助多少？", "下达第二批补助80亿元。", False),
        ("第2批补助多少？", "下达第二批补助80亿元。", False),
        ("第三批补助多少？", "下达补助80亿元。", False),
        ("第三批补助多少？", "第一期工程投资80亿元，下达补助。", False),
    ],
)
def test_one_of_a_series_is_not_the_other(asked: str, said: str, another: bool) -> None:
    assert of_another_turn(asked, said) is another


@pytest.mark.parametrize(
    ("question", "text", "given"),
    [
        ("节水贷最多贷多少钱？", "单户最高可贷500万元", True),
        ("节水贷最多贷多少钱？", "首笔贷款300万元", False),
        ("节水贷至少贷多少钱？", "单户最高可贷500万元", False),
        ("节水贷至少贷多少钱？", "单户贷款不低于5万元", True),
        ("节水贷贷多少钱？", "单户最高可贷500万元", False),
    ],
)
def test_the_most_and_the_least_are_given_where_they_are_asked_for(question: str, text: str, given: bool) -> None:
    needed = needed_for(ask(question))
    assert needed is not None
    assert gives_bound(text, question, needed) is given


CARBON = "到2030年，技术体系更加完善，有力支撑单位生产总值二氧化碳排放比2005年下降65%以上。"


@pytest.mark.parametrize(
    ("question", "said", "another"),
    [
        ("2030年单位生产总值能耗下降多少？", CARBON, True),
        ("2030年单位生产总值二氧化碳排放下降多少？", CARBON, False),
        ("2030年单位生产总值能耗下降多少？", f"{CARBON}单位生产总值能耗下降14%。", False),
        ("2030年单位产值用水量下降多少？", "单位产值下降10%。", False),
        ("2030年节水型企业占比多少？", CARBON, False),
    ],
    ids=["carbon for energy", "carbon", "both", "no measure named", "no measure per unit asked for"],
)
def test_of_measures_per_unit_one_is_not_the_other(question: str, said: str, another: bool) -> None:
    needed = needed_for(ask(question))
    assert needed is not None
    assert is_of_another_measure(question, said, needed) is another
