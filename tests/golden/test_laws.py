"""The golden questions on laws hold what the laws print: evidence, places and key strings."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from assistant.golden import Expected, GoldenQuestion, QuestionType, load_dialogs, load_questions, own_documents
from corpus.models import Document
from corpus.parsing import parse
from corpus.readers import read_source
from tests.golden.test_questions import solid

FOLDER = Path(__file__).parent / "laws"
QUESTIONS = load_questions(FOLDER / "questions.jsonl")
DIALOGS = load_dialogs(FOLDER / "dialogs.jsonl")
ANSWERABLE: list[Expected] = [*(question for question in QUESTIONS if question.answerable), *DIALOGS]
OFF = [question for question in QUESTIONS if not question.answerable]
WORDS = ("figure", "time", "about", "meaning", "whether", "penalty", "list", "who", "how", "compare", "no")


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    return {path.name: parse(read_source(path)) for path in own_documents(FOLDER)}


@pytest.mark.parametrize("expected", ANSWERABLE, ids=lambda expected: expected.id)
def test_evidence_stands_in_a_clause_that_is_named(expected: Expected, documents: dict[str, Document]) -> None:
    named = [one for name in expected.source for one in documents[name].clauses if one.path_text in expected.path]
    assert {one.path_text for one in named} == set(expected.path)
    for evidence in expected.evidence:
        assert any(solid(evidence) in solid(one.printed) for one in named), evidence


@pytest.mark.parametrize("expected", ANSWERABLE, ids=lambda expected: expected.id)
def test_key_strings_stand_in_those_clauses_or_name_the_document(
    expected: Expected, documents: dict[str, Document]
) -> None:
    asked = [documents[name] for name in expected.source]
    said = "".join(solid(one.printed) for document in asked for one in document.clauses)
    said += "".join(f"{document.title}{name}" for document, name in zip(asked, expected.source, strict=True))
    assert expected.must
    for keys in expected.must:
        assert any(key in said for key in keys.split("|")), keys
    assert sum(len(solid(evidence)) for evidence in expected.evidence) < expected.limit


@pytest.mark.parametrize("question", OFF, ids=lambda question: question.id)
def test_what_an_unanswerable_question_imitates_is_there(
    question: GoldenQuestion, documents: dict[str, Document]
) -> None:
    assert not (question.evidence or question.must)
    texts = [solid(documents[name].source.text) for name in question.source]
    assert any(solid(question.near) in text for text in texts)


def test_there_are_enough_of_every_kind(documents: dict[str, Document]) -> None:
    assert len(QUESTIONS) >= 120
    assert len(OFF) >= 25
    kinds = Counter(question.type for question in QUESTIONS)
    assert all(kinds[kind] >= 8 for kind in QuestionType if kind is not QuestionType.DIALOG)
    words = Counter(question.id.partition("-")[0] for question in QUESTIONS)
    assert set(words) == set(WORDS)
    asked = Counter(name for question in QUESTIONS for name in question.source)
    assert set(asked) == set(documents)
    assert min(asked.values()) >= 6


def test_ids_and_questions_are_unique() -> None:
    ids = [expected.id for expected in (*QUESTIONS, *DIALOGS)]
    assert len(set(ids)) == len(ids)
    assert len({question.question for question in QUESTIONS}) == len(QUESTIONS)
