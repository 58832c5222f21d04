"""A briefing from a request: what goes in, chosen for coverage without repeats, and in which order it stands.

National documents come before provincial, provincial before municipal ones; every run
of words stands in the clause its mark names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby, islice
from typing import Protocol

from assistant.briefing.head import facts_of_head
from assistant.briefing.page import Page, governing_year, joined
from assistant.briefing.request import Commission, Kind, Length, read_request
from assistant.briefing.stretches import Stretch, between, stretches
from assistant.briefing.worth import BOXES, NEAR, Common, Nearness, importance, leans_back, sets_out
from assistant.models import Briefing
from assistant.naming import short_name
from assistant.rarity import Rarity
from assistant.selection import COST_POWER, SPENT, Choice, select
from corpus.models import Clause, Document, DocumentSummary
from corpus.text import visible_length
from corpus.vocabulary import ClauseKind, Level, PartRole
from index.models import Evidence

_ORDER = (Level.NATIONAL, Level.PROVINCIAL, Level.MUNICIPAL, Level.COUNTY, Level.UNKNOWN)

LOOKED_AT = 40
"""Clauses that one search brings, over the whole library or within one document."""

DOCUMENTS = 8
"""Documents that a topic is written from at most, where the request names none."""

FOUND = 0.3
"""Share of the best document's nearest clause that another's must reach to be looked at for a topic."""

STANDING = 0.5
"""Share of what the best document says on a topic that another must reach to be written from."""

JOINED = 5
"""Stretches of a sentence that are chosen at once, at most."""

LONGEST = 120
"""Visible characters of several stretches that are chosen at once, at most."""

OF_TOPIC = 0.4
"""What being on the topic is worth by itself."""

TITLED = 2
"""Words of a topic that make a title, at most."""

LEAST = 0.6
"""Importance below which words are no news to anybody."""

_SILENT = "文件中未见相关内容。"
_NOTHING = "文库中未见相关内容。"


class Sources(Protocol):
    """What a briefing is written from."""

    @property
    def rarity(self) -> Rarity: ...

    def documents(self) -> tuple[DocumentSummary, ...]: ...

    def document(self, document_id: str) -> Document: ...

    def evidence(self, query: str, k: int, document_ids: frozenset[str] = frozenset()) -> list[Evidence]: ...


def write_briefing(
    request: str,
    sources: Sources,
    *,
    length: Length | None = None,
    documents: Sequence[DocumentSummary] = (),
) -> Briefing:
    """The briefing; one document gets head, goals and tasks, several get a section each on the topic."""
    commission = read_request(request, sources.documents(), length=length, documents=documents)
    chosen = sorted(_chosen(commission, sources), key=lambda document: _ORDER.index(document.level))
    page = Page()
    if len(chosen) == 1:
        _one_document(page, commission, sources, chosen[0])
    else:
        chosen = _several(page, commission, sources, chosen)
    if not page.length:
        page.remark(_NOTHING)
    return page.finish(_title(commission, chosen), chosen)


def _title(commission: Commission, chosen: Sequence[DocumentSummary]) -> str:
    """By its document or its topic; as it was asked for where neither makes a title."""
    subject = (commission.topic.title or commission.topic.subject).split()
    if len(chosen) == 1:
        about = f"{'、'.join(subject)}" if 1 <= len(subject) <= TITLED else ""
        return f"《{chosen[0].title}》{about}简报"
    if 1 <= len(subject) <= TITLED:
        side_by_side = "比较" if commission.kind is Kind.COMPARISON else ""
        return f"{'、'.join(subject)}{side_by_side}简报"
    return f"简报：{commission.text}"


def _chosen(commission: Commission, sources: Sources) -> list[DocumentSummary]:
    """The documents named, else those in which a search finds the topic."""
    if commission.documents or commission.topic.open:
        return list(commission.documents or sources.documents()[:DOCUMENTS])
    best: dict[str, float] = {}
    known = {document.id: document for document in sources.documents()}
    for one in sources.evidence(commission.topic.query, LOOKED_AT):
        best[one.document.id] = max(best.get(one.document.id, 0.0), one.score)
    top = max(best.values(), default=0.0)
    ranked = sorted((id for id in best if best[id] >= FOUND * top), key=lambda id: -best[id])
    spoken = (id for id in ranked if commission.topic.in_print(sources.document(id).source.text))
    return [known[id] for id in islice(spoken, DOCUMENTS)]


# --- one document ----------------------------------------------------------------------------------------------------


def _one_document(page: Page, commission: Commission, sources: Sources, summary: DocumentSummary) -> None:
    document = sources.document(summary.id)
    head = facts_of_head(document, summary)
    if head:
        page.section("文件概况")
        for parts in head:
            page.line(parts)
    kept = _selected(commission, sources, [(document, summary)], commission.length.characters - page.length)
    _by_section(page, document, kept)
    if not kept:
        page.section("主要内容")
        page.remark(_SILENT)


def _by_section(page: Page, document: Document, kept: Sequence[Stretch]) -> None:
    """The chosen stretches under the top headings of their document, a line for each clause."""
    current = ""
    for clause, own in _by_clause(document, kept):
        name = _section(document, clause)
        if name != current:
            page.section(name)
            current = name
        page.line(joined(own))


def _section(document: Document, clause: Clause) -> str:
    if clause.part is PartRole.CLOSING:
        return "组织实施"
    if clause.kind is ClauseKind.PREAMBLE:
        return "总体情况"
    above = document.ancestors(clause)
    return (above[0] if above else clause).heading or "总体"


# --- several ---------------------------------------------------------------------------------------------------------


def _several(
    page: Page, commission: Commission, sources: Sources, chosen: Sequence[DocumentSummary]
) -> list[DocumentSummary]:
    """A section for each document, the state's first; returns those that have one."""
    read = [(sources.document(summary.id), summary) for summary in chosen]
    kept = _selected(commission, sources, read, commission.length.characters)
    shown: list[DocumentSummary] = []
    for document, summary in read:
        own = [stretch for stretch in kept if stretch.document.id == summary.id]
        if own or commission.whole:
            shown.append(summary)
            page.section(short_name(summary))
            for _, found in _by_clause(document, own):
                page.line(joined(found))
            if not own:
                page.remark(_SILENT)
    return shown


# --- the choice ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Run:
    """Stretches that follow one another in a sentence, with what they are worth on this page."""

    stretches: tuple[Stretch, ...]
    worth: float
    share: float

    @property
    def text(self) -> str:
        return between(self.stretches[0], self.stretches[-1])

    @property
    def stands(self) -> bool:
        """Can it be read without what was before and comes after?"""
        return not sets_out(self.stretches[-1]) and not leans_back(self.stretches[0])

    @property
    def fits(self) -> bool:
        return len(self.stretches) == 1 or visible_length(self.text) <= LONGEST


def _selected(
    commission: Commission, sources: Sources, read: Sequence[tuple[Document, DocumentSummary]], budget: int
) -> list[Stretch]:
    """The stretches chosen out of all documents together; what a heading takes counts with the first under it."""
    found = _found(commission, sources, read)
    runs = {
        summary.id: list(
            _runs(commission, sources, document, summary, found, _common(commission, sources, read, document))
        )
        for document, summary in read
    }
    if not commission.whole and len(read) > 1:
        runs = _of_standing(runs)
    candidates = [run for document, _ in read for run in runs.get(document.id, ())]
    grouping = _Grouping(read)
    choices = [grouping.choice(run) for run in candidates]
    first = _goals(read[0][0], candidates) if len(read) == 1 and commission.topic.open else []
    chosen = select(choices, budget, sources.rarity, grouping.opening, first)
    kept = {(stretch.key, stretch.part): stretch for at in chosen for stretch in candidates[at].stretches}
    return list(kept.values())


def _goals(document: Document, candidates: Sequence[_Run]) -> list[int]:
    """The places of the runs worth most of each year that the document sets itself goals for."""
    best: dict[int, int] = {}
    for at, run in enumerate(candidates):
        clause = run.stretches[0].clause
        year = governing_year(run.stretches[0], run.text) if "目标" in _above(document, clause) else 0
        if year and (year not in best or _told(run) > _told(candidates[best[year]])):
            best[year] = at
    return [best[year] for year in sorted(best)]


def _told(run: _Run) -> float:
    """What a run tells in the room it takes."""
    cost: float = (visible_length(run.text) + SPENT) ** COST_POWER
    return run.worth / cost


def _runs(
    commission: Commission,
    sources: Sources,
    document: Document,
    summary: DocumentSummary,
    found: Mapping[str, float],
    common: Common,
) -> Iterator[_Run]:
    """Every run of up to `JOINED` stretches that can stand by itself; none where the subject is not in print."""
    if not (commission.topic.open or commission.topic.in_print(document.source.text)):
        return
    near = None if commission.topic.open else Nearness(commission.topic, document, sources.rarity, found)
    boxes = BOXES if near is None else 1.0
    least = LEAST if commission.kind is Kind.DOCUMENT else 0.0
    for _, grouped in groupby(stretches(document, summary, _within(document, commission)), key=lambda one: one.key):
        sentence = tuple(grouped)
        shares = [near.of(stretch) if near else 1.0 for stretch in sentence]
        goal = "目标" in _above(document, sentence[0].clause)
        worths = [
            _worth(
                common.weighed(importance(stretch, document, sources.rarity, boxes), stretch.text),
                share,
                bool(near),
                0.0 if goal else least,
            )
            for stretch, share in zip(sentence, shares, strict=True)
        ]
        for start, end in combinations(range(len(sentence) + 1), 2):
            run = _Run(sentence[start:end], sum(worths[start:end]), max(shares[start:end]))
            if end - start <= JOINED and worths[end - 1] and run.stands and run.fits:
                yield run


def _worth(importance: float, share: float, of_topic: bool, least: float) -> float:
    if not of_topic:
        return importance if importance >= least else 0.0
    return (importance + OF_TOPIC) * share**2 if share >= NEAR and importance > 0 else 0.0


def _of_standing(runs: dict[str, list[_Run]]) -> dict[str, list[_Run]]:
    """The documents that speak of the topic about as plainly as the one that does most."""
    weight = {id: _plainest(own) for id, own in runs.items()}
    top = max(weight.values(), default=0.0)
    return {id: own for id, own in runs.items() if weight[id] >= STANDING * top}


def _plainest(runs: Iterable[_Run]) -> float:
    """How plainly a document speaks: its plainest sentence, and two more that say it is not by chance."""
    shares: dict[tuple[str, int], float] = {}
    for run in runs:
        key = run.stretches[0].key
        shares[key] = max(run.share, shares.get(key, 0.0))
    best = [*sorted(shares.values(), reverse=True)[:3], 0.0, 0.0, 0.0]
    return best[0] + 0.25 * (best[1] + best[2])


def _common(
    commission: Commission, sources: Sources, read: Sequence[tuple[Document, DocumentSummary]], document: Document
) -> Common:
    """What the other documents say as well, where documents are set side by side without a topic."""
    others = [other.source.text for other, _ in read if other is not document]
    return Common(others if commission.topic.open else (), sources.rarity)


class _Grouping:
    """To which document, section and clause a run belongs, and what opening one of them costs."""

    def __init__(self, read: Sequence[tuple[Document, DocumentSummary]]) -> None:
        self._documents = {summary.id: document for document, summary in read}
        self._several = len(read) > 1
        self.opening = {summary.id: visible_length(short_name(summary)) for _, summary in read} if self._several else {}

    def choice(self, run: _Run) -> Choice:
        stretch = run.stretches[0]
        id, clause = stretch.document.id, stretch.clause
        name = _section(self._documents[id], clause)
        section = f"{id}/{name}"
        if not self._several:
            self.opening[section] = visible_length(name)
        above = ((id, 0.55), (section, 0.85)) if self._several else ((section, 0.7),)
        length = visible_length(run.text) + 1
        return Choice.of(run.text, run.worth, length, (*above, (clause.id, 0.75)), id)


def _found(
    commission: Commission, sources: Sources, read: Sequence[tuple[Document, DocumentSummary]]
) -> dict[str, float]:
    """What a search for the topic makes of the clauses: 0 to 1, the best of all documents being 1."""
    if commission.topic.open:
        return {}
    scores: dict[str, float] = {}
    for _, summary in read:
        for one in sources.evidence(commission.topic.query, LOOKED_AT, frozenset({summary.id})):
            scores[one.clause.id] = max(one.score, scores.get(one.clause.id, 0.0))
    top = max(scores.values(), default=0.0)
    return {id: score / top for id, score in scores.items()} if top > 0 else {}


def _within(document: Document, commission: Commission) -> list[Clause]:
    """The clauses to choose from; where the topic is a section of the document, those of that section."""
    parts = [PartRole.MAIN, PartRole.CLOSING]
    if not commission.topic.open:
        parts.append(PartRole.ATTACHMENT)
    found = [clause for clause in document.clauses if clause.part in parts]
    wanted = commission.topic.sections
    inside = [clause for clause in found if any(word in _above(document, clause) for word in wanted)]
    return inside if any(clause.text for clause in inside) else found


def _above(document: Document, clause: Clause) -> str:
    if clause.part is PartRole.CLOSING:
        return "保障"
    return " ".join(one.heading for one in (*document.ancestors(clause), clause))


def _by_clause(document: Document, kept: Iterable[Stretch]) -> list[tuple[Clause, list[Stretch]]]:
    """The stretches of each clause, clauses in the order of the document."""
    by_id: dict[str, list[Stretch]] = {}
    for stretch in kept:
        by_id.setdefault(stretch.clause.id, []).append(stretch)
    return [(clause, by_id[clause.id]) for clause in document.clauses if clause.id in by_id]
