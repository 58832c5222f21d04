"""Whose paper a notice passes on: 国务院办公厅转发国家发展改革委等部门《关于…的意见》的通知.

Who issued that paper is asked for by its own name; who issued the notice is another question.
"""

from __future__ import annotations

import re

from assistant.statements import Statement, ground_in
from assistant.understanding.naming import longest_common
from corpus.models import Document, DocumentSummary
from corpus.text import find_folded, fold

NAMED = 0.8
"""Share of the name of the paper that the question must say in one go."""

_PASSED_ON = re.compile(r"转发(?P<bodies>[^《》]{2,80}?)(?P<name>《[^《》]{4,}》|关于[^《》]{4,}?)(?:的通知)?$")
_OF_THE_NOTICE = re.compile(r"转发")


def whose_paper(question: str, document: Document, summary: DocumentSummary) -> Statement | None:
    """The bodies that the title names in front of the paper that a question asks the issuers of; else None."""
    title = document.metadata.title
    found = _PASSED_ON.search(fold(title.text)) if title else None
    if title is None or found is None or _OF_THE_NOTICE.search(question):
        return None
    name = found["name"].strip("《》")
    if len(longest_common(name, fold(question))) < NAMED * len(name):
        return None
    for clause in document.clauses:
        span = find_folded(title.text, clause.printed)
        if span:
            ground = ground_in(summary, clause, span.of(clause.printed))
            return Statement(f"标题写明转发的是{found['bodies']}的《{name}》：{fold(title.text)}。", (ground,))
    return None
