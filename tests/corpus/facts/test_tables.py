"""Targets out of tables of indicators, as readers hand them on."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from corpus.facts import targets_in
from corpus.facts.models import Bound
from corpus.parsing import parse
from corpus.readers import read_source
from tests.corpus.sources import document

HEAD = ("指标", "单位", "2020年", "2025年", "属性")
ROWS = (
    ("非化石能源消费比重", "%", "15.9", "20", "约束性"),
    ("光伏装机", "万千瓦", "500", "≥1500", "预期性"),
    ("单位能耗降低", "%", "—", "[13.5]", "约束性"),
    ("能源安全", "", "好", "更好", "预期性"),
)
EXPECTED = [
    ("非化石能源消费比重", 20.0, "%", Bound.EXACT, 2025),
    ("光伏装机", 15_000_000.0, "千瓦", Bound.AT_LEAST, 2025),
]


def found(parsed: object) -> list[tuple[str, float, str, Bound, int]]:
    return [
        (one.indicator, one.quantity.low, one.quantity.unit, one.quantity.bound, one.year) for one in targets_in(parsed)
    ]


def test_rows_give_a_target_for_each_year_after_the_first() -> None:
    lines = [" | ".join(row) for row in (HEAD, *ROWS)]
    parsed = document("某省能源发展规划", "一、发展目标", "主要指标如下。", *lines, "二、任务", "加快发展。")
    assert found(parsed) == EXPECTED
    assert [one.quote for one in targets_in(parsed)] == lines[1:3]


def test_a_word_file_gives_the_same(tmp_path: Path) -> None:
    file = docx.Document()
    for text in ("某省能源发展规划", "一、发展目标", "主要指标如下。"):
        file.add_paragraph(text)
    table = file.add_table(rows=0, cols=len(HEAD))
    for row in (HEAD, *ROWS):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    file.add_paragraph("二、任务")
    file.save(str(tmp_path / "规划.docx"))
    assert found(parse(read_source(tmp_path / "规划.docx"))) == EXPECTED


@pytest.mark.parametrize(
    "lines",
    [
        ("姓名 | 单位 | 2025年", "张三 | 某厅 | 20"),
        ("指标 | 备注 | 说明", "占比 | 20 | 无"),
        ("指标 | 2025年", "占比 | 20"),
    ],
)
def test_other_tables_give_none(lines: tuple[str, ...]) -> None:
    assert found(document("某省发展规划", "一、目标", *lines)) == []


def test_a_unit_may_stand_in_brackets_behind_the_name() -> None:
    parsed = document("某省规划", "一、目标", "指标名称 | 2025年 | 2030年", "森林覆盖率（%） | 24 | 26")
    assert found(parsed) == [("森林覆盖率", 26.0, "%", Bound.EXACT, 2030)]
