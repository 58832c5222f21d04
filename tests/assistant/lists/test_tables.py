"""Rows of tables that are printed as lines, and lines that make no table."""

from __future__ import annotations

import pytest

from assistant.lists.tables import rows
from tests.corpus.sources import clause, document


def found(*lines: str) -> list[tuple[str, str]]:
    plan = document("某方案", "一、甲", "推进甲。", "附件1", "某表", *lines)
    return [(row.name, row.told) for row in rows(clause(plan, "附件1"))]


def test_a_row_of_cells_is_told_under_its_heads() -> None:
    told = found("序号　任务　单位", "1　修渠　水务局", "2　植树　林业局")
    assert told == [("修渠", "任务：修渠；单位：水务局"), ("植树", "任务：植树；单位：林业局")]


def test_a_row_with_a_colon_is_told_as_printed_and_named_without_its_unit() -> None:
    told = found("集雨量（万吨）：2025年8", "覆盖率：2025年95%")
    assert told == [("集雨量", "集雨量（万吨）：2025年8"), ("覆盖率", "覆盖率：2025年95%")]


@pytest.mark.parametrize(
    "lines",
    [
        ("序号　任务　单位", "1　修渠　水务局"),
        ("序号　任务　单位", "1　修渠", "2　植树"),
        ("1　修渠　水务局", "2　植树　林业局"),
        ("覆盖率：2025年95%",),
        ("修渠由水务局承担，植树由林业局承担。", "两项工作按年度考核。"),
    ],
)
def test_lines_without_head_without_as_many_cells_or_alone_make_no_table(lines: tuple[str, ...]) -> None:
    assert found(*lines) == []
