"""An interpretation's date and a news lead's source are those printed; what they say is another question."""

from __future__ import annotations

import pytest

from assistant.choosing.parts import asks_of_part, of_part
from assistant.citations import check_sentence
from assistant.models import SentenceStatus
from assistant.statements import Statement
from assistant.understanding.query import understand
from corpus.parsing import parse
from corpus.rows import summary_of
from tests.corpus.sources import source

TEXT = """水务网讯：近日，某市印发节水方案，提出推广滴灌。

某市水务局关于印发《某市节水方案》的通知

各区水务局：

现将《某市节水方案》印发给你们。

某市水务局
2023年3月8日

某市节水方案

一、目标
到2025年，建成节水型企业80家。

二、任务
推广滴灌技术。

三、保障
落实资金。

《某市节水方案》政策解读2023年4月1日　　近日，市水务局有关负责人回答了记者的提问。

一、为什么出台？
为了推进节水。
"""
DOCUMENT = parse(source(TEXT))
SUMMARY = summary_of(DOCUMENT, "")


def told(question: str) -> list[Statement]:
    return of_part(understand(question, [SUMMARY]), [(DOCUMENT, SUMMARY)])


@pytest.mark.parametrize(
    "question",
    [
        "节水方案的政策解读是哪天的？",
        "某市节水方案 政策解读 日期",
        "《某市节水方案》政策解读 日期",
        "随附的解读材料落的是几号？",
        "官方解读什么时候发布的？",
        "答记者问的时间",
    ],
)
def test_the_date_of_the_interpretation_is_not_that_of_the_document(question: str) -> None:
    (one,) = told(question)
    assert "2023年4月1日" in one.text
    assert one.grounds[0].quote.endswith("政策解读2023年4月1日")
    assert check_sentence(one.text, one.grounds) is SentenceStatus.VERIFIED


@pytest.mark.parametrize(
    "question",
    [
        "最前面那段新闻是哪个网站登的？",
        "文本最前头那段新闻是哪家网站的？",
        "新闻导语 来源",
        "文件开头的报道出自哪个媒体？",
        "开头那段话是谁发的？",
        "这份文本开头的消息出自哪家行业网站？",
    ],
)
def test_the_source_of_the_news_is_the_site_that_printed_it(question: str) -> None:
    (one,) = told(question)
    assert "水务网" in one.text and one.grounds[0].quote == "水务网讯"


@pytest.mark.parametrize(
    "question",
    [
        "解读里说什么时候建成节水型企业？",
        "新闻里提到的滴灌是哪个单位推广的？",
        "节水方案是哪天印发的？",
        "政策解读怎么说滴灌？",
    ],
)
def test_what_a_part_says_of_a_matter_is_not_answered_with_its_date(question: str) -> None:
    assert told(question) == []


def test_a_part_without_date_or_source_gives_none() -> None:
    bare = parse(source(TEXT.replace("水务网讯：", "").replace("2023年4月1日", "")))
    summary = summary_of(bare, "")
    for question in ("政策解读是哪天的？", "最前面那段新闻是哪个网站登的？"):
        assert asks_of_part(question)
        assert of_part(understand(question, [summary]), [(bare, summary)]) == []
