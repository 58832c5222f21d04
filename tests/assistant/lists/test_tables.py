"""Rows of tables that are printed as lines, and lines that make no table."""

from __future__ import annotations

import pytest

from assistant.lists.tables import rows
from assistant.models import AnswerStatus
from tests.assistant.conftest import MakeAssistant
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


PLAN = {
    "任务.txt": """某县水利建设方案

为加强水利建设，制定本方案。

一、总体要求
到2026年，全县水利条件明显改善。

二、重点任务
按附件推进各项任务。

附件1
重点任务清单
序号　重点任务　牵头单位　完成时限
1　东干渠清淤衬砌　县水务局　2025年6月
2　西山植树固土　县林业局　2025年12月
"""
}


def test_a_sum_that_is_asked_for_is_not_told_by_the_body_and_the_date_beside_an_item(
    assistant_over: MakeAssistant,
) -> None:
    clerk = assistant_over(PLAN)
    assert "县水务局" in clerk.ask("东干渠清淤衬砌由哪个单位牵头").answer
    assert clerk.ask("东干渠清淤衬砌安排了多少经费").status is AnswerStatus.REFUSED
