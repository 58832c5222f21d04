"""Who does what, on one document: clause by clause, or the units that are charged most often and with which clauses.

The words are the clauses' own; which clauses they are is counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from assistant.briefing.page import Part
from assistant.briefing.selection import Line, Section, length_of
from assistant.briefing.stated import charged
from assistant.charge.printed_units import Units, units_in
from assistant.export.reference import printed_path
from assistant.statements import ground_in
from corpus.facts.models import Responsible
from corpus.models import Clause, Document, DocumentSummary
from corpus.text import visible_length

HEADING = "责任分工"
CLAUSES = 3
"""Clauses that must name units in brackets before the document is one that says who does what."""

_LABEL = re.compile(r"^(?:责任|负责|落实)(?:单位|部门)[：:](?!.*(?:单位|部门)[：:])")
"""What the heading of the section says already, where no other role is told from it."""

_BEHIND = re.compile(r"[（(][^（）()]*[）)]$")
_BRACKET = re.compile(r"[（(]\s*(?:责任|牵头|负责|配合|主办)")


def duties_of(document: Document, summary: DocumentSummary, room: int) -> Section | None:
    """The section, as far as there is room for its units; None where the document does not print who does what."""
    clauses = _charging(document)
    if len({clause.id for clause, _ in clauses}) < CLAUSES:
        return None
    parts: list[Part] = []
    for unit, own in _most_charged(clauses):
        part = _part(unit, own, clauses, summary)
        room -= visible_length(f"{part.lead}{part.text}") + 1
        if room < 0:
            break
        parts.append(part)
    return Section(HEADING, (Line(tuple(parts)),)) if parts else None


def duties_by_clause(
    document: Document, summary: DocumentSummary, room: int, within: Sequence[Clause]
) -> Section | None:
    """Each clause of some with the units it charges, as it prints them; None where there is no room for all.

    Clauses are told by their headings, by their numbers where those take too much room.
    """
    inside = {clause.id for clause in within}
    charging = [(clause, units) for clause in document.clauses if clause.id in inside and (units := units_in(clause))]
    for headed in (True, False):
        lines = [
            Line(tuple(_clause_part(clause, units, summary, headed) for clause, units in own), heading)
            for heading, own in _by_branch(document, charging)
        ]
        section = Section(HEADING, tuple(lines))
        if lines and length_of([section]) <= room:
            return section
    return None


def _by_branch(
    document: Document, charging: Sequence[tuple[Clause, Units]]
) -> Iterator[tuple[str, list[tuple[Clause, Units]]]]:
    """The clauses under the heading that each stands below; one that has its heading in itself stands alone."""
    for heading, own in groupby(charging, key=lambda one: _heading_above(document, one[0])):
        yield heading, list(own)


def _heading_above(document: Document, clause: Clause) -> str:
    above = [one.heading for one in document.ancestors(clause) if one.heading]
    return above[-1].rstrip("。：: ") if above else ""


def _clause_part(clause: Clause, units: Units, summary: DocumentSummary, headed: bool) -> Part:
    name = (clause.heading.rstrip("。：: ") if headed else "") or printed_path(clause.path[-1])
    return Part(ground_in(summary, clause, units.quote), _LABEL.sub("", units.inner), f"{name}——")


_Charging = list[tuple[Clause, Responsible]]


def _charging(document: Document) -> _Charging:
    """The clauses that print in brackets who is responsible, in their order, with what they print."""
    by_id = {clause.id: clause for clause in document.clauses}
    facts = [fact for fact in charged(document) if isinstance(fact, Responsible) and _BRACKET.match(fact.quote)]
    return [(by_id[fact.clause_id], fact) for fact in facts]


def _most_charged(clauses: _Charging) -> list[tuple[str, _Charging]]:
    """The units by the number of clauses that name them."""
    found: dict[str, dict[str, tuple[Clause, Responsible]]] = {}
    for clause, fact in clauses:
        for unit in fact.units:
            found.setdefault(_bare(unit), {}).setdefault(clause.id, (clause, fact))
    return sorted(((unit, list(own.values())) for unit, own in found.items()), key=lambda one: -len(one[1]))


def _bare(unit: str) -> str:
    """A unit without what stands behind it in brackets: 省发展改革委（省能源局）."""
    return _BEHIND.sub("", unit)


def _part(unit: str, own: _Charging, clauses: _Charging, summary: DocumentSummary) -> Part:
    clause, fact = own[0]
    ground = ground_in(summary, clause, fact.quote)
    return Part(ground, _places([one for one, _ in own], [one for one, _ in clauses]), f"{unit}：")


def _places(own: Sequence[Clause], clauses: Sequence[Clause]) -> str:
    """The ordinals of clauses, neighbours as a range: 1—5、7; with those above where a number comes twice."""
    order = list({clause.id: clause for clause in clauses}.values())
    alone = len({clause.path[-1] for clause in order}) == len(order)
    names = [printed_path(clause.path[-1]) if alone else printed_path(clause.path_text) for clause in order]
    at = sorted(order.index(clause) for clause in own)
    runs: list[list[int]] = []
    for place in at:
        if runs and runs[-1][-1] == place - 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    said = "、".join(names[run[0]] if len(run) == 1 else f"{names[run[0]]}—{names[run[-1]]}" for run in runs)
    return f"第{said}项" if said[0].isdigit() else said
