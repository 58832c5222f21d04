"""A name answers only beside the office that was asked about."""

from __future__ import annotations

import pytest

from assistant.answerable.values import needed_for
from tests.assistant.shelf import ask

OFFICE = "成立由副县长任组长、住建局局长任副组长的领导小组，由陈 军同志兼任办公室主任，联系人：王小明，电话见附件。"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("领导小组组长叫什么名字？", False),
        ("领导小组副组长姓名", False),
        ("领导小组办公室主任叫什么名字？", True),
        ("联系人姓什么？", True),
        ("领导小组组长由谁担任？", True),
    ],
)
def test_a_name_is_told_beside_its_office(question: str, told: bool) -> None:
    needed = needed_for(ask(question))
    assert needed is not None
    assert bool(needed.search(OFFICE)) is told


@pytest.mark.parametrize(("question", "told"), [("政策咨询的联系人姓什么？", True), ("评审组组长姓什么？", False)])
def test_whoever_is_named_in_a_line_of_contacts_is_the_one_to_turn_to(question: str, told: bool) -> None:
    needed = needed_for(ask(question))
    assert needed is not None
    assert bool(needed.search("政策咨询：规划处　周老师　0571-61880217")) is told


@pytest.mark.parametrize(("question", "told"), [("停水由哪位领导批准？", True), ("批准停水的局长叫什么名字？", False)])
def test_who_decides_is_told_by_the_office_unless_the_name_is_asked_for(question: str, told: bool) -> None:
    needed = needed_for(ask(question))
    assert needed is not None
    assert bool(needed.search("停水方案由县水利局局长批准。")) is told
