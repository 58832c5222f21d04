"""这个目标怎么实现: what the clause of a goal says beside it, or what the document does for its subject."""

from __future__ import annotations

import pytest

from assistant.answering import Assistant
from assistant.models import Answer, AnswerStatus, Turn
from assistant.turns.followup import Whole
from assistant.turns.goals import asks_how, way_to
from tests.assistant.shelf import PROVINCE, document_of, library
from tests.assistant.turns.test_followup import turn


@pytest.mark.parametrize(
    "question",
    [
        *(
            "这个目标怎么实现？",
            "靠什么实现？",
            "怎么才能达到这个数？",
            "为了实现这个目标有哪些措施？",
            "那具体怎么完成呢",
        ),
        *("这个要求怎么落实？", "要怎么做才能达到？"),
        *("这一比例打算如何达到？", "达到这个指标的办法有哪些", "要达成它采取什么手段？"),
    ],
)
def test_nothing_is_asked_but_the_way(question: str) -> None:
    assert asks_how(question)


@pytest.mark.parametrize(
    "question",
    [
        "浙江怎么实现节水？",
        "这个目标是多少？",
        "怎么办？",
        "有什么补贴措施？",
        "谁来实现？",
        "这个怎么理解？",
        "有哪些？",
    ],
)
def test_other_questions_are_not(question: str) -> None:
    assert not asks_how(question)


def test_where_goals_stand_together_the_document_is_asked_for_the_subject() -> None:
    goals = turn("浙江2025年万元地区生产总值用水量下降多少？", PROVINCE, "一 > （二）")
    found = way_to(goals.answer, library(), document_of)
    assert isinstance(found, Whole)
    assert "用水量" in found.text
    assert [one.name for one in found.documents or ()] == [PROVINCE]
    (cited,) = goals.answer.citations
    assert found.within and found.clause_ids and cited.clause_id not in found.clause_ids


def test_the_clause_of_a_goal_tells_the_way_beside_it(assistant: Assistant) -> None:
    before = turn("浙江2025年公共供水管网漏损率降到多少？", PROVINCE, "二 > 2")
    quote = "到2025年"
    (cited,) = before.answer.citations
    clause = document_of(cited.document_id).by_id[cited.clause_id]
    goal = next((part for part in clause.text.split("。") if quote in part), "")
    told = before.answer.model_copy(
        update={"citations": (cited.model_copy(update={"quote": goal or clause.text[-9:]}),)}
    )
    found = way_to(told, library(), document_of)
    assert isinstance(found, Answer) and found.status is AnswerStatus.ANSWERED
    assert {one.clause_id for one in found.citations} == {cited.clause_id}
    assert all(one.quote in clause.text and quote not in one.quote for one in found.citations)
    turns = (Turn(question=before.question, answer=told),)
    assert assistant.ask("这个目标怎么实现？", history=turns).answer == found.answer
