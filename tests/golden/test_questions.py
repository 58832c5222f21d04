"""The golden questions hold what the documents print: evidence, places and key strings."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from assistant.golden import Expected, GoldenQuestion, QuestionType, load_dialogs, load_questions
from corpus.bundled import bundled_documents
from corpus.models import Document
from corpus.parsing import parse
from corpus.readers import read_source

FOLDER = Path(__file__).parent
QUESTIONS = load_questions(FOLDER / "questions.jsonl")
DIALOGS = load_dialogs(FOLDER / "dialogs.jsonl")
ANSWERABLE: list[Expected] = [*(question for question in QUESTIONS if question.answerable), *DIALOGS]
IMITATIONS = [question for question in QUESTIONS if question.near]


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    return {bundled.name: parse(read_source(bundled.path)) for bundled in bundled_documents()}


def solid(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("expected", ANSWERABLE, ids=lambda expected: expected.id)
def test_evidence_stands_in_a_clause_that_is_named(expected: Expected, documents: dict[str, Document]) -> None:
    clauses = [
        clause for name in expected.source for clause in documents[name].clauses if clause.path_text in expected.path
    ]
    assert expected.evidence
    for evidence in expected.evidence:
        assert any(solid(evidence) in solid(clause.printed) for clause in clauses), evidence


@pytest.mark.parametrize("expected", ANSWERABLE, ids=lambda expected: expected.id)
def test_the_whole_sentences_of_the_evidence_fit_the_limit(expected: Expected) -> None:
    assert sum(len(solid(evidence)) for evidence in expected.evidence) < expected.limit
    assert expected.must
    assert all(alternative for keys in expected.must for alternative in keys.split("|"))


@pytest.mark.parametrize("question", IMITATIONS, ids=lambda question: question.id)
def test_the_clause_that_an_unanswerable_question_imitates_is_there(
    question: GoldenQuestion, documents: dict[str, Document]
) -> None:
    near = solid(question.near)
    assert any(near in solid(documents[name].source.text) for name in question.source)


def test_unanswerable_questions_have_no_evidence() -> None:
    off = [question for question in QUESTIONS if not question.answerable]
    assert len(off) >= 20
    assert not any(question.evidence or question.must for question in off)


def test_ids_and_questions_are_unique() -> None:
    ids = [expected.id for expected in (*QUESTIONS, *DIALOGS)]
    assert len(set(ids)) == len(ids)
    assert len({question.question for question in QUESTIONS}) == len(QUESTIONS) >= 110


def test_every_kind_style_and_document_is_asked_about() -> None:
    kinds = Counter(question.type for question in QUESTIONS)
    assert all(kinds[kind] >= 8 for kind in QuestionType if kind is not QuestionType.DIALOG)
    assert {question.style for question in QUESTIONS} == {"keyword", "paraphrase", "colloquial"}
    asked = Counter(name for question in QUESTIONS for name in question.source)
    assert all(asked[bundled.name] >= 10 for bundled in bundled_documents())
    assert len(DIALOGS) >= 10
