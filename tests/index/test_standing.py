"""Documents as wholes: what they hold together, against their length."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.library import Library
from index.models import Evidence
from index.standing import standings
from tests import fakes

WEIGHTS = {"海口": 3.0, "补贴": 1.0, "企业": 0.5}


@pytest.fixture
def found_in(tmp_path):
    """The chunks of a document with these lines, all of them found."""
    library = Library(tmp_path)

    def found(name: str, *lines: str) -> list[Evidence]:
        document = fakes.document(name, *lines)
        summary = library.add(document, fakes.chunk(document)).document
        return [Evidence(c, document.by_id[c.clause_id], summary, c.text, 1.0) for c in fakes.chunk(document)]

    return found


def fits(found, length=20.0):
    return {id_: round(fit, 3) for id_, fit in standings(WEIGHTS, found, length).items()}


def test_words_that_clauses_hold_apart_count_together(found_in):
    apart = found_in("a.txt", "通知", "海口各区：", "企业可得补贴。")
    one = found_in("b.txt", "通知", "企业可得补贴。", "企业可得补贴。")
    found = fits(apart + one)
    assert found[apart[0].document.id] == 1.0
    assert found[one[0].document.id] < 0.5


def test_the_title_counts_although_its_clause_was_not_found(found_in):
    titled = found_in("a.txt", "海口通知", "企业可得补贴。")[1:]
    other = found_in("b.txt", "三亚通知", "企业可得补贴。")[1:]
    assert fits(titled + other)[other[0].document.id] < 1.0 == fits(titled + other)[titled[0].document.id]


def test_a_longer_document_must_say_more(found_in):
    (short,) = found_in("a.txt", "海口补贴")
    (long,) = found_in("b.txt", "海口补助、补贴")
    long = replace(long, document=replace(long.document, characters=5000))
    assert fits([short, long])[long.document.id] < 1.0


def test_a_word_said_again_counts_less_than_another_word(found_in):
    again = found_in("a.txt", "甲", "企业、企业、企业")
    both = found_in("b.txt", "甲", "企业可得的补贴")
    found = fits(again + both)
    assert found[again[0].document.id] < found[both[0].document.id]


def test_width_and_case_of_the_printed_words_do_not_matter(found_in):
    found = found_in("a.txt", "ＣＣＵＳ") + found_in("b.txt", "甲")
    assert list(standings({"ccus": 1.0}, found, 20.0).values()) == [1.0, 0.0]


@pytest.mark.parametrize("weights", [{}, {"没有": 1.0}])
def test_where_no_word_is_held_no_document_stands_out(found_in, weights):
    assert set(standings(weights, found_in("a.txt", "甲乙"), 20.0).values()) == {0.0}


def test_nothing_found_gives_nothing():
    assert standings(WEIGHTS, [], 0.0) == {}
