"""The longest run of the question's words that a chunk holds letter for letter."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.library import Library
from index.models import Evidence
from index.piecewise import CANDIDATES
from index.runs import GAIN, MOST, NAMED, ORDINARY, by_runs
from tests import fakes


@pytest.fixture
def found(tmp_path):
    """The chunks of a document with these lines, all at one score unless `falling`."""
    library = Library(tmp_path)

    def given(*lines: str, falling: float = 0.0) -> list[Evidence]:
        document = fakes.document("a.txt", *lines)
        summary = library.add(document, fakes.chunk(document)).document
        return [
            Evidence(chunk, document.by_id[chunk.clause_id], summary, chunk.text, 1.0 - falling * at)
            for at, chunk in enumerate(fakes.chunk(document))
        ]

    return given


def gains(query: str, found: list[Evidence]) -> list[float]:
    return [round(after.score - before.score, 6) for before, after in zip(found, by_runs(query, found), strict=True)]


def test_words_in_their_order_count_and_the_same_words_apart_do_not(found):
    shelf = found("通知", "强化线上税费咨询服务。", "咨询服务和税费，线上强化。")
    assert gains("如何强化线上税费咨询服务？", shelf) == [0.0, round(GAIN * (10 - ORDINARY), 6), 0.0]


def test_the_longest_run_counts_wherever_it_stands(found):
    (_, gain) = gains("先做甲乙丙丁的事，再看线上税费咨询服务", found("通知", "做甲乙丙丁的，还有线上税费咨询服务。"))
    assert gain == pytest.approx(GAIN * (8 - ORDINARY))


def test_a_run_does_not_go_on_beyond_punctuation(found):
    assert gains("线上税费，咨询服务", found("通知", "线上税费咨询服务。"))[1] == 0.0


def test_names_and_words_are_counted_elsewhere(found):
    assert gains("线上税费怎么交？", found("通知", "线上税费由各地办理。"))[1] == 0.0


def test_width_and_case_do_not_break_a_run(found):
    assert gains("推进ccus技术研发", found("通知", "推进ＣＣＵＳ技术研发。"))[1] > 0


def headed(one: Evidence, heading: str) -> Evidence:
    return replace(one, clause=replace(one.clause, heading=heading))


def test_a_heading_said_in_full_is_meant_itself(found):
    first, second = found("强化线上税费咨询服务。", "要强化线上税费咨询服务。")
    mentioned, meant = gains("如何强化线上税费咨询服务？", [first, headed(second, "强化线上税费咨询服务")])
    assert meant - mentioned == pytest.approx(NAMED)


@pytest.mark.parametrize("heading", ["咨询服务", "强化线上税费咨询服务和考核", ""])
def test_a_short_heading_is_a_word_and_one_said_in_part_is_not_meant(found, heading):
    first, second = found("强化线上税费咨询服务。", "要强化线上税费咨询服务。")
    mentioned, meant = gains("如何强化线上税费咨询服务？", [first, headed(second, heading)])
    assert meant == mentioned


def test_a_title_said_again_in_the_lead_counts_for_the_document_only(found):
    shelf = found("关于强化线上咨询服务的通知", "关于强化线上咨询服务的通知印发给你们。")
    assert gains("关于强化线上咨询服务的通知是谁发的", shelf) == [0.0, 0.0]


def test_a_whole_paragraph_gains_no_more_than_the_most(found):
    text = "各地税务机关要按照尽可能网上办的原则积极拓展丰富网上办税缴费事项"
    assert gains(text, found("通知", text))[1] == MOST


def test_only_the_best_hits_are_looked_at(found):
    shelf = found("通知", *(f"第{at}批线上税费咨询服务。" for at in range(CANDIDATES + 9)), falling=0.001)
    assert sum(gain > 0 for gain in gains("线上税费咨询服务", shelf)) == CANDIDATES - 1  # the title is a hit as well


@pytest.mark.parametrize("query", ["", "？？？", "谁"])
def test_a_question_without_a_run_changes_nothing(found, query):
    shelf = found("通知", "线上税费。")
    assert by_runs(query, shelf) == shelf
