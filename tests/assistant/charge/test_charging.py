"""Who is in charge, in other words than 谁负责."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answering import Assistant
from assistant.charge.charging import asks_who, asks_who_else
from assistant.models import AnswerStatus, Turn
from assistant.turns.followup import Whole
from assistant.turns.leaning import of_the_law
from assistant.understanding.query import understand
from corpus.vocabulary import DocumentType
from tests.assistant.shelf import summary


@pytest.mark.parametrize(
    "question",
    [
        *("这一条落到哪些部门头上？", "这事儿归哪个口管？", "这活儿派给哪些单位了？", "责任落到谁身上？"),
        *("对口的部门有哪些？", "该找哪个部门？", "这一块是哪些部门在管？", "任务分到哪几个部门了？", "责任主体是谁？"),
        *("这条挂在谁名下？", "谁的活儿？", "责任怎么分的？", "承担单位有哪些？", "牵头部门呢？", "都有哪些单位参与？"),
        *("归哪儿管？", "哪些部门要出力？", "最后谁来兜底？", "这事归哪个部门监管？"),
    ],
)
def test_a_question_of_nothing_but_a_body_and_its_charge_asks_who(question: str) -> None:
    assert asks_who(question)


@pytest.mark.parametrize(
    "question",
    [
        *("这是哪个部门的电话？", "还跟哪些单位协同攻关？", "支持哪些单位争创基地？", "由谁来解释？", "谁印发的？"),
        *("哪些企业要开展节水评价？", "省水利厅负责哪些任务？", "这项任务怎么做？", "不做的话罚多少？", ""),
    ],
)
def test_a_body_that_is_asked_for_something_else_is_not_in_charge(question: str) -> None:
    assert not asks_who(question)


@pytest.mark.parametrize("question", ["这一条落到哪些部门头上？", "谁的活儿？", "归口部门是哪个？"])
def test_the_clause_just_cited_says_who(assistant: Assistant, question: str) -> None:
    pipes = "浙江省怎么改造供水管网？"
    before = Turn(question=pipes, answer=assistant.ask(pipes))
    found = assistant.ask(question, history=(before,))
    assert "省建设厅" in found.answer
    assert "省水利厅" not in found.answer
    assert [one.path for one in found.citations] == ["二 > 2"]


def test_a_clause_that_names_none_borrows_none_from_its_neighbours(assistant: Assistant) -> None:
    money = "浙江省对节水型企业奖励多少钱？"
    before = Turn(question=money, answer=assistant.ask(money))
    assert before.answer.status is AnswerStatus.ANSWERED
    assert assistant.ask("这一条落到哪些部门头上？", history=(before,)).status is AnswerStatus.REFUSED


def test_who_is_in_charge_may_be_said_under_the_clause_cited(assistant: Assistant) -> None:
    (task,) = (one for one in assistant.ask("浙江怎么发展海水淡化？").citations if one.path == "二 > 3")
    section = next(one for one in assistant.document(task.document_id).clauses if one.path_text == "二")
    cited = task.model_copy(update={"path": "二", "clause_id": section.id})
    answer = assistant.ask("浙江怎么发展海水淡化？").model_copy(update={"citations": (cited,)})
    found = assistant.ask("归哪儿管？", history=(Turn(question="浙江怎么发展海水淡化？", answer=answer),))
    assert "省发展改革委" in found.answer
    assert [one.path for one in found.citations] == ["二 > 3"]


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("这事由哪个部门主管？", "《快递暂行条例》由哪个部门主管？"),
        ("谁负责？", "《快递暂行条例》由哪个部门负责监督管理？"),
    ],
)
def test_who_sees_to_a_law_is_asked_of_the_whole_law(question: str, asked: str) -> None:
    law = replace(summary("快递暂行条例"), document_type=DocumentType.LAW)
    plan = replace(law, document_type=DocumentType.PLAN)
    whole = Whole("投诉几天内处理，由哪些部门负责？", own=question)
    found = of_the_law(understand(whole.text, [law], [law]), whole)
    assert found is not None
    assert found.text == asked
    assert of_the_law(understand(whole.text, [plan], [plan]), whole) is None


@pytest.mark.parametrize(
    ("question", "else_"),
    [("配合单位呢？", True), ("都有哪些单位参与？", True), ("谁牵头，谁配合？", False), ("谁负责？", False)],
)
def test_who_takes_part_is_asked_apart_from_who_leads(question: str, else_: bool) -> None:
    assert asks_who_else(question) is else_
