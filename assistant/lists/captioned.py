"""What is counted up behind a caption that a question says in other order or nearly so.

哪些园区算重点项目 asks for what stands behind 重点园区项目, 过江通道是哪几条 for what stands behind 跨江通道.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.choosing.saying import tidy
from assistant.choosing.tallies import tallies
from assistant.finding.rarity import pairs
from assistant.lists.listings import OUTSIDE
from assistant.statements import Statement, ground_in
from assistant.understanding.query import Asked, Kind
from corpus.models import Document
from corpus.text import fold, sentences, visible_length
from index.models import Evidence

NEAREST = 6
"""Clauses looked at, the best first."""

SHORTEST = 4
"""Characters of a caption; fewer stand in every other question."""

LONGEST = 12
"""... and more are a sentence."""

FEWEST = 3
"""Two things stand side by side in every other sentence."""

ROOM = 200
"""Visible characters that may stand behind it."""

SAID = 0.8
"""Share of the caption's characters that stand in words of the question."""

TOLD = 0.7
"""Share of the question's that stand in words of the caption, behind it or above it."""

_NOUN = re.compile(
    r"(?:哪些|哪几[个项条类种家座处]?)([一-龥]{2,4}?)(?=[？?，,。]|$|[被是有在列属算归纳入])|"
    r"([一-龥]{2})(?:[都各]|分别|具体|主要)*(?:是|有|包括|包含)(?:哪些|哪几[个项条类种家座处])[？?。]*$"
)


def captioned(asked: Asked, evidence: Sequence[Evidence], document_of: Callable[[str], Document]) -> list[Statement]:
    """The sentence behind the caption; none where the question names no noun of it."""
    found = _NOUN.search(fold(asked.text)) if asked.kind is Kind.LIST else None
    if found is None:
        return []
    noun = (found[1] or found[2])[-2:]
    for one in evidence[:NEAREST]:
        clause, document = one.clause, document_of(one.document.id)
        caption, text = fold(clause.heading).rstrip("。:"), clause.text.strip()
        if not SHORTEST <= len(caption) <= LONGEST or noun not in caption or clause.part in OUTSIDE:
            continue
        if document.children(clause) or visible_length(text) > ROOM or len(list(sentences(text))) > 1:
            continue
        above = " ".join(each.heading for each in document.ancestors(clause))
        told = f"{document.title} {above} {caption} {text}"
        if max(tallies(text), default=0) < FEWEST or _held(caption, asked.text) < SAID:
            continue
        if _held(asked.topic, told) >= TOLD:
            return [Statement(tidy(text), (ground_in(one.document, clause, text),))]
    return []


def _held(words: str, text: str) -> float:
    """Share of the characters of some words that stand in pairs of the text."""
    told, words = pairs(text), "".join(words.split())
    held = {at + more for at in range(len(words) - 1) if words[at : at + 2] in told for more in (0, 1)}
    return len(held) / len(words) if words else 0.0
