"""The answer that a document gives to the question that it puts itself: 问：哪些企业不能享受？ 答：….

Who asks that in other words is told what stands behind it, not what happens to hold the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answerable.values import needed_for
from assistant.choosing.saying import tidy
from assistant.citations import MINIMUM_QUOTE
from assistant.finding.rarity import Rarity, pairs
from assistant.statements import Statement, ground_in
from assistant.understanding.query import Asked, Kind, topic
from assistant.understanding.wanted import wants
from corpus.models import Clause, Document, DocumentSummary
from corpus.questions import is_question, question_at
from corpus.text import fold, visible_length

SAME = 0.6
"""Share of the printed question's own characters that the question must hold."""

TOLD = 0.55
"""Share of the question's own words that must stand in the printed question, in its answer, or in the title."""

BOTH = 1.35
"""What both shares must come to."""

ROOM = 160
"""Visible characters up to which an answer is given whole."""

_WHY = re.compile(r"为什么|为何|为啥|背景|意义|目的|缘由|初衷|考虑")
_HOW = re.compile(r"怎么|如何|怎样|咋|流程|程序|步骤|手续|途径|渠道")
_WHO = re.compile(r"谁|哪[些类种个]?(?:人|企业|单位|群体|对象|项目|机构|部门)")
_STOPPED = re.compile(r"[。！？；：）)”]\s*$")
_FILL = re.compile(
    r"这项|本次|此次|该|政策|措施|文件|办法|通知|请问|今年|现在|目前|情况|相关|有关|不了|不能|能不能|可不可以|是不是"
)


@dataclass(frozen=True, slots=True)
class _Found:
    fit: float
    clause: Clause
    summary: DocumentSummary


@dataclass(frozen=True, slots=True)
class Told:
    """The clause whose printed question is the one asked, and its answer where it is short enough to be told whole."""

    clause: Clause
    said: tuple[Statement, ...]


def answered_question(
    asked: Asked, documents: Sequence[tuple[Document, DocumentSummary]], rarity: Rarity
) -> Told | None:
    """The printed question that is the one asked, in whatever words; None where no document puts it."""
    if asked.kind in (Kind.COMPARE, Kind.MENTION):
        return None
    found = [one for document, summary in documents for one in _alike(asked, document, summary, rarity)]
    best = max(found, key=lambda one: one.fit, default=None)
    return Told(best.clause, _said(best)) if best else None


def _alike(asked: Asked, document: Document, summary: DocumentSummary, rarity: Rarity) -> Iterator[_Found]:
    needed = needed_for(asked)
    own = {pair for pair in pairs(_FILL.sub(" ", asked.topic)) if len(pair) > 1} - pairs(document.title)
    own = {pair for pair in own if rarity.known(pair)}
    for clause in document.clauses:
        answer = clause.text.strip()
        if not answer or not is_question(clause) or not _of_one_kind(asked.text, clause.heading):
            continue
        if needed is not None and not needed.search(answer) and wants(clause.heading) is not asked.wanted:
            continue
        label = question_at(clause.heading)
        put = _FILL.sub(" ", topic(fold(clause.heading[label.start if label else 0 :]), ()))
        said = fold(f"{asked.text} {asked.expansions}")
        same = sum(char in said for char in put if char.strip()) / (len("".join(put.split())) or 1)
        here = pairs(f"{clause.heading} {answer}")
        told = rarity.weigh(own & here) / rarity.weigh(own) if own else 1.0
        shared = bool(pairs(put) & pairs(said))
        if same >= SAME and told >= TOLD and same + told >= BOTH and shared:
            yield _Found(same + told, clause, summary)


def _of_one_kind(question: str, put: str) -> bool:
    """Do both ask why, or neither? How a thing is done is not why, and who is not how."""
    if bool(_WHY.search(question)) != bool(_WHY.search(put)):
        return False
    return not (_HOW.search(put) and not _HOW.search(question) and _WHO.search(question))


def _said(found: _Found) -> tuple[Statement, ...]:
    """The answer, without a heading that stands below it for the questions behind."""
    lines = found.clause.text.strip().split("\n")
    while len(lines) > 1 and not _STOPPED.search(lines[-1]):
        lines.pop()
    words = "\n".join(lines)
    if visible_length(words) > ROOM:
        return ()
    quote = words if len(fold(words)) >= MINIMUM_QUOTE else _with_question(found.clause, words)
    return (Statement(tidy(words), (ground_in(found.summary, found.clause, quote),)),)


def _with_question(clause: Clause, words: str) -> str:
    """可以。 is too little to be told again: its question goes with it."""
    start = clause.printed.find(clause.heading)
    return clause.printed[start : clause.printed.find(words, start + len(clause.heading)) + len(words)]
