"""What a turn asks of the answer before it: the same as a table, or one of its points in full."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.models import Answer, Citation, Turn
from assistant.statements import Ground, Statement, shown
from corpus.models import Document, DocumentSummary
from corpus.numbering import chinese_to_int

_TABLE = re.compile(
    r"^(?:请|麻烦|帮我|再)?(?:把(?:它|上面的|这些)?)?(?:换成|改成|做成|整理成|列成|转成|变成|用|以|按)(?:一张|一个|个|张)?"
    r"(?:表格|列表|表)(?:的?形式|形式)?(?:列出来?|展示|呈现|显示|给我|回答|看看?)?(?:吧|一下)?[。！？?!]?$"
)
_POINT = re.compile(
    r"^(?:请|麻烦|再|那)?(?:把)?第([一二三四五六七八九十]{1,3}|\d{1,2})(?:条|点|个|项|句|方面)(?:的?内容)?"
    r"(?:展开|详细|具体|仔细)(?:说|讲|介绍|解释|展开)*(?:一下|说说|讲讲|看看)?[。！？?!]?$"
)
_MARKS = re.compile(r"(\[\d{1,3}\])")


def asks_for_table(question: str) -> bool:
    return bool(_TABLE.match("".join(question.split())))


def as_table(answer: Answer) -> Answer:
    """The answer's sentences as rows, each with its document and clause; words, marks and citations unchanged."""
    cited = {one.mark: one for one in answer.citations}
    rows = []
    for sentence in answer.sentences:
        sources = list(dict.fromkeys(_source(cited[mark]) for mark in sentence.marks if mark in cited))
        marks = "".join(f"[{mark}]" for mark in sentence.marks)
        rows.append(f"| {_cell(sentence.text)}{marks} | {_cell('；'.join(sources))} |")
    lines = ["| 内容 | 出处 |", "| --- | --- |", *rows]
    return answer.model_copy(update={"answer": "\n".join(lines)})


def point_asked(question: str, history: Sequence[Turn]) -> Citation | None:
    """The citation of the point that a turn wants in full: 第二条展开说说; None where it wants none."""
    found = _POINT.match("".join(question.split()))
    if found is None or not history:
        return None
    last = history[-1].answer
    number = found.group(1)
    at = (int(number) if number.isdigit() else chinese_to_int(number)) - 1
    if not 0 <= at < len(last.sentences) or not last.sentences[at].marks:
        return None
    return next((one for one in last.citations if one.mark == last.sentences[at].marks[0]), None)


def in_full(point: Citation, summary: DocumentSummary, document_of: Callable[[str], Document]) -> list[Statement]:
    """The clause of a point as printed, with the headings or items under it."""
    document = document_of(summary.id)
    clause = document.by_id.get(point.clause_id)
    if clause is None:
        return []
    said = []
    for one in (clause, *document.children(clause)):
        text = shown(one, one.text[:40] or one.heading)
        if text:
            said.append(Statement(text, (Ground(summary, one, text, text),)))
    return said


def _source(citation: Citation) -> str:
    return f"{citation.title or citation.source} {citation.path}"


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "｜").split())
