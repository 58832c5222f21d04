"""去年 is the year before the day of asking, unless the question says which year."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.understanding.asking_day import dated


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("去年建了多少座水厂？", "2030年建了多少座水厂？"),
        ("去年2029年度建了多少座水厂？", "去年2029年度建了多少座水厂？"),
        ("今年（2031年）建多少座水厂？", "今年（2031年）建多少座水厂？"),
        ("今年的2000户补助", "2031年的2000户补助"),
    ],
)
def test_a_year_by_the_day_is_read_where_none_is_said(question: str, text: str) -> None:
    assert dated(question, date(2031, 3, 1)).text == text
