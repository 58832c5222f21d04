"""How two documents hang together, as sections: what they rest on, their goals, and what both speak of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from assistant.briefing.choosing import Read, goals_of, offered_runs, told, touches
from assistant.briefing.head import basis_parts
from assistant.briefing.page import Part, joined
from assistant.briefing.pairing import Couple, couples
from assistant.briefing.request import Commission
from assistant.briefing.runs import Run
from assistant.briefing.selection import Line, Section, length_of
from assistant.briefing.sources import Sources
from assistant.briefing.stretches import HEADING
from assistant.briefing.worth import of_goals
from assistant.understanding.naming import short_name
from corpus.models import Document, DocumentSummary
from corpus.text import visible_length

GOALS = 170
"""Visible characters that the goals of one document may take."""

_NOTHING = "两份文件没有写到同一件事。"


def linked(commission: Commission, sources: Sources, chosen: Sequence[DocumentSummary]) -> list[Section]:
    """The sections on two documents, each line with the names of those that say it."""
    read: Read = [(sources.document(summary.id), summary) for summary in chosen]
    offered = offered_runs(commission, sources, read)
    sections = [section for section in (_basis(read), _goals(read, offered)) if section.lines]
    room = commission.room - length_of(sections)
    tasks = [_tasks(document, offered[one.id]) for document, one in read]
    found = couples(tasks[0], tasks[1], room, sources.rarity)
    lines = tuple(_line(couple) for couple in sorted(found, key=_place))
    return [*sections, Section("任务对照", lines, "" if lines else _NOTHING)]


def _tasks(document: Document, runs: Sequence[Run]) -> list[Run]:
    return [run for run in runs if not of_goals(run.stretches[0], document)]


def _basis(read: Read) -> Section:
    """What the documents rest on that are to carry out the first."""
    lines = (Line(tuple(_unled(basis_parts(document, summary))), short_name(summary)) for document, summary in read[1:])
    return Section("依据", tuple(line for line in lines if line.parts))


def _unled(parts: Sequence[Part]) -> list[Part]:
    return [replace(part, lead="") for part in parts]


def _goals(read: Read, offered: dict[str, list[Run]]) -> Section:
    lines = [Line(tuple(_told(_goal_runs(document, offered[one.id]))), short_name(one)) for document, one in read]
    return Section("目标", tuple(line for line in lines if line.parts))


def _goal_runs(document: Document, offered: Sequence[Run]) -> list[Run]:
    """The goal that tells most of each year, then what else there is room for."""
    goals = goals_of(document, offered)
    rest = [run for run in offered if of_goals(run.stretches[0], document) and run.stretches[0].sentence != HEADING]
    for run in sorted(rest, key=told, reverse=True):
        length = sum(visible_length(one.text) for one in goals)
        if not touches(run, goals) and length + visible_length(run.text) <= GOALS:
            goals.append(run)
    return goals


def _told(runs: Sequence[Run]) -> Iterator[Part]:
    """The words of some runs in the order of their document, those of one clause together."""
    stretches = sorted((one for run in runs for one in run.stretches), key=lambda one: one.clause.span.start)
    for _, own in groupby(stretches, key=lambda one: one.clause.id):
        yield from joined(list(own))


def _line(couple: Couple) -> Line:
    return Line((*_named(couple.one), *_named(couple.other)), couple.theme)


def _named(run: Run) -> list[Part]:
    """The words of a run, the name of their document in front."""
    parts = joined(run.stretches)
    name = short_name(run.stretches[0].document)
    return [replace(parts[0], lead=f"{name}：{parts[0].lead}"), *parts[1:]]


def _place(couple: Couple) -> tuple[int, int]:
    """Where a couple stands: in the order of the document that is carried out."""
    first = couple.one.stretches[0]
    return first.clause.span.start, first.span.start
