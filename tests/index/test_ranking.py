"""What is asked for to the letter."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.library import Library
from corpus.vocabulary import PartRole
from index.models import Evidence
from index.ranking import Wording, part_factor, reranked
from tests import fakes


@pytest.fixture
def evidence(tmp_path):
    document = fakes.document("a.txt", "江苏方案", "加快绿色 供应链（试点）建设，见国办发〔2022〕5号")
    summary = Library(tmp_path).add(document, fakes.chunk(document)).document
    chunk = fakes.chunk(document)[1]
    clause = document.by_id[chunk.clause_id]
    return Evidence(chunk, clause, summary, clause.printed, 1.0)


@pytest.mark.parametrize(
    "query",
    [
        "“绿色供应链”在哪里",
        "「绿色供应链(试点)」",
        '"绿色供应链"',
        "国办发[2022]5号",
        "苏科发（2023）11号的目标",  # the document's own number
    ],
)
def test_exact_words_and_document_numbers_gain(evidence, query):
    assert Wording.of(query).bonus(evidence) > 0


@pytest.mark.parametrize("query", ["绿色供应链", "“绿色产业链”", "国办发〔2022〕6号", "国办发〔2021〕5号", "“一”", ""])
def test_anything_else_gains_nothing(evidence, query):
    assert Wording.of(query).bonus(evidence) == 0


def test_repeated_words_of_leads_and_interviews_rank_behind_the_document():
    assert part_factor(PartRole.WEB_TEXT) < 1 and part_factor(PartRole.INTERPRETATION) < 1
    assert {part_factor(part) for part in (PartRole.MAIN, PartRole.ATTACHMENT, PartRole.COVER_NOTICE)} == {1.0}


@pytest.fixture
def clauses(tmp_path):
    """Two clauses of one document, one of another, with the scores 1.0, 0.9 and 1.1."""
    library = Library(tmp_path)
    made = []
    for name, lines in {"a.txt": ("甲", "甲乙"), "b.txt": ("丙",)}.items():
        document = fakes.document(name, *lines)
        summary = library.add(document, fakes.chunk(document)).document
        made += [Evidence(c, document.by_id[c.clause_id], summary, c.text, 0.0) for c in fakes.chunk(document)]
    return [replace(one, score=score) for one, score in zip(made, (1.0, 0.9, 1.1), strict=True)]


@pytest.mark.parametrize(
    ("standing", "expected"),
    [((0.0, 0.0), ["丙", "甲", "甲乙"]), ((1.0, 0.5), ["甲", "甲乙", "丙"]), ((0.5, 1.0), ["丙", "甲", "甲乙"])],
)
def test_a_clause_gains_by_the_standing_of_its_document(clauses, standing, expected):
    of_document = dict(zip((clauses[0].document.id, clauses[-1].document.id), standing, strict=True))
    assert [one.text for one in reranked("无关", clauses, of_document)] == expected
    assert [one.text for one in reranked("无关", clauses[::-1], of_document)] == expected


def test_a_document_without_a_standing_gains_nothing(clauses):
    assert [one.score for one in reranked("无关", clauses, {})] == [1.1, 1.0, 0.9]
