"""An answer that rests on a repealed document says so: in its citations, its references and its notice."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answering import Assistant
from assistant.export import of_answer, to_markdown
from assistant.export.reference import printed_reference
from assistant.models import AnswerStatus, Passage
from corpus.models import DocumentStatus
from corpus.vocabulary import Force, Validity
from tests.assistant.conftest import MakeAssistant

QUESTION = "临江市节水器具普及率要达到多少？"
RULE = "临江市人民政府关于做好节水工作的通知\n\n临政发〔{year}〕3号\n\n一、总体目标\n\n节水器具普及率达到{share}%。\n"
OLD, NEW = "旧.txt", "新.txt"


@pytest.fixture(scope="module")
def over(assistant_over: MakeAssistant) -> Assistant:
    return assistant_over({OLD: RULE.format(year=2015, share=40), NEW: RULE.format(year=2024, share=60)})


@pytest.fixture
def assistant(over: Assistant) -> Iterator[Assistant]:
    yield over
    for name in (OLD, NEW):
        over._library.set_status(name, DocumentStatus())


def state(assistant: Assistant, name: str, *stated: object, **more: object) -> None:
    assistant._library.set_status(name, DocumentStatus(*stated, **more))  # type: ignore[arg-type]


@pytest.mark.parametrize(("repealed", "share"), [(OLD, "60%"), (NEW, "40%")])
def test_the_rule_in_force_answers_not_the_one_it_replaced(assistant: Assistant, repealed: str, share: str) -> None:
    state(assistant, repealed, Validity.REPEALED)
    answer = assistant.ask(QUESTION)
    assert share in answer.answer.splitlines()[0]
    assert answer.citations[0].source != repealed


@pytest.mark.parametrize(
    ("stated", "force", "word", "english"),
    [
        (DocumentStatus(Validity.REPEALED), Force.REPEALED, "已废止", "is repealed"),
        (DocumentStatus(Validity.AMENDED), Force.AMENDED, "已修改", "has been amended"),
        (DocumentStatus(Validity.IN_FORCE, effective_until="2020-12-31"), Force.EXPIRED, "已失效", "no longer"),
        (DocumentStatus(effective_from="2999-01-01"), Force.NOT_YET, "尚未施行", "not in force yet"),
    ],
    ids=["repealed", "amended", "ended", "not yet"],
)
def test_what_does_not_hold_is_named_with_the_answer(
    assistant: Assistant, stated: DocumentStatus, force: Force, word: str, english: str
) -> None:
    for name in (OLD, NEW):
        assistant._library.set_status(name, stated)
    answer = assistant.ask(QUESTION)
    assert answer.status is AnswerStatus.ANSWERED
    assert {one.force for one in answer.citations} == {force}
    assert word in answer.notice
    assert english in answer.notice_en
    assert f"号，{word}）一" in to_markdown(of_answer(QUESTION, answer))


def test_a_document_on_trial_is_shown_as_such_without_a_warning(assistant: Assistant) -> None:
    for name in (OLD, NEW):
        state(assistant, name, Validity.TRIAL)
    answer = assistant.ask(QUESTION)
    assert answer.notice == ""
    assert "，试行）" in printed_reference(answer.citations[0])


def test_where_nothing_or_only_good_is_stated_nothing_is_said(assistant: Assistant) -> None:
    state(assistant, NEW, Validity.IN_FORCE)
    answer = assistant.ask(QUESTION)
    assert answer.notice == ""
    assert {one.force for one in answer.citations} <= {Force.UNKNOWN, Force.IN_FORCE}


def test_hits_of_a_search_say_it_too(assistant: Assistant) -> None:
    state(assistant, OLD, Validity.REPEALED)
    assert {one.source: one.force for one in assistant.search(QUESTION)} == {OLD: Force.REPEALED, NEW: Force.UNKNOWN}


@pytest.mark.parametrize(
    ("title", "number", "expected"),
    [
        ("节水办法", "", "《节水办法》（已废止）一"),
        ("节水办法", "水发〔2015〕3号", "《节水办法》（水发〔2015〕3号，已废止）一"),
    ],
)
def test_a_reference_names_what_is_repealed(title: str, number: str, expected: str) -> None:
    passage = Passage(source="a.txt", path="一", text="", title=title, number=number, force=Force.REPEALED)
    assert printed_reference(passage) == expected


def test_a_title_that_says_it_is_not_said_to_be_on_trial_again() -> None:
    passage = Passage(source="a.txt", path="一", text="", title="节水办法（试行）", force=Force.TRIAL)
    assert printed_reference(passage) == "《节水办法（试行）》一"
