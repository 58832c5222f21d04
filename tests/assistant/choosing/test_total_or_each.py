"""Who asks how much there is altogether is not told how much each one gets."""

from __future__ import annotations

import re

import pytest

from assistant.choosing.total_or_each import OF_ALL, OF_EACH, total_where_asked

MONEY = re.compile(r"\d+万元")
ALL = "年度节水券总额3000万元，用完为止。"
EACH = "每家企业每年抵扣不超过30万元。"
PLAIN = "一次性拨付500万元。"


@pytest.mark.parametrize("question", ["节水券一年总共有多少钱？", "节水券总规模多大", "加起来发多少钱的节水券"])
def test_what_there_is_of_all_goes_first_where_it_is_asked_for(question: str) -> None:
    assert total_where_asked(question, ALL, MONEY) == OF_ALL
    assert total_where_asked(question, EACH, MONEY) == OF_EACH
    assert total_where_asked(question, PLAIN, MONEY) == 1.0


@pytest.mark.parametrize("question", ["每家企业一年总共能抵多少？", "节水券能抵多少钱？", "单个项目最多补多少"])
def test_where_it_is_not_asked_for_nothing_is_preferred(question: str) -> None:
    assert total_where_asked(question, ALL, MONEY) == total_where_asked(question, EACH, MONEY) == 1.0


def test_where_no_value_is_asked_for_nothing_is_preferred() -> None:
    assert total_where_asked("总共分几步？", EACH, None) == 1.0
