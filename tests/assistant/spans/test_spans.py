"""The parts of the evidence, what tells of them, and the run that is chosen."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from assistant.spans import signs
from assistant.spans.choice import LONGEST, tight_run, wide_run
from assistant.spans.features import FEATURES
from assistant.spans.labels import label
from assistant.spans.model import WEIGHTS, span_model
from assistant.spans.pieces import Piece, pieces
from assistant.spans.reading import answering, read
from corpus.models import Span
from corpus.text import fold
from tests.assistant.shelf import PROVINCE, ask, evidence, evidence_of, rarity
from tests.corpus.sources import document

RUNNING = (
    "近日，某市召开会议，部署节水工作。会议指出，节水是大事。"
    "对验收合格的节水型企业，给予不超过30万元的一次性奖励，由市水务局发放。会议还听取了其他汇报。"
)


def parts_of(*lengths: int, sentences: tuple[int, ...] = (), at: tuple[int, ...] = ()) -> list[Piece]:
    made = []
    for number, length in enumerate(lengths):
        sentence = sentences[number] if sentences else 0
        made.append(Piece(at[number] if at else 0, sentence, Span(0, length), "字" * length))
    return made


def test_the_parts_of_evidence_lie_end_to_end_within_each_sentence() -> None:
    found = evidence(PROVINCE, "一 > （二）", "三 > （一）")
    parts = pieces(found)
    assert {part.at for part in parts} == {0, 1}
    for one, other in pairwise(parts):
        if (one.at, one.sentence) == (other.at, other.sentence):
            assert one.span.end == other.span.start
    assert all(part.text == part.span.of(found[part.at].text) for part in parts)


def test_a_comma_inside_a_figure_cuts_nothing() -> None:
    found = document("某市通知", "投入1,000万元,其中200万元用于改造")
    said = [part.text for part in pieces([evidence_of(found, "正文前言")])]
    assert said[-2:] == ["投入1,000万元,", "其中200万元用于改造"]


@pytest.mark.parametrize(
    ("likely", "length", "run"),
    [
        ((0.1, 0.9, 0.1), 10.0, (1, 1)),
        ((0.1, 0.9, 0.8), 20.0, (1, 2)),
        ((0.9, 0.1, 0.9), 8.0, (0, 0)),
    ],
)
def test_the_tight_run_takes_what_is_likely_and_leaves_the_rest(
    likely: tuple[float, ...], length: float, run: tuple[int, int]
) -> None:
    found = tight_run(parts_of(10, 10, 10), np.array(likely), length)
    assert (found.first, found.last) == run


def test_a_run_stays_in_one_piece_of_evidence() -> None:
    found = tight_run(parts_of(10, 10, at=(0, 1)), np.array([0.9, 0.9]), 100.0)
    assert found.first == found.last


def test_the_wide_run_is_whole_sentences_around_the_tight_one() -> None:
    parts = parts_of(10, 10, 10, 10, sentences=(0, 1, 1, 2))
    likely = np.array([0.0, 0.1, 0.9, 0.0])
    inner = tight_run(parts, likely, 10.0)
    outer = wide_run(parts, likely, 10.0, inner)
    assert (inner.first, inner.last) == (2, 2)
    assert (outer.first, outer.last) == (1, 2)


def test_a_run_does_not_grow_without_end() -> None:
    parts = parts_of(*([50] * 20), sentences=tuple(range(20)))
    likely = np.full(20, 0.9)
    inner = tight_run(parts, likely, 5000.0)
    outer = wide_run(parts, likely, 5000.0, inner)
    assert sum(part.length for part in parts[outer.first : outer.last + 1]) <= LONGEST


def test_every_part_has_a_figure_for_every_feature() -> None:
    found = evidence(PROVINCE, "一 > （二）", "三 > （一）", "三 > （二）")
    reading = read(ask("节水型企业奖励多少钱？"), found, rarity())
    assert reading.rows.shape == (len(reading.parts), len(FEATURES))
    assert np.isfinite(reading.rows).all()
    assert len(set(FEATURES)) == len(FEATURES)


def test_features_tell_the_sentence_that_holds_the_question_from_the_others() -> None:
    found = [evidence_of(document("某市通知", RUNNING), "正文前言")]
    reading = read(ask("节水型企业奖励多少钱？"), found, rarity())
    held = FEATURES.index("sentence held")
    best = reading.parts[int(reading.rows[:, held].argmax())]
    assert best.text in ("对验收合格的节水型企业，", "给予不超过30万元的一次性奖励，", "由市水务局发放。")


def test_no_evidence_has_no_rows() -> None:
    reading = read(ask("节水型企业奖励多少钱？"), [], rarity())
    assert reading.parts == []
    assert reading.rows.shape == (0, len(FEATURES))


def test_of_running_text_the_words_that_answer_are_cut_out() -> None:
    found = [evidence_of(document("某市通知", RUNNING), "正文前言")]
    reading = read(ask("节水型企业奖励多少钱？"), found, rarity())
    answer = answering(reading, found, span_model())
    assert "30万元" in answer.tight.of(found[0].text)
    assert answer.wide.of(found[0].text).startswith("对验收合格的节水型企业")
    assert answer.wide.start <= answer.tight.start < answer.tight.end <= answer.wide.end


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("不超过30万元", {"给予不超过30万元的一次性奖励，"}),
        ("对验收合格的节水型企业,给予不超过30万元", {"对验收合格的节水型企业，", "给予不超过30万元的一次性奖励，"}),
        ("文中没有的话", set()),
    ],
)
def test_a_reference_answer_tells_which_parts_are_meant(answer: str, told: set[str]) -> None:
    found = [evidence_of(document("某市通知", RUNNING), "正文前言")]
    reading = read(ask("节水型企业奖励多少钱？"), found, rarity())
    shares = label(reading, found, {0}, fold(answer))
    assert {part.text for part, share in zip(reading.parts, shares, strict=True) if share > 0.3} == told


def test_an_answer_in_the_wrong_document_tells_nothing() -> None:
    found = [evidence_of(document("某市通知", RUNNING), "正文前言")]
    reading = read(ask("节水型企业奖励多少钱？"), found, rarity())
    assert not label(reading, found, set(), "不超过30万元").any()


def test_weights_learned_for_other_features_are_not_used(tmp_path: Path) -> None:
    stored = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    stored["features"][0] = "another"
    other = tmp_path / "weights.json"
    other.write_text(json.dumps(stored), encoding="utf-8")
    with pytest.raises(ValueError, match=r"assistant\.spans\.training"):
        span_model(other)


def test_the_model_gives_shares_and_sensible_lengths() -> None:
    found = evidence(PROVINCE, "一 > （二）", "三 > （一）")
    reading = read(ask("节水型企业奖励多少钱？"), found, rarity())
    likely = reading.likely(span_model())
    assert ((likely >= 0) & (likely <= 1)).all()
    short = span_model().expected_length(signs.of_question(ask("奖励多少钱？")))
    long = span_model().expected_length(signs.of_question(ask("采取哪些措施？")))
    assert 1 < short < long < 400
