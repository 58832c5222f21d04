"""Two things compared within one document: both are told, each with its own citation."""

from __future__ import annotations

import pytest

from assistant.finding.rarity import Rarity
from assistant.models import AnswerStatus, SentenceStatus
from assistant.within.side_figures import side_figures
from assistant.within.sides import sides_asked
from assistant.within.telling import Telling

_DAM = {
    "白石预案.txt": (
        "白石县水库大坝应急预案\n\n一、监测预警\n"
        "（一）黄色预警。巡坝人员加密巡查，抢险队做好2小时内到场准备。\n"
        "（二）红色预警。停止下游河道采砂；抢险队驻坝值守，做好20分钟内到场准备。\n"
        "二、应急响应\n"
        "（一）Ⅲ级响应\n1.启动条件。库水位超过汛限水位1米；坝体出现渗漏。\n2.启动程序。由县水利局局长决定启动。\n"
        "（二）Ⅰ级响应\n1.启动条件。库水位超过汛限水位3米；坝体出现管涌。\n2.启动程序。由县防指总指挥决定启动，并报市防指。\n"
        "三、资金\n"
        "（一）大型水库维修项目。围绕坝体加固、溢洪道改造，拟安排12项左右，每项补助不超过90万元。\n"
        "（二）小型水库维修项目。围绕涵管更换、白蚁防治，拟安排30项左右，每项补助不超过25万元。\n"
        "四、目标\n"
        "到2026年，病险水库除险加固率达到85%，新建测报站40处。到2029年，病险水库除险加固率达到98%，新建测报站90处。\n"
        "五、供水\n"
        "到2027年，城区、乡镇供水管网漏损率分别降至8.5%、12%以下，水质监测点达60个、水量监测点达35个。\n"
    )
}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("白石县Ⅲ级和Ⅰ级响应的库水位条件有什么不同？", ("1米", "3米")),
        ("白石县 黄色预警 红色预警 抢险队到场准备时间 对比", ("2小时", "20分钟")),
        ("白石县启动Ⅲ级和Ⅰ级响应，分别由谁拍板？", ("县水利局局长", "县防指总指挥")),
        ("大型水库和小型水库两类维修项目每项补多少钱，差别在哪？", ("90万元", "25万元")),
        ("病险水库除险加固率 2026年 2029年 目标", ("85%", "98%")),
    ],
)
def test_both_sides_are_told_and_cited(assistant_over, question: str, said: tuple[str, ...]) -> None:
    answer = assistant_over(_DAM).ask(question)
    assert answer.status is AnswerStatus.ANSWERED
    for words in said:
        assert words in answer.answer
        assert any(words in one.quote for one in answer.citations)


def test_a_sentence_that_names_no_side_stands_under_the_heading_that_does(assistant_over) -> None:
    answer = assistant_over(_DAM).ask("白石县启动Ⅲ级和Ⅰ级响应，分别由谁拍板？")
    assert "Ⅲ级响应：2.启动程序。由县水利局局长决定启动。" in answer.answer


def test_the_title_of_the_document_tells_no_side_from_another() -> None:
    sides = sides_asked("白石水库闸门和启闭机的保修期有什么不同？")
    rarity = Rarity(["白石水库大坝", "闸门保修期不少于2年", "启闭机保修期不少于5年"])
    telling = Telling(sides, rarity, "白石水库管护办法")
    assert telling.named(sides[0], "闸门保修期不少于2年") == {sides[0].name}
    assert telling.named(sides[0], "闸门和启闭机自验收之日起保修") == {one.name for one in sides}


def test_a_difference_that_is_asked_for_is_reckoned(assistant_over) -> None:
    answer = assistant_over(_DAM).ask("大型水库和小型水库的维修项目，每项补助差多少？")
    assert "相差65万元" in answer.answer


@pytest.mark.parametrize(
    ("question", "gap"),
    [
        ("城区和乡镇的供水管网漏损率相差多少？", "城区8.5%以下，乡镇12%以下，相差3.5个百分点（按所写数字计）"),
        ("2027年水质和水量监测点差多少个？", "水质60个，水量监测点35个，相差25个"),
        ("白石县2026年和2029年病险水库除险加固率差几个百分点？", "2026年85%，2029年98%，相差13个百分点"),
    ],
)
def test_a_difference_is_reckoned_of_one_sentence_too(assistant_over, question: str, gap: str) -> None:
    answer = assistant_over(_DAM).ask(question)
    assert gap in answer.answer
    assert answer.sentences[-1].status is SentenceStatus.COMPUTED


@pytest.mark.parametrize(
    "text",
    [
        "乡镇供水管网漏损率降至12%以下",
        "城区、乡镇供水管网漏损率分别降至8%—9%、12%",
        "供水管网漏损率分别降至8.5%、12%以下",
        "城区建成8处、改造乡镇5处、新增监测点12个",
    ],
    ids=["one figure", "a range", "sides not named", "a figure too many"],
)
def test_no_figure_is_given_to_a_side_that_has_none_of_its_own(text: str) -> None:
    sides = sides_asked("城区和乡镇的供水管网漏损率相差多少？")
    assert side_figures(text, sides, Telling(sides, Rarity([*_DAM.values()]))) == ()


def test_where_one_side_is_not_printed_nothing_is_made_up(assistant_over) -> None:
    answer = assistant_over(_DAM).ask("白石县 红色预警 紫色预警 抢险队到场准备时间 对比")
    assert "2小时" not in answer.answer


@pytest.mark.parametrize(
    ("question", "names", "first"),
    [
        ("新建的和改建的公厕各补多少钱？", ("新建的", "改建的"), "新建的公厕补多少钱？"),
        ("启动Ⅱ级和Ⅳ级响应，分别由谁拍板？", ("II级", "IV级"), "启动II级响应，由谁拍板？"),
        ("岗位补贴 2024、2025、2026年各发多少", ("2024年", "2025年", "2026年"), "岗位补贴 2024年发多少"),
        ("绿地率从2022年到2027年要由多少提到多少？", ("2022年", "2027年"), "绿地率2022年要是多少？"),
        ("甲等医院与乙等医院 床位下限 对比", ("甲等医院", "乙等医院"), "甲等医院 床位下限"),
        ("新造一条货船和一条渔船，补助差在哪里？", ("一条货船", "一条渔船"), "新造一条货船，补助？"),
    ],
)
def test_what_is_asked_of_each_side_alone(question: str, names: tuple[str, ...], first: str) -> None:
    sides = sides_asked(question)
    assert tuple(one.name for one in sides) == names
    assert sides[0].question == first


@pytest.mark.parametrize(
    "question",
    [
        "住房和城乡建设局的职责是什么？",
        "大学生和退役军人能申请哪些补贴？",
        "补助标准是多少，向谁申请？",
        "河道采砂及相关活动由谁负责监管？",
    ],
)
def test_what_is_only_joined_is_not_compared(question: str) -> None:
    assert sides_asked(question) == ()


def test_a_year_or_a_place_in_front_is_no_part_of_a_side() -> None:
    level = sides_asked("江苏省级园区和国家级园区能耗相差多少？", ("江苏省",))
    assert [one.name for one in level] == ["省级园区", "国家级园区"]
    year = sides_asked("2025年氢能和光伏差多少？")
    assert [one.question for one in year] == ["2025年氢能是多少？", "2025年光伏是多少？"]
