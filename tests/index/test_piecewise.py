"""Each piece of the question against its nearest piece in the chunk."""

from __future__ import annotations

import numpy as np
import pytest

from corpus.library import Library
from index.models import Evidence
from index.piecewise import CANDIDATES, WEIGHT, PieceMatcher, by_pieces
from index.static_embedder import StaticEmbedder
from tests import fakes

QUESTION = "加班工资怎么算"


@pytest.fixture(scope="module")
def bundled():
    return StaticEmbedder()


@pytest.fixture
def found(tmp_path):
    document = fakes.document("a.txt", "方案", *(f"第{at}句。" for at in range(CANDIDATES + 20)))
    summary = Library(tmp_path).add(document, fakes.chunk(document)).document
    return [
        Evidence(chunk, document.by_id[chunk.clause_id], summary, chunk.text, 1.0 - at / 1000)
        for at, chunk in enumerate(fakes.chunk(document))
    ]


class Listed:
    """Gives the texts it knows their closeness, all others a half, and keeps what it was asked."""

    def __init__(self, known):
        self.known, self.texts = known, []

    def closeness(self, query, texts):
        self.texts = list(texts)
        return np.asarray([self.known.get(text, 0.5) for text in texts], dtype=np.float32)


def test_words_of_the_question_anywhere_in_a_long_chunk_are_found(bundled):
    rest = "各级人民政府应当加强对本行政区域内水污染防治工作的领导。" * 5
    near, far = bundled.closeness(QUESTION, [f"{rest}安排延长工作时间的，支付加班工资。{rest}", rest * 2])
    assert near > far + 0.1


def test_the_same_text_is_as_close_as_can_be_and_nothing_is_not_close_at_all(bundled):
    same, nothing = bundled.closeness(QUESTION, [QUESTION, ""])
    assert same == pytest.approx(1.0, abs=1e-3)
    assert nothing == 0.0
    assert bundled.closeness("", [QUESTION]).tolist() == [0.0]


def test_closeness_stays_between_none_and_full(bundled):
    close = bundled.closeness(QUESTION, ["水污染防治", "加班", "¥%#", "支付加班工资的标准如何计算"])
    assert ((close >= 0) & (close <= 1.0001)).all()


def test_texts_asked_about_again_are_as_close_as_at_first(bundled, monkeypatch):
    texts = [f"第{at}批企业支付加班工资。" for at in range(6)]
    first = bundled.closeness(QUESTION, texts)
    assert bundled.closeness(QUESTION, texts).tolist() == first.tolist()
    monkeypatch.setattr("index.static_embedder._CUT", 4)
    assert bundled.closeness(QUESTION, [*texts[::-1], *texts]).tolist() == [*first[::-1], *first]


def test_only_the_best_hits_are_measured_and_the_rest_gain_no_more_than_they(found):
    best = found[3].chunk.text
    matcher = Listed({best: 0.9, found[5].chunk.text: 0.1})
    after = by_pieces(matcher, QUESTION, found)
    gained = [round(now.score - before.score, 4) for now, before in zip(after, found, strict=True)]
    assert len(matcher.texts) == CANDIDATES
    assert gained[3] == round(WEIGHT * 0.9, 4)
    assert gained[CANDIDATES:] == [round(WEIGHT * 0.1, 4)] * (len(found) - CANDIDATES)


def test_the_order_of_the_input_does_not_matter(found):
    matcher = Listed({one.chunk.text: at / 100 for at, one in enumerate(found[:9])})
    forth = by_pieces(matcher, QUESTION, found)
    back = by_pieces(matcher, QUESTION, found[::-1])[::-1]
    assert [one.score for one in forth] == [one.score for one in back]
    assert by_pieces(matcher, QUESTION, []) == []


def test_the_bundled_model_compares_piece_by_piece(bundled):
    assert isinstance(bundled, PieceMatcher)
