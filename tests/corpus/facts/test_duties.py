"""Who is responsible, and by when, as running text says it."""

from __future__ import annotations

import pytest

from corpus.facts import facts_of
from corpus.facts.models import Basis, Deadline, Fund, Repeal, Responsible, Role
from tests.corpus.sources import document

RULES = "某市管理条例"


def charged(sentence: str) -> list[tuple[Role, tuple[str, ...], str]]:
    found = facts_of(document(RULES, "第一条 为了管理，制定本条例。", f"第二条 {sentence}"))
    return [(fact.role, fact.units, fact.task) for fact in found if isinstance(fact, Responsible)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("市供热主管部门负责本市供热工作。", [(Role.RESPONSIBLE, ("市供热主管部门",), "本市供热工作")]),
        ("国务院铁路主管部门主管全国铁路工作。", [(Role.RESPONSIBLE, ("国务院铁路主管部门",), "全国铁路工作")]),
        ("具体办法由市人民政府制定。", [(Role.RESPONSIBLE, ("市人民政府",), "具体办法制定")]),
        ("违反规定的，由公安机关给予警告。", [(Role.RESPONSIBLE, ("公安机关",), "违反规定的，给予警告")]),
        (
            "乡镇人民政府、街道办事处负责组织实施。",
            [(Role.RESPONSIBLE, ("乡镇人民政府", "街道办事处"), "组织实施")],
        ),
        (
            "市教育部门应当会同财政、公安等部门制定规划。",
            [(Role.LEAD, ("市教育部门",), "制定规划"), (Role.COOPERATING, ("财政、公安等部门",), "制定规划")],
        ),
        (
            "发展改革部门是本市营商环境工作的主管部门。",
            [(Role.RESPONSIBLE, ("发展改革部门",), "本市营商环境工作的主管部门")],
        ),
        ("市科技局牵头组织评审工作。", [(Role.LEAD, ("市科技局",), "组织评审工作")]),
    ],
)
def test_a_sentence_names_who_is_charged_with_what(
    sentence: str, expected: list[tuple[Role, tuple[str, ...], str]]
) -> None:
    assert charged(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "单位主要负责人应当签字。",
        "市人民政府对市人民代表大会负责。",
        "由于历史原因未登记的，可以补办。",
        "负责供热工作的机构应当公布电话。",
        "由当事人自行处理。",
        "对直接负责的主管人员依法给予处分。",
    ],
)
def test_persons_reasons_and_modifiers_charge_nobody(sentence: str) -> None:
    assert charged(sentence) == []


def limits(sentence: str) -> list[tuple[str, str, int]]:
    found = facts_of(document(RULES, "第一条 为了管理，制定本条例。", f"第二条 {sentence}"))
    return [(fact.due, fact.task, fact.year) for fact in found if isinstance(fact, Deadline)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("登记机关应当自受理之日起二十日内作出决定。", ("自受理之日起二十日内", "作出决定", 0)),
        ("经营者应当在变更后30个工作日内，向原机关备案。", ("在变更后30个工作日内", "向原机关备案", 0)),
        ("供热企业应当提前二日通知用户。", ("提前二日", "通知用户", 0)),
        ("应当在会议举行的七日前将草案发给代表。", ("在会议举行的七日前", "将草案发给代表", 0)),
        ("各单位应当于2025年6月30日前报送总结。", ("2025年6月30日前", "报送总结", 2025)),
        ("应当在每年3月底前提交自查报告。", ("每年3月底前", "提交自查报告", 0)),
    ],
)
def test_a_time_limit_comes_with_its_task(sentence: str, expected: tuple[str, str, int]) -> None:
    assert limits(sentence) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "处三年以下有期徒刑。",
        "许可证有效期五年。",
        "自处罚决定之日起五年内不得从事相关活动。",
        "一年内两次以上受到处罚的，应当从重处理。",
        "占用期限不得超过两年。",
        "落实《2030年前碳达峰行动方案》，应当完成任务。",
    ],
)
def test_terms_bans_and_conditions_are_no_deadlines(sentence: str) -> None:
    assert limits(sentence) == []


def test_funds_come_with_their_amount_and_fines_do_not() -> None:
    found = facts_of(
        document(
            "某市若干措施",
            "一、设立氢能产业专项资金，规模10亿元。",
            "二、对入选的企业，给予不超过500万元奖励。",
            "三、违反规定的，处五万元以上罚款。",
        )
    )
    money = [fact for fact in found if isinstance(fact, Fund)]
    assert [(fact.purpose, fact.quantity and fact.quantity.low) for fact in money] == [
        ("氢能产业专项资金", None),
        ("规模10亿元", 1e9),
        ("对入选的企业", 5e6),
    ]


def test_a_repeal_names_its_document_with_its_number() -> None:
    found = facts_of(
        document(
            RULES,
            "第一条 为了管理，制定本条例。",
            "第二条 本条例自公布之日起施行。《某市供热办法》（某政发〔2012〕3号）同时废止。",
        )
    )
    assert [(fact.title, fact.number) for fact in found if isinstance(fact, Repeal)] == [
        ("某市供热办法", "某政发〔2012〕3号")
    ]


def test_the_basis_is_split_into_title_and_number() -> None:
    found = facts_of(
        document(
            "某市工作方案", "根据《某省实施方案》（某政字〔2022〕242号）等，制定本方案。", "一、总体要求", "加快发展。"
        )
    )
    assert [(fact.title, fact.number) for fact in found if isinstance(fact, Basis)] == [
        ("某省实施方案", "某政字〔2022〕242号")
    ]
