"""Beside a refusal the clause comes first whose one sentence is most like the question, wherever the search put it."""

from __future__ import annotations

from assistant.finding.nearest import closest_first
from tests.assistant.shelf import PROVINCE, ask, evidence, rarity


def test_the_clause_that_holds_most_of_the_question_comes_first() -> None:
    found = evidence(PROVINCE, "三 > （二）", "二 > 1", "二 > 2", scores=(3.0, 2.0, 1.0))
    shown = closest_first(ask("供水管网改造补助多少钱？"), found, rarity())
    assert shown[0].clause.path_text == "二 > 2"
    assert {one.clause.id for one in shown} == {one.clause.id for one in found}
    assert len(shown) == len(found)


def test_without_evidence_there_is_nothing_to_show() -> None:
    assert closest_first(ask("供水管网改造补助多少钱？"), [], rarity()) == []
