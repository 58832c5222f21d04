"""Numbers that run on through the sections are counted, not the bracketed ones that begin anew under each."""

from __future__ import annotations

import pytest

from assistant.document.counts import counts, questions_put
from assistant.understanding.query import understand
from corpus.models import Document
from corpus.rows import summary_of
from tests.corpus.sources import document

GUIDE = document(
    *("苍水市防汛工作指南", "", "一、组织", "", "1.值班。", "", "（1）白天值班。", "", "（2）夜里值班。", ""),
    *("（3）假日值班。", "", "2.巡查。每日巡查。", "", "二、处置", "", "3.转移。及时转移群众。", "", "4.救援。", ""),
    *("（1）报告险情。", "", "（2）组织救援。", "", "5.总结。汛后总结。"),
)
RULES = document(
    *("# 苍水市防汛条例", "", "第一条 为了防汛，制定本条例。", "", "第二条 市水务局负责防汛。", ""),
    *("第三条 本条例自2031年5月1日起施行。",),
)
TALK = document(
    *("苍水市防汛方案政策解读", "", "一、为什么编制方案？", "", "去年汛情严重。", "", "二、方案有哪些重点？", ""),
    *("重点是巡查。", "", "三、怎么落实？", "", "按月督查。"),
)


@pytest.mark.parametrize(
    ("question", "found", "said"),
    [
        ("苍水防汛指南编到了第几条？", GUIDE, "共5条：“值班”至“总结”。"),
        ("苍水防汛条例编到第几条？", RULES, "共3条：“第一条”至“第三条”。"),
    ],
)
def test_the_last_number_is_what_is_told(question: str, found: Document, said: str) -> None:
    listed = summary_of(found, "")
    assert [one.text for one in counts(understand(question, [listed]), found, listed)] == [said]


def test_each_is_named_where_their_names_are_asked_for_too() -> None:
    listed = summary_of(GUIDE, "")
    (said,) = counts(understand("苍水防汛指南编到了第几条，都是什么？", [listed]), GUIDE, listed)
    assert said.text == "共5条：“值班”、“巡查”、“转移”、“救援”、“总结”。"
    assert [one.clause.heading for one in said.grounds] == ["值班", "巡查", "转移", "救援", "总结"]


def test_a_bound_of_what_is_granted_counts_nothing_that_is_printed() -> None:
    asked = understand("苍水防汛指南给一处水库顶多配几条船？", [summary_of(GUIDE, "")])
    assert counts(asked, GUIDE, summary_of(GUIDE, "")) == []


def test_the_questions_that_an_explanation_puts_are_counted_where_that_is_asked() -> None:
    listed = summary_of(TALK, "")
    (said,) = questions_put(understand("苍水防汛方案的解读一共回答了几个问题？", [listed]), TALK, listed)
    assert said.text == "共3个问题：“为什么编制方案？”至“怎么落实？”。"
    assert not questions_put(understand("苍水防汛方案要解决哪几个问题？", [listed]), TALK, listed)
    assert not questions_put(understand("苍水防汛指南一共几个问题？", [listed]), GUIDE, summary_of(GUIDE, ""))


def test_a_rank_is_no_count() -> None:
    listed = summary_of(GUIDE, "")
    assert counts(understand("苍水防汛指南的示范基地规模在全国排第几个？", [listed]), GUIDE, listed) == []
