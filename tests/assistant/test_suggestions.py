"""Questions to offer: about what is there, by turns, without repeats, and answered when they are asked."""

from __future__ import annotations

import pytest

from assistant.answering import Assistant
from assistant.models import AnswerStatus, CitationStatus
from assistant.suggestions import FOLLOW_UPS, OPENINGS, follow_ups, openings
from corpus.library import Library
from tests.assistant.conftest import MakeAssistant
from tests.assistant.shelf import TEXTS


@pytest.fixture(scope="module")
def library(assistant: Assistant) -> Library:
    return assistant._library


def test_first_questions_come_from_different_documents_and_repeat_nothing(
    assistant: Assistant, library: Library
) -> None:
    found = openings(library)
    assert 3 <= len(found) <= OPENINGS
    assert len(set(found)) == len(found)
    cited = {one.document_id for question in found for one in assistant.ask(question).citations}
    assert len(cited) >= 3


def test_what_is_offered_is_answered_out_of_verified_quotes(assistant: Assistant, library: Library) -> None:
    for question in openings(library):
        answer = assistant.ask(question)
        assert answer.status is not AnswerStatus.REFUSED, question
        assert {one.status for one in answer.citations} == {CitationStatus.VERIFIED}
        for next_one in follow_ups(answer, library):
            assert next_one != question
            assert assistant.ask(next_one).status is not AnswerStatus.REFUSED, next_one


def test_a_refusal_leads_on_to_the_clauses_that_came_nearest(assistant: Assistant, library: Library) -> None:
    refused = assistant.ask("浙江省水利厅厅长是谁？")
    assert refused.status is AnswerStatus.REFUSED and refused.nearest
    found = follow_ups(refused, library)
    assert 1 <= len(found) <= FOLLOW_UPS
    assert any(assistant.ask(question).status is not AnswerStatus.REFUSED for question in found)


def test_an_answer_whose_document_is_gone_leads_nowhere(assistant: Assistant, library: Library) -> None:
    answer = assistant.ask(openings(library)[0])
    gone = [one.model_copy(update={"document_id": "gone", "clause_id": "gone.c"}) for one in answer.citations]
    assert follow_ups(answer.model_copy(update={"citations": tuple(gone)}), library) == ()


def test_an_empty_library_offers_nothing(assistant_over: MakeAssistant) -> None:
    assert openings(assistant_over({})._library) == ()


def test_with_one_document_its_place_is_left_unsaid(assistant_over: MakeAssistant) -> None:
    name = next(iter(TEXTS))
    found = openings(assistant_over({name: TEXTS[name]})._library)
    assert found
    assert not any("国家" in question for question in found)


def test_quotation_marks_of_a_heading_become_single_within_a_question(assistant_over: MakeAssistant) -> None:
    text = (
        "临江市节水工作方案\n\n一、总体要求\n\n到2025年，新建节水园区8个。\n\n二、推进“海绵城市”建设\n\n"
        "加快建设雨水花园、透水铺装和调蓄设施，推动老旧小区改造时同步落实雨水收集利用的要求。\n"
    )
    found = openings(assistant_over({"节水.txt": text})._library)
    assert "“推进‘海绵城市’建设”方面有哪些安排？" in found


def test_the_document_that_came_in_last_is_asked_about_first(assistant_over: MakeAssistant) -> None:
    late = "临江市节水工作方案\n\n一、主要目标\n\n到2025年，临江市新建节水园区8个。\n"
    found = openings(assistant_over({**TEXTS, "节水.txt": late})._library)
    assert "节水园区" in found[0]
