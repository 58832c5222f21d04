"""What a document says of its own force: since when, by which order, on what basis, what it replaces.

Laws and rules print this as sentences of their own, not in a title block.
"""

from __future__ import annotations

import re

from assistant.query import About
from assistant.statements import Ground, Statement, shown
from corpus.models import Clause, Document, DocumentSummary
from corpus.text import fold, sentences

_DAY = r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日"
_SAID: dict[About, tuple[re.Pattern[str], ...]] = {
    About.EFFECTIVE: (
        re.compile(r"自[^。；，]{2,24}起(?:开始)?(?:施行|实施|执行|生效)"),
        re.compile(rf"{_DAY}\s*起?(?:施行|实施|生效)"),
        re.compile(r"有效期"),
    ),
    About.REPEALS: (re.compile(r"(?:《[^》]{2,60}》|[〕\]]\d{1,5}号)[^。]{0,60}(?:废止|失效)"),),
    About.NUMBER: (re.compile(r"令\s*第?\s*[\d一二三四五六七八九十百〇零]{1,5}\s*号"),),
    About.DATE: (
        re.compile(rf"{_DAY}[^。\n]{{0,30}}(?:公布|发布|印发|颁布)"),
        re.compile(rf"{_DAY}[^。\n]{{0,40}}(?:通过|批准)"),
    ),
    About.PURPOSE: (
        re.compile(r"(?:^|第一条)为[^。]{6,240}?(?:制定|印发|出台)"),
        re.compile(r"(?:^|第一条)为[^。]{6,240}"),
    ),
    About.BASIS: (re.compile(r"(?:根据|依据|依照|按照)[^。]{2,120}(?:制定|特制定|编制)"),),
    About.ISSUER: (
        re.compile(rf"{_DAY}[^。\n]{{2,40}}(?:公布|发布|颁布)"),
        re.compile(rf"{_DAY}[^。\n]{{2,40}}通过"),
    ),
}
OPENING = 3
"""Articles at the front in which a document may give its basis."""


def says_of_itself(field: About, document: Document, summary: DocumentSummary) -> Statement | None:
    """The document's own sentence on a field of its force; None where it has none."""
    clauses = _fitting(field, document)
    for pattern in _SAID.get(field, ()):
        for clause in clauses:
            for line in _lines(clause):
                if pattern.search(fold(line)):
                    text = f"《{summary.title}》：{_closed(line)}"
                    return Statement(text, (Ground(summary, clause, shown(clause, line), line),))
    return None


def _fitting(field: About, document: Document) -> list[Clause]:
    """Force and replaced rules stand at the end, basis and purpose at the front."""
    clauses = list(document.clauses)
    if field in (About.BASIS, About.PURPOSE):
        return [one for one in clauses if one.text][: OPENING + 1]
    return clauses[::-1] if field in (About.EFFECTIVE, About.REPEALS) else clauses[: OPENING + 1]


def _lines(clause: Clause) -> list[str]:
    return [span.of(clause.text).strip() for span in sentences(clause.text) if span.of(clause.text).strip()]


def _closed(line: str) -> str:
    return line if line.endswith(("。", "；", "！")) else f"{line}。"
