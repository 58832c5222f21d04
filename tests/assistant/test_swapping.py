"""那到“十五五”末呢, 山东那份呢，…: the question before for another year, or another question on another document."""

from __future__ import annotations

import pytest

from assistant.followup import make_whole
from tests.assistant.shelf import AREA, CITY, PROVINCE, library
from tests.assistant.test_followup import turn

PERIOD = turn("浙江“十四五”末建成多少家节水型企业？", PROVINCE, "一 > （二）")
UNNAMED = turn("“十四五”末建成多少家节水型企业？", PROVINCE, "一 > （二）")
FARMING = turn("绍兴怎么推广农业节水？", CITY, "二 > （二）")


@pytest.mark.parametrize(
    "question",
    [
        "2030年的呢？",
        "那到了“十五五”末呢？",
        "2030年的是多少？",
        "到2030年又如何？",
        "这个数2030年是多少？",
        "2030年底呢",
    ],
)
def test_a_year_takes_the_place_of_a_plan_period(question: str) -> None:
    whole = make_whole(question, [PERIOD], library())
    assert whole.text == "浙江2030年建成多少家节水型企业？"


def test_another_year_is_asked_of_the_document_just_cited() -> None:
    whole = make_whole("2030年的呢？", [UNNAMED], library())
    assert whole.text == "2030年建成多少家节水型企业？"
    assert [one.name for one in whole.documents or ()] == [PROVINCE]


@pytest.mark.parametrize("question", ["2030年再生水利用率是多少？", "到2030年海水淡化工程建几个？"])
def test_a_year_beside_its_own_subject_swaps_nothing(question: str) -> None:
    assert "节水型企业" not in make_whole(question, [PERIOD], library()).text


@pytest.mark.parametrize(
    ("question", "text", "name"),
    [
        ("浙江那份呢，要新增多少万亩？", "浙江推广农业节水，要新增多少万亩？", PROVINCE),
        ("换成浙江呢，由谁来干这事？", "浙江推广农业节水，由谁来干这事？", None),
        ("新区呢，公共建筑更换什么节水器具？", "新区，公共建筑更换什么节水器具？", AREA),
    ],
)
def test_a_new_question_on_another_document_keeps_the_subject_it_leans_on(
    question: str, text: str, name: str | None
) -> None:
    whole = make_whole(question, [FARMING], library())
    assert whole.text == text
    assert [one.name for one in whole.documents or ()] == ([name] if name else [])


def test_after_a_refusal_the_refused_question_is_leaned_on() -> None:
    from assistant.models import Answer, AnswerStatus, Passage

    passage = Passage(source=CITY, path="一", text="再生水利用率达到25%。")
    refusal = Answer(
        status=AnswerStatus.REFUSED, answer="没有。", nearest=(passage,), question="浙江2025年建成多少个雨水公园？"
    )
    refused = FARMING.model_copy(update={"question": refusal.question, "answer": refusal})
    assert make_whole("那绍兴呢？", [FARMING, refused], library()).text == "绍兴2025年建成多少个雨水公园？"
