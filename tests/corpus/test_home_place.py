"""A document without heads is of the place that it speaks of as its own."""

from __future__ import annotations

import pytest

from corpus.home_place import home_place
from corpus.vocabulary import Level
from tests.corpus.sources import document

OWN = "我市加强供水保障，市水务局每日抽检，市政府统一调度。"


@pytest.mark.parametrize(
    ("text", "place", "level"),
    [
        (OWN + "绍兴供水企业和绍兴用水大户结对。", "绍兴", Level.MUNICIPAL),
        (OWN + "天津供水集团值守，天津各区配合。支援湖北医疗队优先。", "天津", Level.PROVINCIAL),
        ("全省开展检查，省水利厅牵头。浙江的水库和浙江的河道都要巡查，杭州先行。", "浙江", Level.PROVINCIAL),
        ("供水企业每日抽检，绍兴和绍兴周边结对。", "", Level.UNKNOWN),
        (OWN + "绍兴供水企业值守。", "", Level.UNKNOWN),
        (OWN + "绍兴、宁波两地结对，绍兴值守，宁波配合。", "", Level.UNKNOWN),
        (OWN + "浙江供水企业和浙江用水大户结对。", "", Level.UNKNOWN),
    ],
    ids=["a city", "a municipality", "a province", "says no own", "named once", "two as often", "of another kind"],
)
def test_the_place_is_told_by_what_the_text_calls_its_own(text: str, place: str, level: Level) -> None:
    assert home_place(text) == (place, level)


def test_it_counts_where_title_issuers_and_number_tell_none() -> None:
    body = ("一、抽检", OWN, "二、结对", "绍兴供水企业和绍兴用水大户结对。")
    assert document("关于保障供水的若干措施", *body).metadata.place == "绍兴"
    assert document("宁波市关于保障供水的若干措施", *body).metadata.place == "宁波"
