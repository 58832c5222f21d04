"""The headings of one level, or what one chapter is about, where nothing else is asked."""

from __future__ import annotations

import pytest

from assistant.document.outline import ordinal_value, outlined, section_asked
from assistant.understanding.query import understand
from corpus.models import Document
from corpus.rows import summary_of
from tests.corpus.sources import document

MEASURES = document(
    *("苍水省节约用水若干措施", "一、调整水价", "（一）阶梯水价。每年核定一次。", "（二）再生水价。不高于自来水。"),
    *("二、改造管网", "由各市组织，三年内完成老旧管网改造。", "三、加强监管", "（三）抽查。每季度抽查一次。"),
)
RULES = document(
    *("# 苍水市供水条例", "第一章 总则", "第一条 为了保障供水，制定本条例。", "第二条 本市供水适用本条例。"),
    *("第二章 水质", "第三条 供水企业应当每日检测水质，检测结果向社会公布。", "第四条 水质不合格的，停止供水。"),
    *("第三章 附则", "第五条 本条例自2031年3月1日起施行。"),
)


def said(question: str, found: Document) -> list[str]:
    listed = summary_of(found, "")
    return [one.text for one in outlined(understand(question, [listed]), found, listed)]


@pytest.mark.parametrize(
    "question",
    [
        "苍水省节约用水若干措施 一级标题",
        "节约用水措施的目录",
        "苍水省节约用水若干措施分哪几个部分？",
        "苍水省节约用水若干措施分哪三个部分？",
        "苍水节约用水 所附措施 三大部分标题",
        "节约用水措施共分几大块，各块标题是什么",
        "苍水节约用水措施的框架结构",
    ],
)
def test_headings_are_listed_for_whoever_asks_how_it_is_built(question: str) -> None:
    assert said(question, MEASURES) == ["一、调整水价", "二、改造管网", "三、加强监管"]


def test_headings_of_the_second_level_are_listed_where_those_are_meant() -> None:
    assert said("苍水省节约用水若干措施 二级标题", MEASURES) == ["（一）阶梯水价", "（二）再生水价", "（三）抽查"]


def test_chapters_are_what_a_law_is_built_of() -> None:
    assert said("苍水市供水条例有哪几章，每章讲什么", RULES) == ["第一章 总则", "第二章 水质", "第三章 附则"]


def test_a_section_is_told_by_its_heading_and_what_stands_in_it() -> None:
    assert said("节约用水措施第一部分讲什么", MEASURES) == ["一、调整水价", "（一）阶梯水价", "（二）再生水价"]
    assert said("苍水市供水条例第二章讲的是什么", RULES) == [
        "第二章 水质",
        "第三条 供水企业应当每日检测水质",
        "第四条 水质不合格的",
    ]


def test_a_section_that_there_is_not_is_asked_for_and_not_found() -> None:
    listed = summary_of(RULES, "")
    asked = understand("苍水市供水条例第九章讲什么", [listed])
    assert section_asked(asked, listed) == 9
    assert outlined(asked, RULES, listed) == []
    assert section_asked(understand("苍水市供水条例第九条讲什么", [listed]), listed) == 0


def test_boxes_are_listed_by_their_headings() -> None:
    plan = document(
        *(
            "苍水省节水行动方案",
            "一、重点任务",
            "（一）改造管网。三年完成。",
            "专栏1 管网改造工程",
            "更新老旧管网一百公里。",
        ),
        *("（二）推广再生水。逐步推广。", "专栏2 再生水工程", "建设再生水厂三座。"),
    )
    assert [one.split()[-1] for one in said("苍水省节水行动方案 专栏有哪些", plan)] == [
        "专栏1管网改造工程",
        "专栏2再生水工程",
    ]
    assert said("苍水节水行动方案有哪些专栏", MEASURES) == []


@pytest.mark.parametrize(
    "question",
    ["节约用水措施里老旧管网改造包括哪几部分费用？", "节约用水措施第二部分管网几年改造完？", "水价结构怎么优化"],
)
def test_more_than_that_is_no_question_for_the_outline(question: str) -> None:
    assert said(question, MEASURES) == []


@pytest.mark.parametrize(
    ("number", "value"), [("三大行动1", 1), ("十大工程2：", 2), ("第十二章", 12), ("（三）", 3), ("", 0)]
)
def test_an_ordinal_counts_by_the_digits_at_its_end(number: str, value: int) -> None:
    assert ordinal_value(number) == value


NOTICE = document(
    *("苍水市水务局关于复工节水的通知", "", "各区水务局：", "", "现将有关事项通知如下：", ""),
    *("一、自查", "", "各单位开展自查。", "", "二、复查", "", "各区组织复查。", "", "附件：工地节水指引", ""),
    *("苍水市水务局", "2031年3月1日", "", "附件", "", "工地节水指引", "", "一、组织", "", "设立专人。", ""),
    *("二、计量", "", "安装水表。", "", "三、回用", "", "收集雨水。"),
)


@pytest.mark.parametrize(
    "question", ["《工地节水指引》各部分标题", "《工地节水指引》分哪几部分？", "《工地节水指引》的目录"]
)
def test_an_attachment_whose_title_is_quoted_is_told_by_its_own_headings(question: str) -> None:
    assert said(question, NOTICE) == ["一、组织", "二、计量", "三、回用"]


@pytest.mark.parametrize("question", ["《工地节水指引》里滤芯管网的标题", "《工地用电指引》各部分标题"])
def test_another_title_or_another_matter_asks_for_none_of_them(question: str) -> None:
    assert said(question, NOTICE) == []
