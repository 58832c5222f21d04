"""Places are told by the names people use, and never out of the middle of other words."""

from __future__ import annotations

import pytest

from corpus.county_cities import COUNTY_CITIES, WORDS_TOO
from corpus.places import PROVINCES, place_and_level, places_in, province_of
from corpus.vocabulary import Level


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("海宁和桐乡的节水奖励", ("海宁", "桐乡")),
        ("义乌市、昆山市如何推进", ("义乌", "昆山")),
        ("高密度电池与高密市的合作", ("高密",)),
        ("合作市场监管", ()),
        ("武汉襄十宜城市群", ("武汉",)),
        ("宜城市的方案", ("宜城",)),
        ("合作市人民政府", ("合作",)),
        ("表扬中小企业，投资兴办工厂", ()),
        ("上海合作组织技术转移中心", ()),
        ("上海市的方案", ("上海",)),
        ("延长春节假期", ()),
        ("长春市的方案", ("长春",)),
        ("天津市市场监管局", ("天津",)),
        ("白银高新技术产业开发区管理委员会", ("白银",)),
        ("购买白银制品", ()),
        ("济南黄河北岸新区", ("济南",)),
        ("太湖南岸和黄河南岸", ()),
        ("河北省和湖南的江西商会", ("河北", "湖南", "江西")),
        ("海东工业园区管委会", ("海东",)),
    ],
)
def test_places_are_found_and_words_that_look_like_them_are_not(text: str, places: tuple[str, ...]) -> None:
    assert places_in(text) == places


@pytest.mark.parametrize(
    ("title", "issuer", "place", "level"),
    [
        ("海宁市节水行动方案", "海宁市人民政府", "海宁", Level.COUNTY),
        ("浙江省海宁市节水行动方案", "", "海宁", Level.COUNTY),
        ("嘉兴市节水行动方案", "嘉兴市人民政府", "嘉兴", Level.MUNICIPAL),
        ("水利部调拨物资全力支持湖北抗旱工作", "", "全国", Level.NATIONAL),
        ("关于支持湖北抗旱工作的若干措施", "", "湖北", Level.PROVINCIAL),
    ],
)
def test_a_county_level_city_is_a_place_of_its_own(title: str, issuer: str, place: str, level: Level) -> None:
    assert place_and_level(title, (issuer,) if issuer else ()) == (place, level)


def test_every_county_level_city_lies_in_a_province_and_every_guarded_name_is_one() -> None:
    listed = {city for cities in COUNTY_CITIES.values() for city in cities.split()}
    assert listed >= WORDS_TOO
    assert {province_of(city) for city in listed} <= set(PROVINCES)
    assert province_of("义乌") == "浙江"
