"""Documents are called by place or level where that tells them apart, by a short title where it does not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.library import Library
from corpus.models import DocumentSummary
from corpus.parsing import parse
from corpus.short_titles import area_names, labelled, short_title
from corpus.vocabulary import DocumentType, Level
from tests.corpus.sources import source
from tests.growth import assert_linear


def of(
    title: str,
    place: str = "",
    level: Level = Level.UNKNOWN,
    kind: DocumentType = DocumentType.NOTICE,
    number: str = "",
    date: str = "",
) -> DocumentSummary:
    id_ = f"{title}{number}{date}"
    return DocumentSummary(id_, f"{id_}.txt", title, (), number, date, place, level, kind, 2020, 1, 1)


def labels(*documents: DocumentSummary) -> list[str]:
    return [one.label for one in labelled(documents)]


def national(title: str, number: str = "", date: str = "", kind: DocumentType = DocumentType.NOTICE) -> DocumentSummary:
    return of(title, "全国", Level.NATIONAL, kind, number, date)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("关于阶段性减免渔船泊位费的通知", "阶段性减免渔船泊位费通知"),
        ("国务院办公厅关于印发《全国湿地保护规划》的通知", "全国湿地保护规划"),
        ("水利部 财政部关于进一步做好小水库除险有关工作的通知", "小水库除险通知"),
        ("关于做好汛期期间山塘巡查相关工作的通知", "山塘巡查通知"),
        ("某市关于稳定渔业生产二十条政策措施", "稳定渔业生产政策措施"),
        ("渔港管理条例（2024年修订）", "渔港管理条例"),
        ("碳达峰碳中和科技实施方案（2022—2030年）", "碳达峰碳中和科技实施方案"),
        ("多部门介绍休渔情况", "多部门介绍休渔情况"),
    ],
)
def test_a_short_title_is_the_title_without_issuers_and_frame(title: str, expected: str) -> None:
    assert short_title(title) == expected


def test_of_a_long_title_the_part_is_kept_that_other_titles_have_not() -> None:
    flood = "关于进一步强化保险支持防御特大洪水灾害和城市内涝的通知"
    repair = "关于统筹做好雨季渔船回港防御特大洪水灾害和城市内涝工作的通知"
    assert short_title(flood, [repair]) == "保险支持通知"
    assert short_title(repair, [flood]) == "雨季渔船回港通知"


def test_one_national_document_is_called_by_its_level_and_several_by_their_titles() -> None:
    one, other = national("关于渔船错峰返港的通知"), national("关于渔业保险支持的通知")
    city = of("某某措施", "绍兴", Level.MUNICIPAL)
    assert labels(one, city) == ["国家", "绍兴"]
    assert labels(one, other, city) == ["渔船错峰返港通知", "渔业保险支持通知", "绍兴"]


def test_documents_of_one_place_keep_the_place_in_their_names() -> None:
    fishing, roads = of("关于禁渔期的通知", "绍兴", Level.MUNICIPAL), of("绍兴市道路养护办法", "绍兴", Level.MUNICIPAL)
    assert labels(fishing, roads) == ["绍兴禁渔期通知", "绍兴市道路养护办法"]


def test_a_law_is_called_by_its_title_even_beside_its_like() -> None:
    laws = [national(f"中华人民共和国{name}法", kind=DocumentType.LAW) for name in ("渔业", "水")]
    assert labels(*laws) == ["渔业法", "水法"]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("渔发〔2020〕1号", ""), ("渔发〔2021〕1号", ""), "禁渔期通知（渔发〔2020〕1号）"),
        (("", "2020-01-02"), ("", "2021-01-02"), "禁渔期通知（2020-01-02）"),
    ],
)
def test_documents_of_one_title_are_told_by_number_or_date(
    one: tuple[str, str], other: tuple[str, str], expected: str
) -> None:
    found = labels(*(national("关于禁渔期的通知", *told) for told in (one, other)))
    assert found[0] == expected
    assert len(set(found)) == 2


def test_titles_that_are_cut_alike_are_told_apart_by_what_one_of_them_has_more() -> None:
    common = "财政部 税务总局关于支持特大洪水灾害防御和灾后重建有关"
    found = labels(*(national(f"{common}{one}政策的公告", number=f"2020年第{one}号") for one in ("税收", "渔业税收")))
    assert "渔业税收" in found[1]
    assert found[0] != found[1]
    assert "号" not in "".join(found)


def test_no_two_documents_are_called_alike() -> None:
    same = [national("关于做好工作的通知"), national("关于做好有关工作的通知"), of("通知", "绍兴"), of("通 知", "绍兴")]
    assert len(set(labels(*same))) == 4


def test_a_library_labels_what_it_lists_and_finds(tmp_path: Path) -> None:
    library = Library(tmp_path)
    for name, title in (("a.txt", "关于渔船错峰返港的通知"), ("b.txt", "关于渔业保险支持的通知")):
        text = f"交通运输部{title}\n各省交通运输厅：\n一、总体要求。按此执行。\n交通运输部\n2020年2月1日\n"
        library.add(parse(source(text, name)), [])
    assert [one.label for one in library.documents()] == ["渔船错峰返港通知", "渔业保险支持通知"]
    assert library.find("b.txt").label == "渔业保险支持通知"
    library.remove("a.txt")
    assert library.find("b.txt").label == "国家"


def test_time_grows_with_the_documents_to_be_labelled_and_not_faster() -> None:
    def work(size: int) -> Callable[[], object]:
        many = [national(f"关于第{at}号渔港防御特大洪水灾害和城市内涝有关工作的通知") for at in range(size)]
        return lambda: labels(*many)

    assert_linear(work, 375)


@pytest.mark.parametrize(
    ("title", "place", "expected"),
    [
        ("宝鸡高新区支持中试若干措施", "宝鸡", "宝鸡高新区"),
        ("绍兴滨海新区节水方案", "绍兴", "新区"),
        ("高新区支持中试若干措施", "宝鸡", "高新区"),
    ],
)
def test_a_zone_that_every_city_has_is_called_with_its_city(title: str, place: str, expected: str) -> None:
    assert labels(of(title, place, Level.COUNTY), of("节水方案", "绍兴", Level.MUNICIPAL))[0] == expected


@pytest.mark.parametrize(
    ("title", "place", "names"),
    [
        ("绍兴滨海新区节水若干措施", "绍兴", ("新区", "滨海新区", "滨海区")),
        ("白银金川高新技术产业开发区节水办法", "白银", ("开发区", "金川开发区", "金川区")),
        ("绍兴高新区节水若干措施", "绍兴", ("高新区",)),
        ("绍兴经济技术开发区节水若干措施", "绍兴", ("开发区",)),
        ("绍兴市节水若干措施", "绍兴", ()),
    ],
)
def test_a_zone_is_called_by_its_kind_and_by_its_own_name(title: str, place: str, names: tuple[str, ...]) -> None:
    assert area_names(of(title, place, Level.COUNTY)) == names
