"""What is asked in other words than it is printed in: question and sentence are read together."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from assistant.choosing import read_together as reading
from assistant.choosing.candidates import Candidate, candidates
from assistant.choosing.read_together import CANDIDATES, read_together
from tests.assistant.shelf import PROVINCE, ask, evidence

QUESTION = "江苏的大棚种菜怎么省能？"
GOALS = "一 > （二）"


@pytest.fixture
def found() -> list[Candidate]:
    whole = candidates(evidence(PROVINCE, "二 > 1", GOALS))
    return [replace(one, score=1.0 - at / 100, share=0.2) for at, one in enumerate(whole)]


class Liking:
    """A model that likes texts with certain words, and keeps what it was shown."""

    def __init__(self, words: str) -> None:
        self.words, self.texts = words, list[str]()

    def scores(self, question: str, texts: list[str]) -> np.ndarray:
        self.texts = list(texts)
        return np.asarray([6.0 if self.words in text else -6.0 for text in texts], dtype=np.float32)


def liking(monkeypatch: pytest.MonkeyPatch, words: str) -> Liking:
    model = Liking(words)
    monkeypatch.setattr(reading, "bundled_cross_encoder", lambda: model)
    return model


def test_the_sentence_that_the_model_takes_for_the_answer_comes_first(monkeypatch, found):
    last = found[-1]
    liking(monkeypatch, last.text)
    after = read_together(ask(QUESTION), found)
    assert after[0].text == last.text
    assert after[0].score == pytest.approx(last.score)
    assert [one.score for one in after] == sorted((one.score for one in after), reverse=True)
    assert {one.text for one in after} == {one.text for one in found}


def test_what_is_printed_as_it_is_asked_is_left_to_its_words(monkeypatch, found):
    model = liking(monkeypatch, found[-1].text)
    told = [replace(found[0], share=1.0), *found[1:]]
    assert read_together(ask(QUESTION), told) == told
    assert model.texts == []


def test_a_sentence_is_read_under_its_title_and_headings_and_its_clause_beside_it(monkeypatch, found):
    model = liking(monkeypatch, "没有")
    read_together(ask(QUESTION), found)
    title, context = found[0].evidence.document.title, found[0].evidence.chunk.context
    assert any(text == f"{title} {context} {found[0].text}" for text in model.texts)
    assert any(text.endswith(found[0].evidence.chunk.text) for text in model.texts[len(found) :])


def test_only_the_best_are_read_and_no_other_passes_them(monkeypatch, found):
    many = [replace(found[at % len(found)], score=1.0 - at / 1000) for at in range(CANDIDATES + 10)]
    model = liking(monkeypatch, "没有")
    after = read_together(ask(QUESTION), many)
    assert len(model.texts) <= CANDIDATES + 2
    assert min(one.score for one in after[:CANDIDATES]) >= max(one.score for one in after[CANDIDATES:])


def test_one_sentence_needs_no_reading(monkeypatch, found):
    model = liking(monkeypatch, "没有")
    assert read_together(ask(QUESTION), found[:1]) == found[:1]
    assert read_together(ask(QUESTION), []) == []
    assert model.texts == []


def test_a_sentence_of_the_same_clause_goes_on_being_told_with_the_best(monkeypatch, found):
    same = [one for one in found if one.evidence.clause.id == found[0].evidence.clause.id]
    assert len(same) > 1
    liking(monkeypatch, same[-1].text)
    after = read_together(ask(QUESTION), same)
    assert after[0].text == same[-1].text
    assert after[1].score > 0.9 * after[0].score
