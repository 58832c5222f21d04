"""Answers of earlier before the library of now: what has gone supports nothing."""

from __future__ import annotations

import pytest

from assistant.models import Answer, AnswerStatus, Citation, CitationStatus, Sentence, SentenceStatus
from assistant.recheck import Fate, fates, rechecked

HELD = {"kept": "甲.txt", "new": "乙.txt"}


def citation(mark: int, document: str, source: str) -> Citation:
    return Citation(
        source=source, path="一", text="新增1000家。", document_id=document, clause_id=f"{document}.c",
        mark=mark, quote="新增1000家", status=CitationStatus.VERIFIED,
    )  # fmt: skip


ANSWER = Answer(
    status=AnswerStatus.ANSWERED,
    answer="新增1000家。[1]共2000家。[1][2]",
    citations=(citation(1, "kept", "甲.txt"), citation(2, "old", "乙.txt"), citation(3, "gone", "丙.txt")),
)


def test_a_document_that_has_gone_is_told_from_one_that_was_replaced() -> None:
    assert fates(ANSWER, HELD) == {"old": Fate.REPLACED, "gone": Fate.REMOVED}


def test_nothing_changes_while_everything_is_there() -> None:
    held = HELD | {"old": "乙.txt", "gone": "丙.txt"}
    assert fates(ANSWER, held) == {}
    assert rechecked(ANSWER, {}) is ANSWER


def test_a_quote_of_what_has_gone_is_not_in_the_source() -> None:
    statuses = [one.status for one in rechecked(ANSWER, fates(ANSWER, HELD)).citations]
    assert statuses == [CitationStatus.VERIFIED, CitationStatus.MISSING, CitationStatus.MISSING]


@pytest.mark.parametrize(
    ("marks", "before", "after"),
    [
        ((1,), SentenceStatus.VERIFIED, SentenceStatus.VERIFIED),
        ((2,), SentenceStatus.VERIFIED, SentenceStatus.UNVERIFIED),
        ((1, 2), SentenceStatus.VERIFIED, SentenceStatus.VERIFIED),
        ((1, 2), SentenceStatus.COMPUTED, SentenceStatus.UNVERIFIED),
        ((1,), SentenceStatus.COMPUTED, SentenceStatus.COMPUTED),
        ((), SentenceStatus.UNVERIFIED, SentenceStatus.UNVERIFIED),
    ],
)
def test_a_sentence_stands_as_long_as_its_ground_does(
    marks: tuple[int, ...], before: SentenceStatus, after: SentenceStatus
) -> None:
    answer = ANSWER.model_copy(update={"sentences": (Sentence(text="句。", marks=marks, status=before),)})
    (sentence,) = rechecked(answer, fates(answer, HELD)).sentences
    assert sentence.status is after
