"""A model's reply as a draft or an answer: its own lines, with marks that are numbered here."""

from __future__ import annotations

from typing import NamedTuple

from assistant.marking import Marks, marked
from assistant.models import MODEL, Answer, AnswerStatus, Citation, Draft, Sentence, Trace
from assistant.statements import passage
from assistant.writing.reply import Reply
from index.models import Evidence

UNUSED = 8
CUT_OFF = ("模型的回答太长，后面被截断。", "The model's answer was too long and its end was cut off.")


class Composed(NamedTuple):
    """A reply in the form in which it is shown."""

    text: str
    citations: tuple[Citation, ...]
    sentences: tuple[Sentence, ...]


def composed(reply: Reply) -> Composed:
    """The reply's lines as Markdown, every sentence checked."""
    marks = Marks()
    sentences: list[Sentence] = []
    text = ""
    before: bool | None = None
    for line in reply.lines:
        said = [marks.sentence(statement) for statement in line.statements]
        sentences += said
        gap = "" if before is None else "\n" if before and line.bullet else "\n\n"
        text += gap + ("- " if line.bullet else "") + "".join(map(marked, said))
        before = line.bullet
    return Composed(text, marks.citations, tuple(sentences))


def draft(reply: Reply, question: str, endpoint: str) -> Draft:
    """What is there so far."""
    shown = composed(reply)
    return Draft(text=shown.text, citations=shown.citations, question=question, endpoint=endpoint)


def answer_of(
    reply: Reply, question: str, evidence: tuple[Evidence, ...], trace: Trace, *, partial: bool, cut_off: bool
) -> Answer:
    """The checked answer that a model wrote."""
    shown = composed(reply)
    cited = {one.clause_id for one in shown.citations}
    zh, en = CUT_OFF if cut_off else ("", "")
    return Answer(
        status=AnswerStatus.PARTIAL if partial or reply.lacking or cut_off else AnswerStatus.ANSWERED,
        answer=shown.text,
        citations=shown.citations,
        sentences=shown.sentences,
        unused=tuple(passage(one) for one in evidence if one.clause.id not in cited)[:UNUSED],
        question=question,
        writer=MODEL,
        notice=zh,
        notice_en=en,
        trace=trace,
    )
