"""Of a sentence that names several years, a figure counts for the one that it stands under."""

from __future__ import annotations

import re

import pytest

from assistant.choosing.year_of_figure import given_in_year, years_given

FIGURE = re.compile(r"\d+\s*万千瓦|\d+%")
PLANT = "到2025年力争一期建成投产，到2030年装机达到330万千瓦以上。"
BOTH = "到2025年和2030年，装机分别达到100万千瓦和330万千瓦。"
ROW = "单位能耗：2023年下降3%，2024年下降2%，比2020年累计下降10%。"


@pytest.mark.parametrize(
    ("text", "year", "told"),
    [
        (PLANT, 2030, True),
        (PLANT, 2025, False),
        (BOTH, 2025, True),
        (BOTH, 2030, True),
        (ROW, 2024, True),
        (ROW, 2020, True),
        ("到2030年装机达到330万千瓦。", 2025, True),
        ("“十四五”末建成一期，2030年装机达到330万千瓦。", 2025, False),
    ],
    ids=["its year", "the other year", "one of both", "both", "in a row", "measured against", "one year", "a period"],
)
def test_a_figure_is_of_the_year_it_stands_under(text: str, year: int, told: bool) -> None:
    assert given_in_year(text, [year], FIGURE) is told


def test_the_years_that_a_sentence_gives_are_those_of_its_figures() -> None:
    assert years_given(PLANT, FIGURE) == {2030}
    assert years_given("装机达到330万千瓦。", FIGURE) == set()
