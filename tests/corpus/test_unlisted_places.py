"""A city that stands in no list is told by the name that issuer or title gives it, and by nothing like one."""

from __future__ import annotations

import pytest

from corpus.unlisted_places import unlisted_place
from corpus.vocabulary import Level
from tests.corpus.sources import document


@pytest.mark.parametrize(
    ("title", "issuers", "place", "level"),
    [
        ("澜河市节约用水办法", (), "澜河", Level.MUNICIPAL),
        ("节约用水办法", ("澜河市人民政府",), "澜河", Level.MUNICIPAL),
        ("《澜河市节约用水办法》政策解读", (), "澜河", Level.MUNICIPAL),
        ("关于印发澜河市节约用水办法的通知", (), "澜河", Level.MUNICIPAL),
        ("垣西省节约用水办法", (), "垣西", Level.PROVINCIAL),
        ("澜河市北岸区节约用水办法", (), "澜河", Level.COUNTY),
        ("全省节约用水办法", (), "", Level.UNKNOWN),
        ("农产品市场节约用水办法", (), "", Level.UNKNOWN),
        ("某市节约用水办法", (), "", Level.UNKNOWN),
        ("城市节约用水办法", (), "", Level.UNKNOWN),
        ("浙江省节约用水办法", (), "", Level.UNKNOWN),
    ],
)
def test_the_name_at_the_head_is_the_place(title: str, issuers: tuple[str, ...], place: str, level: Level) -> None:
    text = f"{title}\n{''.join(issuers)}\n澜河市、垣西省、某市、全省、城市、农产品市场、浙江省的用水单位应当节约用水。"
    assert unlisted_place(title, issuers, text) == (place, level)


def test_a_name_that_stands_nowhere_again_is_none() -> None:
    assert unlisted_place("澜河市节约用水办法", (), "澜河市节约用水办法\n用水单位应当节约用水。") == ("", Level.UNKNOWN)


def test_what_the_lists_tell_goes_before() -> None:
    body = ("第一条 澜河市的用水单位应当节约用水。", "第二条 澜河市水务局负责。", "第三条 自公布之日起施行。")
    assert document("澜河市节约用水办法", *body).metadata.place == "澜河"
    assert document("绍兴市节约用水办法", *body).metadata.place == "绍兴"
