"""A page takes the stretches worth most that fit, spread over their groups, and says nothing twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.choosing.selection import Choice, select
from corpus.text import visible_length
from tests.assistant.shelf import rarity


def choice(text: str, worth: float, *groups: str, scope: str = "") -> Choice:
    return Choice.of(text, worth, visible_length(text), tuple((group, 0.5) for group in groups), scope)


PIPES = choice("对供水管网实施更新改造，建立分区计量制度", 1.0)
SEA = choice("在舟山群岛布局海水淡化装置", 2.0)
MONEY = choice("给予不超过30万元的一次性奖励", 3.0)


def chosen(choices: list[Choice], budget: int, opening: dict[str, int] | None = None) -> list[str]:
    return [choices[at].text for at in select(choices, budget, rarity(), opening)]


def test_what_is_worth_most_for_its_length_comes_first() -> None:
    assert chosen([PIPES, SEA, MONEY], 1000) == [MONEY.text, SEA.text, PIPES.text]


def test_the_same_words_are_taken_once_within_a_scope_but_may_come_again_in_another() -> None:
    again = choice(SEA.text, 1.9)
    nearly = choice(SEA.text.replace("布局", "建设"), 1.8)
    elsewhere = choice(SEA.text, 1.7, scope="绍兴")
    assert chosen([SEA, again, nearly, elsewhere], 1000) == [SEA.text, elsewhere.text]


def test_what_is_worded_alike_and_is_another_thing_comes_where_there_is_room() -> None:
    first = choice("未安装计量水表的单位，由水行政主管部门处二万元罚款", 2.0)
    alike = choice("擅自更换阀门的个人，由水行政主管部门处二万元罚款", 1.0)
    assert chosen([first, alike, PIPES], 50) == [first.text, PIPES.text]
    assert chosen([first, alike, PIPES], 1000) == [first.text, PIPES.text, alike.text]


def test_a_group_that_has_had_its_say_lets_another_speak() -> None:
    first, second, other = (
        choice("推广滴灌技术", 3.0, "甲"),
        choice("更换节水器具", 2.9, "甲"),
        choice("建设中水管网", 2.0, "乙"),
    )
    assert chosen([first, second, other], 12) == [first.text, other.text]


def test_what_must_go_in_goes_in_before_what_is_worth_more_as_far_as_there_is_room() -> None:
    cheap, dear = choice("推广滴灌技术", 1.0), choice("更换节水器具", 2.9)
    assert select([cheap, dear], 6, rarity(), first=[0]) == [0]
    assert select([cheap, dear], 5, rarity(), first=[0]) == []


def test_what_opens_a_group_is_paid_once() -> None:
    first, second = choice("推广滴灌技术", 3.0, "甲"), choice("更换节水器具", 2.9, "甲")
    assert chosen([first, second], 12, {"甲": 1}) == [first.text]
    assert chosen([first, second], 13, {"甲": 1}) == [first.text, second.text]


def test_what_is_worth_nothing_is_left_out() -> None:
    assert chosen([choice("推进各项节水工作", 0.0)], 1000) == []
    assert chosen([], 1000) == []


@pytest.mark.parametrize("budget", [0, 10, 14, 20, 30, 60])
def test_what_is_chosen_fits_into_the_budget(budget: int) -> None:
    kept = chosen([PIPES, SEA, MONEY], budget)
    assert sum(visible_length(text) for text in kept) <= budget
    assert bool(kept) == (budget >= min(one.length for one in (PIPES, SEA, MONEY)))


@given(
    st.lists(
        st.tuples(
            st.text("推广滴灌技术更换节水器具建设管网", min_size=4, max_size=20),
            st.floats(0, 5),
            st.sampled_from("甲乙丙"),
        ),
        max_size=20,
    ),
    st.integers(0, 120),
)
def test_nothing_is_chosen_twice_and_no_budget_is_passed(found: list[tuple[str, float, str]], budget: int) -> None:
    choices = [choice(text, worth, group) for text, worth, group in found]
    opening = {"甲": 3, "乙": 5, "丙": 0}
    kept = select(choices, budget, rarity(), opening)
    assert len(kept) == len(set(kept))
    opened = {group for at in kept for group, _ in choices[at].groups}
    assert sum(choices[at].length for at in kept) + sum(opening[group] for group in opened) <= budget
