"""How many measures a document has, where its title says it: 十二条政策意见, 20条措施.

Where it is known which document is meant, and its outline can be counted, `counts.py` counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answerable.figure_of import names_no_turn
from assistant.finding.rarity import pairs
from assistant.statements import Statement, ground_in
from assistant.understanding.query import Asked
from corpus.models import Clause, Document, DocumentSummary
from corpus.text import fold
from corpus.vocabulary import PartRole

_NOUN = r"(?:政策)?(?:措施|意见|举措|政策|办法|规定|要求|承诺|细则)"
_MEASURE = "[条项个大]"
_ASKED = re.compile(
    rf"(?:多少|(?<!哪)几)({_MEASURE})(?:具体|主要|重点)?{_NOUN}|"
    rf"{_NOUN}[^，。？]{{0,6}}(?:多少|(?<!哪)几)({_MEASURE})(?:[？?]|$)"
)
_TOLD = re.compile(rf"(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})({_MEASURE})(?:具体|重点)?{_NOUN}")
FIRST = 3
"""Clauses among which a headline may stand."""

ALIKE = 3
"""Words of the question that the title must hold, those of its number left out."""


def told_by_title(
    asked: Asked, near: Sequence[tuple[Document, DocumentSummary]], *, alike: int = ALIKE
) -> list[Statement]:
    """The title that says how many measures there are, of the document whose title is most like the question."""
    counted = _ASKED.search(asked.text)
    if counted is None:
        return []
    measure = counted[1] or counted[2]
    want = pairs(asked.text)
    best: tuple[int, list[Statement]] = (alike - 1, [])
    for document, summary in near:
        title = next((one for one in (summary.title, *_headlines(document)) if _TOLD.search(one)), summary.title)
        found = _TOLD.search(title)
        clause = _printing(document, found.group()) if found else None
        shared = len(want & pairs(_TOLD.sub("", title)))
        if names_no_turn(asked.text, title):
            continue
        if found and clause and found[1] == measure and shared > best[0]:
            best = (shared, [_said(title if fold(title) in fold(clause.printed) else found.group(), clause, summary)])
    return best[1]


def _printing(document: Document, words: str) -> Clause | None:
    """The first clause that prints the words: the title block, as a rule."""
    return next((one for one in document.clauses if fold(words) in fold(one.printed)), None)


def _headlines(document: Document) -> list[str]:
    """What a page prints over the title: 省委省政府出台…30条意见."""
    over = [one.printed for one in document.clauses[:FIRST] if one.part is PartRole.WEB_TEXT]
    return [line for text in over for line in text.splitlines()]


def _said(words: str, clause: Clause, summary: DocumentSummary) -> Statement:
    return Statement(f"{words}。", (ground_in(summary, clause, words),))
