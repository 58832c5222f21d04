"""A turn may want the answer before it as a table, or one of its points in full."""

from __future__ import annotations

import pytest

from assistant.answering import Assistant
from assistant.models import Answer, SentenceStatus, Turn
from assistant.reshaping import asks_for_table, point_asked

LIST = "浙江节水方案的工作原则有哪些？"


@pytest.fixture(scope="module")
def before(assistant: Assistant) -> Turn:
    return Turn(question=LIST, answer=assistant.ask(LIST))


@pytest.mark.parametrize(
    ("turn", "asked"),
    [
        ("换成表格", True),
        ("用表格列出来", True),
        ("请把上面的整理成表格。", True),
        ("表格里有哪些指标？", False),
        ("用表格回答：浙江和绍兴的目标", False),
    ],
)
def test_a_table_is_asked_for_by_a_turn_that_asks_nothing_else(turn: str, asked: bool) -> None:
    assert asks_for_table(turn) is asked


def test_a_table_holds_the_same_words_marks_and_citations(assistant: Assistant, before: Turn) -> None:
    table = assistant.ask("换成表格", history=(before,))
    head, rule, *rows = table.answer.split("\n")
    assert (head, rule) == ("| 内容 | 出处 |", "| --- | --- |")
    assert len(rows) == len(before.answer.sentences) >= 3
    assert table.citations == before.answer.citations
    for row, sentence in zip(rows, before.answer.sentences, strict=True):
        assert sentence.text in row
        assert all(f"[{mark}]" in row for mark in sentence.marks)


def test_a_sign_of_tables_in_a_sentence_does_not_break_its_row(before: Turn) -> None:
    from assistant.reshaping import as_table

    (first, *_) = before.answer.sentences
    odd = before.answer.model_copy(update={"sentences": (first.model_copy(update={"text": "甲|乙\n丙"}),)})
    assert as_table(odd).answer.split("\n")[2].startswith("| 甲｜乙 丙")


def test_a_table_without_an_answer_before_is_a_question_like_any_other(assistant: Assistant) -> None:
    assert "| --- |" not in assistant.ask("换成表格").answer


@pytest.mark.parametrize("turn", ["第二条展开说说", "第2点详细讲讲", "请把第二个展开介绍一下"])
def test_a_point_in_full_is_its_clause(assistant: Assistant, turn: str) -> None:
    tasks = "浙江节水方案有哪些保障措施？"
    first = assistant.ask(tasks)
    full = assistant.ask(turn, history=(Turn(question=tasks, answer=first),))
    wanted = first.citations[first.sentences[1].marks[0] - 1]
    assert [one.path for one in full.citations] == [wanted.path] == ["三 > （二）"]
    assert "每个项目配备专家组" in full.answer
    assert {one.status for one in full.sentences} == {SentenceStatus.VERIFIED}


@pytest.mark.parametrize("turn", ["第九条展开说说", "第二条规定了什么？", "展开说说"])
def test_a_point_that_is_not_there_is_not_shown(before: Turn, turn: str) -> None:
    assert point_asked(turn, (before,)) is None


def test_nothing_is_pointed_to_after_a_refusal() -> None:
    refusal = Answer.model_validate({"status": "refused", "answer": "现有文件没有回答这个问题。"})
    assert point_asked("第一条展开说说", (Turn(question="？", answer=refusal),)) is None
