"""Questions with their answers in a document: 问：…？ 答：…. The question heads what answers it.

An official explanation puts questions to itself, on lines of their own or run together in one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.models import Clause
from corpus.text import Line
from corpus.vocabulary import ClauseKind

FEWEST = 2
"""Questions that a document must put for any of them to head a clause."""

_NUMBER = r"[\s]*(?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})?"
_LABEL = (
    rf"(?:[0-9]{{1,2}}[.．、]\s*)?(?:【?(?:问题?|提问|Q){_NUMBER}】?\s*[:：.、]|[【\[](?:问题?|提问|Q){_NUMBER}[】\]])"
)
_PUT = re.compile(rf"\s*(?P<label>{_LABEL})\s*(?=\S)")
_PUT_INSIDE = re.compile(rf"(?<=[。？！”）\s])(?={_LABEL}[^。；]{{4,200}}？)|(?<=？)\s*(?=(?:答|A){_NUMBER}[:：])")
_ANSWER = re.compile(rf"\s*【?(?:[^，。；：:？?\s]{{0,30}}答|回答|A){_NUMBER}】?\s*[:：]\s*")
_ASKS = re.compile(r"[？?]")
_LABEL_ALONE = re.compile(rf"\s*{_LABEL}\s*$")


@dataclass(frozen=True, slots=True)
class Put:
    """A question at the start of a line: where its words begin and end in it."""

    label: str
    start: int
    end: int


def question_at(text: str) -> Put | None:
    """The question that a line begins with, as far as its question mark, or where its answer begins."""
    found = _PUT.match(text)
    if found is None:
        return None
    mark = None
    for mark in _ASKS.finditer(text, found.end()):
        if _ANSWER.match(text, mark.end()) or not _goes_on(text, mark.end()):
            break
    end = mark.end() if mark else len(text)
    return Put(found["label"], found.end(), end)


def _goes_on(text: str, at: int) -> bool:
    """Does another question stand right behind one, as part of it?"""
    behind = re.match(r"\s*[^。；：:]{2,80}？", text[at:])
    return behind is not None


def is_answer(text: str) -> bool:
    """Does a line begin with 答：, or with who answers?"""
    return bool(_ANSWER.match(text))


def answer_label(text: str) -> int:
    """How long the label is that an answer begins with, 答： or 某某答：; 0 where it has none."""
    found = _ANSWER.match(text)
    return found.end() if found else 0


def is_question(clause: Clause) -> bool:
    """Is the heading of a clause a question that the document puts as one, 问：…, and its text the answer?"""
    asks = clause.kind is ClauseKind.LEVEL and clause.heading.endswith(("？", "?"))
    return asks and bool(_PUT.match(f"{clause.num}{clause.heading}") or _PUT.match(clause.heading))


def with_questions_apart(found: Sequence[tuple[Line, bool]]) -> list[tuple[Line, bool]]:
    """The lines, those cut in which questions and answers run on, a label put with the question below it."""
    found = _with_labels_joined(found)
    labelled = sum(len(_PUT_INSIDE.findall(line.text)) + bool(_PUT.match(line.text)) for line, _ in found)
    if labelled < FEWEST:
        return list(found)
    apart: list[tuple[Line, bool]] = []
    for line, inline in found:
        cuts = [0, *(one.end() for one in _PUT_INSIDE.finditer(line.text)), len(line.text)]
        pieces = [line.cut(start, end) for start, end in pairwise(cuts) if end > start]
        apart += [(piece, inline or at > 0) for at, piece in enumerate(pieces) if piece]
    return apart


def _with_labels_joined(found: Sequence[tuple[Line, bool]]) -> list[tuple[Line, bool]]:
    """问题6： that stands on a line of its own begins the line below it."""
    joined: list[tuple[Line, bool]] = []
    for line, inline in found:
        above = joined[-1] if joined else None
        if above is not None and _LABEL_ALONE.match(above[0].text) and not _PUT.match(line.text):
            joined[-1] = (Line(line.source, above[0].pieces + line.pieces), above[1])
        else:
            joined.append((line, inline))
    return joined


def questions(texts: Sequence[str]) -> dict[int, Put]:
    """The questions that lines begin with, by the line's place, where the document puts several and answers them."""
    put = {at: one for at, text in enumerate(texts) if (one := question_at(text))}
    answered = [at for at in put if put[at].end < len(texts[at]) or (at + 1 < len(texts) and at + 1 not in put)]
    asks = sum("？" in texts[at] or "?" in texts[at] for at in put)
    said = any(is_answer(text) for text in texts) or 2 * asks > len(put)
    return put if len(answered) >= FEWEST and said else {}
