"""Ordinals that carry those above them stand in the outline where their numbers say."""

from __future__ import annotations

from tests.corpus.sources import clause, document, paths

PLAN = (
    "某县马蜂伤人应急预案",
    "1 总则",
    "1.1 目的",
    "减少马蜂伤人。",
    "1.2 依据",
    "依据有关法律。",
    "2 响应",
    "分为两级。",
    "2.1 Ⅱ级响应",
    "2.1.1 启动条件。3人以上被蜇伤。",
    "2.1.2 响应措施。封闭现场：",
    "（1）拉警戒线；",
    "（2）疏散游客。",
    "2.2 Ⅰ级响应",
    "2.2.1 启动条件。10人以上被蜇伤。",
    "2.2.2 响应措施。请求增援。",
    "3 附则",
    "本预案自印发之日起施行。",
)


def test_a_number_with_points_stands_below_the_numbers_that_it_carries() -> None:
    found = document(*PLAN)
    assert paths(found) == [
        *("正文前言", "1", "1 > 1.1", "1 > 1.2", "2", "2 > 2.1", "2 > 2.1 > 2.1.1", "2 > 2.1 > 2.1.2"),
        *("2 > 2.1 > 2.1.2 > （1）", "2 > 2.1 > 2.1.2 > （2）", "2 > 2.2", "2 > 2.2 > 2.2.1"),
        *("2 > 2.2 > 2.2.2", "3"),
    ]
    assert clause(found, "2 > 2.2 > 2.2.2").heading == "响应措施"
    assert clause(found, "3").text == "本预案自印发之日起施行。"


def test_a_point_or_nothing_behind_the_number_makes_no_difference() -> None:
    lines = (
        "某县预案",
        "1.总则",
        "1.1目的",
        "减少伤亡。",
        "1.2．依据",
        "依据法律。",
        "2.处置",
        "2.1报告",
        "及时报告。",
    )
    assert paths(document(*lines)) == ["正文前言", "1", "1 > 1.1", "1 > 1.2", "2", "2 > 2.1"]


def test_items_counted_below_a_number_are_no_chapters() -> None:
    lines = (
        "某县预案",
        "1 总则",
        "1.1 目的",
        "减少伤亡。",
        "1.2 单位",
        "1. 林业局",
        "2. 公安局",
        "2 处置",
        "2.1 报告",
        "报告。",
    )
    assert paths(document(*lines)) == [
        *("正文前言", "1", "1 > 1.1", "1 > 1.2", "1 > 1.2 > 1", "1 > 1.2 > 2", "2", "2 > 2.1"),
    ]


def test_the_first_numbers_may_have_nothing_numbered_below_them() -> None:
    lines = (
        "某院差旅费管理规定",
        "1 目的",
        "为规范报销，制定本规定。",
        "2 适用范围",
        "适用于全院。",
        "3 职责",
        "3.1 财务部：负责审核。",
        "3.2 人事部：负责核对。",
        "4 审批",
        "4.1 出差实行事前审批。",
    )
    found = document(*lines)
    assert paths(found) == ["正文前言", "1", "2", "3", "3 > 3.1", "3 > 3.2", "4", "4 > 4.1"]
    assert clause(found, "1").text == "为规范报销，制定本规定。"


def test_figures_at_the_starts_of_lines_are_no_ordinals() -> None:
    lines = ("某市方案", "一、目标", "投资达到", "3.5亿元。", "2.1万户", "4.2公里", "二、措施", "修路。")
    assert paths(document(*lines)) == ["正文前言", "一", "二"]


def test_a_table_of_contents_does_not_use_the_numbers_up() -> None:
    contents = ("目录", "1 总则", "1.1 目的", "1.2 依据", "2 响应", "2.1 Ⅱ级响应", "2.2 Ⅰ级响应", "3 附则")
    found = document(PLAN[0], *contents, *PLAN[1:])
    assert paths(found)[-5:] == ["2 > 2.1 > 2.1.2 > （2）", "2 > 2.2", "2 > 2.2 > 2.2.1", "2 > 2.2 > 2.2.2", "3"]
