"""A question names documents the way people do: by title, number, place, area or level."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.understanding.naming import named_documents, short_name, without_goals
from corpus.models import DocumentSummary
from corpus.short_titles import aliases
from corpus.vocabulary import Level
from tests.assistant.shelf import AREA, CITY, PROVINCE, STATE, library, summary, summary_named


def test_a_short_title_names_its_document_where_it_stands_whole() -> None:
    shelf = [summary("快递暂行条例"), summary("中华人民共和国反食品浪费法"), summary("旧闻")]
    assert [one.title for one in named_documents("快递暂行条例从哪天施行", shelf).documents] == ["快递暂行条例"]
    assert [one.title for one in named_documents("反食品浪费法怎么说", shelf).documents] == [shelf[1].title]
    assert [one.title for one in named_documents("快递条例怎么说，有旧闻吗", shelf).documents] == ["快递暂行条例"]
    assert not named_documents("有旧闻吗", shelf).documents


def test_the_province_of_a_zone_may_be_named_by_its_level_alone() -> None:
    assert names("新区想建什么，省里又想建什么？") == [PROVINCE, AREA]
    assert names("省里想建什么？") == []
    assert names("江苏省里和新区各想建什么？") == [AREA]


def test_states_that_are_named_in_a_list_are_no_document() -> None:
    assert names("浙江 国际合作 点名国家") == [PROVINCE]


def test_what_is_called_so_itself_goes_before_news_of_it() -> None:
    guide = summary("苍水市节水补贴政策指引")
    shelf = [summary("水利局发布《苍水市节水补贴政策指引》"), guide, summary("旧闻")]
    assert named_documents("节水补贴政策指引中的困难用户包括哪几类？", shelf).documents == (guide,)


def test_a_name_in_quotation_marks_that_one_title_prints_names_its_document() -> None:
    notice = summary("关于申报“苍水英才”支持计划的通知")
    shelf = [notice, summary("关于苍水供水的通知")]
    assert named_documents("“苍水英才”填报到哪天？", shelf).documents == (notice,)
    assert not named_documents("“苍水英才”填报到哪天？", [*shelf, summary("“苍水英才”名单")]).documents
    assert not named_documents("什么是“苍水英才”？", shelf).documents


def test_a_city_in_front_of_its_district_names_no_further_document() -> None:
    notice = summary("柯桥区审批服务公告")
    shelf = [notice, summary("关于公布环保服务热线的通告", place="绍兴", level=Level.MUNICIPAL)]
    assert named_documents("绍兴市柯桥区审批服务热线是多少？", shelf).documents == (notice,)
    assert len(named_documents("绍兴和柯桥区审批服务热线各是多少？", shelf).documents) == 2


def test_a_county_of_one_character_is_called_with_its_kind() -> None:
    shelf = [summary("房县供水工作方案"), summary("洛阳供水方案", place="洛阳", level=Level.MUNICIPAL)]
    assert named_documents("房县和洛阳各留了什么电话？", shelf).documents == tuple(shelf)
    assert not named_documents("各县留了什么电话？", [summary("各县供水工作方案"), shelf[1]]).documents


def test_an_organisation_is_called_by_the_beginning_of_its_name() -> None:
    rule = replace(summary("奖学金评审办法"), issuers=("东泽理工大学",))
    shelf = [rule, summary("洛阳供水方案", place="洛阳", level=Level.MUNICIPAL)]
    for text in ("东泽理工的奖学金怎么评？", "东泽大学费多少？"):
        named = named_documents(text, shelf)
        assert named.documents == (rule,)
        assert not named.exact
    assert len(named_documents("东泽和洛阳各怎么说？", shelf).documents) == 2
    assert not named_documents("理工大学怎么评？", shelf).documents


def test_a_level_names_no_document_where_others_have_an_unknown_one() -> None:
    state = summary("节约法", level=Level.NATIONAL)
    assert named_documents("全国怎么管", [state, summary("甲条例", level=Level.MUNICIPAL)]).documents == (state,)
    assert not named_documents("全国怎么管", [state, summary("甲条例")]).documents


def names(text: str) -> list[str]:
    return [document.name for document in named_documents(text, library()).documents]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("《浙江省节水技术推广实施方案》的主要目标", PROVINCE),
        ("节水技术推广实施方案里的奖励", PROVINCE),
        ("科技支撑节水实施方案怎么说", STATE),
        ("浙水科〔2023〕11号讲了什么", PROVINCE),
        ("浙水科[2023]11号讲了什么", PROVINCE),
        ("浙水科11号讲了什么", PROVINCE),
        ("浙水科第11号讲了什么", PROVINCE),
        ("45号文讲了什么", STATE),
        ("2024年的那份讲了什么", AREA),
        ("2024年印发的那个方案", AREA),
        ("浙江有什么目标", PROVINCE),
        ("浙江省有什么目标", PROVINCE),
        ("绍兴有什么目标", CITY),
        ("绍兴市有什么目标", CITY),
        ("新区有什么目标", AREA),
        ("滨海新区有什么目标", AREA),
        ("国家要建多少示范工程", STATE),
        ("全国要建多少示范工程", STATE),
        ("三部门方案的要求", STATE),
        ("科技部那份方案的要求", STATE),
        ("浙江与科技部一起组织什么项目", PROVINCE),
        ("浙江要建全国首个什么基地", PROVINCE),
        ("浙江方案依据国务院哪份意见", PROVINCE),
        ("浙江要各级科技部门做什么", PROVINCE),
    ],
)
def test_a_document_is_named_in_any_of_these_ways(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "滴灌技术如何推广",
        "浙水科12号讲了什么",
        "浙水科111号讲了什么",
        "111号文讲了什么",
        "5号文讲了什么",
        "1999年的那份文件",
        "2023年的那份文件",  # there are two
        "2024年的目标",
        "杭州有什么目标",
        "农业技术推广实施方案的要求",
        "",
    ],
)
def test_other_words_name_no_document(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("浙江和绍兴的目标", [PROVINCE, CITY]),
        ("国家、浙江、新区各要求什么", [STATE, PROVINCE, AREA]),
        ("浙江省节水技术推广实施方案和绍兴相比", [PROVINCE, CITY]),
    ],
)
def test_several_documents_named_side_by_side_come_in_the_librarys_order(text: str, expected: list[str]) -> None:
    found = named_documents(text, library())
    assert [document.name for document in found.documents] == expected
    assert found.several


@pytest.mark.parametrize(
    "text", ["《浙江省节水技术推广实施方案》的目标", "浙水科11号的目标", "新区的目标", "国家的目标"]
)
def test_title_number_area_and_level_can_mean_one_document_only(text: str) -> None:
    found = named_documents(text, library())
    assert found.exact
    assert found.places == ()


@pytest.mark.parametrize(("text", "place"), [("浙江的目标", "浙江"), ("绍兴市的目标", "绍兴")])
def test_a_place_may_be_what_other_documents_speak_of_too(text: str, place: str) -> None:
    found = named_documents(text, library())
    assert not found.exact
    assert found.places == (place,)


def test_the_words_that_name_a_document_are_given_back() -> None:
    assert named_documents("请问浙江省和新区", library()).words == ("新区", "浙江省")


@pytest.mark.parametrize(
    "text",
    [
        "浙江对赴绍兴支援的水利人员怎么奖励",
        "来自绍兴的人到浙江能领补助吗",
        "领了浙江的奖励再把公司搬去绍兴行吗",
        "从绍兴搬到浙江别处能领补助吗",
    ],
)
def test_where_people_go_to_or_come_from_names_no_document_beside_another_place(text: str) -> None:
    assert names(text) == [PROVINCE]


def test_where_people_go_to_is_meant_where_no_other_place_is_named() -> None:
    assert names("赴绍兴支援的水利人员怎么奖励") == [CITY]
    assert names("从宁波搬到绍兴能领补助吗") == [CITY]


def test_where_people_move_to_gave_nothing_that_they_pay_back() -> None:
    assert without_goals("把厂迁到深圳，奖金要退吗") == "把厂 ，奖金要退吗"
    assert without_goals("把厂迁到深圳，能领奖金吗") == "把厂迁到深圳，能领奖金吗"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("同“一带一路”国家打交道，浙江和绍兴各做什么", [PROVINCE, CITY]),
        ("绍兴争创国家的什么称号", [CITY]),
        ("绍兴还要争取哪项国家试点", [CITY]),
        ("挑选片区参加国家节水试点，绍兴由哪些单位承担", [CITY]),
        ("绍兴想参与国家方案里的哪项示范", [STATE, CITY]),
        ("与沿线国家、发展中国家、周边国家合作，浙江怎么做", [PROVINCE]),
        ("“节水科技”国家方案怎么说", [STATE]),
        ("浙江和国家各要求什么", [STATE, PROVINCE]),
    ],
)
def test_other_states_are_no_level(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_place_with_many_documents_names_them_all_but_not_side_by_side() -> None:
    many = [
        summary(title, place="浙江", level=Level.PROVINCIAL)
        for title in ("浙江省节约用水办法", "浙江省人才引进意见", "浙江省养老服务条例")
    ]
    found = named_documents("浙江的养老服务", many)
    assert found.documents == tuple(many)
    assert not found.several


def test_the_place_decides_between_documents_of_the_same_name() -> None:
    twins = [
        summary("浙江省养老服务条例", place="浙江", level=Level.PROVINCIAL),
        summary("江苏省养老服务条例", place="江苏", level=Level.PROVINCIAL),
    ]
    assert named_documents("江苏省养老服务条例何时施行", twins).documents == (twins[1],)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("浙江省水利厅《养老服务条例》哪天施行", ["养老服务条例"]),
        ("江苏省《养老服务条例》哪天施行", ["养老服务条例", "江苏省节约用水办法"]),
        ("江苏省和浙江省《养老服务条例》哪天施行", ["养老服务条例", "江苏省节约用水办法"]),
    ],
)
def test_the_place_in_front_of_a_title_says_whose_it_is(text: str, titles: list[str]) -> None:
    shelf = [
        summary("养老服务条例", place="浙江", level=Level.PROVINCIAL),
        summary("浙江省人才引进意见", place="浙江", level=Level.PROVINCIAL),
        summary("江苏省节约用水办法", place="江苏", level=Level.PROVINCIAL),
    ]
    assert [one.title for one in named_documents(text, shelf).documents] == titles


def test_a_level_that_two_documents_have_names_neither() -> None:
    two = [summary(title, place="全国", level=Level.NATIONAL) for title in ("节约用水条例", "养老服务条例")]
    assert named_documents("国家怎么要求", two).documents == ()


def test_in_an_empty_library_nothing_is_named() -> None:
    assert named_documents("浙江省节水技术推广实施方案", []).documents == ()


@pytest.mark.parametrize(("name", "expected"), [(STATE, "国家"), (PROVINCE, "浙江"), (CITY, "绍兴"), (AREA, "新区")])
def test_beside_others_a_document_is_called_by_level_place_or_area(name: str, expected: str) -> None:
    assert short_name(summary_named(name)) == expected


def test_a_document_of_no_known_place_is_called_by_its_title() -> None:
    nameless = summary("办公用品管理规定")
    assert aliases(nameless) == ()
    assert short_name(nameless) == "办公用品管理规定"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("财政部、税务总局公告2020年第8号什么时候实施", "财政部 税务总局公告2020年第8号"),
        ("税务总局公告2020年第9号讲什么", "税务总局公告2020年第9号"),
        ("税务总局公告2019年第8号讲什么", ""),
        ("海关总署公告2020年第8号讲什么", ""),
    ],
)
def test_an_announcement_is_named_by_year_number_and_the_last_of_its_issuers(text: str, number: str) -> None:
    numbers = ("财政部 税务总局公告2020年第8号", "税务总局公告2020年第9号")
    shelf = [summary(f"关于税收政策的公告之{at}", number=one) for at, one in enumerate(numbers)]
    assert [one.number for one in named_documents(text, shelf).documents] == [number] * bool(number)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("慈善捐赠管理通知是哪天印发的", ["关于进一步加强慈善捐赠管理工作的通知"]),
        ("加强污染防治资金管理那份通知的文号", ["关于加强污染防治资金管理支持水质改善的通知"]),
        ("在线政务服务若干规定的目的", ["国务院关于在线政务服务的若干规定"]),
        ("慈善捐赠管理办法是哪天印发的", []),
        ("捐赠管理通知是哪天印发的", ["关于进一步加强慈善捐赠管理工作的通知"]),
        ("管理通知是哪天印发的", []),
    ],
    ids=["an end of it", "its beginning", "without its small words", "of another kind", "less of it", "too little"],
)
def test_a_part_of_a_title_names_with_the_kind_of_document_behind_it(text: str, titles: list[str]) -> None:
    shelf = [
        summary(title)
        for title in (
            "关于进一步加强慈善捐赠管理工作的通知",
            "关于加强污染防治资金管理支持水质改善的通知",
            "国务院关于在线政务服务的若干规定",
        )
    ]
    assert [one.title for one in named_documents(text, shelf).documents] == titles


DISTRICT = summary("深圳市福田区支持养蜂若干措施", place="深圳", level=Level.COUNTY)
COUNTY = summary("含山县2024年旧房改造方案")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("福田区补多少钱", DISTRICT),
        ("福田补多少钱", DISTRICT),
        ("含山县改造多少户", COUNTY),
        ("含山改造多少户", COUNTY),
    ],
)
def test_a_district_or_county_names_its_document_alone(text: str, meant: DocumentSummary) -> None:
    found = named_documents(text, [DISTRICT, COUNTY, summary("深圳市养蜂条例", place="深圳", level=Level.MUNICIPAL)])
    assert found.documents == (meant,)
    assert not found.exact, "others may speak of the district as well"


@pytest.mark.parametrize(
    "title", ["关于加强小区管理的通知", "某省区域协调规划", "居民区改造方案", "老旧住宅区改造方案"]
)
def test_other_words_that_end_alike_are_no_district(title: str) -> None:
    assert not named_documents("小区怎么管，居民怎么改，住宅怎么修", [summary(title), DISTRICT]).documents
