"""Questions that ask for several things: each part is answered with its own citation, or named as not answered."""

from __future__ import annotations

import pytest

from assistant.finding.rarity import Rarity
from assistant.models import AnswerStatus
from assistant.several_asked import parts_asked
from tests.assistant.shelf import ask

_PARKS = {
    "青川方案.txt": (
        "青川市湿地公园建设方案\n\n一、建设任务\n"
        "（一）新建公园。到2026年新建湿地公园8处。对新建的省级湿地公园，给予500万元补助；对新建的市级湿地公园，给予200万元补助。\n"
        "（二）科普场馆。引进的首席讲解员，一次性给予安家费30万元。在读博士到场馆实习的，每月发放生活补助1800元。\n"
        "（三）观鸟步道。新建观鸟步道12公里，沿线设置观鸟屋9座。（责任单位：市文旅局、市林业局）\n"
        "（四）清退网箱。网箱连片的水面，应优先改为生态浮床。国有渔场所属水面应于2027年底前全部完成清退。\n"
        "二、保障措施\n（五）资金保障。市财政每年安排专项资金2000万元。\n（六）宣传。每年举办一届湿地文化节。\n"
    )
}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("新建省级湿地公园和市级湿地公园各补助多少钱？", ("500万元", "200万元")),
        ("首席讲解员和在读博士分别给什么待遇？", ("30万元", "1800元")),
        ("观鸟步道建几公里，由谁负责？", ("12公里", "市文旅局")),
        ("网箱连片的水面要求怎样改造？国有渔场有什么时间要求？", ("生态浮床", "2027年底")),
        ("观鸟步道有多少公里？专项资金每年安排多少？", ("12公里", "2000万元")),
    ],
)
def test_each_part_is_answered_and_cited(assistant_over, question: str, said: tuple[str, ...]) -> None:
    answer = assistant_over(_PARKS).ask(question)
    assert answer.status is AnswerStatus.ANSWERED
    for words in said:
        assert words in answer.answer
        assert any(words in one.quote for one in answer.citations)


def test_what_stands_behind_the_questions_is_said_of_all_of_them() -> None:
    rarity = Rarity(["预报二十四小时雨量 县里启动三级响应", "控制站水位超过保证水位 县里启动三级响应"])
    parts = parts_asked(ask("雨量多大、水位涨到多少，县里启动三级响应？"), rarity)
    assert all("三级响应" in one.questions[0] for one in parts)
    assert [one.label for one in parts] == ["雨量多大", "水位涨到多少"]


@pytest.mark.parametrize(
    ("question", "said", "unanswered"),
    [
        ("观鸟步道建几公里，造价是多少钱？", "12公里", "造价是多少钱"),
        ("观鸟步道有多少公里？哪一年验收？", "12公里", "哪一年验收"),
    ],
)
def test_a_part_without_an_answer_is_named(assistant_over, question: str, said: str, unanswered: str) -> None:
    answer = assistant_over(_PARKS).ask(question)
    assert answer.status is AnswerStatus.PARTIAL
    assert said in answer.answer
    assert f"文件没有回答“{unanswered}”" in answer.answer


@pytest.mark.parametrize(
    "question", ["湿地博物馆的造价是多少钱，电话是多少？", "这个方案由谁起草，起草人的电话是多少？"]
)
def test_where_no_part_is_answered_all_is_refused(assistant_over, question: str) -> None:
    assert assistant_over(_PARKS).ask(question).status is AnswerStatus.REFUSED


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("步道多长，由谁负责？", ["步道多长", "由谁负责"]),
        ("省级公园和市级公园各补助多少？", ["省级公园", "市级公园"]),
        ("对国际、国内标准分别奖多少？", ["国际", "国内标准"]),
        ("碳达峰碳中和目标分别是什么？", []),
        ("《退养和还湿办法》分别是哪年印发的？", []),
        ("各地区怎么落实？", []),
        ("步道多长？", []),
        ("步道会不会收费？管理办法里怎么讲", []),
    ],
)
def test_a_question_is_split_where_it_asks_for_more_than_one_thing(question: str, labels: list[str]) -> None:
    rarity = Rarity(["步道多长由谁负责", "省级公园市级公园补助"])
    assert [one.label for one in parts_asked(ask(question), rarity)] == labels


def test_what_any_document_has_is_asked_for_with_the_matter_before_it_alone() -> None:
    rarity = Rarity(["步道多长由谁负责", "步道铺装技术", "渔船技术"])
    _, techniques = parts_asked(ask("步道有多长，要用哪些技术？"), rarity)
    assert techniques.questions == ("步道多长，要用哪些技术",)
    _, paving = parts_asked(ask("步道有多长，要用哪些铺装技术？"), rarity)
    assert len(paving.questions) == 2


_HALLS = {
    "白鹭办法.md": (
        "# 白鹭市展览馆管理办法\n\n2022年4月1日 白鹭市人民政府令第7号公布\n\n"
        "第一条 展览馆名册公布后，所在街道应当自名册公布之日起三年内编制完成陈列计划，报区人民政府批准。"
        "陈列计划报送批准前，街道应当将草案公开征求意见，征求意见的时间不得少于十五日。\n\n"
        "第二条 展览馆自批准之日起6个月内未开馆，需要延期开馆的，应当在期满的10日前提出申请。"
        "开馆只能延期一次，期限最长不得超过3个月。\n\n"
        "第三条 变更展览主题的，街道应当在收到申请后的二十日内提出意见，报区文化部门审核。"
        "区文化部门在十日内进行审核。\n\n第四条 本办法自2022年6月1日起施行。\n"
    )
}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("名册公布后街道最迟多久编好陈列计划？报批前征求意见至少几天？", ("三年内", "十五日")),
        ("批准快半年了展览馆还没开馆，想延期开馆，应该怎么办、最多能延多久？", ("10日前", "3个月")),
        ("展览主题要变更，街道、区文化部门分别要在多长时间内办完？", ("二十日", "十日内进行审核")),
    ],
)
def test_each_of_two_times_and_the_most_is_told(assistant_over, question: str, said: tuple[str, ...]) -> None:
    answer = assistant_over(_HALLS).ask(question)
    assert answer.status is AnswerStatus.ANSWERED
    assert all(words in answer.answer for words in said)


_GAUGES = {
    "雾川办法.md": (
        "# 雾川市计量器具检定办法\n\n2023年5月1日 雾川市人民政府令第4号公布\n\n"
        "第一条 检定机构收到检定申请的，应当自收到申请之日起3个工作日内作出答复。"
        "器具符合受检条件的，应当自申请人提出检定要求之日起15个工作日内完成检定，并出具受检证明。\n\n"
        "第二条 抽取样品时，抽样人员应当出示抽样通知书和样品数量的规定。未出示的，使用单位有权拒绝抽样。"
        "监督抽样不得向使用单位收取检定费用，检定费用由市财政统一列支。\n\n"
        "第三条 使用单位有下列情形之一的，终止检定：\n（一）拒不承担重复检定费用的；\n（二）器具已经报废的。\n\n"
        "第四条 迟延交付的，应当支付迟延费。迟延费=器具价款×迟延天数×m。系数m不得高于0.2%。\n\n"
        "第五条 本办法自2023年7月1日起施行。\n"
    )
}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("厂里提出受检要求以后，最迟几天给说法，符合条件的最迟几天办妥？", ("3个工作日内作出答复", "15个工作日内")),
        ("迟延费咋算出来，系数最高能定到多少？", ("器具价款×迟延天数", "0.2%")),
    ],
    ids=["a time for each", "how it is reckoned, and the most"],
)
def test_a_value_told_for_one_part_does_not_stand_for_the_other(
    assistant_over, question: str, said: tuple[str, ...]
) -> None:
    answer = assistant_over(_GAUGES).ask(question)
    assert answer.status is AnswerStatus.ANSWERED
    assert all(words in answer.answer for words in said)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("监督抽样的检定费用谁来掏？", "由市财政统一列支"),
        ("来抽样的人没出示抽样通知书，也没讲样品数量，我能不让抽吗？", "有权拒绝"),
    ],
)
def test_who_pays_and_whether_one_may_refuse_is_told_by_the_rule(assistant_over, question: str, said: str) -> None:
    answer = assistant_over(_GAUGES).ask(question)
    assert answer.status is AnswerStatus.ANSWERED
    assert said in answer.answer
    assert "终止检定" not in answer.answer


_PRIZES = {
    "云岭办法.md": (
        "# 云岭省节水企业奖励办法\n\n2031年4月1日 云岭省人民政府令第9号公布\n\n"
        "第一条 对首次认定的节水企业，一次性奖励20万元。对获得国家节水称号的，一次性奖励90万元。\n\n"
        "第二条 奖励资金于每年十月下达。\n\n"
        "第三条 奖励依据认定名单发放，企业无需提交申请材料。\n\n第四条 本办法自2031年6月1日起施行。\n"
    )
}


def test_whether_something_is_needed_too_is_told_by_another_rule(assistant_over) -> None:
    answer = assistant_over(_PRIZES).ask("我们厂今年首次认定节水企业，奖励多少，要不要自己交申请材料？")
    assert answer.status is AnswerStatus.ANSWERED
    assert "20万元" in answer.answer
    assert "无需提交申请材料" in answer.answer
