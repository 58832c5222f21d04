"""Who is responsible, as a clause prints it in brackets: （责任部门：…）, （省科技厅牵头，…配合）."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.facts.models import FactKind, Responsible, Role
from corpus.facts.wording import Wording

_INNER = r"[^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*"
_PRINTED = re.compile(rf"[（(]\s*(?=(?:责任|牵头|负责|配合|主办|协办|参与|{_INNER}(?:牵头|负责|配合)))({_INNER})[）)]")
_LABEL = re.compile(
    r"(牵头|责任|负责|主办|配合|协办|参与)(?:责任|落实)?(?:单位|部门|机构|处室)?(?:\s*[:：]\s*|(?<=单位)|(?<=部门))"
)
_ROLES = {
    "牵头": Role.LEAD,
    "主办": Role.LEAD,
    "责任": Role.RESPONSIBLE,
    "负责": Role.RESPONSIBLE,
    "配合": Role.COOPERATING,
    "协办": Role.COOPERATING,
    "参与": Role.COOPERATING,
}
_CLOSED = re.compile(r"(牵头|负责|配合|参与)$")
_SEPARATOR = re.compile(r"[、，,；;]\s*(?![^（(]*[）)])")
_TAIL = re.compile(r"(?:等(?:有关|相关)?(?:部门|单位|方面)?|按(?:照)?职责分工)$")


def responsible_in_brackets(wording: Wording) -> Iterator[Responsible]:
    """One fact for each role in each bracket; the task is the clause's heading, else its first sentence."""
    for found in _PRINTED.finditer(wording.text):
        span = wording.source_span(*found.span())
        for role, units in _parts(found.group(1)):
            yield Responsible(
                kind=FactKind.RESPONSIBLE,
                clause_id=wording.clause.id,
                span=span,
                quote=found.group(),
                role=role,
                units=units,
                task=task_of(wording),
            )


def task_of(wording: Wording) -> str:
    """What the clause is about, in its own words."""
    clause = wording.clause
    return clause.heading or re.split(r"[。；，]", clause.text.strip(), maxsplit=1)[0]


def _parts(printed: str) -> Iterator[tuple[Role, tuple[str, ...]]]:
    labels = list(_LABEL.finditer(printed))
    if labels:
        ends = [*(label.start() for label in labels[1:]), len(printed)]
        for label, end in zip(labels, ends, strict=True):
            if units := split_units(printed[label.end() : end]):
                yield _ROLES[label.group(1)], units
        return
    waiting: list[str] = []
    for piece in _SEPARATOR.split(printed):
        closed = _CLOSED.search(piece.strip())
        waiting.append(piece.strip()[: closed.start()] if closed else piece)
        if closed:
            if units := split_units("、".join(waiting)):
                yield _ROLES[closed.group(1)], units
            waiting = []


def split_units(printed: str) -> tuple[str, ...]:
    """The units of an enumeration; a bracket behind a name stays with it."""
    names = (_TAIL.sub("", piece.strip()).strip() for piece in _SEPARATOR.split(printed))
    return tuple(dict.fromkeys(name for name in names if name))
