"""Targets out of tables of indicators: a head with years, rows with a name, a unit and a value a year.

Readers give a table row as a line, its cells parted by bars. Only years after the first one
are targets: the first column of figures says where things stood. What counts as printed is
the cell, with the unit of its row where the cell has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.facts.figures import figures
from corpus.facts.models import Direction, FactKind, Measure, Target
from corpus.facts.wording import Wording, printed
from corpus.models import Document, Span

_BAR = re.compile(r"\s*[|｜\t]\s*")
_LINE = re.compile(r"[^\n]+")
_YEAR = re.compile(r"(?<!\d)(20\d\d)\s*年?(?:目标值?|规划值|预期)?$")
_NAME = re.compile(r"^(?:指标(?:名称)?|名称|项目|主要指标|内容)$")
_UNIT = re.compile(r"^(?:计量)?单位$")
_UNIT_IN_NAME = re.compile(r"[（(]([^（）()]{1,12})[）)]$")
_VALUE = re.compile(r"(?:[≥≤>＞<＜]\s*)?\d[\d,.]*\s*[^\d\s]{0,8}")


def targets_of_tables(document: Document, wording: Wording) -> Iterator[Target]:
    """The targets of the tables in one clause, row by row."""
    head: tuple[str, ...] = ()
    for line in _LINE.finditer(wording.text):
        cells = tuple(_BAR.split(line.group().strip(" |｜\t")))
        if len(cells) < len(head) or len(cells) < _COLUMNS:
            head = ()
        elif any(_NAME.match(cell) for cell in cells) and any(_YEAR.search(cell) for cell in cells):
            head = cells
        if head and cells != head and len(cells) == len(head):
            yield from _row(document, wording, Span(*line.span()), head, cells)


_COLUMNS = 3


def _row(
    document: Document, wording: Wording, line: Span, head: tuple[str, ...], cells: tuple[str, ...]
) -> Iterator[Target]:
    years = {at: int(dated.group(1)) for at, cell in enumerate(head) if (dated := _YEAR.search(cell))}
    name = next((cells[at] for at, cell in enumerate(head) if _NAME.match(cell)), "")
    unit = next((cells[at] for at, cell in enumerate(head) if _UNIT.match(cell)), "")
    inside = _UNIT_IN_NAME.search(name)
    if inside and not unit:
        name, unit = name[: inside.start()], inside.group(1)
    first = min(years.values())
    for at, year in years.items():
        if not _VALUE.fullmatch(cells[at]) or (year == first and len(years) > 1):
            continue
        found = figures(_spoken(cells[at], unit))
        if len(found) != 1:
            continue
        where = wording.source_span(line.start, line.end)
        yield Target(
            kind=FactKind.TARGET,
            clause_id=wording.clause.id,
            span=where,
            quote=printed(wording.source, where),
            subject="",
            indicator=re.sub(r"^\d+[.、．]\s*", "", name).strip(),
            quantity=found[0].quantity,
            direction=Direction.LEVEL,
            measure=Measure.STOCK,
            year=year,
            base_year=0,
            place=document.metadata.place,
            aspired=False,
        )


def _spoken(cell: str, unit: str) -> str:
    """A cell with its unit, as running text would say it: ≥24.1 under % is 不低于24.1%."""
    said = re.sub(r"^[≥>＞]\s*", "不低于", cell)
    said = re.sub(r"^[≤<＜]\s*", "不超过", said)
    return said if figures(said) else f"{said}{unit}"
