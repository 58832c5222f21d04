"""一是, 二是 in running text: a list inside an item of another is a list by itself."""

from __future__ import annotations

import pytest

from assistant.lists.counting_up import counts
from assistant.lists.listings import listings
from corpus.parsing import parse
from tests.corpus.sources import source

NESTED = (
    "用水管理包括以下内容：一是计划用水。每年核定一次。二是接受监督。监督体现两个方面：一是部门监督。"
    "水务部门检查。二是社会监督。公众可以举报。三是依法追责。违规的从严处理。"
)


def firsts(text: str) -> list[list[str]]:
    return [[item.of(text)[:6] for item in one.items] for one in counts(text)]


def test_the_outer_list_goes_on_behind_the_inner_one() -> None:
    assert firsts(NESTED) == [["一是计划用水", "二是接受监督", "三是依法追责"], ["一是部门监督", "二是社会监督"]]
    assert [one.lead for one in counts(NESTED)] == ["用水管理包括以下内容：", "监督体现两个方面："]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "一是节水。二是治污。还要做好检查。一是查。二是罚。三是改。",
            [["一是节水。", "二是治污。"], ["一是查。", "二是罚。", "三是改。"]],
        ),
        ("要求：一是节水；三是治污；", [["一是节水；", "三是治污；"]]),
        ("二是治污。", []),
    ],
)
def test_a_number_goes_to_the_innermost_list_that_waits_for_it(text: str, found: list[list[str]]) -> None:
    assert firsts(text) == found


def test_each_is_a_list_of_its_clause() -> None:
    printed = parse(source(f"河湾市节水方案\n\n为推进节水，制定本方案。\n\n一、用水管理\n\n{NESTED}\n", "节水.txt"))
    found = [len(one.items) for one in listings(printed) if one.lead.endswith("：")]
    assert sorted(found) == [2, 3]
