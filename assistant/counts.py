"""How many: articles, chapters, sections, boxes, tasks of a document, counted in its outline and so said.

The count is the assistant's, the first and the last of what was counted are cited.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.citations import MINIMUM_QUOTE
from assistant.query import Asked
from assistant.statements import Ground, Statement, shown
from corpus.models import Clause, Document, DocumentSummary
from corpus.text import fold
from corpus.vocabulary import ClauseKind, PartRole

_ASKED = re.compile(
    r"(?:几|多少)(?P<measure>[个项条大类]?)(?:大|项)?(?:具体|重点|主要|基本)?"
    r"(?P<noun>部分|板块|章|节|条(?:款|文)?|专栏|行动|任务|工程|措施|原则)(?!款|件|例)"
)
_STATUTE = {"章": re.compile(r"第.{1,4}章"), "节": re.compile(r"第.{1,4}节"), "条": re.compile(r"第.{1,7}条")}
_SECTION = re.compile(r"^[一二三四五六七八九十]+$")
_ARABIC = re.compile(r"^\d{1,3}$")
_FEWEST = 2


def counts(asked: Asked, document: Document, summary: DocumentSummary) -> list[Statement]:
    """A statement for each thing the question wants counted in a document; none where its outline shows none."""
    said: list[Statement] = []
    for found in _ASKED.finditer(asked.text):
        counted = _counted(found["noun"], asked, document)
        if len(counted) >= _FEWEST:
            said.append(_said(_measured(found["noun"], found["measure"], counted), counted, summary))
    return said


def _counted(noun: str, asked: Asked, document: Document) -> list[Clause]:
    main = [one for one in document.clauses if one.part in (PartRole.MAIN, PartRole.ATTACHMENT)]
    if noun[0] in _STATUTE:
        return [one for one in main if _STATUTE[noun[0]].fullmatch(fold(one.num))]
    if noun in ("部分", "板块"):
        return [one for one in main if one.depth == 1 and _SECTION.fullmatch(_bare(one))]
    if noun == "专栏":
        return [one for one in main if one.kind is ClauseKind.BOX]
    named = _longest_row([one for one in main if one.heading.rstrip("。：”").endswith(noun)])
    return named or _numbered_under(noun, main)


def _longest_row(clauses: Sequence[Clause]) -> list[Clause]:
    """The most headings of that name under one clause, or at the top."""
    rows: dict[str | None, list[Clause]] = {}
    for one in clauses:
        if one.num:
            rows.setdefault(one.parent_id, []).append(one)
    return max(rows.values(), key=len, default=[]) if any(len(row) >= _FEWEST for row in rows.values()) else []


def _numbered_under(noun: str, main: Sequence[Clause]) -> list[Clause]:
    """What is numbered 1, 2, 3, … through a section whose heading is named so: 重点任务 with its tasks."""
    for section in main:
        if section.depth == 1 and section.heading.rstrip("。：").endswith(noun):
            inside = [one for one in main if one.path[:1] == section.path and one.kind is not ClauseKind.BOX]
            row = [one for one in inside if _ARABIC.fullmatch(_bare(one)) and "专栏" not in one.path_text]
            if [int(_bare(one)) for one in row] == list(range(1, len(row) + 1)):
                return row
    return []


def _bare(clause: Clause) -> str:
    return fold(clause.num).strip("、.()（）")


def _measured(noun: str, measure: str, counted: Sequence[Clause]) -> str:
    """The count with the measure word of the question: 10项行动."""
    return f"{len(counted)}{noun[0]}" if noun[0] in _STATUTE else f"{len(counted)}{measure or '个'}{noun}"


def _said(lead: str, counted: Sequence[Clause], summary: DocumentSummary) -> Statement:
    first, last = counted[0], counted[-1]
    named = "至".join(f"“{one.heading.rstrip('。：:') or one.num}”" for one in (first, last))
    grounds = tuple(Ground(summary, one, shown(one, _quote(one)), _quote(one)) for one in (first, last))
    return Statement(f"共{lead}：{named}。", grounds, reckoned=f"共{lead}")


def _quote(clause: Clause) -> str:
    """Its heading as printed, or the first words of a clause without one."""
    words = clause.heading if len(fold(clause.heading)) >= MINIMUM_QUOTE else clause.printed.strip()
    found = re.match(r"[^。；\n]{4,60}", words)
    return found.group() if found else words
