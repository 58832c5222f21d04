"""Who asks for four things wants the sentence that counts up four."""

from __future__ import annotations

import pytest

from assistant.choosing.candidates import candidates
from assistant.choosing.scoring import SentenceScorer
from assistant.choosing.tallies import counts_them_up, number_asked, prints_number, tallies
from tests.assistant.shelf import ask, evidence_of, rarity
from tests.corpus.sources import document


@pytest.mark.parametrize(
    ("question", "count"),
    [("哪四个指标？", 4), ("5种方式是什么？", 5), ("第三条讲什么？", 0), ("哪两家？", 0), ("十四五的目标？", 0)],
)
def test_the_number_a_question_says(question: str, count: int) -> None:
    assert number_asked(question) == count


@pytest.mark.parametrize(
    ("sentence", "counts"),
    [
        ("推广管材、阀门、水表。", {3}),
        ("推广管材、阀门和水表。", {2, 3}),
        ("建设“一河”“两库”“三网”。", {3}),
        ("推广节水器具。", set()),
    ],
)
def test_the_things_a_sentence_counts_up(sentence: str, counts: set[int]) -> None:
    assert tallies(sentence) == counts


def test_the_number_itself_may_be_printed() -> None:
    assert prints_number("划定四类管控区", 4)
    assert not prints_number("划定十四类管控区", 4)


@pytest.mark.parametrize(
    ("question", "first"), [("要检测水质的哪三项指标？", "三"), ("要检测水质的哪五项指标？", "五")]
)
def test_the_sentence_with_as_many_comes_first(question: str, first: str) -> None:
    sentences = {
        "三": "检测水质的浊度、余氯、总硬度等指标。",
        "五": "检测水质的色度、气味、铁、锰、铜等指标。",
    }
    found = document("某市方案", "", "一、水质", "".join(sentences.values()))
    ranked = SentenceScorer(ask(question), rarity()).score(candidates([evidence_of(found, "一")]))
    assert ranked[0].text == sentences[first]


@pytest.mark.parametrize(
    ("sentence", "noun", "counted"),
    [
        ("平台集成水质查询、报修登记、水费缴纳三项功能。", "功能", True),
        ("平台集成水质查询、报修登记、水费缴纳等功能。", "功能", False),
        ("平台有三项功能。", "功能", False),
        ("设立滴灌、喷灌两类示范项目。", "项目", True),
        ("设立滴灌、喷灌、微灌三类示范项目。", "功能", False),
    ],
)
def test_a_sentence_that_counts_things_up_by_their_noun_is_told(sentence: str, noun: str, counted: bool) -> None:
    assert counts_them_up(sentence, noun) is counted
