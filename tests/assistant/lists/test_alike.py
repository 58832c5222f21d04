"""As many prohibitions as a question says, one after the other in one word, are its answer; fewer are not."""

from __future__ import annotations

from functools import cache

import pytest

from assistant.citations import check_quote
from assistant.finding.rarity import Rarity
from assistant.lists.alike import begun_alike
from assistant.models import CitationStatus
from corpus.chunking import chunk
from corpus.models import Document
from corpus.parsing import parse
from corpus.rows import summary_of
from tests.assistant.shelf import ask
from tests.corpus.sources import source

TEXT = """关于加强水库值守工作的通知

各县水利局：

现将有关事项通知如下：

一、人员管理

1.值守人员上岗前应当培训。值守人员做到“三不准”：不准擅离岗位；不准酒后上岗；不准让他人代班。交接班做好记录。

2.值守站的装备：必须配备救生衣；必须配备照明灯；必须配备对讲机；必须配备雨量计。每月检查一次。

二、闸门操作

1.操作闸门不得超过设计水位；不得单人操作。
"""
RUN = "值守人员做到“三不准”：不准擅离岗位；不准酒后上岗；不准让他人代班。"


@cache
def notice() -> Document:
    return parse(source(TEXT, "通知.txt"))


def said(question: str) -> list[str]:
    rarity = Rarity(f"{one.context} {one.text}" for one in chunk(notice()))
    found = begun_alike(ask(question), [(notice(), summary_of(notice(), ""))], rarity)
    grounds = [one for statement in found for one in statement.grounds]
    assert all(check_quote(one.quote, one.clause.printed) is CitationStatus.VERIFIED for one in grounds)
    return [one.text for one in found]


@pytest.mark.parametrize("question", ["禁止值守人员做哪三种事？", "值守人员有哪三项不准？", "值守人员不能有哪三种行为"])
def test_as_many_as_are_asked_for_come_with_the_words_in_front(question: str) -> None:
    assert said(question) == [RUN]


def test_what_is_demanded_is_told_by_its_own_word() -> None:
    assert said("值守站装备的四个必须是什么？") == ["必须配备救生衣；必须配备照明灯；必须配备对讲机；必须配备雨量计。"]


@pytest.mark.parametrize(
    "question",
    [
        "禁止值守人员做哪四种事？",
        "值守人员有哪三项权利？",
        "操作闸门有哪三种做法被禁止？",
        "值守人员不能做什么？",
    ],
)
def test_another_number_or_another_side_is_none(question: str) -> None:
    assert said(question) == []
