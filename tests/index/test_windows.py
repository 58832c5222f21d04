"""Small clauses are shown with their neighbours; each stretch of a document once."""

from __future__ import annotations

import pytest

from corpus.text import fold, visible_length
from index.windows import SMALL_CLAUSE, WINDOW_CHARACTERS, widened

PRINCIPLES = (
    "宁波行动方案",
    "一、总体要求",
    "（一）基本原则",
    "1.创新引领。坚持创新。",
    "2.系统推进。统筹各方。",
    "二、保障措施",
    "加强领导。",
)


@pytest.fixture
def found(indexer, retriever, write, library):
    def ask(query: str, *lines: str):
        indexer.ingest([write("宁波.txt", *lines)])
        return widened(retriever.retrieve(query), library.document)

    return ask


def test_a_small_clause_brings_its_neighbours_in_the_words_of_the_source(found):
    hits = found("系统推进统筹各方", *PRINCIPLES)
    assert hits[0].clause.num == "2."
    assert "1.创新引领。坚持创新。" in hits[0].text and "基本原则" in hits[0].text
    assert fold(hits[0].text) in fold("\n".join(PRINCIPLES))


def test_no_stretch_of_a_document_is_shown_twice(found):
    hits = found("基本原则 创新 统筹 领导", *PRINCIPLES)
    shown = fold("".join(hit.text for hit in hits))
    assert all(shown.count(fold(line)) <= 1 for line in PRINCIPLES[2:])


def test_a_window_keeps_its_limit_and_a_large_clause_stands_alone(found):
    items = [f"{n}.第{n}项。{'坚持创新引领绿色低碳发展' * (2 + 6 * (n % 2))}。" for n in range(1, 9)]
    for hit in found("创新引领", "行动方案", "一、基本原则", *items):
        assert visible_length(hit.text) <= WINDOW_CHARACTERS
        if visible_length(hit.clause.printed) >= SMALL_CLAUSE:
            assert hit.text == hit.clause.printed


def test_a_window_may_begin_with_the_clause_that_was_found(indexer, retriever, write, library):
    indexer.ingest([write("宁波.txt", *PRINCIPLES)])
    hits = widened(retriever.retrieve("系统推进统筹各方"), library.document, from_it=True)
    assert hits[0].clause.num == "2."
    assert hits[0].text.startswith("2.系统推进")
    assert "创新引领" not in hits[0].text
    assert fold(hits[0].text) in fold("\n".join(PRINCIPLES))
