"""A sum for what is recognised under one name is none for what is recognised under another."""

from __future__ import annotations

import pytest

from assistant.answerable.awarded_name import name_missing
from tests.assistant.shelf import ask

SAID = "对首次通过认定的省级节水示范中心，给予一次性奖励30万元。"


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("首次通过认定的绿色环保工厂奖励多少万元？", True),
        ("获评瞪羚企业称号的能拿多少万元？", True),
        ("首次认定的省级节水示范中心奖励多少万元？", False),
        ("评上节水示范中心能领多少万元？", False),
        ("通过验收的项目奖励多少万元？", False),
        ("绿色环保工厂什么时候认定？", False),
    ],
)
def test_the_name_that_was_awarded_must_be_printed(question: str, missing: bool) -> None:
    assert name_missing(ask(question), SAID) is missing
