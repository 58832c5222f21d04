"""What a sentence says of the fund of a place is no answer about one of the state."""

from __future__ import annotations

import pytest

from assistant.answerable.fund_named import fund_missing


@pytest.mark.parametrize(
    ("question", "sentence", "missing"),
    [
        ("国家节水产业投资基金 规模", "设立规模20亿元的某区节水产业投资基金。", True),
        ("国家节水产业投资基金 规模", "争取国家节水产业投资基金支持，设立20亿元的某区子基金。", False),
        ("节水产业投资基金 规模", "设立规模20亿元的某区节水产业投资基金。", False),
        ("国家对节水有什么要求", "设立规模20亿元的某区节水产业投资基金。", False),
        ("国家自然科学基金会在哪", "某市节水基金会设在水利局。", False),
    ],
)
def test_the_fund_of_a_place_is_none_of_the_state(question: str, sentence: str, missing: bool) -> None:
    assert fund_missing(question, sentence) is missing
