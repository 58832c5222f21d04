"""The list asked for is told by its noun, its number of items or its place; another list is none."""

from __future__ import annotations

from functools import cache

import pytest

from assistant.finding.rarity import Rarity
from assistant.lists.asked_list import asked_list
from assistant.lists.listings import listings
from assistant.understanding.query import understand
from corpus.chunking import chunk
from corpus.models import Document, DocumentSummary
from corpus.parsing import parse
from corpus.rows import summary_of
from tests.assistant.shelf import ask
from tests.corpus.sources import source

TEXT = """浙江省节水技术推广方案

为推进节水工作，制定本方案。

一、基本原则

坚持节水优先，系统推进。把节水放在首位，统筹各行业用水。

坚持科技引领，分类施策。依靠技术进步提高用水效率。

坚持政府推动，市场发力。发挥规划和标准的作用，引导社会参与。

二、示范建设

建设一批示范工程。

专栏1 节水示范工程

1. 城市节水示范工程。在三个城市更新管网。

2. 工业回用示范工程。在两个园区推广回用。

（1）印染废水回用：在印染园区建设回用装置。

（2）电镀废水回用：在电镀园区建设回用装置。

三、实施步骤

方案从以下两方面落实：一是建立联席会议，统筹各部门。二是开展年度评估，公布结果。

四、保障措施

（一）加强组织领导。成立领导小组。

（二）加大资金投入。设立专项资金。
"""

PRINCIPLES = ["坚持节水优先，系统推进。", "坚持科技引领，分类施策。", "坚持政府推动，市场发力。"]
SAFEGUARDS = ["（一）加强组织领导。", "（二）加大资金投入。"]


@cache
def plan() -> Document:
    return parse(source(TEXT, "浙江.txt"))


@cache
def rarity() -> Rarity:
    return Rarity(f"{one.context} {one.text}" for one in chunk(plan()))


def said(question: str) -> list[str]:
    shelf: list[tuple[Document, DocumentSummary]] = [(plan(), summary_of(plan(), ""))]
    return [one.text for one in asked_list(ask(question), shelf, rarity())]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("浙江方案 基本原则 三项", PRINCIPLES),
        ("浙江方案定了哪三条原则？", PRINCIPLES),
        ("浙江方案的基本原则有哪些？", PRINCIPLES),
        ("浙江的两条保障措施分别是什么？", SAFEGUARDS),
        ("浙江方案一共铺排了哪两项保障措施？", SAFEGUARDS),
        (
            "浙江把工业回用示范工程分成了哪两类？",
            ["（1）印染废水回用。", "（2）电镀废水回用。"],
        ),
        (
            "浙江从哪两个方面落实这份方案？",
            ["方案从以下两方面落实：", "一是建立联席会议，统筹各部门。", "二是开展年度评估，公布结果。"],
        ),
    ],
)
def test_the_list_with_that_noun_and_as_many_items(question: str, expected: list[str]) -> None:
    assert said(question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("浙江方案基本原则的第二条具体是怎么讲的？", ["坚持科技引领，分类施策。", "依靠技术进步提高用水效率。"]),
        ("浙江两条保障措施里第一条是什么？", ["（一）加强组织领导。", "成立领导小组。"]),
        ("浙江从两个方面落实方案，第二方面是什么？", ["二是开展年度评估，公布结果。"]),
        ("浙江方案基本原则的第七条是什么？", []),
    ],
)
def test_one_item_of_the_list_with_what_is_said_of_it(question: str, expected: list[str]) -> None:
    assert said(question) == expected


@pytest.mark.parametrize("question", ["浙江的工业回用示范工程又分哪几块？", "浙江工业回用示范工程下面有哪几件事？"])
def test_what_stands_under_the_heading_named(question: str) -> None:
    assert said(question) == ["（1）印染废水回用。", "（2）电镀废水回用。"]


@pytest.mark.parametrize("question", ["浙江方案的专栏1由哪些工程组成？", "浙江方案第一个专栏有哪几项？"])
def test_the_list_at_the_place_pointed_to(question: str) -> None:
    assert [text[:8] for text in said(question)] == ["1.城市节水示范", "2.工业回用示范"]


def test_a_place_with_its_heading_and_no_other_subject_asks_for_what_stands_there() -> None:
    assert [text[:8] for text in said("专栏1 节水示范工程 包括内容")] == ["1.城市节水示范", "2.工业回用示范"]
    assert said("专栏1 节水示范工程 补助标准") == []


CHAPTERS = """浙江省节水行动方案

为推进节水，制定本方案。

一、农业节水增效行动

推广滴灌。

二、工业节水减排行动

推广回用。

三、城镇节水降损行动

更新管网。

解读

问：怎么落实？

答：将抓好以下两方面工作：一是加强统筹，建立机制。二是严格考核，公开结果。
"""


@pytest.mark.parametrize("question", ["浙江部署了哪三项行动？", "浙江方案的三大行动是哪三个？"])
def test_chapters_that_are_all_of_one_kind_are_a_list(question: str) -> None:
    document = parse(source(CHAPTERS, "浙江.txt"))
    found = asked_list(ask(question), [(document, summary_of(document, ""))], rarity())
    assert [one.text[:6] for one in found] == ["一、农业节水", "二、工业节水", "三、城镇节水"]


@pytest.mark.parametrize(
    "question",
    [
        "浙江方案定了哪四条原则？",
        "浙江滴灌技术的三项要求是什么？",
        "浙江方案专栏1里城市节水示范工程有哪些内容？",
        "浙江如何加大资金投入？",
    ],
    ids=["another count", "another subject", "one item", "no list"],
)
def test_no_list_where_another_is_asked_for(question: str) -> None:
    assert said(question) == []


def test_every_item_stands_word_for_word_in_its_clause() -> None:
    for listing in listings(plan()):
        assert len(listing.items) >= 2
        assert all(item.text in item.clause.printed for item in listing.items)


def test_a_year_is_no_subject_of_the_list() -> None:
    assert said("浙江方案2025年的三条基本原则是什么？") == PRINCIPLES


def test_the_item_at_the_place_pointed_to_that_the_question_names_is_told_as_a_whole() -> None:
    assert said("浙江方案专栏1里城市节水示范工程是怎么写的？") == ["1.城市节水示范工程。", "在三个城市更新管网。"]


POINTS = """浙江省节水专项工作方案

为推进节水，制定本方案。

一、支持重点

围绕节水目标，重点支持以下三类项目。

1.管网项目。更新管网。

2.灌区项目。衬砌渠道。

3.回用项目。建设装置。

二、面向多样需求，培育节水产业

（一）发展水表制造。做强企业。

（二）发展滴灌设备。做优品牌。
"""


def test_a_noun_of_the_title_is_not_what_is_counted_and_a_full_stop_may_open_a_list() -> None:
    document = parse(source(POINTS, "浙江.txt"))
    words = Rarity(f"{one.context} {one.text}" for one in chunk(document))
    found = asked_list(ask("浙江节水专项支持哪三类项目？"), [(document, summary_of(document, ""))], words)
    assert [one.text for one in found] == ["1.管网项目。", "2.灌区项目。", "3.回用项目。"]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("浙江节水方案第二部分点名要培育的产业有哪些？", ["（一）发展水表制造。", "（二）发展滴灌设备。"]),
        ("浙江节水方案第二部分点名的管网有哪些？", []),
    ],
)
def test_the_part_pointed_to_whose_heading_holds_what_is_asked(question: str, expected: list[str]) -> None:
    document = parse(source(POINTS, "浙江.txt"))
    words = Rarity(f"{one.context} {one.text}" for one in chunk(document))
    summary = summary_of(document, "")
    found = asked_list(understand(question, [summary], [summary]), [(document, summary)], words)
    assert [one.text for one in found] == expected
