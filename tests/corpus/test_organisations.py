"""A company, a school or an institute is called by the beginning of its name; offices of the state are not."""

from __future__ import annotations

import pytest

from corpus.organisations import is_organisation, organisation_names
from tests.corpus.sources import document


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("东泽理工大学", ("东泽理工大学", "东泽理工", "东泽大", "东泽")),
        ("北岭能源技术研究院有限公司", ("北岭能源", "北岭院", "北岭")),
        ("绍兴水务集团有限公司", ("绍兴水务",)),
        ("中国澜河集团有限公司", ("中国澜河",)),
    ],
    ids=["university", "institute and company", "of a listed place", "of the state"],
)
def test_people_keep_the_beginning_of_a_name(name: str, called: tuple[str, ...]) -> None:
    assert set(called) <= set(organisation_names(name))


@pytest.mark.parametrize("name", ["绍兴水务集团有限公司", "中国澜河集团有限公司", "澜河大学", "科技公司"])
def test_the_first_two_characters_are_left_out_where_they_say_too_little(name: str) -> None:
    assert name[:2] not in organisation_names(name)


@pytest.mark.parametrize("line", ["绍兴市水务局", "节约用水管理规定", "各直属单位：", "公司", "公司应当节水。"])
def test_other_lines_name_no_organisation(line: str) -> None:
    assert not is_organisation(line)
    assert organisation_names(line) == ()


def test_the_organisation_above_the_title_issued_the_rule() -> None:
    rule = document("北岭能源技术研究院有限公司", "差旅费管理规定", "发布日期：2025年1月8日", "一、目的", "规范。")
    assert [one.text for one in rule.metadata.issuers] == ["北岭能源技术研究院有限公司"]
