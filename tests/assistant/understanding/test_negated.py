"""Those who have done a thing and those who have not are told apart, in whatever words they are asked about."""

from __future__ import annotations

import pytest

from assistant.choosing.candidates import candidates
from assistant.choosing.scoring import SentenceScorer
from assistant.understanding.negated import OTHER, SAME, on_the_side_done
from tests.assistant.shelf import ask, evidence_of, rarity
from tests.corpus.sources import document

HAVE = "用水户已安装智能水表的，按月抄表计费；"
HAVE_NOT = "用水户未安装智能水表的，按上年用水量预交。"


@pytest.mark.parametrize(
    ("question", "factor"),
    [
        ("没给家里安装智能水表的用水户怎么计费？", OTHER),
        ("还没安装智能水表，水费怎么交？", OTHER),
        ("未安装智能水表怎么计费", OTHER),
        ("已经安装智能水表的怎么计费？", SAME),
        ("安装了智能水表的怎么计费？", SAME),
        ("智能水表怎么计费？", 1.0),
        ("有没有安装智能水表的规定？", 1.0),
        ("未来怎么安装智能水表？", 1.0),
    ],
)
def test_a_sentence_on_those_who_have(question: str, factor: float) -> None:
    assert on_the_side_done(question, HAVE) == factor


def test_a_sentence_on_neither_is_left_as_it_is() -> None:
    assert on_the_side_done("没安装智能水表的怎么计费？", "水费按季度公示。") == 1.0


@pytest.mark.parametrize(
    ("question", "first"),
    [("没有安装智能水表的用水户怎么计费？", HAVE_NOT), ("已经安装智能水表的用水户怎么计费？", HAVE)],
)
def test_the_side_asked_about_comes_first(question: str, first: str) -> None:
    found = document("某市办法", "", "一、水费", HAVE + HAVE_NOT)
    ranked = SentenceScorer(ask(question), rarity()).score(candidates([evidence_of(found, "一")]))
    assert ranked[0].text == first
