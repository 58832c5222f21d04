"""What a document says of its own force: since when, until when, by which order, on what basis, what it replaces.

Laws and rules print this as sentences of their own, not in a title block.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.statements import Statement, ground_in
from assistant.understanding.fields import About
from assistant.understanding.naming import bare_title
from corpus.models import Clause, Document, DocumentSummary
from corpus.text import fold, sentences

_DAY = r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日"
_OWN = (
    r"(?:本(?:通知|通告|公告|意见|方案|条例|规定|办法|细则|规则|措施|规划|计划|决定|指南|文件|法)|(?:以上|上述|前述|本)[^。；，]{0,4}"
    r"(?:政策|措施|规定|意见|条款|优惠)|政策措施)"
)
"""Words by which a document speaks of itself."""

_SAID: dict[About, tuple[re.Pattern[str], ...]] = {
    About.EFFECTIVE: (
        re.compile(r"自[^。；，]{2,24}起(?:开始)?(?:施行|实施|执行|生效)"),
        re.compile(rf"{_DAY}\s*起?(?:施行|实施|生效)"),
        re.compile(rf"{_OWN}[^。；]{{0,30}}有效期"),
    ),
    About.EXPIRES: (
        re.compile(rf"(?:{_OWN}|自[^。；，]{{2,24}}起)[^。；]{{0,60}}(?:有效期|试行期|(?:执行|实施|施行)期限?|截止)"),
        re.compile(
            r"(?:^|[，；])(?:其[余馀他])?(?:有效期|执行期|试行期)限?(?:为|至|到|自|暂定|\d|[一二三四五六七八九十])"
        ),
        re.compile(
            rf"(?:{_OWN}|自[^。；，]{{2,24}}起)[^。；]{{0,30}}(?:至|到)[^。；]{{2,40}}(?:止|解除|结束|失效|日|底|末)"
        ),
    ),
    About.REPEALS: (re.compile(r"(?:《[^》]{2,60}》|[〕\]]\d{1,5}号)[^。]{0,60}(?:废止|失效|停止执行|不再执行)"),),
    About.INTERPRETER: (re.compile(r"由[^。；]{2,60}解释|解释权[^。；]{0,8}[归属]"),),
    About.SCOPE: (
        re.compile(r"(?:适用|遵守|执行)(?:于)?本|本[^。，；]{1,12}(?:仅|只)?适用(?:于|范围)"),
        re.compile(r"适用于"),
        re.compile(
            r"(?:^|第二条)[^。；]{0,8}(?:在|本)[^。；]{2,40}(?:境内|行政区域内?|范围内)[^。；]{4,80}(?:应当遵守|遵守|依照)"
        ),
        re.compile(rf"{_OWN}所称[^。；]{{2,40}}[，是]"),
    ),
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
_ADOPTED = re.compile(rf"{_DAY}[^。\n]{{0,80}}(?:通过|批准|修正|修订|修改|公布|发布)")
"""The lines under the title of a law: when and by whom it was passed, approved, amended."""

_PASSED = re.compile(
    r"(?:《[^《》]{4,90}》[^。《》]{0,12}|[^。，；\s]{0,20})经[^。]{2,80}"
    r"(?:会议?|小组|办公室|人民政府|国务院|党[委组]|委员会)[^。，；]{0,10}(?:通过|批准|同意)[^。\n]*。?"
)
"""What the order or the notice over a rule says of the meeting that passed it, or of who agreed to it."""

_ORDER = re.compile(r"[一-龥]{0,24}令[ \t\n\u3000]*第?\s*[\d一二三四五六七八九十百〇零]{1,5}\s*号")
"""The number of an order, which stands on a line of its own under the issuer's."""

_BACKWARDS = frozenset({About.EFFECTIVE, About.EXPIRES, About.REPEALS, About.INTERPRETER})
_HEADED = {About.SCOPE: re.compile(r"适用(?:范围|对象)$"), About.EXPIRES: re.compile(r"(?:有效|执行|实施)期限?$")}
"""Headings under which a field is printed."""

_UNITS = re.compile(r"^[（(](?:责任|牵头|配合)[^（）()]*[）)]\s*")
"""The bodies in charge of the clause before, where a line end was lost behind them."""

OPENING = 3
"""Articles at the front in which a document may give its basis."""


def says_of_itself(field: About, document: Document, summary: DocumentSummary) -> Statement | None:
    """The document's own sentence on a field of its force; None where it has none."""
    if field is About.ADOPTED:
        return _adopted(document, summary)
    clauses = _fitting(field, document)
    headed = next((one for one in clauses if field in _HEADED and _HEADED[field].search(one.heading)), None)
    if headed and _lines(headed):
        return _quoted(_lines(headed)[0], headed, summary)
    for pattern in _SAID.get(field, ()):
        for clause in clauses:
            for line in _lines(clause):
                if pattern.search(fold(line)):
                    return _quoted(line, clause, summary)
    return _order(clauses, summary) if field is About.NUMBER else None


def _order(clauses: Sequence[Clause], summary: DocumentSummary) -> Statement | None:
    for clause in clauses:
        found = _ORDER.search(clause.text)
        if found:
            said = re.sub(r"\s+", "", found.group())
            grounds = (ground_in(summary, clause, found.group()),)
            return Statement(f"《{bare_title(summary)}》：{said}。", grounds)
    return None


def _adopted(document: Document, summary: DocumentSummary) -> Statement | None:
    front = next(iter(document.clauses), None)
    lines = [line for line in _lines(front) if _ADOPTED.search(line)] if front else []
    if front is None or not lines:
        return next((_passed(found, one, summary) for one, found in _at_front(document)), None)
    text = _of("；".join(lines), summary)
    return Statement(text, tuple(ground_in(summary, front, line) for line in lines))


def _at_front(document: Document) -> Iterator[tuple[Clause, str]]:
    """What the clauses at the front say of the meeting that passed the document."""
    fronts = document.clauses[: OPENING - 1]
    return ((one, found.group()) for one in fronts for line in _lines(one) if (found := _PASSED.search(line)))


def _passed(line: str, clause: Clause, summary: DocumentSummary) -> Statement:
    return Statement(_of(line, summary), (ground_in(summary, clause, line),))


def _of(line: str, summary: DocumentSummary) -> str:
    """A line with the document it is of, where the line does not name it."""
    title = bare_title(summary)
    named = "".join(fold(title).split()) in "".join(fold(line).split())
    return _closed(line) if named else f"《{title}》：{_closed(line)}"


def _quoted(line: str, clause: Clause, summary: DocumentSummary) -> Statement:
    text = f"《{bare_title(summary)}》：{_closed(line)}"
    return Statement(text, (ground_in(summary, clause, line),))


def _fitting(field: About, document: Document) -> list[Clause]:
    """Force and replaced rules stand at the end, basis and purpose at the front."""
    clauses = list(document.clauses)
    if field in (About.BASIS, About.PURPOSE):
        return [one for one in clauses if one.text][: OPENING + 1]
    if field is About.SCOPE:
        return [one for one in clauses if one.text]
    return clauses[::-1] if field in _BACKWARDS else clauses[: OPENING + 1]


def _lines(clause: Clause) -> list[str]:
    found = (_UNITS.sub("", span.of(clause.text).strip()) for span in sentences(clause.text))
    return [line for line in found if line]


def _closed(line: str) -> str:
    return line if line.endswith(("。", "；", "！")) else f"{line.rstrip('：:')}。"
