"""Tables that a document prints as lines: a name and its figures behind a colon, or cells with blanks between them.

A row says nothing without its head: with cells it is told as head and cell by turns, and cited as it is printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.models import Clause
from corpus.text import visible_length

ROWS = 2
"""Lines that make a table, its head not counted."""

CELLS = 3
"""Cells that each of them must have where no colon tells name and figure apart."""

CELL = 30
"""Visible characters that a cell may have: running text has longer stretches."""

_LABELLED = re.compile(r"(?P<name>[^，。；：:]{2,20})[：:][^。；]*\d")
_UNIT = re.compile(r"[（(][^（）()]{1,12}[）)]")
_ORDINAL = re.compile(r"\d{1,3}$")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: as printed, as told, by which name, under which heads."""

    clause: Clause
    printed: str
    told: str
    name: str
    heads: tuple[str, ...] = ()


def rows(clause: Clause) -> Iterator[Row]:
    """The rows of the table that a clause prints, if it prints one."""
    lines = [line.strip() for line in clause.text.split("\n")]
    labelled = [(line, found) for line in lines if (found := _LABELLED.match(line))]
    if len(labelled) >= ROWS:
        for line, found in labelled:
            yield Row(clause, line, line, _UNIT.sub("", found["name"]))
    else:
        yield from _grid(clause, lines)


def _grid(clause: Clause, lines: list[str]) -> Iterator[Row]:
    """Lines of as many cells each, below one without figures."""
    table = [(line, tuple(line.split())) for line in lines]
    head = next((at for at, (_, cells) in enumerate(table) if _is_head(cells)), None)
    if head is None:
        return
    heads = table[head][1]
    body = [one for one in table[head + 1 :] if len(one[1]) == len(heads)]
    if len(body) < ROWS:
        return
    for line, cells in body:
        told = [(top, cell) for top, cell in zip(heads, cells, strict=True) if not _ORDINAL.match(cell)]
        if told:
            yield Row(clause, line, "；".join(f"{top}：{cell}" for top, cell in told), told[0][1], heads)


def _is_head(cells: tuple[str, ...]) -> bool:
    short = all(visible_length(cell) <= CELL for cell in cells)
    return len(cells) >= CELLS and short and not any(char.isdigit() for cell in cells for char in cell)
