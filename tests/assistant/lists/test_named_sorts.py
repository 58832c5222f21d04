"""Papers to hand in, conditions and who is shut out, asked for in everyday words and printed in several layouts."""

from __future__ import annotations

from functools import cache

import pytest

from assistant.citations import check_quote
from assistant.finding.rarity import Rarity
from assistant.lists.named import named_list
from assistant.lists.named_item import behind_caption
from assistant.lists.sorts import of_the_side
from assistant.models import CitationStatus
from assistant.statements import Statement
from assistant.understanding.query import understand
from corpus.chunking import chunk
from corpus.models import Document
from corpus.parsing import parse
from corpus.rows import summary_of
from tests.assistant.shelf import ask
from tests.corpus.sources import source

NOTICE = """丽水市水利局关于组织申报节水技改补助和雨水利用项目的通知

各县水利局：

为推进节水，现就申报节水技改补助和雨水利用项目通知如下。

一、申报对象

1.节水技改补助：本市规模以上工业企业和灌区管理站。

2.雨水利用项目：建有蓄水池的学校。

二、支持标准

1.节水技改补助

（1）按投资额的8%补助。

（2）最高不超过50万元。

2.雨水利用项目

（1）每立方米补助30元。

（2）最高不超过20万元。

三、申报条件

（一）申报单位须同时满足以下条件

1.依法取水。

2.按期缴纳水资源费。

（二）有以下情形之一的，不得申报

1.近两年被处罚的。

2.超计划用水的。

四、申报材料

1.节水技改补助需提交：

（1）技改补助申请表；

（2）设备发票。

2.雨水利用项目需提交：

（1）蓄水池照片；

（2）验收意见。

五、改造内容

改造分为必改类、选改类两类。

（一）必改类（应改尽改）。包括供水管网、计量水表和漏损阀门。

（二）选改类（能改尽改）。包括屋顶花园和雨水花箱。
"""

GUIDE = """丽水市节水奖励申报指南

一、奖励对象

节水型企业。

二、材料清单

申报材料双面打印，按以下顺序装订（封面不得用塑料材质）：
①申报书；②营业执照复印件；③水平衡测试报告；④承诺书（加盖公章）。

三、申报条件

申报企业应当符合以下条件：

1.用水定额达标。

2.计量率达标。
"""


@cache
def shelf(text: str) -> tuple[Document, Rarity]:
    document = parse(source(text, "丽水.txt"))
    return document, Rarity(f"{one.context} {one.text}" for one in chunk(document))


def _texts(found: list[Statement]) -> list[str]:
    grounds = [one for statement in found for one in statement.grounds]
    assert all(check_quote(one.quote, one.clause.printed) is CitationStatus.VERIFIED for one in grounds)
    return [one.text for one in found]


def said(question: str, text: str = NOTICE) -> list[str]:
    document, rarity = shelf(text)
    return _texts(named_list(ask(question), [(document, summary_of(document, ""))], rarity))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("我们想报节水技改补助，得交哪些材料？", ["（1）技改补助申请表。", "（2）设备发票。"]),
        ("申请雨水利用项目要准备哪些材料？", ["（1）蓄水池照片。", "（2）验收意见。"]),
        ("雨水利用项目申报材料", ["（1）蓄水池照片。", "（2）验收意见。"]),
        ("满足哪些条件才能报？", ["1.依法取水。", "2.按期缴纳水资源费。"]),
        ("哪些单位没资格报？", ["1.近两年被处罚的。", "2.超计划用水的。"]),
        ("什么样的企业报不了？", ["1.近两年被处罚的。", "2.超计划用水的。"]),
        ("哪些企业能报节水技改补助？", ["1.本市规模以上工业企业和灌区管理站。"]),
    ],
)
def test_the_list_of_the_sort_asked_for_under_the_project_that_is_named(question: str, expected: list[str]) -> None:
    assert said(question) == expected


def test_items_in_one_line_are_a_list_and_what_stands_in_brackets_forbids_nothing() -> None:
    assert said("申报节水奖励都要交啥材料？", GUIDE) == [
        "申报材料双面打印，按以下顺序装订（封面不得用塑料材质）：",
        *("①申报书。", "②营业执照复印件。", "③水平衡测试报告。", "④承诺书（加盖公章）。"),
    ]


def test_conditions_are_no_papers_to_hand_in() -> None:
    bare = GUIDE.replace("二、材料清单", "二、装订").replace("①申报书；②营业执照复印件；③", "")
    assert said("申报节水奖励都要交啥材料？", bare) == []


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("通知里的“选改类”都包括些啥？", "包括屋顶花园和雨水花箱。"),
        ("通知的选改类都有些什么？", "包括屋顶花园和雨水花箱。"),
        ("选改类包含哪些内容？", "包括屋顶花园和雨水花箱。"),
    ],
)
def test_what_stands_behind_a_short_caption_with_brackets(question: str, expected: str) -> None:
    document, rarity = shelf(NOTICE)
    summary = summary_of(document, "")
    asked = understand(question, [summary], [summary])
    assert _texts(behind_caption(asked, [(document, summary)], rarity)) == [expected]


def test_what_a_heading_says_is_to_be_fulfilled_names_nobody() -> None:
    text = GUIDE.replace(
        "三、申报条件\n\n申报企业应当符合以下条件：", "三、申报条件\n\n（一）申报灌区须同时满足以下条件"
    ) + ("\n（二）申报学校须同时满足以下条件\n\n1.建有蓄水池。\n\n2.设有节水教员。\n")
    assert said("申报学校要符合哪些条件？", text) == ["1.建有蓄水池。", "2.设有节水教员。"]


def test_details_of_the_sentence_before_are_not_the_list_of_the_heading() -> None:
    text = GUIDE.replace(
        "节水型企业。", "采取奖补、贴息相结合的方式。其中：\n\n1.奖补：每家10万元。\n\n2.贴息：最长2年。"
    ).replace("奖励对象", "奖励方式")
    assert said("节水奖励的奖励方式有哪几种？", text) == ["采取奖补、贴息相结合的方式。"]


@pytest.mark.parametrize("text", ["啥样的单位是不给支持的", "哪些灌区不补助", "什么学校不予受理", "哪类企业不会给奖励"])
def test_who_is_granted_nothing_asks_for_the_list_that_shuts_out(text: str) -> None:
    assert of_the_side(text, "有以下情形之一的，不予支持：")
    assert not of_the_side(text, "申报单位须具备以下条件：")


@pytest.mark.parametrize("text", ["灌区改造支不支持", "给不给补助", "学校补不补助", "哪些单位给支持"])
def test_whether_something_is_granted_asks_for_no_such_list(text: str) -> None:
    assert not of_the_side(text, "有以下情形之一的，不予支持：")
