"""The sentences that may answer: every one of the evidence, with what belongs to it joined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.citations import MINIMUM_QUOTE
from corpus.grids import Grid, GridRow, heads_or_rules, is_row, row_in
from corpus.models import Clause, Span
from corpus.questions import answer_label, is_question
from corpus.text import fold, sentences, visible_length
from corpus.vocabulary import ClauseKind
from index.models import Evidence

_ANSWER = re.compile(r"答\s*[:：]\s*(?=\S)")
_GOES_ON = re.compile(
    r"(?:拒不(?:改正|执行|支付)|(?:经责令)?逾期|情节(?:较重|严重|特别严重|轻微)|没有违法所得|违法所得|构成(?:犯罪|违反)|"
    r"尚不构成|对(?:其)?(?:直接)?负(?:责|有)|属于|也可以?[用采选使通]|造成(?:严重)?(?:后果|损失)|会同|已?满\d|不满\d|不足\d|超过\d|"
    r"[一-龥、]{2,8}(?:无效|未果|不听)的)"
)
"""Behind a semicolon: what goes on about the one named before it, and says nothing alone."""

_REFERS_BACK = re.compile(
    r"\s*(?:本[条款]|前[一二两三]?款|[前上]述|相关|有关|此类|这[些类])[^，。；：]{0,12}(?:的|手续|期|标准|材料|费用|记录)"
)

_COUNTS_UP = re.compile(r"(?:下列|以下|如下|分别(?:是|为)?|包括|包含)[^。；：]{0,30}[：:][^。]+[；;]$")
"""提交下列材料：申请报告；…: the first of a list in one line, which is nothing without the others."""

RUNNING_TEXT = frozenset({ClauseKind.PREAMBLE, ClauseKind.PARAGRAPH})
_ARTICLE = re.compile(r"第[一二三四五六七八九十百零〇\d]+条")

CHAIN = 320
"""Visible characters that a sentence joined with what goes on about it may have."""


@dataclass(frozen=True)
class Candidate:
    """One sentence of a piece of evidence; `span` is its place in `evidence.text`."""

    evidence: Evidence
    span: Span
    before: str
    carrying: Span | None = None
    """The words in it that carry the answer, where it is known which; a place in `evidence.text`."""
    back: bool = False
    """Does it begin with what has been said before: 本条规定的记录, 相关手续? `before` is all of that then."""
    score: float = 0.0
    covered: float = 0.0
    share: float = 0.0
    """Of the question's words, years left out: how much stands in the sentence, or less so around it."""
    lift: float = 1.0
    """What its score owes to the class of its verb: it tells it from other sentences, not from what goes with it."""
    beside: float = 0.0
    """The same of its words that its document's title does not hold: those choose among its sentences."""

    @cached_property
    def text(self) -> str:
        return self.span.of(self.evidence.text)

    @cached_property
    def row(self) -> tuple[Grid, GridRow] | None:
        """The row of a table that it is, with the table, whose heads say what its cells are."""
        return row_in(self.evidence.clause.text, self.text)

    @cached_property
    def headings(self) -> str:
        """The headings that it stands under, its clause's own among them."""
        return f"{self.evidence.chunk.context} {self.evidence.clause.heading}"

    @cached_property
    def led_by(self) -> str:
        """The words that lead in to it where it is an item of a list, with the headings above."""
        above = self.evidence.chunk.context
        return above if above.endswith(("：", ":")) else ""


def candidates(evidence: Sequence[Evidence]) -> list[Candidate]:
    """Every sentence of the evidence that can be cited, bare headings and brackets joined to what they belong to."""
    found: list[Candidate] = []
    for one in evidence:
        spans = _joined(one.text)
        for at, span in enumerate(spans):
            span = _behind_question(span, one) if is_question(one.clause) else _behind_heading(span, one)
            text = span.of(one.text)
            if len(fold(text)) < MINIMUM_QUOTE:
                # The cell of a table by itself: too little to be cited, so it says nothing.
                continue
            if _is_heading(text, one) or heads_or_rules(one.clause.text, text):
                continue
            before = spans[at - 1].of(one.text) if at else ""
            back = bool(_REFERS_BACK.match(span.of(one.text)))
            found.append(Candidate(one, span, one.text[: span.start] if back else before, back=back))
    return found


def _behind_heading(span: Span, evidence: Evidence) -> Span:
    """A headline that lost its line end, or 答：, goes into the first sentence: the sentence begins behind it.

    So does the heading of a clause with its ordinal: （二）合理安排休息 根据…
    """
    heading = evidence.clause.heading
    text = span.of(evidence.text)
    said = _ANSWER.match(text)
    if said:
        return Span(span.start + said.end(), span.end)
    numbered = len(evidence.clause.num) if text.startswith(evidence.clause.num) else 0
    above = numbered + len(text[numbered:]) - len(text[numbered:].lstrip()) + len(heading)
    if heading and text[:above].endswith(heading) and visible_length(text) > visible_length(heading) + 20:
        gap = len(text[above:]) - len(text[above:].lstrip())
        return Span(span.start + above + gap, span.end) if gap else span
    return span


def _behind_question(span: Span, evidence: Evidence) -> Span:
    """What answers a printed question begins behind its last mark, and behind 答：."""
    at = evidence.text.find(evidence.clause.heading)
    start = max(span.start, at + len(evidence.clause.heading) if at >= 0 else 0)
    text = evidence.text[start : span.end]
    start += len(text) - len(text.lstrip())
    return Span(min(start + answer_label(evidence.text[start : span.end]), span.end), span.end)


def _is_heading(text: str, evidence: Evidence) -> bool:
    """A bare heading says what follows, it answers nothing itself."""
    clause = evidence.clause
    bare = fold(text).removeprefix(fold(clause.num)).rstrip("。：:；")
    return bool(clause.heading) and bare == fold(clause.heading).rstrip("。：:；")


def _joined(text: str) -> list[Span]:
    """Sentences; a lead-in ending in a colon and very short pieces go with what follows them."""
    joined: list[Span] = []
    for span in sentences(text):
        line = _line_at(text, span)
        if is_row(line.of(text)):
            joined += [line] if line not in joined[-1:] else []
            continue
        if joined:
            last = joined[-1]
            piece = last.of(text)
            short = visible_length(piece) < 8 and visible_length(span.of(text)) < 120
            closed = piece.endswith(("；", ";"))
            goes_on = _GOES_ON.match(span.of(text)) or _COUNTS_UP.search(piece)
            chained = closed and goes_on and visible_length(piece + span.of(text)) <= CHAIN
            if "\n" not in text[last.start : span.start] and (
                short or chained or (closed and visible_length(piece) < 12)
            ):
                joined[-1] = Span(last.start, span.end)
                continue
        joined.append(span)
    return joined


def _line_at(text: str, span: Span) -> Span:
    """The printed line on which a sentence begins: a row of a table is one, whatever stops its cells hold."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.start)
    line = text[start : len(text) if end < 0 else end]
    return Span(start + len(line) - len(line.lstrip()), start + len(line.rstrip()))


def goes_on(text: str) -> bool:
    """Does it begin like what goes on about the one named before: 拒不改正的, 情节严重的?"""
    return bool(_GOES_ON.match(text))


def runs_on(clause: Clause) -> bool:
    """Is it running text? The 款 of an article are not: each is a rule by itself."""
    return clause.kind in RUNNING_TEXT and not in_article(clause)


def in_article(clause: Clause) -> bool:
    """Does it stand in an article of a statute, or is it one?"""
    return any(_ARTICLE.match(step) for step in clause.path)
