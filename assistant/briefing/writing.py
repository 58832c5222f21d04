"""A briefing from a request: what goes in, and in which order it stands.

National documents come before provincial, provincial before municipal ones; every run
of words stands in the clause its mark names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, islice

from assistant.briefing.choosing import LOOKED_AT, PAIR, Read, branch_of, chosen_stretches, section_of
from assistant.briefing.duties import duties_by_clause, duties_of
from assistant.briefing.head import facts_of_head
from assistant.briefing.linking import linked
from assistant.briefing.page import joined
from assistant.briefing.request import Commission, Kind, Length, Manner, read_request
from assistant.briefing.runs import clauses_of
from assistant.briefing.selection import Line, Section, Selection, length_of, printed
from assistant.briefing.sources import Sources
from assistant.briefing.stretches import Stretch
from assistant.briefing.topics import Topic
from assistant.charge.printed_units import units_in
from assistant.models import Briefing
from assistant.understanding.naming import short_name
from corpus.models import Clause, Document, DocumentSummary
from corpus.vocabulary import Level

_ORDER = (Level.NATIONAL, Level.PROVINCIAL, Level.MUNICIPAL, Level.COUNTY, Level.UNKNOWN)

DOCUMENTS = 8
"""Documents that a topic is written from at most, where the request names none."""

FOUND = 0.3
"""Share of the best document's nearest clause that another's must reach to be looked at for a topic."""

TITLED = 4
"""Words of a topic that make a title, at most ..."""

TITLE = 24
"""... and their characters, or those of the names of documents."""

_MANNERS = {Manner.PLAIN: "要点", Manner.LINKED: "对照", Manner.FIGURES: "量化指标"}

DUTIES = 0.06
"""Share of the page for who does what, where a document prints it for most of its tasks ..."""

DUTIES_ASKED = 0.6
"""... and where that is what is asked."""

_HEAD = "文件概况"
_UNSEEN = "文件中未见“{subject}”，以下为全文要点。"
_BY_UNIT = re.compile(
    r"按(?:照)?(?:责任)?(?:部门|单位)|每个(?:部门|单位)|(?:各|哪些)(?:部门|单位)(?:的|要|该|分别|各自)"
)
_SILENT = "文件中未见相关内容。"
_NOTHING = "文库中未见相关内容。"


def write_briefing(
    request: str,
    sources: Sources,
    *,
    length: Length | None = None,
    documents: Sequence[DocumentSummary] = (),
) -> Briefing:
    """The briefing by rule: the selection in its clauses' own words."""
    return printed(select_for(request, sources, length=length, documents=documents))


def select_for(
    request: str,
    sources: Sources,
    *,
    length: Length | None = None,
    documents: Sequence[DocumentSummary] = (),
) -> Selection:
    """What goes into a briefing; one document gets head, goals and tasks, several get a section each on the topic."""
    commission = read_request(request, sources.documents(), length=length, documents=documents, rarity=sources.rarity)
    chosen = sorted(_chosen(commission, sources), key=lambda document: _ORDER.index(document.level))
    shown, sections = _sections(commission, sources, chosen)
    subject = commission.topic.title
    if commission.documents and subject and not commission.pointed and not _tells(sections):
        # What is left of the request may be an errand in words that nobody thought of.
        commission = replace(commission, topic=Topic())
        shown, sections = _sections(commission, sources, chosen)
        sections = [Section("", remark=_UNSEEN.format(subject=subject)), *sections]
    return Selection(
        commission, _title(commission, shown), tuple(shown), tuple(sections) or (Section("", remark=_NOTHING),)
    )


def _sections(
    commission: Commission, sources: Sources, chosen: list[DocumentSummary]
) -> tuple[list[DocumentSummary], list[Section]]:
    """The documents that have a say, and the sections."""
    if len(chosen) == 1:
        return chosen, _one_document(commission, sources, chosen[0])
    if commission.manner is Manner.LINKED and len(chosen) == PAIR:
        return chosen, linked(commission, sources, chosen)
    return _several(commission, sources, chosen)


def _tells(sections: Iterable[Section]) -> bool:
    """Does any section but the head say anything?"""
    return any(section.lines and section.heading != _HEAD for section in sections)


def _title(commission: Commission, chosen: Sequence[DocumentSummary]) -> str:
    """By its document or its topic, else by the documents; as it was asked for where none of them makes a title."""
    subject = (commission.topic.title or commission.topic.subject).split() or list(commission.topic.places)
    about = "、".join(subject) if len(subject) <= TITLED and len("".join(subject)) <= TITLE else ""
    if len(chosen) == 1:
        return f"《{chosen[0].title}》{about}简报"
    if about:
        return f"{about}{'比较' if commission.kind is Kind.COMPARISON else ''}简报"
    names = "、".join(short_name(document) for document in chosen)
    if commission.topic.open and chosen and len(names) <= TITLE:
        return f"{names}{_MANNERS[commission.manner]}简报"
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


def _one_document(commission: Commission, sources: Sources, summary: DocumentSummary) -> list[Section]:
    """Head, what the document says, who does what; the last alone with the head where that is what is asked."""
    document = sources.document(summary.id)
    head = [Line(tuple(parts)) for parts in facts_of_head(document, summary)]
    sections = [Section(_HEAD, tuple(head))] if head else []
    whole = commission.room
    asked = commission.topic.charges
    share = DUTIES_ASKED if asked else DUTIES
    alone = commission.topic.charges_alone
    duties = None
    if (alone or commission.whose) and not _BY_UNIT.search(commission.text):
        within = clauses_of(document, commission)
        duties = duties_by_clause(document, summary, whole - length_of(sections), within)
        if duties is None and sections and any(map(units_in, within)):
            # What the document rests on gives way to who does what.
            sections = [replace(sections[0], lines=sections[0].lines[:1])]
            duties = duties_by_clause(document, summary, whole - length_of(sections), within)
    if not duties and (asked or commission.topic.open) and not commission.whose:
        duties = duties_of(document, summary, int(share * whole))
    closing = [duties] if duties and (alone or commission.length is not Length.HALF) else []
    if closing and alone:
        commission = replace(commission, topic=Topic(sections=commission.topic.sections))
    told = _rest(commission, sources, document, summary, whole - length_of([*sections, *closing]))
    if not told and not closing:
        return [*sections, Section("主要内容", remark=_SILENT)]
    return [*sections, *closing, *told] if asked or commission.whose else [*sections, *told, *closing]


def _rest(
    commission: Commission, sources: Sources, document: Document, summary: DocumentSummary, room: int
) -> list[Section]:
    """What else of a document there is room for, under its headings."""
    return _by_section(document, chosen_stretches(commission, sources, [(document, summary)], room))


def _by_section(document: Document, kept: Sequence[Stretch]) -> list[Section]:
    """The chosen stretches under the top headings of their document, a line for each heading of tasks or clause."""
    grouped = groupby(_by_clause(document, kept), key=lambda one: section_of(document, one[0]))
    return [Section(name, tuple(_lines(document, list(own)))) for name, own in grouped]


def _lines(document: Document, kept: Sequence[tuple[Clause, list[Stretch]]]) -> Iterator[Line]:
    for branch, own in groupby(kept, key=lambda one: branch_of(document, one[0])):
        parts = [joined(stretches) for _, stretches in own]
        if branch is None:
            yield from (Line(tuple(one)) for one in parts)
        else:
            yield Line(tuple(part for one in parts for part in one), branch.heading.rstrip("。：: "))


def _several(
    commission: Commission, sources: Sources, chosen: Sequence[DocumentSummary]
) -> tuple[list[DocumentSummary], list[Section]]:
    """A section for each document, the state's first, and the documents that have one."""
    read: Read = [(sources.document(summary.id), summary) for summary in chosen]
    kept = chosen_stretches(commission, sources, read, commission.room)
    shown: list[DocumentSummary] = []
    sections: list[Section] = []
    for document, summary in read:
        own = [stretch for stretch in kept if stretch.document.id == summary.id]
        if own or commission.whole:
            lines = tuple(Line(tuple(joined(found))) for _, found in _by_clause(document, own))
            shown.append(summary)
            sections.append(Section(short_name(summary), lines, "" if own else _SILENT))
    return shown, sections


def _by_clause(document: Document, kept: Iterable[Stretch]) -> list[tuple[Clause, list[Stretch]]]:
    """The stretches of each clause, clauses in the order of the document."""
    by_id: dict[str, list[Stretch]] = {}
    for stretch in kept:
        by_id.setdefault(stretch.clause.id, []).append(stretch)
    return [(clause, by_id[clause.id]) for clause in document.clauses if clause.id in by_id]
