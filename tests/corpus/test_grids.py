"""Rows and cells of tables, in every layout that readers and people leave them in."""

from __future__ import annotations

import pytest

from corpus.grids import grids, heads_or_rules, row_in, row_lines, told
from tests.corpus.sources import clause, document, paths

LAYOUTS = {
    "bars": "| 序号 | 任务 | 单位 |\n| --- | --- | --- |\n| 1 | 修渠 | 水务局 |\n| 2 | 植树 | 林业局 |",
    "wide bars": "序号｜任务｜单位\n1｜修渠｜水务局\n2｜植树｜林业局",
    "tabs": "序号\t任务\t单位\n1\t修渠\t水务局\n2\t植树\t林业局",
    "blanks": "序号　任务　单位\n1　修渠　水务局\n2　植树　林业局",
    "a drawn box": "序号│任务│单位\n1│修渠│水务局\n2│植树│林业局",
}


@pytest.mark.parametrize("text", LAYOUTS.values(), ids=LAYOUTS)
def test_a_table_is_read_in_every_layout(text: str) -> None:
    (grid,) = grids(text)
    assert grid.heads == ("序号", "任务", "单位")
    assert [row.cells for row in grid.rows] == [("1", "修渠", "水务局"), ("2", "植树", "林业局")]


def test_years_head_columns_and_other_figures_head_none() -> None:
    assert grids("指标｜2020年｜2025年\n绿地率｜31｜35")[0].heads == ("指标", "2020年", "2025年")
    assert grids("绿地率｜31｜35\n用水量｜40｜38") == ()


def test_a_cell_joined_with_the_one_above_has_its_words() -> None:
    (grid,) = grids("类别 | 项目 | 标准\n道路 | 修补 | 20元\n | 重铺 | 90元\n清扫 | 8元")
    assert [row.cells for row in grid.rows] == [
        ("道路", "修补", "20元"),
        ("道路", "重铺", "90元"),
        ("道路", "清扫", "8元"),
    ]


def test_a_row_is_found_by_its_line_and_told_under_its_heads() -> None:
    text = LAYOUTS["bars"]
    found = row_in(text, "| 2 | 植树 | 林业局 |")
    assert found is not None
    assert told(*found) == "任务：植树；单位：林业局"
    assert row_in(text, "| 3 | 清淤 | 水务局 |") is None
    assert [heads_or_rules(text, line) for line in text.split("\n")] == [True, True, False, False]


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        (("一、\t总体要求", "二、\t主要任务"), set()),
        (("甲 | 乙", "一段话。"), set()),
        (("甲 | 乙", "丙 | 丁"), {0, 1}),
        (("序号\t任务\t单位", "1\t修渠\t水务局", "一段话。"), {0, 1}),
    ],
)
def test_rows_stand_beside_rows_of_as_many_cells(lines: tuple[str, ...], rows: set[int]) -> None:
    assert row_lines(lines) == rows


def test_a_row_with_stops_and_commas_is_not_joined_with_the_next_and_numbers_no_clause() -> None:
    plan = document(
        "某方案",
        "一、目标",
        "二、分工",
        "序号 | 任务 | 单位",
        "1. | 修建东干渠、西干渠，新建泵站十二座；改造旧泵站，配套管网三十公里 | 水务局",
        "2. | 沿渠植树，面积两万亩，成活率达到要求，并且落实管护的责任和经费 | 林业局",
        "三、保障",
    )
    assert paths(plan) == ["正文前言", "一", "二", "三"]
    assert [row.cells[2] for row in grids(clause(plan, "二").text)[0].rows] == ["水务局", "林业局"]


def test_the_sides_of_a_drawn_box_are_left_out_and_recorded() -> None:
    plan = document(
        "某方案",
        "一、目标",
        "改善灌溉条件。",
        "专栏1　重点工程",
        "┌────────────────────┐",
        "│1.修渠工程。衬砌东干渠四十公里，新建水闸六座，      │",
        "│配套泵站三处。                                    │",
        "│2.植树工程。沿渠植树两万亩。                      │",
        "└────────────────────┘",
    )
    assert clause(plan, "一 > 专栏1 > 1").text == "衬砌东干渠四十公里，新建水闸六座，││配套泵站三处。"
    assert clause(plan, "一 > 专栏1 > 2").heading == "植树工程"
    assert {removal.reason for removal in plan.removals} == {"frame"}


def test_bars_within_sentences_make_no_table() -> None:
    title = "某市节水 | 为了本市的水源和全体居民的用水安全以及子孙后代而制定的护水实施方案"
    sentences = (
        "一、总体要求是在节水的同时 | 全面保护好本市的各处水源和全体居民的生活用水安全，并且一直保护下去",
        "到2025年 | 完成一半。",
    )
    assert row_lines((title, *sentences)) == frozenset()
    assert row_lines(("指标 | 单位", "用水量 | 亿立方米", *sentences)) == frozenset({0, 1, 2, 3})
    assert row_lines((f"| {title} |", "| 用水量 | 3 |")) == frozenset({0, 1})


def test_a_cell_on_a_line_of_its_own_is_told_with_its_row_only() -> None:
    text = "节水目标见下表。\n指标\n2022年\n2027年\n绿地率（%）\n31\n35\n用水量（亿立方米）\n4.1\n3.8\n每年公布一次。"
    alone = [line for line in text.split("\n") if heads_or_rules(text, line)]
    assert alone == text.split("\n")[1:-1]
