"""The end of every path: statements become a checked answer, or there is none and the reason is said."""

from __future__ import annotations

from collections.abc import Sequence

from assistant import wording
from assistant.answerable.lack import Lack
from assistant.marking import Marks, marked
from assistant.models import Answer, AnswerStatus, Passage
from assistant.statements import Statement, passage
from assistant.understanding.query import Asked
from index.models import Evidence

NEAREST = 3
"""Clauses shown beside a refusal, or where a question points to several."""


def answered(
    asked: Asked,
    said: Sequence[Statement],
    evidence: Sequence[Evidence],
    *,
    lead: str = "",
    tail: str = "",
    partial: bool = False,
    doubted: bool = False,
) -> Answer:
    """Numbers the grounds, checks every quote and figure, and puts the answer together.

    `doubted`: it may be of a neighbour of what was asked, and the notice says so.
    """
    marks = Marks()
    sentences = [marks.sentence(statement) for statement in said]
    bullet = "- " if len(said) > 2 else ""
    lines = [*([lead] if lead else []), *(f"{bullet}{marked(sentence)}" for sentence in sentences)]
    if tail:
        lines += ["", tail] if len(said) > 2 else [tail]
    cited = {found.clause_id for found in marks.citations}
    return Answer(
        status=AnswerStatus.PARTIAL if partial else AnswerStatus.ANSWERED,
        answer="\n".join(lines) if len(said) > 2 or lead else "\n\n".join(lines),
        citations=marks.citations,
        sentences=tuple(sentences),
        unused=tuple(passage(one) for one in evidence if one.clause.id not in cited)[:8],
        question=asked.text,
        notice=wording.DOUBTED if doubted else "",
        notice_en=wording.DOUBTED_EN if doubted else "",
    )


def refused(asked: Asked, lack: Lack, evidence: Sequence[Evidence], *, limited: bool = False) -> Answer:
    """Says what is missing, beside the clauses that come nearest; `limited`: the user had chosen some documents."""
    return Answer(
        status=AnswerStatus.REFUSED,
        answer=wording.refusal(lack, limited=limited),
        nearest=tuple(passage(one) for one in evidence[:NEAREST]),
        question=asked.text,
    )


def nearest_cited(answer: Answer) -> tuple[Passage, ...]:
    """The clauses that an answer rests on, each once, as those that come nearest where it is withdrawn."""
    fields = set(Passage.model_fields)
    clauses = {one.clause_id: one for one in reversed(answer.citations)}
    once = [one for one in answer.citations if clauses[one.clause_id] is one]
    return tuple(Passage.model_validate(one.model_dump(include=fields)) for one in once[:NEAREST])


def notice(question: str, text: str) -> Answer:
    """A word to whoever asked, where there was nothing to look up."""
    return Answer(status=AnswerStatus.REFUSED, answer=text, question=question)
