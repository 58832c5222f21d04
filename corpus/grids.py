"""Tables as they stand in text: lines of cells parted by bars, tabs or wide blanks, below a line of heads.

Readers give a row of a table as a line, whatever the format; people who paste tables do the same,
or leave each cell a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise

from corpus.stacked import stacks
from corpus.text import visible_length

ROWS = 2
"""Rows that make a table, its head not counted, where only blanks part the cells."""

CELL = 30
"""Visible characters that a cell of the head may have."""

_BAR = re.compile(r"\s*[|｜│┃\t]\s*")
_BARS = re.compile(r"[|｜│┃]")
_OUTER = re.compile(r"^\s*[|｜│┃]|[|｜│┃]\s*$")
_BLANK = re.compile(r"\s+")
_RULE = re.compile(r"[\s|｜│┃:：+\-－—─━═┌┐└┘├┤┬┴┼]+$")
_YEAR = re.compile(r"(?:19|20)\d\d(?:[—－\-~至](?:19|20)?\d\d)?年?")
_ORDINAL = re.compile(r"[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[）)]?[.．、]?$")
_SENTENCE = re.compile(r"[。；！？;!?]$")
_EMPTY = re.compile(r"[\s—－\-─/／无]*$")


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row: the line or lines as printed, and its cells under the heads, cells joined with those above filled in."""

    line: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its heads, the rows below them, and the line above them that names it, if there is one."""

    heads: tuple[str, ...]
    rows: tuple[GridRow, ...]
    caption: str = ""


def cells_of(line: str) -> tuple[str, ...]:
    """The cells of a line that bars or tabs part; none where there are none."""
    if not _BAR.search(line):
        return ()
    inner = _OUTER.sub("", _OUTER.sub("", line, count=1)) if _OUTER.search(line) else line
    return tuple(cell.strip() for cell in _BAR.split(inner))


def is_row(line: str) -> bool:
    """Is the line one of a table whose cells bars or tabs part?"""
    return len(cells_of(line)) > 1


def row_lines(texts: Sequence[str]) -> frozenset[int]:
    """Which lines are rows of a table: of as many cells as a line beside it, and three of them where tabs part them.

    A tab behind an ordinal makes no table, nor do bars within sentences: it has a head of short words, or a frame.
    """
    sizes = [len(cells_of(text)) if _BARS.search(text) or text.count("\t") > 1 else 0 for text in texts]
    around = [0, *sizes, 0]
    alike = [at for at, size in enumerate(sizes) if size > 1 and size in (around[at], around[at + 2])]
    runs = (run for _, run in groupby(enumerate(alike), key=lambda pair: pair[1] - pair[0]))
    tables = ([at for _, at in run] for run in runs)
    return frozenset(at for table in tables if _opens_table([texts[one] for one in table[:2]]) for at in table)


def _opens_table(first: Sequence[str]) -> bool:
    return any(_OUTER.search(line) or _is_head(cells_of(line)) for line in first)


def is_ordinal(cell: str) -> bool:
    """Does a cell only count its row?"""
    return bool(_ORDINAL.match(cell))


def is_empty(cell: str) -> bool:
    """Does a cell say that there is nothing: blank, a dash, a stroke?"""
    return bool(_EMPTY.match(cell))


@lru_cache(maxsize=2_000)
def grids(text: str) -> tuple[Grid, ...]:
    """The tables that a text prints, in its order."""
    lines = [line.strip() for line in text.split("\n")]
    if len(lines) < ROWS:
        return ()
    return (*_parted(lines), *_aligned(lines), *_stacked(lines))


def row_in(text: str, line: str) -> tuple[Grid, GridRow] | None:
    """The row of a table in `text` that is printed as `line`, with its table."""
    line = line.strip()
    found = ((grid, row) for grid in grids(text) for row in grid.rows if row.line == line)
    return next(found, None)


def told(grid: Grid, row: GridRow) -> str:
    """A row head by head: 任务：修渠；单位：水务局; what only counts it, and what is blank, left out."""
    cells = enumerate(zip(grid.heads, row.cells, strict=True))
    kept = [one for at, one in cells if one[0] and not is_empty(one[1]) and not (at == 0 and is_ordinal(one[1]))]
    return "；".join(f"{head}：{cell}" for head, cell in kept)


def heads_or_rules(text: str, line: str) -> bool:
    """Is the line the head of a table in `text`, or only the rule below one, or a cell that stands alone?"""
    line = line.strip()
    cells = cells_of(line)
    if not cells:
        if tuple(_BLANK.split(line)) in [grid.heads for grid in grids(text)]:
            return True
        return any(line in row.line.split("\n") or line in grid.heads for grid, row in _stacked_rows(text))
    return bool(_RULE.match(line)) or any(cells == grid.heads for grid in grids(text))


def _stacked_rows(text: str) -> Iterator[tuple[Grid, GridRow]]:
    return ((grid, row) for grid in grids(text) for row in grid.rows if "\n" in row.line)


def _parted(lines: Sequence[str]) -> Iterator[Grid]:
    """Tables by bars and tabs: runs of such lines, the first of which heads the others."""
    run: list[tuple[str, tuple[str, ...]]] = []
    for line in [*lines, ""]:
        cells = cells_of(line)
        if line and _RULE.match(line):
            continue
        if len(cells) > 1:
            run.append((line, cells))
        elif run:
            yield from _headed(run, _caption(lines, run[0][0]))
            run = []


def _headed(run: Sequence[tuple[str, tuple[str, ...]]], caption: str) -> Iterator[Grid]:
    """The rows below the head, which a line with the table's name may stand above; a head printed again is no row."""
    top = next((at for at, (_, cells) in enumerate(run[:2]) if _is_head(cells)), None)
    if top is None:
        return
    heads = run[top][1]
    rows, above = list[GridRow](), tuple[str, ...]()
    for line, cells in run[top + 1 :]:
        whole = _filled(cells, above, len(heads))
        if whole and cells != heads:
            rows.append(GridRow(line, whole))
            above = whole
    if rows:
        yield Grid(heads, tuple(rows), caption)


def _filled(cells: tuple[str, ...], above: tuple[str, ...], width: int) -> tuple[str, ...]:
    """As many cells as there are heads: those left of a short row, and blank ones in front, are those above."""
    if len(cells) > width:
        return cells[:width] if all(not cell for cell in cells[width:]) else ()
    if len(cells) < width and not above:
        return ()
    whole = (*("" for _ in range(width - len(cells))), *cells)
    leading = next((at for at, cell in enumerate(whole) if cell), 0)
    return tuple(above[at] if at < leading and above else cell for at, cell in enumerate(whole))


def _aligned(lines: Sequence[str]) -> Iterator[Grid]:
    """Lines of as many cells each with blanks between them, below one without figures.

    Another such line below one that is no row, the name of the next table, heads that.
    """
    table = [(line, tuple(_BLANK.split(line))) for line in lines if line and not is_row(line)]
    heads = [at for at, (_, cells) in enumerate(table) if len(cells) > ROWS and _is_head(cells)]
    starts = [at for at in heads if at == heads[0] or len(table[at - 1][1]) != len(table[at][1])]
    for start, end in pairwise([*starts, len(table)]):
        head, cells = table[start]
        body = [GridRow(line, row) for line, row in table[start + 1 : end] if len(row) == len(cells)]
        if len(body) >= ROWS:
            yield Grid(cells, tuple(body), _caption(lines, head))


def _caption(lines: Sequence[str], head: str) -> str:
    """The line right above the heads, where it is no sentence: 表1 重点项目清单."""
    at = lines.index(head)
    above = next((line for line in reversed(lines[:at]) if line), "")
    return "" if _SENTENCE.search(above) or is_row(above) else above


def _stacked(lines: Sequence[str]) -> Iterator[Grid]:
    """Lines of one cell each."""
    for found in stacks(lines):
        yield Grid(found.heads, tuple(GridRow("\n".join(cells), cells) for cells in found.rows))


def _is_head(cells: tuple[str, ...]) -> bool:
    """Short words, and no figures but years."""
    if not all(visible_length(cell) <= CELL for cell in cells) or sum(bool(cell) for cell in cells) < ROWS:
        return False
    return not any(char.isdigit() for cell in cells for char in _YEAR.sub("", cell))
