"""Questions that a document puts and answers: each heads a clause of its own."""

from __future__ import annotations

import pytest

from corpus.models import Document
from corpus.questions import is_question, question_at
from corpus.vocabulary import PartRole
from tests.corpus.sources import clause, document, paths


def put(found: Document) -> list[tuple[str, str]]:
    return [(one.heading, one.text) for one in found.clauses if is_question(one)]


PUT = [("收费吗？", "不收费。"), ("要带什么？", "带户口簿。")]


@pytest.mark.parametrize(
    "lines",
    [
        ("问：收费吗？", "答：不收费。", "问：要带什么？", "答：带户口簿。"),
        ("问1：收费吗？", "答：不收费。", "问2：要带什么？", "答：带户口簿。"),
        ("Q1：收费吗？", "A1：不收费。", "Q2：要带什么？", "A2：带户口簿。"),
        ("【问】收费吗？", "【答】：不收费。", "【问】要带什么？", "【答】：带户口簿。"),
        ("问：收费吗？答：不收费。问：要带什么？答：带户口簿。",),
        ("问题1：收费吗？ 不收费。 问题2：要带什么？ 带户口簿。",),
        ("问：收费吗？", "王某答：不收费。", "问：要带什么？", "王某答：带户口簿。"),
        ("问题1：收费吗？", "王某答：不收费。", "问题2：", "要带什么？", "王某答：带户口簿。"),
    ],
)
def test_a_question_heads_its_answer_in_every_layout(lines: tuple[str, ...]) -> None:
    assert put(document("某办法政策解读", "为便于理解，现将有关情况说明如下。", *lines)) == PUT


def test_two_questions_in_one_are_one_heading() -> None:
    found = question_at("问：收费吗？要带什么？答：不收费。")
    assert found is not None
    assert "问：收费吗？要带什么？答：不收费。"[found.start : found.end] == "收费吗？要带什么？"


@pytest.mark.parametrize(
    "lines",
    [
        ("问：收费吗？", "答：不收费。"),
        ("三问：问清来源。", "四问：问清去向。"),
        ("本市存在一些问题：一是收费高。", "还有的问题：二是材料多。"),
    ],
)
def test_one_question_or_none_heads_nothing(lines: tuple[str, ...]) -> None:
    assert put(document("某通知", "有关情况如下。", *lines)) == []


ATTACHED = (
    "某办法",
    "一、目的",
    "方便群众。",
    "二、收费",
    "不收取费用。",
    "附件：政策问答",
    "问：收费吗？",
    "答：不收费。",
    "问：要带什么？",
    "答：带下列证件：",
    "1.户口簿；",
    "2.身份证。",
)


def test_questions_below_their_name_are_an_attachment_of_it_and_hold_what_they_number() -> None:
    found = document(*ATTACHED)
    assert paths(found)[-5:] == ["附件", "附件 > 问1", "附件 > 问2", "附件 > 问2 > 1", "附件 > 问2 > 2"]
    assert clause(found, "附件").heading == "政策问答"
    assert clause(found, "附件 > 问1").part is PartRole.ATTACHMENT


def test_what_questions_interrupt_is_gone_on_with_behind_them() -> None:
    found = document(
        *(
            "某答复",
            "一、情况",
            "问：收费吗？",
            "答：不收费。",
            "问：要带什么？",
            "答：带户口簿。",
            "二、要求",
            "按时办理。",
        )
    )
    assert paths(found) == ["正文前言", "一", "问1", "问2", "二"]
