"""What names a document leads to it, and chooses none of its clauses."""

from __future__ import annotations

import pytest

from corpus.library import Library
from index.models import Evidence
from index.within import by_rest
from tests import fakes

TITLE = "甲市养犬管理条例"
LINES = (
    TITLE,
    "甲市养犬管理条例由市人大常委会通过，甲市养犬管理条例自公布之日起施行。",
    "市公安机关是主管部门。",
)
QUERY = "甲市养犬管理条例的主管部门是谁"
WEIGHTS = {token: 1.0 for token in ("甲市", "市养", "养犬", "犬管", "管理", "理条", "条例", "主管", "管部", "部门")}


@pytest.fixture
def found(tmp_path):
    """The chunks of a document with these lines, best first in the order of the lines."""
    library = Library(tmp_path)

    def given(*lines: str, name: str = "a.txt", best: float = 2.0) -> list[Evidence]:
        document = fakes.document(name, *lines)
        summary = library.add(document, fakes.chunk(document)).document
        chunks = fakes.chunk(document)
        return [
            Evidence(chunk, document.by_id[chunk.clause_id], summary, chunk.text, best - at / 10)
            for at, chunk in enumerate(chunks)
        ]

    return given


def said(found: list[Evidence]) -> list[str]:
    return [one.text for one in found]


def test_the_rest_of_the_question_chooses_the_clause(found):
    assert said(by_rest(QUERY, WEIGHTS, found(*LINES)))[0] == LINES[2]


def test_ranks_and_scores_stay_with_the_documents(found):
    first, second = found(*LINES), found("乙市通知", "主管部门另行规定。", name="b.txt", best=1.95)
    mixed = sorted(first + second, key=lambda one: -one.score)
    ordered = by_rest(QUERY, WEIGHTS, mixed)
    assert [one.document.id for one in ordered] == [one.document.id for one in mixed]
    assert [one.score for one in ordered] == [one.score for one in mixed]


@pytest.mark.parametrize("query", ["主管部门是谁", "养犬管部门"], ids=["no name", "three characters are no name"])
def test_a_question_that_names_nothing_keeps_its_order(found, query):
    before = found(*LINES)
    assert said(by_rest(query, WEIGHTS, before)) == said(before)


def test_a_question_that_is_nothing_but_the_name_keeps_its_order(found):
    before = found(*LINES)
    named = {token: weight for token, weight in WEIGHTS.items() if token in TITLE}
    assert said(by_rest(TITLE, named, before)) == said(before)


def test_words_to_the_letter_still_come_first(found):
    before = found(*LINES)
    lifted = [before[0], before[1].scored(before[1].score + 5.0), before[2]]
    lifted.sort(key=lambda one: -one.score)
    assert said(by_rest(QUERY, WEIGHTS, lifted))[0] == LINES[1]


def test_nothing_found_gives_nothing():
    assert by_rest(QUERY, WEIGHTS, []) == []
    assert by_rest(QUERY, {}, []) == []
