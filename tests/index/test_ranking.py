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


def test_a_clause_gains_by_the_company_of_a_better_one(tmp_path):
    library = Library(tmp_path)
    made = {}
    for name, lines in {"a.txt": ("甲", "甲乙"), "b.txt": ("丙", "丙丁")}.items():
        document = fakes.document(name, *lines)
        summary = library.add(document, fakes.chunk(document)).document
        for chunk in fakes.chunk(document):
            made[name, chunk.order] = Evidence(chunk, document.by_id[chunk.clause_id], summary, chunk.text, 0.0)
    found = [
        replace(made["a.txt", 0], score=2.0),
        replace(made["a.txt", 1], score=1.0),
        replace(made["b.txt", 1], score=1.1),
    ]
    expected = ["甲", "甲乙", "丙丁"]
    assert [one.text for one in reranked("无关", found)] == expected
    assert [one.text for one in reranked("无关", found[::-1])] == expected
