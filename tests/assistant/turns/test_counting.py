"""Turns that go on counting what the turn before asked the number of, or one item of."""

from __future__ import annotations

import pytest

from assistant.models import Turn
from assistant.turns.counting import another_of_them, which_of_them
from tests.assistant.conftest import MakeAssistant


@pytest.mark.parametrize(
    ("before", "question", "whole"),
    [
        ("苍水方案安排了几大工程？", "具体是哪些", "苍水方案安排了哪几大工程？"),
        ("苍水方案有多少项措施？", "分别是什么？", "苍水方案有哪几项措施？"),
        ("苍水方案有多少项措施？", "哪几项？", "苍水方案有哪几项措施？"),
        ("苍水方案安排了几大工程？", "谁负责？", ""),
        ("苍水方案管几个月？", "具体是哪些", ""),
        ("苍水方案有哪些措施？", "具体是哪些", ""),
    ],
)
def test_which_of_what_was_counted(before: str, question: str, whole: str) -> None:
    assert which_of_them(question, before) == whole


@pytest.mark.parametrize(
    ("before", "question", "whole"),
    [
        ("方案列了五类工程，第三类是什么？", "第四类具体建些什么？", "方案列了五类工程，第四类具体建些什么？"),
        ("五类工程里的第三类是什么？", "那第二类建在哪里？", "五类工程里的第二类建在哪里？"),
        ("五类工程里的第三类是什么？", "那第二类呢？", ""),
        ("第三类是什么？", "第四类呢？", ""),
        ("方案列了五类工程，第三类是什么？", "第三类谁负责？", ""),
        ("方案列了五类工程，第三类是什么？", "谁负责？", ""),
    ],
)
def test_another_of_what_was_numbered(before: str, question: str, whole: str) -> None:
    assert another_of_them(question, before) == whole


PLAN = """苍水市节水方案
一、总体要求
统筹推进管网改造、器具更换、灌区配套等三大工程。
二、示范区
建设临港节水示范区，破解水源不足的问题，打造海水淡化先导区、再生水样板区、节水教育基地。
打造黄河中下游协同创新共同体。
三、管网
到2027年，更换老旧管网300公里。雨水收集利用达到五万吨级规模。
"""


@pytest.mark.parametrize(
    ("first", "then", "said"),
    [
        ("苍水方案安排了几大工程？", "具体是哪些", "管网改造、器具更换、灌区配套"),
        ("苍水临港节水示范区要破解什么问题？", "最后要打造成哪三个区？", "海水淡化先导区、再生水样板区"),
        ("苍水2027年要更换多少管网？", "那雨水收集利用到时候要到啥规模？", "五万吨级"),
    ],
)
def test_what_goes_on_is_about_what_was_talked_of(
    assistant_over: MakeAssistant, first: str, then: str, said: str
) -> None:
    assistant = assistant_over({"方案.txt": PLAN})
    told = assistant.ask(first)
    assert said in assistant.ask(then, history=(Turn(question=first, answer=told),)).answer
