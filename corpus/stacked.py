"""Tables that lost their lines: heads and cells one below the other, row after row, as pages give them when copied.

Nothing parts the rows but how many cells each has; what tells that is what stands in the columns: figures below
figures, bodies below bodies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, pairwise

from corpus.text import visible_length

ROWS = 2
"""Rows that make a table, its head not counted."""

WIDEST = 8
"""Columns that a table may have."""

HEAD = 18
"""Visible characters of a head."""

CELL = 45
"""... and of a cell: what is longer, or ends like a sentence, is running text."""

ABOVE = 3
"""Lines that may stand between running text and the heads: 附表, the table's name, its unit."""

COUNT = "序号"
"""Over what counts the rows: it stands in front of them."""

_SENTENCE = re.compile(r"[。；：！？:;!?]$")
_NO_HEAD = re.compile(r"[，。；：、,;:!?！？“”《》]")
_YEAR = re.compile(r"(?:19|20)\d\d(?:[—－\-~至](?:19|20)?\d\d)?年?")
_FIGURE = re.compile(
    r"(?:每[一-龥]{1,2}|最高|最低|不超过|不低于|不少于|低于|高于|约|[≥≤><＞＜〔\[])?\s*-?\d[\d,，.]*(?:\s*[-—－~～至∶:]\s*\d[\d.,]*)?"
    r"\s*(?:[%％‰]|[一-龥/²³℃]{0,8})(?:[（(][^（）()]{1,8}[）)])?[〕\]]?$"
)
_EMPTY = re.compile(r"[—－\-─/／无]+$")
_BODY = re.compile(
    r"(?:[局委办厅部署院会处科所站县市区镇乡]|中心|公司|政府|街道|单位|部门|集团|大学|学校|银行|专班|机构)(?:[（(][^（）()]*[）)])?等?$"
)
_WHEN = re.compile(r"(?:(?:19|20)\d\d年|\d{1,2}月|每[年月季周]|长期|持续|常年|全年|年底)")
_SORT = re.compile(r"(?:约束|预期|指导|强制|推荐|引导)性$|(?:新|续|改|扩|在|拟)建$|[√×是否有]$")
_ORDINAL = re.compile(r"\d{1,3}$")
_PLACES = re.compile(r"[省市县区镇乡州](?:[（(][省市县区镇乡州、/]+[）)])?$|地方|区域|街道|名称|学校|医院|企业|园区")


class _Kind(StrEnum):
    """What the cells of a column have in common."""

    FIGURE = "figure"
    BODY = "body"
    WHEN = "when"
    SORT = "sort"


_HEADED = {
    _Kind.FIGURE: re.compile(r"^(?!.*(?:单位|部门|名称|主体|机构)$)"),
    _Kind.BODY: re.compile(r"单位|部门|机构|主体|机关|科室|责任|牵头|配合|参与|负责"),
    _Kind.WHEN: re.compile(r"时|期|进度|节点|年|频次"),
    _Kind.SORT: re.compile(r""),
}
"""What the head of such a column says."""


@dataclass(frozen=True, slots=True)
class Stack:
    """A table: its heads, and the cells of each of its rows."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def size(self) -> int:
        """Lines that it takes up."""
        return len(self.heads) * (len(self.rows) + 1)


def stacks(lines: Sequence[str]) -> Iterator[Stack]:
    """The tables in lines that hold one cell each."""
    for cell, run in groupby((line for line in lines if line), key=_is_cell):
        found = _stack(tuple(run)) if cell else None
        if found:
            yield found


def _is_cell(line: str) -> bool:
    return visible_length(line) <= CELL and not _SENTENCE.search(line) and "\t" not in line


def _stack(run: tuple[str, ...]) -> Stack | None:
    """Of all ways to part a run into rows the one that takes in most of it below heads that fit, in few columns."""
    ways = (
        _parted(run[start:], width)
        for start in range(min(ABOVE + 1, len(run)))
        for width in range(2, WIDEST + 1)
        if len(run) - start >= (ROWS + 1) * width
    )
    return max((one for one in ways if one), key=lambda one: (one.size, _said(one), -len(one.heads)), default=None)


def _said(found: Stack) -> int:
    """How many columns hold what their heads say: a caption taken for a head shifts all of them by one."""
    columns = zip(found.heads, map(_kind, zip(*found.rows, strict=True)), strict=True)
    told = [(head, kind) for head, kind in columns if kind and kind is not _Kind.SORT]
    return sum(bool(_HEADED[kind].search(head)) for head, kind in told)


def _parted(run: tuple[str, ...], width: int) -> Stack | None:
    """The rows of so many cells each below heads that fit what stands in their columns."""
    heads = run[:width]
    if len(set(heads)) < width or not all(map(_is_head, heads)):
        return None
    first = [run[at : at + width] for at in range(width, (ROWS + 1) * width, width)]
    kinds = [_kind(cells) for cells in zip(*first, strict=True)]
    names = _names(kinds, first)
    if not _fits(heads, kinds, first, names):
        return None
    kinds[names] = None
    rows = list[tuple[str, ...]]()
    at = width
    while at + width <= len(run):
        cells = run[at : at + width]
        grouped = run[at + 1 : at + 1 + width]
        if _alike(cells, kinds):
            rows.append(cells)
            at += width
        elif len(grouped) == width and not _FIGURE.match(cells[0]) and _alike(grouped, kinds):
            at += 1
        else:
            break
    return Stack(heads, tuple(rows)) if rows else None


def _is_head(line: str) -> bool:
    bare = _YEAR.sub("", line)
    return visible_length(line) <= HEAD and not _NO_HEAD.search(line) and not any(char.isdigit() for char in bare)


def _kind(cells: Sequence[str]) -> _Kind | None:
    """What all of them are that are not blank."""
    told = [cell for cell in cells if not _EMPTY.match(cell)]
    return next((kind for kind in _Kind if told and all(_is(cell, kind) for cell in told)), None)


def _is(cell: str, kind: _Kind) -> bool:
    if kind is _Kind.BODY:
        return all(_BODY.search(one) for one in re.split(r"[、，,；;\s]+", re.sub(r"[（(][^（）()]*[）)]", "", cell)))
    if kind is _Kind.WHEN:
        return bool(_WHEN.search(cell))
    return bool((_FIGURE if kind is _Kind.FIGURE else _SORT).match(cell))


def _names(kinds: Sequence[_Kind | None], first: Sequence[Sequence[str]]) -> int:
    """Which column names the rows: the first, or the one behind their numbers."""
    return 1 if kinds[0] is _Kind.FIGURE and _counts([row[0] for row in first]) else 0


def _fits(heads: Sequence[str], kinds: Sequence[_Kind | None], first: Sequence[Sequence[str]], names: int) -> bool:
    """Names in front, figures or bodies behind, each below a head that says so."""
    if names + 1 >= len(kinds) or kinds[names] is _Kind.FIGURE or _EMPTY.match(first[0][names]):
        return False
    if COUNT in heads[1:]:
        return False
    placed = kinds[names] is not _Kind.BODY or _PLACES.search(heads[names]) or _HEADED[_Kind.BODY].search(heads[names])
    told = [(head, kind) for head, kind in zip(heads[names + 1 :], kinds[names + 1 :], strict=True) if kind]
    return bool(placed) and bool(told) and all(_HEADED[kind].search(head) for head, kind in told)


def _counts(cells: Sequence[str]) -> bool:
    """Are they 1, 2, 3?"""
    return all(map(_ORDINAL.match, cells)) and all(int(b) - int(a) == 1 for a, b in pairwise(cells))


def _alike(cells: Sequence[str], kinds: Sequence[_Kind | None]) -> bool:
    """Does a row hold in each column what the first rows hold there, and no figure where they hold words?"""
    return all(
        bool(_EMPTY.match(cell)) or (_is(cell, kind) if kind else not _FIGURE.match(cell))
        for cell, kind in zip(cells, kinds, strict=True)
    )
