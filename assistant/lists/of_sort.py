"""Which indicators are of one sort: a table that became numbered lines prints the sort at the end of each.

4.节水灌溉面积（万亩）。2020年29，2025年100，约束性。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.choosing.saying import tidy
from assistant.lists.listings import OUTSIDE
from assistant.statements import Statement, ground_in
from assistant.understanding.query import Asked, Kind
from corpus.models import Clause, Document, DocumentSummary

FEWEST = 2
"""Lines with a sort at their end that make a table of them."""

MOST = 15

_SORTS = ("约束性", "预期性", "指导性")
_AT_THE_END = re.compile(rf"(?P<sort>{'|'.join(_SORTS)})(?:指标)?[）)]?[。；;]?\s*$")
_ASKS_FOR_THEM = re.compile(r"哪|包括|几[个项]|多少[个项]|都有|什么指标|指标[？?]?$")
_OF_ONE = re.compile(r"属于|算|还是|是不是|[吗么][？?]?$")


def indicators_of_sort(asked: Asked, documents: Sequence[tuple[Document, DocumentSummary]]) -> list[Statement]:
    """The lines of the sort that is asked for, of the first document that prints some."""
    said = f"{asked.text} {asked.expansions}"
    sorts = [sort for sort in _SORTS if sort in said]
    if asked.kind in (Kind.COMPARE, Kind.MENTION) or len(sorts) != 1:
        return []
    if not _ASKS_FOR_THEM.search(asked.text) or _OF_ONE.search(asked.text):
        return []
    for document, summary in documents:
        lines = list(_lines(document))
        told = [(clause, line) for clause, line, sort in lines if sort == sorts[0]]
        if len(lines) >= FEWEST and 0 < len(told) <= MOST:
            return [Statement(tidy(line), (ground_in(summary, clause, line),)) for clause, line in told]
    return []


def _lines(document: Document) -> Iterator[tuple[Clause, str, str]]:
    """The numbered lines that end in a sort, without their numbers."""
    for clause in document.clauses:
        found = _AT_THE_END.search(clause.text) if clause.num and clause.part not in OUTSIDE else None
        if found and "\n" not in clause.text.strip():
            printed = clause.printed.strip()
            at = printed.find(clause.heading) if clause.heading else -1
            yield clause, printed[max(at, 0) :], found["sort"]
