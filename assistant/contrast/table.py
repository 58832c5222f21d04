"""The table of a comparison: topics that documents share, what each says on them, and which of them is silent.

A cell that says 未提及 was scanned for: the topic's words stand nowhere in that document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.briefing.head import basis_parts
from assistant.briefing.page import Part, joined
from assistant.briefing.runs import LEAST
from assistant.briefing.sources import Sources
from assistant.briefing.stretches import HEADING, Stretch, stretches
from assistant.briefing.topics import Topic as Subject
from assistant.briefing.topics import themes, topic_of
from assistant.briefing.worth import NEAR, Nearness, importance, leans_back, sets_out
from assistant.choosing.selection import Choice, select
from assistant.citations import check_quote
from assistant.contrast.alignment import Topic, align
from assistant.contrast.models import Cell, Column, Contrast, Row
from assistant.contrast.units import OPENING_PART, Unit, units
from assistant.finding.rarity import Rarity, pairs
from assistant.models import Citation
from assistant.statements import Ground, citation
from assistant.understanding.naming import short_name
from assistant.understanding.synonyms import Synonyms, built_in
from assistant.wording import NOT_MENTIONED
from corpus.models import Clause, Document, DocumentSummary
from corpus.text import fold, visible_length
from corpus.vocabulary import PartRole

CELL = 110
"""Visible characters that a cell may take."""

ROWS = 24
"""Topics that a table shows at most."""

ON_TOPIC = 0.6
"""Nearness to the topic asked for from which a unit belongs into the table."""

PLAINLY = 0.9
"""... and from which it makes a row, even if only one document has it."""

NOT_APART = "未单列"
"""Said where a document has no clause of its own on a topic, but its words stand there somewhere."""

_GENERAL = re.compile(r"指导思想|原则$")
"""Sections that every document has and none is told apart by."""

_Said = list[Part] | str
"""The parts of a cell, or what is said instead."""


def contrast(
    documents: Sequence[tuple[Document, DocumentSummary]],
    sources: Sources,
    *,
    topic: str = "",
    synonyms: Synonyms | None = None,
) -> Contrast:
    """The table over two or more documents, on one topic or on all that they share."""
    subject = topic_of(topic, topic, (synonyms or built_in()).expansions(topic)) if topic.strip() else Subject()
    names = _names([summary for _, summary in documents])
    near = {summary.id: Nearness(subject, document, sources.rarity, {}) for document, summary in documents}
    kept = [_on_topic(units(document, summary), document, subject, near[summary.id]) for document, summary in documents]
    topics = align(kept, sources.rarity)
    plain = {unit.label for unit in _plain(kept, documents, near)} if not subject.open else set()
    shared = [found for found in topics if found.documents > 1 or any(unit.label in plain for unit in found.units)]
    writer = _Table(documents, sources.rarity, subject, near)
    found = [(one.label, writer.cells(one)) for one in shared or topics]
    told = [(label, cells) for label, cells in found if _tells(cells, subject)][:ROWS]
    if not told and not subject.open:
        told = [(topic.strip(), writer.cells(Topic(topic.strip(), ())))]
    rows = [writer.row(label, cells) for label, cells in told]
    return Contrast(
        title=f"{'、'.join(names)}：{topic or '逐项'}比较",
        topic=topic,
        columns=tuple(column(summary, name) for (_, summary), name in zip(documents, names, strict=True)),
        rows=tuple(rows),
        citations=tuple(writer.citations),
    )


def column(summary: DocumentSummary, name: str = "") -> Column:
    """A document at the head of a column."""
    return Column(
        document_id=summary.id,
        source=summary.name,
        name=name or short_name(summary),
        title=summary.title,
        number=summary.number,
        date=summary.date,
    )


def _names(summaries: Sequence[DocumentSummary]) -> list[str]:
    """Short names where they tell the documents apart, else their titles, else their file names."""
    for names in ([short_name(one) for one in summaries], [one.title for one in summaries]):
        if len(set(names)) == len(names):
            return names
    return [one.name for one in summaries]


def _on_topic(found: list[Unit], document: Document, subject: Subject, near: Nearness) -> list[Unit]:
    if subject.open:
        return [unit for unit in found if not (_GENERAL.search(unit.label) or _general(document, unit.clauses[0]))]
    return [unit for unit in found if _nearest(unit, document, near) >= ON_TOPIC]


def _general(document: Document, clause: Clause) -> bool:
    """Does a clause stand under principles or guiding thoughts, which say nothing of a task?"""
    return any(_GENERAL.search(one.heading.rstrip("。：: ")) for one in (*document.ancestors(clause), clause))


def _nearest(unit: Unit, document: Document, near: Nearness) -> float:
    return max((near.of(one) for one in stretches(document, unit.document, unit.clauses)), default=0.0)


def _tells(cells: Sequence[_Said], subject: Subject) -> bool:
    """Does a row set documents side by side, or at least say something on the topic asked for?"""
    return sum(not isinstance(said, str) for said in cells) >= (2 if subject.open else 1)


def _plain(
    kept: Sequence[Sequence[Unit]], documents: Sequence[tuple[Document, DocumentSummary]], near: dict[str, Nearness]
) -> list[Unit]:
    """The units that are about the topic rather than touch upon it."""
    return [
        unit
        for units, (document, summary) in zip(kept, documents, strict=True)
        for unit in units
        if _nearest(unit, document, near[summary.id]) >= PLAINLY
    ]


class _Table:
    """Fills cells, and numbers what they cite."""

    def __init__(
        self,
        documents: Sequence[tuple[Document, DocumentSummary]],
        rarity: Rarity,
        subject: Subject,
        near: dict[str, Nearness],
    ) -> None:
        self.citations: list[Citation] = []
        self._documents = documents
        self._rarity = rarity
        self._subject = subject
        self._near = near
        self._marks: dict[tuple[str, str], int] = {}
        self._texts: dict[str, str] = {}

    def cells(self, topic: Topic) -> list[_Said]:
        """What each document says on a topic."""
        return [self._cell(topic, document, summary) for document, summary in self._documents]

    def row(self, label: str, cells: Sequence[_Said]) -> Row:
        """A row of the table, its marks numbered."""
        made = (Cell(text=said, silent=True) if isinstance(said, str) else self._of(said) for said in cells)
        return Row(topic=label, cells=tuple(made))

    def _cell(self, topic: Topic, document: Document, summary: DocumentSummary) -> _Said:
        found = topic.of(summary.id)
        own = [clause for unit in found for clause in unit.clauses]
        if self._subject.open and any(unit.label == OPENING_PART for unit in found):
            return self._opening(own, document, summary) or NOT_APART
        if own:
            parts = self._said([*stretches(document, summary, own)], document, summary)
            if parts:
                return parts
        return self._mention(topic, document, summary)

    def _opening(self, own: Sequence[Clause], document: Document, summary: DocumentSummary) -> list[Part]:
        """What a document rests on, and what else its opening tells; nothing where that is purposes alone."""
        basis = basis_parts(document, summary)
        told = [
            one
            for one in stretches(document, summary, own)
            if self._worth(one, document, summary) >= LEAST and not any(part.text in one.text for part in basis)
        ]
        return basis + (self._said(told, document, summary) if told else [])

    def _said(self, found: list[Stretch], document: Document, summary: DocumentSummary) -> list[Part]:
        """What tells most, in the room of a cell and in order; of a clause that tells little, its first stretch."""
        worths = [self._worth(one, document, summary) for one in found]
        telling = [worth if worth >= LEAST else 0.0 for worth in worths]
        choices = [
            Choice.of(one.text, worth, visible_length(one.text) + 1)
            for one, worth in zip(found, telling if any(telling) else worths, strict=True)
        ]
        room = CELL if any(telling) else max((choice.length for choice in choices if choice.worth), default=0)
        chosen = [found[at] for at in select(choices, room, self._rarity)]
        chosen = chosen or [one for one in found if one.sentence == HEADING][:1] or found[:1]
        clauses = {stretch.clause.id: stretch.clause for stretch in found}
        return [part for id in clauses for part in joined([stretch for stretch in chosen if stretch.clause.id == id])]

    def _worth(self, stretch: Stretch, document: Document, summary: DocumentSummary) -> float:
        if stretch.sentence == HEADING or sets_out(stretch) or leans_back(stretch):
            return 0.0
        worth = importance(stretch, document, self._rarity)
        if self._subject.open:
            return worth
        share = self._near[summary.id].of(stretch)
        return (worth + 0.4) * share if share >= NEAR and worth > 0 else 0.0

    def _mention(self, topic: Topic, document: Document, summary: DocumentSummary) -> _Said:
        """Nothing of its own: a sentence that speaks of it, or that the document does not, proved by an exact scan."""
        core, others = self._terms(topic)
        text = self._folded(document.id, document.source.text)
        if not any(_plainly(term) in text for term in (*core, *others)):
            return NOT_MENTIONED
        if not self._subject.open or not any(_plainly(term) in text for term in core):
            return NOT_APART
        found = [
            one
            for one in stretches(document, summary, self._speaking(document, core))
            if any(_plainly(term) in _plainly(one.text) for term in core) and not sets_out(one) and not leans_back(one)
        ]
        best = max(found, key=lambda one: importance(one, document, self._rarity), default=None)
        return joined([best]) if best and visible_length(best.text) <= CELL else NOT_APART

    def _speaking(self, document: Document, terms: Sequence[str]) -> list[Clause]:
        return [
            clause
            for clause in document.clauses
            if clause.part in (PartRole.MAIN, PartRole.CLOSING)
            and not _general(document, clause)
            and any(_plainly(term) in self._folded(clause.id, clause.text) for term in terms)
        ]

    def _folded(self, id: str, text: str) -> str:
        if id not in self._texts:
            self._texts[id] = _plainly(text)
        return self._texts[id]

    def _terms(self, topic: Topic) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The words that name a row, and those by which a document may speak of it without them."""
        if not self._subject.open:
            return tuple(self._subject.subject.split()), (*self._subject.forms.split(), *self._subject.words)
        named = [theme for theme in themes() if any(word in topic.label for word in theme.said)]
        return (_core(topic.label, self._rarity),), tuple(word for theme in named for word in theme.said)

    def _of(self, parts: Sequence[Part]) -> Cell:
        said: list[str] = []
        marks: list[int] = []
        for part in parts:
            mark = self._mark(part.ground)
            words = re.sub(r"\s*\n\s*", "", part.text).rstrip("。；;，,：: ")
            said.append(f"{part.lead}{words}。[{mark}]")
            marks.append(mark)
        return Cell(text="".join(said), marks=tuple(dict.fromkeys(marks)))

    def _mark(self, found: Ground) -> int:
        key = (found.clause.id, found.quote)
        if key not in self._marks:
            self._marks[key] = len(self._marks) + 1
            self.citations.append(citation(self._marks[key], found, check_quote(found.quote, found.text)))
        return self._marks[key]


def _plainly(text: str) -> str:
    return fold(text).lower()


def _core(label: str, rarity: Rarity) -> str:
    """The part of a label that tells most: what a document on the topic cannot but print."""
    parts = [part for part in re.split(r"[和与及、，的“”（）()]", label) if len(part) >= 2] or [label]
    return max(parts, key=lambda part: rarity.weigh(pairs(part)) / max(1, len(part) - 1))
