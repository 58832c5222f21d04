"""What a question calls a paper by its noun: a name, and not what it asks for."""

from __future__ import annotations

import pytest

from assistant.understanding.paper_named import paper_named


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("汽车三包规定的有效期是多久？", "汽车三包"),
        ("新规矩出来，老的哪个办法就作废了？", None),
        ("哪些规划作废了，节水规划还有效吗？", "节水"),
        ("节水怎么样了？", None),
        ("水表装错了，找谁、咋讨说法？", None),
        ("公司法是哪年施行的？", "公司"),
    ],
)
def test_the_paper_that_is_named(text: str, name: str | None) -> None:
    found = paper_named(text)
    assert (found.name if found else None) == name
