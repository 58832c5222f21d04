"""Is a chat model fit for the work? Three fixed questions on a document that comes along, put to it as any other.

A figure out of one clause, two figures out of two clauses, and one that the clauses do
not answer: so it shows whether the model streams, cites, keeps to the words, and refuses.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.models import SentenceStatus, Trace
from assistant.prompts import ANSWER
from assistant.writing.composition import Composed, composed
from assistant.writing.faults import WriterFailed
from assistant.writing.reply import Reply
from assistant.writing.request import Request, Written
from assistant.writing.writer import Writer
from corpus.bundled import bundled_documents
from corpus.chunking import chunk
from corpus.parsing import parse
from corpus.readers import read_source
from corpus.rows import summary_of
from corpus.stopping import never
from index.models import Evidence

DOCUMENT = "山东省科技支撑碳达峰工作方案.txt"
CLAUSES = ("四 > （四） > 8", "四 > （四） > 9", "四 > （七） > 16", "五 > （一）")
FIGURE = "到2025年，山东省要从国外重点引进多少个绿色低碳领域的顶尖外国专家团队？"
TWO_FIGURES = "山东省要引进多少个国家级创新型人才团队？又要培养多少个重大核心关键技术人才团队？"
UNANSWERED = "在山东省购买新能源汽车可以得到多少元补贴？"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: whether it is as it should be, and what to say of it."""

    good: bool
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question with what became of it."""

    drafts: int
    written: Written
    seconds: float

    @property
    def shown(self) -> Composed:
        return composed(self.written.reply)


def check(writer: Writer) -> Iterator[Finding]:
    """The findings, as they come; a failure of the model is the last of them."""
    evidence = _evidence()
    try:
        one = _ask(writer, FIGURE, evidence)
        yield from _on_streaming(one)
        yield from _on_figures(FIGURE, one, ("15",), 1)
        two = _ask(writer, TWO_FIGURES, evidence)
        yield from _on_figures(TWO_FIGURES, two, ("3", "5", "10"), 2)
        yield _on_refusal(_ask(writer, UNANSWERED, evidence))
        yield _on_tokens(one.written.trace)
    except WriterFailed as failure:
        yield Finding(False, failure.zh, failure.en)


def _ask(writer: Writer, question: str, evidence: tuple[Evidence, ...]) -> _Asked:
    began, drafts = time.monotonic(), 0
    written: Written | None = None
    for item in writer.write(Request(question, evidence, ANSWER), never):
        if isinstance(item, Reply):
            drafts += 1
        else:
            written = item
    assert written is not None
    return _Asked(drafts, written, time.monotonic() - began)


def _on_streaming(asked: _Asked) -> Iterator[Finding]:
    first = asked.written.trace.first_token_ms
    after = "" if first is None else f"{first / 1000:.1f}"
    yield Finding(
        True,
        f"能回答：第一个字 {after} 秒，全部 {asked.seconds:.1f} 秒。",
        f"Answers: first token after {after} s, all of it after {asked.seconds:.1f} s.",
    )
    yield Finding(
        asked.drafts > 1,
        "逐步输出。" if asked.drafts > 1 else "没有逐步输出：回答一次给出，等待时看不到进展。",
        "Streams." if asked.drafts > 1 else "Does not stream: the answer comes in one piece.",
    )


def _on_figures(question: str, asked: _Asked, figures: tuple[str, ...], clauses: int) -> Iterator[Finding]:
    shown = asked.shown
    cited = {one.clause_id for one in shown.citations}
    unmarked = [one.text for one in shown.sentences if not one.marks]
    unverified = [one.text for one in shown.sentences if one.status is SentenceStatus.UNVERIFIED]
    unknown = asked.written.reply.unknown
    right = len(cited) >= clauses and not unmarked and not unknown
    yield Finding(
        right,
        f"“{question}”"
        + ("每句都注明条款。" if right else f"没有逐句注明条款（{len(unmarked)} 句没有，{unknown} 个标记是编造的）。"),
        f"{question!r}: " + ("every sentence cites its clause." if right else
        f"not every sentence cites its clause ({len(unmarked)} cite none, {unknown} marks are invented)."),
    )  # fmt: skip
    held = all(figure in shown.text for figure in figures)
    yield Finding(
        held and not unverified,
        f"“{question}”{'数字与条款一致。' if held and not unverified else f'回答与条款不符：{shown.text}'}",
        f"{question!r}: "
        + (
            "its figures are the clauses' figures."
            if held and not unverified
            else f"not as in the clauses: {shown.text}"
        ),
    )


def _on_refusal(asked: _Asked) -> Finding:
    if asked.written.reply.refused:
        return Finding(True, "条款没有回答的，会说明没有。", "Says so where the clauses do not answer.")
    text = asked.shown.text
    return Finding(
        False, f"条款没有回答的，没有拒答：{text}", f"Does not refuse where the clauses do not answer: {text}"
    )


def _on_tokens(trace: Trace) -> Finding:
    if trace.estimated:
        return Finding(
            True,
            f"服务不报用量，按字数估计：输入约 {trace.tokens_in}，输出约 {trace.tokens_out}。",
            f"The service does not report tokens; counted here: about {trace.tokens_in} in, {trace.tokens_out} out.",
        )
    return Finding(
        True,
        f"用量：输入 {trace.tokens_in}，输出 {trace.tokens_out}。",
        f"Tokens: {trace.tokens_in} in, {trace.tokens_out} out.",
    )


def _evidence() -> tuple[Evidence, ...]:
    """The clauses that the questions are about, and two beside them."""
    path = next(one.path for one in bundled_documents() if one.name == DOCUMENT)
    document = parse(read_source(path))
    summary = summary_of(document, "")
    clauses = {clause.path_text: clause for clause in document.clauses}
    chunks = {one.clause_id: one for one in reversed(chunk(document))}
    wanted = [clauses[name] for name in CLAUSES]
    return tuple(Evidence(chunks[one.id], one, summary, one.printed, 1.0) for one in wanted)
