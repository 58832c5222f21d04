"""Are an answer's words its clauses' words? Quotes, figures, years and document numbers against what is cited."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.models import CitationStatus, SentenceStatus
from assistant.statements import Ground
from corpus.text import fold

_FIGURE = re.compile(r"\d+(?:[.,]\d+)*\s*[%‰]?")
_DASHES = str.maketrans({char: "-" for char in "—–－‐‑−~～"})
MARK = re.compile(r"\[(\d{1,3})\]")

MINIMUM_QUOTE = 4


def check_quote(quote: str, clause_text: str) -> CitationStatus:
    """verified: the quote stands in the clause, white space and width folded; altered: its words do, but not so."""
    want, text = fold(quote), fold(clause_text)
    if len(want) >= MINIMUM_QUOTE and want in text:
        return CitationStatus.VERIFIED
    shared = {want[i : i + 2] for i in range(len(want) - 1)}
    found = sum(pair in text for pair in shared)
    return CitationStatus.ALTERED if shared and found >= 0.5 * len(shared) else CitationStatus.MISSING


def figures(text: str) -> set[str]:
    """The figures of a text, separators of thousands left out: 1,000 and 1000 are one."""
    bare = MARK.sub(" ", text)
    return {re.sub(r"[\s,]", "", found) for found in _FIGURE.findall(fold(bare).translate(_DASHES))}


def check_sentence(text: str, grounds: Sequence[Ground], computed: bool = False) -> SentenceStatus:
    """verified only where a cited clause holds every figure of the sentence and every quote stands in its clause."""
    if not grounds or any(check_quote(one.quote, one.clause.printed) is not CitationStatus.VERIFIED for one in grounds):
        return SentenceStatus.UNVERIFIED
    held = set().union(*(figures(one.clause.printed) for one in grounds))
    held |= {figure.rstrip("%‰") for figure in held}
    if computed:
        return SentenceStatus.COMPUTED
    return SentenceStatus.VERIFIED if figures(text) <= held else SentenceStatus.UNVERIFIED
