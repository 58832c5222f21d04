"""A telephone number is its office's own, and of the kind that was asked for."""

from __future__ import annotations

import pytest

from assistant.answerable.number_of_office import number_asked, of_another_office


@pytest.mark.parametrize(
    ("question", "sentence", "another"),
    [
        ("市水务局规划处的座机号码", "可拨打12345热线，或联系市水务局规划处。", True),
        ("市水务局规划处的电话", "咨询电话：0571-61880217（节水处）。", True),
        ("市水务局规划处的电话", "规划处　周老师　0571-61880217。", False),
        ("市水务局规划处的电话", "市水务局规划处，0571-61880217。", False),
        ("市水务局规划处的电话", "咨询电话：0571-61880217。", False),
        ("节水补贴的咨询电话", "可拨打12345热线。", False),
        ("高新区环保部的办公电话", "联系电话：经济部投资办公室，61880217。", True),
        ("高新区环保部的办公电话", "联系电话：环保部综合处，61880217。", False),
        ("市发改委的联系电话", "联系电话：市发展改革委投资处，61880217。", False),
        ("市水务局的联系电话", "联系电话：0571-61880217。", False),
    ],
)
def test_a_number_beside_another_office_is_not_the_one_asked_for(question: str, sentence: str, another: bool) -> None:
    assert of_another_office(question, sentence) is another


@pytest.mark.parametrize(
    ("question", "number", "told"),
    [
        ("值班室座机是多少？", "0571-61880217", True),
        ("值班室座机是多少？", "12345", False),
        ("值班手机号码", "13812345678", True),
        ("值班手机号码", "0571-61880217", False),
        ("规划处的传真", "传真：61880217", True),
        ("规划处的传真", "电话：61880217", False),
    ],
)
def test_the_kind_of_number_is_the_one_asked_for(question: str, number: str, told: bool) -> None:
    kind = number_asked(question)
    assert kind is not None
    assert bool(kind.search(number)) is told


def test_any_telephone_will_do_where_no_kind_is_named() -> None:
    assert number_asked("咨询电话是多少？") is None
