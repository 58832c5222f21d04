"""把这两个做成表格: the last answers stand in one table, each sentence once, with what was asked and its clause."""

from __future__ import annotations

import pytest

from assistant.answering import Assistant
from assistant.models import Answer, AnswerStatus, SentenceStatus, Turn
from assistant.turns.joining import joined

FIRMS = "浙江到2025年建成多少家节水型企业？"


def talk(assistant: Assistant, *questions: str) -> list[Turn]:
    turns: list[Turn] = []
    for question in questions:
        turns.append(Turn(question=question, answer=assistant.ask(question, history=tuple(turns))))
    return turns


@pytest.fixture(scope="module")
def two(assistant: Assistant) -> list[Turn]:
    return talk(assistant, FIRMS, "绍兴呢？")


def rows(answer: Answer | None) -> list[str]:
    assert answer is not None
    return answer.answer.split("\n")[2:]


@pytest.mark.parametrize(
    "turn",
    [
        *("把这两个做成表格给我", "两个地方用表格列一下", "这两个数列个表", "都放进一张表", "把这几个整理成表格"),
        *("上面两个答案做成表", "对比一下，列个表", "全部汇总成表格"),
    ],
)
def test_several_answers_stand_in_one_table(two: list[Turn], turn: str) -> None:
    first, second = rows(joined(turn, two))
    assert FIRMS.rstrip("？") in first and "300家" in first
    assert "80家" in second and "绍兴" in second


@pytest.mark.parametrize(
    "turn", ["换成表格", "这两个有什么不同？", "两个地方的表格里有哪些指标？", "把这两个说详细点", "都做什么？"]
)
def test_one_answer_or_a_question_is_no_table_of_several(two: list[Turn], turn: str) -> None:
    assert joined(turn, two) is None


def test_marks_are_counted_anew_and_every_sentence_keeps_its_own(two: list[Turn]) -> None:
    found = joined("把这两个做成表格", two)
    assert found is not None
    assert [one.mark for one in found.citations] == [1, 2]
    assert {one.document_id for one in found.citations} == {t.answer.citations[0].document_id for t in two}
    cited = {one.mark: one for one in found.citations}
    for sentence in found.sentences:
        assert sentence.status is SentenceStatus.VERIFIED
        assert all(cited[mark].quote in sentence.text or sentence.text in cited[mark].text for mark in sentence.marks)


def test_what_was_said_twice_is_one_row_with_both_questions(two: list[Turn]) -> None:
    again = [two[0], Turn(question="万元产值用水量呢？", answer=two[0].answer)]
    (row,) = rows(joined("把这两个做成表格", again))
    assert row.count("300家") == 1


def test_a_number_takes_that_many_answers_and_no_more(assistant: Assistant, two: list[Turn]) -> None:
    earlier = talk(assistant, "浙江怎么推广滴灌？")
    assert len(rows(joined("把这两个做成表格", [*earlier, *two]))) == 2
    assert len(rows(joined("三个问题的答案做成一张表", [*earlier, *two]))) >= 3


def test_without_a_number_what_leans_on_each_other_belongs_together(assistant: Assistant, two: list[Turn]) -> None:
    earlier = talk(assistant, "浙江怎么推广滴灌？")
    assert len(rows(joined("都放进一张表", [*earlier, *two]))) == 2


def test_a_refused_turn_is_a_row_that_says_so(assistant: Assistant) -> None:
    turns = talk(assistant, FIRMS, "绍兴呢？", "江西呢？")
    assert turns[-1].answer.status is AnswerStatus.REFUSED
    found = joined("三个地方用表格列一下", turns)
    assert found is not None and found.status is AnswerStatus.PARTIAL
    told = rows(found)
    assert len(told) == 3
    assert "江西" in told[-1] and turns[-1].answer.answer in told[-1]
    assert len(found.sentences) == 2


def test_these_are_the_points_of_one_answer_where_it_has_several(assistant: Assistant) -> None:
    turns = talk(assistant, "浙江到2025年建成多少家节水型企业？", "浙江节水方案有哪些重点任务？")
    assert joined("把这些整理成表格", turns) is None
