"""The questions in everyday words hold what the plans and laws print, however little of it they say."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.golden import Expected, GoldenQuestion, load_dialogs, load_questions, own_documents
from corpus.bundled import bundled_documents
from corpus.models import Document
from corpus.parsing import parse
from corpus.readers import read_source
from tests.golden.test_questions import solid

FOLDER = Path(__file__).parent / "everyday"
SETS = ("plans", "laws", "desk", "composed")
QUESTIONS = [(name, one) for name in SETS for one in load_questions(FOLDER / name / "questions.jsonl")]
DIALOGS = [(name, one) for name in SETS for one in load_dialogs(FOLDER / name / "dialogs.jsonl")]
ANSWERABLE: list[tuple[str, Expected]] = [*((name, one) for name, one in QUESTIONS if one.answerable), *DIALOGS]
OFF = [(name, one) for name, one in QUESTIONS if not one.answerable]


@pytest.fixture(scope="module")
def documents() -> dict[str, dict[str, Document]]:
    bundled = tuple(document.path for document in bundled_documents())
    files = {name: own_documents(FOLDER / name) or bundled for name in SETS}
    return {name: {path.name: parse(read_source(path)) for path in paths} for name, paths in files.items()}


@pytest.mark.parametrize(("name", "expected"), ANSWERABLE, ids=lambda value: getattr(value, "id", ""))
def test_evidence_stands_in_a_clause_that_is_named(
    name: str, expected: Expected, documents: dict[str, dict[str, Document]]
) -> None:
    asked = [documents[name][source] for source in expected.source]
    named = [one for document in asked for one in document.clauses if one.path_text in expected.path]
    assert {one.path_text for one in named} == set(expected.path)
    for evidence in expected.evidence:
        assert any(solid(evidence) in solid(one.printed) for one in named), evidence
    said = "".join(solid(one.printed) for document in asked for one in document.clauses)
    said += "".join(f"{document.title}{source}" for document, source in zip(asked, expected.source, strict=True))
    for keys in expected.must:
        assert any(key in said for key in keys.split("|")), keys
    assert sum(len(solid(evidence)) for evidence in expected.evidence) < expected.limit


@pytest.mark.parametrize(("name", "question"), OFF, ids=lambda value: getattr(value, "id", ""))
def test_what_an_unanswerable_question_imitates_is_there(
    name: str, question: GoldenQuestion, documents: dict[str, dict[str, Document]]
) -> None:
    assert not (question.evidence or question.must)
    assert any(solid(question.near) in solid(documents[name][source].source.text) for source in question.source)


def test_no_question_is_asked_twice() -> None:
    assert len({one.id for _, one in [*QUESTIONS, *DIALOGS]}) == len(QUESTIONS) + len(DIALOGS)
