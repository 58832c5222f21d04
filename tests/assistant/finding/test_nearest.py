"""Beside a refusal the clause comes first whose one sentence is most like the question, wherever the search put it."""

from __future__ import annotations

from dataclasses import replace

from assistant.finding.nearest import closest_first
from assistant.models import AnswerStatus
from tests.assistant.conftest import MakeAssistant
from tests.assistant.shelf import PROVINCE, ask, evidence, rarity


def test_the_clause_that_holds_most_of_the_question_comes_first() -> None:
    found = evidence(PROVINCE, "三 > （二）", "二 > 1", "二 > 2", scores=(3.0, 2.0, 1.0))
    shown = closest_first(ask("供水管网改造补助多少钱？"), found, rarity())
    assert shown[0].clause.path_text == "二 > 2"
    assert {one.clause.id for one in shown} == {one.clause.id for one in found}
    assert len(shown) == len(found)


def test_without_evidence_there_is_nothing_to_show() -> None:
    assert closest_first(ask("供水管网改造补助多少钱？"), [], rarity()) == []


def test_two_pieces_of_one_long_clause_are_both_shown() -> None:
    (whole,) = evidence(PROVINCE, "二 > 2")
    pieces = [replace(whole, chunk=replace(whole.chunk, id=f"piece{at}")) for at in range(2)]
    shown = closest_first(ask("供水管网改造补助多少钱？"), pieces, rarity())
    assert {one.chunk.id for one in shown} == {"piece0", "piece1"}


def test_a_small_clause_beside_a_refusal_is_shown_with_those_around_it(assistant_over: MakeAssistant) -> None:
    text = "某办法\n\n第一条　管道分为一级管道和二级管道。\n第二条　管道名录应当写明：\n（一）管道的等级；\n"
    made = assistant_over({"某办法.txt": text})
    answer = made.ask("管道名录要写明多少钱？")
    assert answer.status is AnswerStatus.REFUSED
    assert "管道名录应当写明" in answer.nearest[0].text
    assert "管道的等级" in answer.nearest[0].text
