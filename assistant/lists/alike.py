"""What a clause forbids, or demands, one after the other in the same word: 不准…；不准…；不准….

Told by how many of them the question says there are, and by that word, or by its asking for what is forbidden.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.choosing.saying import tidy
from assistant.choosing.tallies import number_asked
from assistant.finding.rarity import Rarity, pairs
from assistant.lists.listings import OUTSIDE
from assistant.lists.sorts import forbids
from assistant.statements import Statement, ground_in
from assistant.understanding.query import Asked
from corpus.models import Clause, Document, DocumentSummary
from corpus.text import visible_length

HELD = 0.3
"""Share of the question's known words that the clause and the headings above it must hold."""

ROOM = 300
"""Visible characters that they may have together."""

_FORBIDS = re.compile(r"不准|不得|不许|不能|严禁|禁止")
_PART = re.compile(r"[^；;。\n]+[；;。]?")
_LEAD = re.compile(r"[^；;。\n]*[：:]\s*$")


def begun_alike(asked: Asked, documents: Sequence[tuple[Document, DocumentSummary]], rarity: Rarity) -> list[Statement]:
    """The run of a clause that has as many parts in one word as the question says; none where no clause has."""
    count = number_asked(asked.text)
    found: list[tuple[float, Clause, DocumentSummary, str]] = []
    for document, summary in documents if count else ():
        own = {pair for pair in pairs(asked.topic) - pairs(document.title) if rarity.known(pair)}
        for clause in document.clauses:
            if clause.part in OUTSIDE:
                continue
            above = " ".join(one.heading for one in document.ancestors(clause))
            for word, run in _runs(clause.text, count):
                if word not in asked.text and not (_FORBIDS.match(word) and forbids(asked.text)):
                    continue
                held = rarity.weigh(own & pairs(f"{above} {clause.printed}"))
                found.append((held / (rarity.weigh(own) or 1.0), clause, summary, run))
    best = max(found, key=lambda one: one[0], default=None)
    if best is None or best[0] < HELD:
        return []
    _, clause, summary, run = best
    return [Statement(tidy(run), (ground_in(summary, clause, run),))]


def _runs(text: str, count: int) -> Iterator[tuple[str, str]]:
    """The word and the stretch of just so many parts that begin with it, with the words that lead in to them."""
    parts = []
    for found in _PART.finditer(text):
        start = found.start() + max(found.group().rfind("："), found.group().rfind(":")) + 1
        parts.append((found.start(), start, found.end(), text[start : found.end()].strip()[:2]))
    at = 0
    while at < len(parts):
        end = at + 1
        while end < len(parts) and parts[end][3] == parts[at][3]:
            end += 1
        lead = text[parts[at][0] : parts[at][1]]
        first = parts[at][0] if _LEAD.match(lead) else parts[at][1]
        run = text[first : parts[end - 1][2]].strip()
        if end - at == count and visible_length(run) <= ROOM:
            yield parts[at][3], run
        at = end
