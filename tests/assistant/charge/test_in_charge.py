"""Who is in charge is asked in many words; whom a measure is for, and who issued a paper, in much the same ones."""

from __future__ import annotations

import pytest

from assistant.charge.in_charge import asks_for_body, asks_who, without_who
from assistant.understanding.query import Kind
from tests.assistant.shelf import ask


@pytest.mark.parametrize(
    "question",
    [
        "管网改造落到哪些省直部门头上？",
        "管网改造这摊事是哪些厅委在管？",
        "管网改造是哪个处在抓？",
        "管网改造这条哪些部门担责任？",
        "管网改造哪家单位担主责？",
        "节水补贴由哪两家单位落实？",
        "滴灌推广是哪两个局管的？",
        "滴灌推广责任在谁？",
        "河道清淤压到了谁身上？",
        "海水淡化由哪三个部门来抓？",
        "水质监测是哪几个委办局的活？",
        "滴灌谁牵头，还有谁参与？",
        "节水评估谁来做？",
        "取水审批这事归哪家把关？",
        "雨水收集的责任单位",
        "再生水利用，市里哪些局在抓？",
        "河道清淤的担子落在哪几家？",
        "新建取水口 审批部门",
        "推广滴灌牵扯到哪几家单位？",
        "管网改造涉及哪些部门？",
        "节水补助 初审和审定部门",
        "哪些单位对“强化责任落实”这一条负责？",
    ],
)
def test_who_is_in_charge_is_asked_in_many_words(question: str) -> None:
    assert asks_who(question)
    assert ask(question).kind is Kind.RESPONSIBLE


@pytest.mark.parametrize(
    "question",
    [
        "管网改造的落实单位有哪几家？",
        "滴灌推广，实施部门是谁？",
        "节水企业名单是谁家在管？",
        "谁在负责供水调度？",
        "巡查和评估都有谁来担责？",
    ],
)
def test_who_carries_a_thing_out_is_in_charge_of_it(question: str) -> None:
    assert asks_who(question)


@pytest.mark.parametrize(
    "question",
    [
        "实施单位有哪些义务？",
        "哪些单位可以申请节水补贴？",
        "补贴给哪些单位？",
        "鼓励哪些单位开展节水？",
        "是哪几个部门联合印发的？",
        "节水中心挂靠哪家单位？",
        "还跟哪些单位协同？",
        "由哪家企业供水？",
        "哪家银行发放贷款？",
        "联系哪个部门的电话？",
        "各部门的会议怎么开？",
        "两村为一口井归谁争起来了，定下来之前能不能用？",
    ],
)
def test_the_same_words_may_ask_for_others(question: str) -> None:
    assert not asks_who(question)


@pytest.mark.parametrize(
    ("question", "matter"),
    [
        ("管网改造落到哪些省直部门头上？", "管网改造 ？"),
        ("滴灌推广是哪两个局管的？", "滴灌推广是 ？"),
        ("供水文件由谁负责解释？", "供水文件 解释？"),
    ],
)
def test_what_is_left_is_what_they_are_in_charge_of(question: str, matter: str) -> None:
    assert without_who(question) == matter


def test_a_body_may_be_asked_for_in_any_part_of_a_question() -> None:
    assert asks_for_body("滴灌补贴该找哪个局？")
    assert not asks_for_body("滴灌补贴该找谁？")
    assert not asks_for_body("滴灌补贴给哪些单位？")
    assert not asks_for_body("推广了哪些处于中试的滴灌技术？")
    assert asks_for_body("滴灌补贴该找哪个处？")
    assert not asks_for_body("苍水力推哪一家机构去冲国家滴灌中心？")
    assert not asks_for_body("哪家机构争创国家滴灌中心？")


@pytest.mark.parametrize("question", ["节水中心是托在哪家机构身上建的？", "节水平台依托哪个单位建设？"])
def test_whom_a_thing_rests_on_is_no_question_for_who_is_in_charge(question: str) -> None:
    assert not asks_who(question)
