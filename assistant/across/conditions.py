"""Which documents hold one thing and another, or one and not the other: an exact scan, with the count said.

Every clause of every document is read; nothing is ranked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.across.mentions import first_mention, longest_held
from assistant.finding.rarity import Rarity
from assistant.statements import Statement
from assistant.understanding.naming import short_name
from assistant.understanding.query import Asked
from corpus.models import Document, DocumentSummary
from corpus.text import fold

_SAYS = r"(?:提到了?|提及|涉及|写了|写到|讲到?|说到?|包含|规定了?|明确了?|提了)"
_NOT = r"(?:没有?|未|不|却没|但没)"
_AND = re.compile(
    rf"(?:既|同时|都|又)?{_SAYS}(?P<one>.{{2,24}}?)"
    rf"(?:[，,]?(?:又|并且|而且|同时|也|还){_SAYS}?|(?:以及|和|与|及)(?:{_SAYS})?)(?P<two>.{{2,24}}?)(?:的|[？?。]|$)"
)
_BUT_NOT = re.compile(
    rf"{_SAYS}(?P<one>.{{2,24}}?)[，,]?(?:但是?|却|而|可是?)?(?:又|也)?{_NOT}(?:有)?{_SAYS}(?P<two>.{{2,24}}?)(?:的|[？?。]|$)"
)
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Conditions:
    """Two terms as counted, whether the second must be missing, and what was found.

    Where no document meets both, `statements` are those on the first term.
    """

    terms: tuple[str, str]
    lacking: bool
    count: int
    statements: tuple[Statement, ...]
    others: tuple[str, ...]

    @property
    def lead(self) -> str:
        first, second = self.terms
        what = f"提到“{first}”而没有提到“{second}”" if self.lacking else f"同时提到“{first}”和“{second}”"
        return f"{what}的有{self.count}份文件{'：' if self.count else f'。提到“{first}”的：'}"


def conditions(
    asked: Asked, documents: Sequence[tuple[Document, DocumentSummary]], rarity: Rarity
) -> Conditions | None:
    """The documents that meet both conditions of a question; None where it does not set two that documents know."""
    texts = [fold(document.source.text).lower() for document, _ in documents]
    for pattern, lacking in ((_BUT_NOT, True), (_AND, False)):
        found = pattern.search(asked.text)
        terms = tuple(_term(found[name], texts) for name in ("one", "two")) if found else ()
        if len(terms) == 2 and all(terms):
            return _scanned((terms[0], terms[1]), lacking, asked, documents, rarity)
    return None


def _term(typed: str, texts: Sequence[str]) -> str:
    """What of the typed words stands in a document; nothing where little of them does."""
    bare = re.sub(r"[“”\"「」『』]|技术$|的?内容$|方面$", "", typed).strip("，, ")
    held = longest_held(bare, texts)
    return held if len(held) >= max(_LEAST, len(bare) // 2) else ""


def _scanned(
    terms: tuple[str, str],
    lacking: bool,
    asked: Asked,
    documents: Sequence[tuple[Document, DocumentSummary]],
    rarity: Rarity,
) -> Conditions | None:
    said: list[Statement] = []
    half: list[Statement] = []
    others: list[str] = []
    for document, summary in documents:
        first, second = (first_mention(asked.synonyms.forms(term), document, summary, asked, rarity) for term in terms)
        if first and bool(second) is not lacking:
            said.append(first if second is None else _both(first, second))
        else:
            half += [first] if first else []
            others.append(short_name(summary))
    if said:
        return Conditions(terms, lacking, len(said), tuple(said), tuple(others))
    silent = [name for name in others if name not in {one.lead for one in half}]
    return Conditions(terms, lacking, 0, tuple(half), tuple(silent)) if half else None


def _both(first: Statement, second: Statement) -> Statement:
    """One line for two mentions; one sentence where it holds both."""
    if second.text in first.text or first.text in second.text:
        return first if len(first.text) >= len(second.text) else second
    text = f"{first.text.rstrip('。；')}；{second.text}"
    return replace(first, text=text, grounds=(*first.grounds, *second.grounds))
