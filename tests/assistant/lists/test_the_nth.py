"""Of a list whose items print their numbers, the one asked for is told alone."""

from __future__ import annotations

import pytest

from assistant.lists.the_nth import only_the_nth
from assistant.statements import Statement

ITEMS = [Statement(text, ()) for text in ("从三方面节水：", "一是建机制。", "二是抓监测。", "三是护水源。")]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("怎么节水，第二个方面讲的是什么？", ["二是抓监测。"]),
        ("怎么节水，第五个方面讲的是什么？", [one.text for one in ITEMS]),
        ("怎么节水？", [one.text for one in ITEMS]),
        ("怎么节水，前两个方面是什么？", [one.text for one in ITEMS]),
    ],
)
def test_the_item_of_the_number(question: str, told: list[str]) -> None:
    assert [one.text for one in only_the_nth(question, ITEMS)] == told


def test_items_without_numbers_stay_together() -> None:
    plain = [Statement("建机制。", ()), Statement("抓监测。", ())]
    assert only_the_nth("第二条措施是什么？", plain) == plain
