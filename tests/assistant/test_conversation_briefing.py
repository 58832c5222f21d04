"""A conversation becomes a briefing: questions as headings, statements cited anew, what was refused at the end."""

from __future__ import annotations

import re

import pytest

from assistant.answering import Assistant
from assistant.briefing import from_conversation
from assistant.models import Answer, AnswerStatus, Citation, CitationStatus, Sentence, SentenceStatus, Turn
from corpus.errors import InputError


def conversation(assistant: Assistant, *questions: str) -> list[Turn]:
    turns: list[Turn] = []
    for question in questions:
        turns.append(Turn(question=question, answer=assistant.ask(question, history=tuple(turns))))
    return turns


def test_each_question_is_a_heading_and_each_statement_keeps_its_clause(assistant: Assistant) -> None:
    turns = conversation(
        assistant,
        "浙江到2025年建成多少家节水型企业？",
        "绍兴呢？",
        "火星探测器何时发射？",
    )
    found = from_conversation(turns)
    headings = re.findall(r"^\*\*(.+)\*\*$", found.markdown, flags=re.MULTILINE)
    assert len(headings) == 3
    assert headings[-1] == "文件没有回答的问题"
    assert "300家" in found.markdown
    assert "80家" in found.markdown
    assert "火星探测器何时发射" in found.markdown
    assert [one.mark for one in found.citations] == list(range(1, len(found.citations) + 1))
    assert {int(mark) for mark in re.findall(r"\[(\d+)\]", found.markdown)} == {one.mark for one in found.citations}
    assert "绍兴市节水行动计划" in found.sources


def answered(text: str, status: SentenceStatus = SentenceStatus.VERIFIED) -> Turn:
    citation = Citation(source="甲.txt", path="一", text=text, mark=1, quote=text, status=CitationStatus.VERIFIED)
    answer = Answer(
        status=AnswerStatus.ANSWERED,
        answer=f"{text}[1]",
        citations=(citation,),
        sentences=(Sentence(text=text, marks=(1,), status=status),),
    )
    return Turn(question=f"{text[:4]}？", answer=answer)


def test_what_was_said_twice_stands_once() -> None:
    found = from_conversation([answered("建成20个示范工程。"), answered("建成20个示范工程。")])
    assert found.markdown.count("建成20个示范工程。") == 1
    assert len(found.citations) == 1


def test_marks_are_numbered_through_all_answers() -> None:
    found = from_conversation([answered("建成20个示范工程。"), answered("完成管网改造。")])
    assert "建成20个示范工程。[1]" in found.markdown
    assert "完成管网改造。[2]" in found.markdown


def test_what_could_not_be_verified_says_so() -> None:
    assert (
        "完成管网改造。（未能核实）[1]"
        in from_conversation([answered("完成管网改造。", SentenceStatus.UNVERIFIED)]).markdown
    )


def test_without_turns_there_is_nothing_to_write() -> None:
    with pytest.raises(InputError):
        from_conversation([])
