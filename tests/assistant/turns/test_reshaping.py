"""A turn may want the answer before it in another form: as a table, a list, in brief, in full, word for word."""

from __future__ import annotations

import pytest

from assistant.answering import Assistant
from assistant.models import Answer, AnswerStatus, SentenceStatus, Turn
from assistant.turns.reshaping import reshaped
from tests.assistant.shelf import document_of, library

LIST = "浙江节水方案的工作原则有哪些？"
PIPES = "浙江省怎么改造供水管网？"


@pytest.fixture(scope="module")
def before(assistant: Assistant) -> Turn:
    return Turn(question=LIST, answer=assistant.ask(LIST))


@pytest.fixture(scope="module")
def pipes(assistant: Assistant) -> Turn:
    return Turn(question=PIPES, answer=assistant.ask(PIPES))


def again(turn: str, before: Turn) -> Answer | None:
    return reshaped(turn, before.answer, library(), document_of)


@pytest.mark.parametrize("turn", ["换成表格", "用表格列出来", "请把上面的整理成表格。", "做成一张表给我"])
def test_a_table_is_asked_for_by_a_turn_that_asks_nothing_else(before: Turn, turn: str) -> None:
    found = again(turn, before)
    assert found is not None and "| --- | --- |" in found.answer


@pytest.mark.parametrize(
    "turn",
    [
        *("表格里有哪些指标？", "用表格回答：浙江和绍兴的目标", "详细的奖励金额是多少？", "简单介绍一下海水淡化"),
        *("再说说海水淡化", "原文第几条提到滴灌？", "展开节水宣传几次？", "概括提到的资金有多少"),
    ],
)
def test_a_turn_that_asks_something_is_a_question(before: Turn, turn: str) -> None:
    assert again(turn, before) is None


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
    from assistant.turns.reshaping import as_table

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


@pytest.mark.parametrize("turn", ["再说一遍", "请再列一遍", "把刚才的重复一下"])
def test_the_same_again_is_the_same(before: Turn, turn: str) -> None:
    assert again(turn, before) == before.answer


@pytest.mark.parametrize(
    ("turn", "count"), [("一句话概括", 1), ("用两三句话概括一下", 3), ("简单点说", 2), ("总结一下", 2)]
)
def test_in_brief_are_the_first_sentences_with_their_marks(before: Turn, turn: str, count: int) -> None:
    long = tuple(
        one.model_copy(update={"text": f"{one.text}{'节约用水' * 12}。"}) for one in before.answer.sentences * 2
    )
    whole = before.model_copy(update={"answer": before.answer.model_copy(update={"sentences": long})})
    found = again(turn, whole)
    assert found is not None
    assert found.sentences == long[:count]
    assert {one.mark for one in found.citations} == {mark for one in found.sentences for mark in one.marks}
    assert all(one.text in found.answer for one in found.sentences)


def test_a_list_of_names_stays_whole_in_one_line(before: Turn) -> None:
    found = again("一句话概括", before)
    assert found is not None
    assert len(found.sentences) == len(before.answer.sentences) >= 3
    assert "\n" not in found.answer


@pytest.mark.parametrize("turn", ["列成清单", "分条列出来", "整理成要点"])
def test_a_list_has_a_line_for_each_sentence(before: Turn, turn: str) -> None:
    found = again(turn, before)
    assert found is not None
    assert [line[:2] for line in found.answer.split("\n")] == ["- "] * len(before.answer.sentences)


@pytest.mark.parametrize("turn", ["说详细点", "展开说说", "详细讲讲", "原文是怎么写的", "原话呢"])
def test_in_full_is_the_clause_that_was_cited(pipes: Turn, turn: str) -> None:
    found = again(turn, pipes)
    assert found is not None
    assert "建立分区计量管理制度。（责任部门：省建设厅）" in found.answer
    assert [one.path for one in found.citations] == ["二 > 2"]
    assert {one.status for one in found.sentences} == {SentenceStatus.VERIFIED}


def test_after_a_refusal_the_answer_before_it_is_meant(assistant: Assistant, before: Turn) -> None:
    refusal = Turn(question="金额呢？", answer=assistant.ask("杭州建成多少家节水型企业？"))
    assert refusal.answer.status is AnswerStatus.REFUSED
    assert "| --- | --- |" in assistant.ask("换成表格", history=(before, refusal)).answer
