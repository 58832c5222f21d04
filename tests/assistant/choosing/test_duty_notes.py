"""A note of who is responsible tells nothing of what is to be done."""

from __future__ import annotations

import pytest

from assistant.choosing.duty_notes import asks_of_bodies, is_duty_note
from tests.assistant.shelf import ask

NOTE = "（责任部门：省水利厅、省农业农村厅（省乡村振兴局）等有关部门）"


@pytest.mark.parametrize(
    ("question", "text", "is_note"),
    [
        ("农业农村那块怎么节水？", NOTE, True),
        ("农业农村那块怎么节水？", "(牵头单位:市水务局;配合单位：市财政局)", True),
        ("农业农村那块怎么节水？", "牵头单位：市水务局", True),
        ("农业农村那块怎么节水？", "推广滴灌技术。（责任部门：省水利厅）", False),
        ("农业农村节水的责任部门有哪些？", NOTE, False),
        ("农业农村节水由谁来抓？", NOTE, False),
    ],
)
def test_a_note_is_known_where_nothing_is_asked_of_bodies(question: str, text: str, is_note: bool) -> None:
    assert (not asks_of_bodies(ask(question)) and is_duty_note(text)) is is_note
