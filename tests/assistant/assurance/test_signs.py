"""One figure a sign, and those on words follow the words."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.answering import Assistant
from assistant.assurance.signs import SIGNS, Floats, signs
from assistant.choosing.extractive import choose


def row(assistant: Assistant, question: str) -> Floats:
    asked, evidence = assistant.found(question)
    chosen, _ = choose(asked, evidence, assistant.rarity, assistant.document)
    return signs(asked, chosen, evidence, assistant.rarity)


def sign(row: Floats, name: str) -> float:
    return float(row[SIGNS.index(name)])


@pytest.mark.parametrize("question", ["绍兴的再生水利用率要达到多少？", "海洋渔业有什么措施？", "再生水 利用率"])
def test_a_choice_has_one_finite_figure_for_each_sign(assistant: Assistant, question: str) -> None:
    found = row(assistant, question)
    assert found.shape == (len(SIGNS),)
    assert np.isfinite(found).all()


def test_a_question_in_the_clauses_own_words_has_more_of_them_said(assistant: Assistant) -> None:
    printed, everyday = row(assistant, "再生水利用率达到多少？"), row(assistant, "脏水洗干净了有多大比例接着用？")
    for name in ("words in sentence", "topic in clause", "longest run", "run as share"):
        assert sign(printed, name) > sign(everyday, name)
