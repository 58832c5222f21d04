"""这个目标怎么实现, 靠什么达到: what a document does for the goal that was just cited.

Where the clause of the goal says more than the goal, that is the way to it; where goals
stand together, the way stands elsewhere in the document, under the goal's subject.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.models import Answer
from assistant.outcomes import answered
from assistant.statements import Statement, ground_in
from assistant.turns.followup import Whole
from assistant.turns.shown_items import stretches
from assistant.turns.swapping import subject_words
from assistant.understanding.query import understand
from corpus.models import Clause, Document, DocumentSummary
from corpus.text import sentences, visible_length

_REACH = r"实现|完成|达到|达成|做到|落实|保证|保障|确保|兑现|支撑"
_MEANS = (
    r"怎么|怎样|如何|咋|靠什么|靠啥|凭什么|通过什么|通过哪些|采取(?:什么|哪些)|有(?:什么|哪些)|用什么|怎么(?:做|办)"
)
_ONLY = re.compile(
    rf"(?:那么?|请问|具体|打算|准备|计划|要|该|想|为了?|这|那|该|此|上述|它|个|项|些|一|的|来|去|才能?|能|做|办|会|又|是|{_REACH}|{_MEANS}|"
    r"目标|指标|要求|数字|数值|数|比例|比重|任务|措施|办法|手段|举措|路径|做法|安排|方法|呢|[，,。？?！!])+"
)
_HOW = re.compile(rf"(?:{_MEANS}).*(?:{_REACH})|(?:{_REACH}).*(?:{_MEANS})|措施|办法|手段|举措|路径")
_GOAL = re.compile(r"目标|要求|指标|数字|数值|比例|比重|任务|这个数|实现|达到|达成|完成|做到")
_GOALS = re.compile(r"目标|指标")
_SETS = re.compile(
    r"(?:到|至)\s*(?:20\d\d\s*年|[“\"]?十[三四五六]五)|\d\s*(?:%|％|个|家|项|万|亿|座|处|辆|吨)|达到\s*\d"
)
_MEASURED = re.compile(r"(?:的?(?:目标|指标|比重|比例|占比|数量|总量|规模|要求))+$")
ROOM = 300
"""Visible characters of the way to a goal, beyond which it is cut behind a sentence."""


def asks_how(question: str) -> bool:
    """Is nothing asked but how the goal just told is reached?"""
    said = "".join(question.split())
    return bool(_ONLY.fullmatch(said) and _HOW.search(said) and _GOAL.search(said))


def way_to(
    answer: Answer, library: Sequence[DocumentSummary], document_of: Callable[[str], Document]
) -> Answer | Whole | None:
    """What is done for the goal of an answer, or the question for it; None where one document is not cited."""
    (cited, *rest) = answer.citations
    summary = next((one for one in library if one.id == cited.document_id), None)
    if summary is None or any(one.document_id != cited.document_id for one in rest):
        return None
    document = document_of(summary.id)
    clause = document.by_id.get(cited.clause_id)
    asked = understand(answer.question, library)
    if clause is not None and not _of_goals(clause, document):
        said = _beside_the_goal(clause, cited.quote)
        if said:
            told = [Statement(one, (ground_in(summary, clause, one),)) for one in said]
            return answered(asked, told, [])
    subject = _MEASURED.sub("", subject_words(answer.question, library).replace(" ", ""))
    if not subject:
        return None
    others = tuple(one.id for one in document.clauses if one.text and not _of_goals(one, document))
    return Whole(f"《{summary.title}》{subject}方面有哪些措施？", others, (summary,), within=True)


def _of_goals(clause: Clause, document: Document) -> bool:
    """Does it stand among goals?"""
    return any(_GOALS.search(one.heading) for one in (clause, *document.ancestors(clause)))


def _beside_the_goal(clause: Clause, quote: str) -> list[str]:
    """The sentences of the clause that set no figure, as far as there is room; none where it counts up items."""
    if stretches(clause.text):
        return []
    found: list[str] = []
    room = ROOM
    for span in sentences(clause.text):
        text = span.of(clause.text).strip()
        if quote in text or _SETS.search(text):
            continue
        room -= visible_length(text)
        if found and room < 0:
            break
        found.append(text)
    return found
