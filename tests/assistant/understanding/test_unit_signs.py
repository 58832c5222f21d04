"""What is measured is found by its unit in either writing."""

from __future__ import annotations

import pytest

from assistant.understanding.unit_signs import in_other_units


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("500千伏变电站叫什么", ["500kV"]),
        ("装机20MW的泵站", ["20兆瓦"]),
        ("12.5 公里管线、3千瓦时", ["12.5km", "3kWh"]),
        ("35kW水泵", ["35千瓦"]),
        ("100米", []),
        ("20kmol", []),
    ],
)
def test_units_are_written_the_other_way(text: str, forms: list[str]) -> None:
    assert in_other_units(text) == forms
