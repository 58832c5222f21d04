"""What somebody tells of himself before asking is a case, and its years are not asked about."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.understanding.hearing import heard
from assistant.understanding.own_case import without_case
from assistant.understanding.query import years_in


@pytest.mark.parametrize(
    ("question", "years"),
    [
        ("我2022年装的水表，坏了能免费换吗", ()),
        ("我们厂2023年头一回评上节水企业，能领多少", ()),
        ("孩子2024年9月出生，能领补贴吗", ()),
        ("我2022年毕业的能领租房补贴吗", ()),
        ("2023年刚装的滴灌，补贴多少", ()),
        ("我想问2025年底，管网要改造多少公里", (2025,)),
        ("我市2025年的水厂，要建几座", (2025,)),
        ("2025年新增的水表，要达到多少", (2025,)),
        ("公司2025年的用水目标，是多少", (2025,)),
        ("我2022年买的车，2025年还能领多少", (2025,)),
    ],
)
def test_the_years_of_a_case_are_not_asked_about(question: str, years: tuple[int, ...]) -> None:
    assert years_in(without_case(question)) == years


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("我们厂今年评上了节水企业，能领多少", "我们厂今年评上了节水企业，能领多少"),
        ("我去年装的滴灌，今年能领多少", "我去年装的滴灌，2025年能领多少"),
        ("今年要装多少水表", "2025年要装多少水表"),
    ],
)
def test_this_year_of_a_case_stays_as_it_is(question: str, read: str) -> None:
    assert heard(question, date(2025, 3, 1)).text == read
