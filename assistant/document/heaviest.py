"""The heaviest fine of a law: the highest sum in all its sentences on fines, where nothing else is asked.

最高罚多少 names no act that is fined, so that no sentence is nearer than another: all of
them are read.
"""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.statements import Statement, ground_in
from assistant.understanding.query import Asked
from corpus.models import Clause, Document, DocumentSummary
from corpus.numbering import chinese_to_int
from corpus.text import fold, sentences

_ASKED = re.compile(r"(?:最高|最多|最重|顶格|封顶|上限)[^，。？]{0,8}罚|罚[^，。？]{0,6}(?:最高|最多|最重|封顶|上限)")
_FRAME = re.compile(
    r"最高|最多|最重|顶格|封顶|上限|罚款?|处罚?|能|可以?|会|要|各自?|分别|多少|几|钱|金额|数额|是|的|元|万|一般|款|上|到|[\s？?，。]"
)
_SUM = re.compile(
    r"(?<![\d.])(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[一二三四五六七八九十百千两]+)\s*(万|千万|百万|亿)?元"
)
_TIMES = {"": 1, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8}


def heaviest_fine(asked: Asked, document: Document, summary: DocumentSummary) -> Statement | None:
    """The sentence with the highest fine; None where something else is asked, or no sum is printed."""
    if not _ASKED.search(asked.text) or _FRAME.sub("", asked.topic):
        return None
    best: tuple[Decimal, Clause, str] | None = None
    for clause in document.clauses:
        for span in sentences(clause.printed):
            text = span.of(clause.printed)
            fine = highest(text)
            if fine is not None and (best is None or fine > best[0]):
                best = (fine, clause, text)
    if best is None:
        return None
    _, clause, text = best
    return Statement(text.strip(), (ground_in(summary, clause, text),))


def highest(text: str) -> Decimal | None:
    """The highest sum of a sentence on fines, in yuan."""
    folded = fold(text.replace("，", "；"))
    if "罚款" not in folded:
        return None
    return max((_yuan(*found.groups()) for found in _SUM.finditer(folded)), default=None)


def _yuan(number: str, times: str | None) -> Decimal:
    value = Decimal(number.replace(",", "")) if number[0].isdigit() else Decimal(chinese_to_int(number))
    return value * _TIMES[times or ""]
