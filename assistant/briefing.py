"""A one-page briefing from a request in one sentence: headings, and under them cited sentences of the documents.

National documents come before provincial, provincial before municipal ones; every
sentence stands word for word in the clause its mark names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Protocol

from assistant import about
from assistant.citations import check_quote
from assistant.models import Briefing, Citation
from assistant.naming import short_name
from assistant.query import About, Asked, understand
from assistant.rarity import Rarity, pairs
from assistant.selection import Piece, pieces, select, telling
from assistant.statements import Ground, Statement, citation, shown
from corpus.models import Clause, Document, DocumentSummary
from corpus.text import visible_length
from corpus.vocabulary import ClauseKind, Level, PartRole

PAGE = 1250
"""Visible characters of sentences on one page; headings and leads come on top."""

_ORDER = (Level.NATIONAL, Level.PROVINCIAL, Level.MUNICIPAL, Level.COUNTY, Level.UNKNOWN)
_REQUEST = re.compile(
    r"请|给领导|一页纸|写|一份|整理|介绍|简报|梳理|比较|对比|汇总|专题材料|材料|围绕|各地|做法|给区里|"
    r"汇报用|汇报|看得出|各家|差别|"
    r"五份|几份|各份|文件|里的|措施|怎么|衔接|成|从哪来|钱"
)
_FIELDS: tuple[tuple[str, str], ...] = (
    ("保障措施", "保障 组织实施 组织领导 机制 考核 监督 专家 协调 评估 财政 资金"),
    ("资金", "资金 财政 投入 基金 金融 贷款 税收 经费 奖补 投资"),
    ("钱", "资金 财政 投入 基金 金融 贷款 税收 经费 奖补 投资"),
    ("金融", "金融 基金 贷款 融资 信贷 投资 银行"),
    ("碳捕集", "CCUS 二氧化碳捕集 碳捕集 封存 负碳 碳汇 固碳"),
    ("CCUS", "CCUS 二氧化碳捕集 碳捕集 封存 负碳 CO2"),
    ("建筑", "建筑 光储直柔 装配式"),
    ("交通", "交通 公路 港口 车辆 充电 新能源汽车 公交"),
    ("氢", "氢能 制氢 加氢 燃料电池 氢谷"),
    ("人才", "人才 团队 专家 培养 引进"),
    ("目标", "到2025年 到2030年 到2035年 力争"),
)

_CLOSING = "保障"
"""What a plan's unnumbered closing paragraphs are mostly about."""

_SECTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("保障", ("保障", "组织实施", "组织领导")),
    ("目标", ("目标",)),
    ("原则", ("原则",)),
)
"""Sections that are asked for by name, and the headings they stand under."""

SECTION_LIFT = 2.0


class Sources(Protocol):
    """What a briefing is written from."""

    @property
    def rarity(self) -> Rarity: ...

    def documents(self) -> tuple[DocumentSummary, ...]: ...

    def document(self, document_id: str) -> Document: ...


def write_briefing(request: str, sources: Sources) -> Briefing:
    """The briefing; one document gets head, goals and tasks, several get a section each on the topic."""
    library = sources.documents()
    asked = understand(request, library)
    named = list(asked.documents) or list(library)
    chosen = sorted(named, key=lambda document: _ORDER.index(document.level))
    words = _topic_words(asked)
    page = _Page()
    if len(chosen) == 1:
        _one_document(page, sources, chosen[0], words)
    else:
        _several(page, sources, chosen, words)
    return page.finish(_title(request, chosen), chosen)


def _title(request: str, chosen: Sequence[DocumentSummary]) -> str:
    return f"《{chosen[0].title}》简报" if len(chosen) == 1 else f"简报：{request.strip()}"


def _topic_words(asked: Asked) -> str:
    """What the briefing is about, in the words documents use; empty where a whole document is asked for."""
    bare = _REQUEST.sub(" ", asked.topic)
    wider = [words for said, words in _FIELDS if said in asked.text]
    return " ".join([bare, *wider]).strip() if wider or visible_length(bare) >= 4 else ""


# --- what goes on the page -----------------------------------------------------------------------------------------


def _one_document(page: _Page, sources: Sources, summary: DocumentSummary, words: str) -> None:
    document = sources.document(summary.id)
    head = [about.about_document(field, document, summary) for field in (About.NUMBER, About.ISSUER, About.DATE)]
    said = [statement for statement in head if statement]
    if said:
        page.section("文件概况")
        for statement in said:
            page.statement(statement)
    within = [clause for clause in document.clauses if clause.part in (PartRole.MAIN, PartRole.CLOSING)]
    worth = _worth(words, document, sources.rarity) if words else _importance
    found = pieces(document, summary, worth, within)
    kept = select(found, PAGE - page.length, sources.rarity, per_clause=2)
    _by_section(page, document, kept)


def _several(page: _Page, sources: Sources, chosen: Sequence[DocumentSummary], words: str) -> None:
    budget = PAGE // max(1, len(chosen))
    for summary in chosen:
        document = sources.document(summary.id)
        worth = _worth(words, document, sources.rarity) if words else _importance
        parts = (PartRole.MAIN, PartRole.CLOSING, PartRole.ATTACHMENT)
        within = [clause for clause in document.clauses if clause.part in parts]
        kept = select(pieces(document, summary, worth, within), budget, sources.rarity, per_clause=3)
        if not kept:
            page.section(short_name(summary))
            page.remark("文件中未见相关内容。")
            continue
        page.section(short_name(summary))
        for piece in _in_order(document, kept):
            page.piece(piece)


def _worth(words: str, document: Document, rarity: Rarity) -> Callable[[Clause, str], float]:
    """Worth of a sentence for a topic: its words there or in the headings above, times what it tells."""
    want = {pair: rarity.weight(pair) for pair in pairs(words) if rarity.known(pair)}
    total = sum(sorted(want.values(), reverse=True)[:6]) or 1.0
    headings: dict[str, set[str]] = {}
    sections: dict[str, str] = {}
    asked_sections = [printed for said, names in _SECTIONS if said in words for printed in names]

    def worth(clause: Clause, text: str) -> float:
        if clause.id not in headings:
            above = " ".join(one.heading for one in (*document.ancestors(clause), clause))
            headings[clause.id] = pairs(above)
            sections[clause.id] = above if clause.part is not PartRole.CLOSING else f"{above} {_CLOSING}"
        here = pairs(text)
        shared = sum(weight for pair, weight in want.items() if pair in here)
        shared += 0.4 * sum(weight for pair, weight in want.items() if pair in headings[clause.id] - here)
        share = min(1.0, shared / total)
        if any(section in sections[clause.id] for section in asked_sections):
            return SECTION_LIFT * max(share, 0.5) * telling(text)
        return share * telling(text) if share >= 0.12 else 0.0

    return worth


def _importance(clause: Clause, text: str) -> float:
    if clause.kind is ClauseKind.BOX or "指导思想" in clause.heading or "原则" in clause.heading:
        return 0.1 * telling(text)
    goal = 1.5 if "目标" in clause.heading else 1.0
    return goal * max(0.0, telling(text) - 0.3)


def _by_section(page: _Page, document: Document, kept: Sequence[Piece]) -> None:
    """The chosen sentences under the top headings of their document."""
    current = ""
    for piece in _in_order(document, kept):
        above = document.ancestors(piece.clause)
        top = above[0] if above else piece.clause
        name = top.heading or "总体"
        if name != current:
            page.section(name)
            current = name
        page.piece(piece)


def _in_order(document: Document, kept: Sequence[Piece]) -> list[Piece]:
    place = {clause.id: at for at, clause in enumerate(document.clauses)}
    return sorted(kept, key=lambda piece: (place[piece.clause.id], piece.clause.text.find(piece.text)))


# --- the page ------------------------------------------------------------------------------------------------------


class _Page:
    """Collects sections and sentences, and numbers what they cite."""

    def __init__(self) -> None:
        self.length = 0
        self._lines: list[str] = []
        self._citations: list[Citation] = []
        self._marks: dict[tuple[str, str], int] = {}

    def section(self, heading: str) -> None:
        self._lines += ["", f"**{heading}**", ""]

    def remark(self, text: str) -> None:
        self._lines.append(text)

    def statement(self, statement: Statement) -> None:
        marks = "".join(f"[{self._mark(found)}]" for found in statement.grounds)
        self._lines.append(f"* {statement.text}{marks}")
        self.length += visible_length(statement.text)

    def piece(self, piece: Piece) -> None:
        text = re.sub(r"\s*\n\s*", "", piece.text).lstrip("—－- ")
        found = Ground(piece.document, piece.clause, shown(piece.clause, piece.text), piece.text)
        self.statement(Statement(_stopped(text), (found,)))

    def _mark(self, found: Ground) -> int:
        key = (found.clause.id, found.quote)
        if key not in self._marks:
            self._marks[key] = len(self._marks) + 1
            self._citations.append(citation(self._marks[key], found, check_quote(found.quote, found.text)))
        return self._marks[key]

    def finish(self, title: str, documents: Sequence[DocumentSummary]) -> Briefing:
        rows = ["| 文件 | 文号 | 发文机关 | 日期 |", "| --- | --- | --- | --- |"]
        rows += [
            (f"| 《{d.title}》 | {d.number or '—'} | {'、'.join(d.issuers) or '—'} | {d.date or '—'} |")
            for d in documents
        ]
        return Briefing(
            title=title,
            markdown="\n".join(self._lines).strip(),
            citations=tuple(self._citations),
            sources="\n".join(rows),
        )


def _stopped(text: str) -> str:
    text = text.rstrip("；;，, ")
    return text if text.endswith(("。", "！", "？", "）", ")", "”")) else f"{text}。"
