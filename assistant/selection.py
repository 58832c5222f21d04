"""Which sentences a page has room for: greedy choice by worth and by what is not said yet.

Maximal marginal relevance (Carbonell and Goldstein, 1998) over sentences, with
character pairs as the measure of sameness and a length that may not be passed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from assistant.rarity import Rarity, pairs
from corpus.models import Clause, Document, DocumentSummary
from corpus.text import sentences, visible_length
from corpus.vocabulary import PartRole

LONG_SENTENCE = 110
"""A sentence longer than this is cut to its weightiest stretch between commas."""

_TELLING = (
    (re.compile(r"20\d\d\s*年|“?十[四五六]五”?"), 0.5),
    (re.compile(r"\d[\d.—-]*\s*(?:%|％|家|个|项|名|支|处|万|亿|MW|GW|kW|吨|公里|平方|元|倍)"), 1.0),
    (re.compile(r"[“《][^”》]{2,30}[”》]"), 0.5),
    (re.compile(r"设立|组建|建立|成立|争创|创建|组织实施|打造|建设|突破|示范|探索|支持|鼓励"), 0.35),
    (re.compile(r"基金|资金|委员会|专家组|机制|专项|试点|中心|平台|实验室"), 0.35),
)
_HOLLOW = re.compile(r"指导思想|以习近平|深入贯彻|全面贯彻|落实党中央|新发展理念|高度重视|责任(?:单位|部门)[：:]")


@dataclass(frozen=True)
class Piece:
    """A stretch of a clause that a page may carry: word for word, with its worth."""

    document: DocumentSummary
    clause: Clause
    text: str
    worth: float


def pieces(
    document: Document, summary: DocumentSummary, worth: Callable[[Clause, str], float], within: Sequence[Clause]
) -> list[Piece]:
    """The sentences of some clauses of a document with a worth above nothing."""
    found: list[Piece] = []
    for clause in within:
        if clause.part is PartRole.WEB_TEXT:
            continue
        for span in sentences(clause.text):
            text = _trimmed(span.of(clause.text), partial(worth, clause))
            value = worth(clause, text)
            if value > 0 and visible_length(text) >= 12:
                found.append(Piece(summary, clause, text, value))
    return found


def telling(text: str) -> float:
    """How much a sentence says that a leader would want to see: figures, years, names, things to be set up."""
    if _HOLLOW.search(text):
        return 0.0
    return 0.3 + sum(weight for pattern, weight in _TELLING if pattern.search(text))


def select(found: Iterable[Piece], budget: int, rarity: Rarity, per_clause: int = 3) -> list[Piece]:
    """The pieces worth most that fit into `budget` visible characters and do not repeat one another."""
    chosen: list[Piece] = []
    said: set[str] = set()
    counts: dict[str, int] = {}
    left = sorted(found, key=lambda piece: -piece.worth)
    while left and budget > 0:
        best, value = None, 0.0
        for piece in left:
            length = visible_length(piece.text)
            if length > budget or counts.get(piece.clause.id, 0) >= per_clause:
                continue
            own = pairs(piece.text)
            fresh = rarity.weigh(own - said) / max(rarity.weigh(own), 0.01)
            crowd = 0.75 ** counts.get(piece.clause.id, 0)
            marginal = piece.worth * fresh * crowd / (length + 40) ** 0.5
            if marginal > value and fresh > 0.4:
                best, value = piece, marginal
        if best is None:
            break
        chosen.append(best)
        left.remove(best)
        said |= pairs(best.text)
        counts[best.clause.id] = counts.get(best.clause.id, 0) + 1
        budget -= visible_length(best.text)
    return chosen


def _trimmed(text: str, worth: Callable[[str], float]) -> str:
    """The weightiest run of comma-separated parts of a long sentence, word for word."""
    if visible_length(text) <= LONG_SENTENCE:
        return text
    cuts = [0, *(match.end() for match in re.finditer(r"[，,]", text)), len(text)]
    best, value = text[:LONG_SENTENCE], -1.0
    for i in range(len(cuts) - 1):
        for j in range(i + 1, len(cuts)):
            part = text[cuts[i] : cuts[j]]
            if visible_length(part) > LONG_SENTENCE:
                break
            found = worth(part) + 0.002 * len(part)
            if found > value:
                best, value = part, found
    return best.strip("，, ")
