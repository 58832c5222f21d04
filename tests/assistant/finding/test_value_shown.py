"""A hit that shows the kind of value that is asked for goes before those little better that show none."""

from __future__ import annotations

import pytest

from assistant.finding.value_shown import GAIN, showing_first
from corpus.parsing import parse
from tests.assistant.shelf import ask, evidence_of
from tests.corpus.sources import source

LINES = parse(
    source(
        "苍水节水通知\n\n一、补贴办法\n对更换节水器具的家庭给予补贴，补贴在年底发放。\n\n二、补贴标准\n每户补贴300元。",
        "通知.txt",
    )
)


def paths(question: str, scores: tuple[float, float]) -> list[str]:
    found = [evidence_of(LINES, path, score) for path, score in zip(("一", "二"), scores, strict=True)]
    return [one.clause.path_text for one in showing_first(ask(question), found)]


@pytest.mark.parametrize(
    ("question", "scores", "order"),
    [
        ("节水补贴每户多少钱？", (2.0, 2.0 - GAIN), ["二", "一"]),
        ("节水补贴每户多少钱？", (2.0, 1.9 - GAIN), ["一", "二"]),
        ("节水补贴怎么发放？", (2.0, 1.9), ["一", "二"]),
    ],
)
def test_the_first_that_shows_it_comes_first(question: str, scores: tuple[float, float], order: list[str]) -> None:
    assert paths(question, scores) == order


def test_scores_stay_with_their_places() -> None:
    found = [evidence_of(LINES, "一", 2.0), evidence_of(LINES, "二", 1.9)]
    assert [one.score for one in showing_first(ask("每户补贴多少钱？"), found)] == [2.0, 1.9]


def test_a_count_of_parts_is_printed_by_no_clause() -> None:
    found = [evidence_of(LINES, "一", 2.0), evidence_of(LINES, "二", 1.9)]
    assert showing_first(ask("通知分几个部分，一共多少项任务？"), found) == found


def test_nothing_found_stays_nothing() -> None:
    assert showing_first(ask("每户补贴多少钱？"), []) == []
