"""A request in a sentence: what is taken for the errand, for the documents, and for the subject."""

from __future__ import annotations

import pytest

from assistant.answering import Assistant
from assistant.briefing.known_words import known_words
from assistant.briefing.request import Commission, Kind, Length, Manner, read_request
from assistant.briefing.whose import bodies_said
from assistant.finding.rarity import Rarity
from tests.assistant.conftest import MakeAssistant

NAMES = {"国家.txt": "国家", "浙江.txt": "浙江", "绍兴.txt": "绍兴", "新区.txt": "新区"}


def read(assistant: Assistant, request: str) -> Commission:
    return read_request(request, assistant.documents())


def documents(commission: Commission) -> str:
    return " ".join(sorted(NAMES.get(document.name, document.name) for document in commission.documents))


ALL = "国家 新区 浙江 绍兴"


@pytest.mark.parametrize(
    ("request_", "subject", "named"),
    [
        ("写一份海水淡化的简报", "海水淡化", ""),
        ("给区领导写一页纸，介绍浙江方案", "", "浙江"),
        ("浙江方案和绍兴计划各有什么特点，给处里写一页", "", "浙江 绍兴"),
        ("浙江方案有哪些亮点，半页", "", "浙江"),
        ("一图看懂浙江方案", "", "浙江"),
        ("领导要去绍兴调研，准备一页纸的背景材料", "", "绍兴"),
        ("浙江方案的十项任务，用一页纸讲清楚", "", "浙江"),
        ("海水淡化这块各文件怎么要求？写份简报", "海水淡化", ALL),
        ("浙江和绍兴在海水淡化上的布局有什么不同", "海水淡化", "浙江 绍兴"),
        ("农业灌溉，写一页纸给农业农村局参考", "农业灌溉", ""),
        ("海水淡化：各文件提了哪些目标和技术方向，整理一页", "海水淡化 技术", ALL),
        ("管网漏损这些问题怎么改，写一份简报", "管网漏损 问题", ""),
        ("浙江那份方案，压成一页纸，领导明早要看", "", "浙江"),
        ("请就浙江方案拟一份内容摘要，限一页，供领导参阅", "", "浙江"),
        ("组织部门来要材料：关于海水淡化的内容，请归拢成一页", "海水淡化", ""),
        ("帮忙出个海水淡化的讲话要点，开会用", "海水淡化", ""),
        ("海水淡化这块国家和各地都打算怎么干，弄个一页的材料", "海水淡化", ALL),
        ("请就海水淡化写一份专题简报，国家怎么说、各地怎么布局", "海水淡化", ALL),
        ("海水淡化，国家怎么说、区里怎么落，做个表", "海水淡化", "国家 新区"),
        ("把这几个文件的海水淡化做成一张表，分地方列", "海水淡化", ALL),
        ("浙江和绍兴两个方案对照着看，列个表，处里讨论用", "", "浙江 绍兴"),
        (
            "想把浙江2021年底印发的那份方案过一遍。麻烦做成一页，目标、任务、保障都要有，数字别漏，套话就免了",
            "",
            "浙江",
        ),
        (
            "厅里月底开会，领导要讲十来分钟。请把手头这几份方案里讲海水淡化的内容理一理，先国家后地方，能直接念的那种",
            "海水淡化",
            ALL,
        ),
    ],
)
def test_the_subject_is_what_is_left_of_a_request(
    assistant: Assistant, request_: str, subject: str, named: str
) -> None:
    found = read(assistant, request_)
    assert (found.topic.subject, documents(found)) == (subject, named)


@pytest.mark.parametrize(
    ("request_", "sections"),
    [
        ("比较各份文件的保障措施", True),
        ("各份文件2025年和2030年的目标对照", True),
        ("海水淡化的目标", False),
        ("人才保障", False),
    ],
)
def test_a_section_is_read_alone_only_where_nothing_else_is_asked_for(
    assistant: Assistant, request_: str, sections: bool
) -> None:
    assert bool(read(assistant, request_).topic.sections) is sections


def test_a_place_asked_about_in_all_documents_is_the_subject(assistant: Assistant) -> None:
    found = read(assistant, "绍兴在这几份文件里有哪些任务？")
    assert (found.topic.places, documents(found), found.whole) == (("绍兴",), ALL, False)
    assert read(assistant, "绍兴的计划").topic.places == ()


@pytest.mark.parametrize(
    ("request_", "manner"),
    [
        ("浙江方案和国家方案怎么衔接", Manner.LINKED),
        ("浙江方案和国家方案各有什么特点", Manner.PLAIN),
        ("比较浙江和绍兴的海水淡化", Manner.PLAIN),
        ("把各文件的量化指标汇总成一页", Manner.FIGURES),
    ],
)
def test_the_manner_says_what_is_wanted_of_the_documents(assistant: Assistant, request_: str, manner: Manner) -> None:
    assert read(assistant, request_).manner is manner


def test_a_document_is_known_by_most_of_its_title(assistant_over: MakeAssistant) -> None:
    title = "关于保障和关爱夏季高温作业一线环卫工人的若干措施"
    assistant = assistant_over(
        {"措施.txt": f"{title}\n一、补助\n每人每天补助20元。", "节水.txt": "节水方案\n一、总则\n节水。"}
    )
    found = read_request("保障和关爱一线环卫工人的若干措施，写一页纸给领导", assistant.documents())
    assert [document.title for document in found.documents] == [title]
    assert found.kind is Kind.DOCUMENT and found.topic.open
    assert read_request("环卫工人，写一页", assistant.documents()).documents == ()


@pytest.mark.parametrize(
    ("request_", "characters"),
    [
        ("浙江方案，500字以内", 500),
        ("浙江方案，两三百字说清", 300),
        ("浙江方案，不超过一千字", 1000),
        ("浙江方案，半页", 580),
    ],
)
def test_how_long_a_page_may_be_is_counted_or_said(assistant: Assistant, request_: str, characters: int) -> None:
    assert read(assistant, request_).room == characters


def test_of_two_provinces_only_that_of_the_area_named_is_meant(assistant_over: MakeAssistant) -> None:
    assistant = assistant_over(
        {
            "浙江.txt": "浙江省节水方案\n一、总则\n节水。",
            "江苏.txt": "江苏省节水方案\n一、总则\n节水。",
            "国家.txt": "国家节水行动方案\n一、总则\n节水。",
        }
    )
    found = read_request("国家、省两级（浙江这条线）怎么节水", assistant.documents())
    assert sorted(document.name for document in found.documents) == ["国家.txt", "浙江.txt"]


@pytest.mark.parametrize(
    ("request_", "bodies"),
    [
        ("我们是省教育厅的，把涉及我厅的任务列一下", ("省教育厅",)),
        ("财政金融部要干哪些活？给部里开会用", ("财政金融部",)),
        ("省财政厅和人民银行负责的任务", ("省财政厅", "人民银行")),
        ("甲公司、乙集团这些单位被点到了什么事", ("甲公司", "乙集团")),
        ("丙汽车在里面被提到没有", ("丙汽车",)),
        ("丁储能下午来谈，方案里跟他们沾边的拎出来", ("丁储能",)),
        ("我刚调到新区的生态环境分局，写一页我们分局要负责的事", ("新区的生态环境分局",)),
        ("领导下午来谈工作，写一页氢能的简报", ()),
        ("各部门的职责分工", ()),
        ("我是研究生，想要一份摘要", ()),
        ("把文件里涉及企业的任务整理一下", ()),
    ],
)
def test_whose_tasks_are_asked_for(request_: str, bodies: tuple[str, ...]) -> None:
    assert bodies_said(request_)[0] == bodies


def test_a_strange_word_is_dropped_beside_a_printed_one_and_kept_by_itself(assistant: Assistant) -> None:
    rarity = Rarity(["海水淡化 节水 支持"])
    assert known_words(("海水淡化", "咕噜咕噜"), rarity, must=True) == ("海水淡化",)
    assert known_words(("火星移民", "支持"), rarity, must=True) == ("火星移民",)
    assert known_words(("咕噜咕噜",), rarity, must=False) == ()


def test_what_is_counted_and_how_long_it_may_be(assistant: Assistant) -> None:
    found = read(assistant, "浙江方案的十大工程，逐项说明，两页")
    assert (found.counted, found.length) == ("工程", Length.TWO)
    assert read(assistant, "浙江方案，半页").counted == ""
