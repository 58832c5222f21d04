"""What a text points to: titles in 《》, document numbers, and clauses of the same document."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from corpus.models import Span


class ReferenceKind(StrEnum):
    TITLE = "title"
    NUMBER = "number"
    CLAUSE = "clause"


@dataclass(frozen=True, slots=True)
class Reference:
    """One pointer; `key` is the title without brackets, the number with 〔〕, or the printed clause."""

    kind: ReferenceKind
    key: str
    span: Span


_TITLE = re.compile(r"《([^《》]{2,90}(?:〈[^〉]{1,60}〉[^《》]{0,40})?)》")
_NUMBER = re.compile(r"([一-龥]{1,14})\s*[〔\[［（(【]\s*((?:19|20)\d{2})\s*[〕\]］）)】]\s*第?\s*(\d{1,5})\s*号")
_CLAUSE = re.compile(
    r"第[〇零一二三四五六七八九十百千\d]{1,7}条(?:第[一二三四五六七八九十\d]{1,3}款)?(?:第[（(]?[一二三四五六七八九十\d]{1,3}[）)]?项)?"
)


def references(text: str) -> tuple[Reference, ...]:
    """Every reference in `text`, in order."""
    found = [
        *(Reference(ReferenceKind.TITLE, m.group(1), Span(*m.span())) for m in _TITLE.finditer(text)),
        *(
            Reference(ReferenceKind.NUMBER, f"{m.group(1)}〔{m.group(2)}〕{m.group(3)}号", Span(*m.span()))
            for m in _NUMBER.finditer(text)
        ),
        *(Reference(ReferenceKind.CLAUSE, m.group(), Span(*m.span())) for m in _CLAUSE.finditer(text)),
    ]
    return tuple(sorted(found, key=lambda reference: reference.span))
