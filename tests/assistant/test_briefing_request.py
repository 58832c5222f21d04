"""A request in a sentence: what is taken for the errand, for the documents, and for the subject."""

from __future__ import annotations

import pytest

from assistant.answering import Assistant
from assistant.briefing.request import Commission, Kind, Length, Manner, read_request
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


def test_what_is_counted_and_how_long_it_may_be(assistant: Assistant) -> None:
    found = read(assistant, "浙江方案的十大工程，逐项说明，两页")
    assert (found.counted, found.length) == ("工程", Length.TWO)
    assert read(assistant, "浙江方案，半页").counted == ""
