"""The cells of a printed table that a question asks for: of the row that it names, in the columns that it wants.

The row as printed is the quote; what is told is its name with each cell under its head: 修渠：牵头单位为县水务局.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answerable.values import needed_for
from assistant.choosing.candidates import candidates
from assistant.choosing.scoring import SentenceScorer
from assistant.finding.rarity import Rarity, pairs
from assistant.lists.columns import Column, bare, column_of, columns_asked, name_columns, own_words
from assistant.lists.listings import OUTSIDE, above, name_of
from assistant.statements import Ground, Statement, ground_in
from assistant.understanding.query import Asked, Kind
from corpus.grids import Grid, GridRow, grids, is_empty
from corpus.models import Clause, Document, DocumentSummary
from corpus.text import fold
from index.models import Evidence

NAMED = 0.45
"""Share of a row's own words that a question must hold to name it."""

TOLD = 0.6
"""Share of the question's own words that must stand in the row or above it."""

BOTH = 1.15
"""What both shares must come to."""

APART = 0.3
"""Share of the words that tell the row from the others of its table, which the question must hold."""

ALONE = 0.85
"""Share of the question's own words that the name of one row must hold, and of no other half of that: 火灾演练."""

ALL = 0.999
"""... and of rows whose like are named by most of them too: 开工 or 建成 of one work, both where none is said."""

TIED = 2
"""Rows that may hold all of the question's words where they are told together."""

EACH = 2
"""Places of which a table is asked for the rows beside each other."""

BESIDE = 0.15
"""How much more of the question a sentence of running text must hold to be nearer than the row."""

MOST = 15
"""Rows that a list of them may have."""

_NO_SUBJECT = re.compile(
    r"(?:19|20)\d\d年?|牵头|参与|参加|配合|协同|协办|负责|承担|责任|单位|部门|完成|时限|时间|期限|指标|目标|任务|属性|表格?|"
    r"每[年月日人]|附件|清单|分工|重点|什么|多少|哪些|联系|电话|为止|以前|之前|约束性|预期性|标准|数值|一共|底|末|[年月天]前|谁|"
    r"(?:弄|搞|做|办|干|修|建|落)(?:完|好|定)了?"
)
_ASKS_ROWS = re.compile(
    r"(?:哪|什么|啥|几|多少)[一-龥]{0,4}(?:指标|任务|项目|事项?|工作|活儿?|措施|条)|(?:任务|事项|工作|指标)(?:有|是|都|包括)*(?:哪些?|什么|啥)?[？?。]?$|"
    r"(?:牵头|负责|参与|配合|承担|承办|管|干|做|属于|是)(?:了|的|着|些)*(?:哪|什么|啥|几|多少)"
)
_NUMBER = re.compile(r"[≥≤><＞＜]?\s*(?:\d[\d.,]*(?:\s*[-—－~～至]\s*\d[\d.,]*)?|[〔\[【]\s*-?\d[\d.,]*\s*[〕\]】])")
_PLACE = re.compile(r"(?<=^[一-龥]{2})[省市县区州盟]$|(?<=^[一-龥]{3})(?:[省市县区州盟]|自治[区州县旗])$")
_CLASS = re.compile(r"[^（）()]{1,4}[类级档型等][（(](?P<holds>[^（）()]{3,})[）)]$")
_DEGREE = re.compile(r"(?:研究生|毕业生|学历|学位|职称)(?:以上)?$")
_TIER = re.compile(r"(?<![A-Za-z\d])([A-Za-z]|\d{1,2}|[一二三四五六七八九十甲乙丙丁])([类级档])")
_NO_UNIT = re.compile(r"\s*(?:左右|上下|以[上下内]|[（(]|$)")
"""What may stand behind a figure that has no unit of its own."""

_UNIT_IN_NAME = re.compile(r"[（(]([^（）()]{1,12})[）)]$")
_UNIT_ABOVE = re.compile(r"(?:^|\n)\s*[（(]?\s*(?:计量)?单位[:：]\s*([^\s）)、，,；;]{1,10})(?![^\n]*[、，,；;])")
_UNIT_IN_CAPTION = re.compile(r"[（(]\s*(?:计量)?单位[:：]\s*([^\s（）()、，,；;]{1,10})[）)]")
"""One unit of all figures; where several stand there, which is whose is told by nothing."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A row, the table and the clause that it stands in."""

    fit: float
    told: float
    row: GridRow
    grid: Grid
    clause: Clause
    summary: DocumentSummary


def cells_asked(
    asked: Asked,
    documents: Sequence[tuple[Document, DocumentSummary]],
    evidence: Sequence[Evidence],
    rarity: Rarity,
) -> list[Statement]:
    """The cells of the row that the question names, in the columns that it asks for."""
    if asked.kind in (Kind.COMPARE, Kind.MENTION) or len(asked.foreign_places) >= EACH:
        return _of_each_place(asked, documents)
    found = [
        one
        for document, summary in documents
        for clause, grid in _tables(document)
        if (columns := columns_asked(asked, grid))
        for one in _fitting(asked, grid, columns, clause, document, summary, rarity)
    ]
    best = max((one.fit for one in found), default=0.0)
    rows = [one for one in found if one.fit == best][:MOST]
    if not rows or _nearer(asked, evidence, rows[0], rarity):
        return []
    said = (_cells(one, columns_asked(asked, one.grid)) for one in rows)
    return [one for one in said if one is not None]


def _of_each_place(asked: Asked, documents: Sequence[tuple[Document, DocumentSummary]]) -> list[Statement]:
    """The cells of the rows of several places that are compared, where one table has a row for each of them."""
    if asked.kind is Kind.MENTION or len(asked.foreign_places) < EACH or asked.documents:
        return []
    for document, summary in documents:
        for clause, grid in _tables(document):
            columns, last = columns_asked(asked, grid), name_columns(grid)[-1]
            rows = [row for place in asked.foreign_places for row in grid.rows if place in _forms(row.cells[last])]
            if columns and len(rows) == len(asked.foreign_places) and _tells_of(asked, grid, columns):
                told = (_cells(_Found(1.0, 1.0, row, grid, clause, summary), columns) for row in rows)
                return [one for one in told if one is not None]
    return []


def _tells_of(asked: Asked, grid: Grid, columns: Sequence[int]) -> bool:
    """Does the question say most of what one of the columns is about?"""
    said = pairs(f"{asked.topic} {asked.expansions}")
    heads = (pairs(bare(grid.heads[at])) for at in columns)
    return any(len(head & said) >= NAMED * len(head) for head in heads)


def rows_asked(asked: Asked, documents: Sequence[tuple[Document, DocumentSummary]]) -> list[Statement]:
    """The rows in which what the question names stands in a column of its kind: what a body leads, what is binding."""
    if asked.kind in (Kind.COMPARE, Kind.MENTION, Kind.ABOUT) or not _ASKS_ROWS.search(asked.text):
        return []
    for document, summary in documents:
        for clause, grid in _tables(document):
            at, value = _value_named(asked, grid)
            rows = [row for row in grid.rows if value and value in _values(row.cells[at])]
            if rows and len(rows) <= MOST:
                return [_named_row(row, grid, clause, summary) for row in rows]
    return []


def _tables(document: Document) -> Iterator[tuple[Clause, Grid]]:
    for clause in document.clauses:
        if clause.part not in OUTSIDE:
            yield from ((clause, grid) for grid in grids(clause.text))


# --- which row -----------------------------------------------------------------------------------------------------


def _fitting(
    asked: Asked,
    grid: Grid,
    columns: Sequence[int],
    clause: Clause,
    document: Document,
    summary: DocumentSummary,
    rarity: Rarity,
) -> Iterator[_Found]:
    """The rows that question and row name each other by, and that have something in the columns asked for."""
    topic = asked.topic
    for at in columns:
        topic = topic.replace(bare(grid.heads[at]), " ")
    subject = _NO_SUBJECT.sub(" ", _TIER.sub(r" \1\2 ", topic))
    own = {pair for pair in pairs(subject) if len(pair) > 1 and rarity.known(pair)}
    own -= pairs(" ".join(grid.heads[at] for at in columns))
    own = own - pairs(document.title) or own
    said = pairs(asked.topic) | pairs(asked.expansions)
    names = (*grid.heads, grid.caption, *(name_of(one) for one in above(clause, document)), name_of(clause))
    higher = pairs(" ".join(names))
    last, total = name_columns(grid)[-1], rarity.weigh(own)
    by_name = {row: rarity.weigh(own & pairs(row.cells[last])) / total for row in grid.rows} if own else {}
    heard = not any(_unheard_of(word, rarity) for word in subject.split())
    for row in by_name:
        if all(is_empty(row.cells[at]) for at in columns) or not _of_the_places(asked, row):
            continue
        told = rarity.weigh(own & (pairs(" ".join(row.cells)) | higher)) / total
        named = max(_named(pairs(name) - higher or pairs(name), said, rarity) for name in _forms(row.cells[last]))
        apart = max(_named(words, said, rarity) for words in _own_words(grid, row))
        alone = heard and by_name[row] >= ALONE and 2 * max(_others(by_name, row), default=0.0) <= by_name[row]
        both = told >= TOLD and named >= NAMED and told + named >= BOTH
        if (both and apart >= APART) or alone:
            yield _Found(told + named, told, row, grid, clause, summary)
        elif both and by_name[row] >= ALL and sum(share >= ALL for share in by_name.values()) <= TIED:
            yield _Found(told + NAMED, told, row, grid, clause, summary)


def _of_the_places(asked: Asked, row: GridRow) -> bool:
    """A place that no document is of has a row of its own, or the table tells nothing of it."""
    printed = "".join(row.cells)
    return all(place in printed for place in asked.foreign_places)


def _own_words(grid: Grid, row: GridRow) -> Iterator[set[str]]:
    """The words that tell a row from the others: of its whole name, and of each form of it where that is enough."""
    yield own_words(grid, row)
    last = name_columns(grid)[-1]
    others = set().union(*(pairs(one.cells[last]) for one in grid.rows if one.cells[last] != row.cells[last]))
    for form in _forms(row.cells[last]):
        if apart := pairs(form) - others:
            yield apart


def _unheard_of(word: str, rarity: Rarity) -> bool:
    """Does it hold two characters in a row, between other words, of which the documents print nothing together?"""
    met = "".join("1" if rarity.known(word[at : at + 2]) else "0" for at in range(len(word) - 1))
    return met == "0" or "00" in met


def _others(by_name: dict[GridRow, float], row: GridRow) -> Iterator[float]:
    return (share for other, share in by_name.items() if other.cells != row.cells)


def _forms(name: str) -> tuple[str, ...]:
    """A name; its first part where it goes on: 治理污水，新建处理站12座; a place as people say it: 石桥 of 石桥市;
    and what a class holds: 丙类（硕士、技师）."""
    first = re.split(r"[，。；,;（(]", name)[0] or name
    held = _CLASS.match(name)
    members = re.split("[、，,]", held["holds"]) if held else ()
    return name, first, _PLACE.sub("", name), *members, *(_DEGREE.sub("", one) or one for one in members)


def _named(name: set[str], said: set[str], rarity: Rarity) -> float:
    return rarity.weigh(name & said) / (rarity.weigh(name) or 1.0)


def _nearer(asked: Asked, evidence: Sequence[Evidence], row: _Found, rarity: Rarity) -> bool:
    """Does a sentence of running text hold more of the question than the row? A note on its table answers nothing."""
    needed = needed_for(asked)
    running = [one for one in candidates(evidence) if one.row is None and one.text.strip() != row.grid.caption]
    scored = [
        one
        for one in SentenceScorer(asked, rarity).score(running)
        if one.evidence.clause.id != row.clause.id or needed is None or needed.search(one.text)
    ]
    return any(one.covered > row.told + BESIDE for one in scored)


def _value_named(asked: Asked, grid: Grid) -> tuple[int, str]:
    """The column, and what of its cells, that the question names: of bodies those in the part that it says."""
    text = fold(asked.text)
    names = name_columns(grid)
    best = (0, "")
    for at, head in enumerate(grid.heads):
        kind = column_of(head)
        if at in names or kind not in _BY_VALUE or (kind in _OTHER and _OTHER[kind].search(text)):
            continue
        for value in sorted({value for row in grid.rows for value in _values(row.cells[at])}):
            if len(value) > len(best[1]) and fold(value) in text:
                best = (at, value)
    return best


_BY_VALUE = frozenset({Column.LEAD, Column.PARTNER, Column.BODY, Column.SORT})
_OTHER = {Column.LEAD: re.compile(r"参与|配合|协同|协办"), Column.PARTNER: re.compile(r"牵头|主办|主责|负责")}
"""Words of a question that ask for the other part a body may have."""


def _values(cell: str) -> list[str]:
    return [one for one in re.split(r"[、，,；;]", cell) if len(one) > 1]


# --- what is told --------------------------------------------------------------------------------------------------


def _cells(found: _Found, columns: Sequence[int]) -> Statement | None:
    row, grid = found.row, found.grid
    unit = _unit(found)
    parts = [
        f"{_head(grid.heads[at])}为{_with_unit(row.cells[at], _UNIT_IN_NAME.search(grid.heads[at]), unit)}"
        for at in columns
        if not is_empty(row.cells[at])
    ]
    text = f"{_name(row, grid)}：{'；'.join(parts)}。"
    return Statement(text, (_ground(row, found.clause, found.summary),)) if parts else None


def _named_row(row: GridRow, grid: Grid, clause: Clause, summary: DocumentSummary) -> Statement:
    return Statement(f"{_name(row, grid)}。", (_ground(row, clause, summary),))


def _ground(row: GridRow, clause: Clause, summary: DocumentSummary) -> Ground:
    return ground_in(summary, clause, row.line)


def _name(row: GridRow, grid: Grid) -> str:
    names = [_UNIT_IN_NAME.sub("", row.cells[at]) for at in name_columns(grid)]
    return " ".join(name for name in names if name)


def _head(head: str) -> str:
    return _UNIT_IN_NAME.sub("", head) or head


def _unit(found: _Found) -> str:
    """The unit of a row: its own cell, in brackets behind its name, or above the table."""
    row, grid = found.row, found.grid
    own = next((row.cells[at] for at, head in enumerate(grid.heads) if column_of(head) is Column.UNIT), "")
    inside = _UNIT_IN_NAME.search(row.cells[name_columns(grid)[-1]])
    over = _UNIT_IN_CAPTION.search(grid.caption) or _UNIT_ABOVE.search(found.clause.text)
    return own or (inside.group(1) if inside else "") or (over.group(1) if over else "")


def _with_unit(cell: str, in_head: re.Match[str] | None, unit: str) -> str:
    """18.3左右 under % is 18.3%左右; what is no figure, or has a unit of its own, stays as printed."""
    unit = in_head.group(1) if in_head else unit
    number = _NUMBER.match(cell)
    if not number or not unit or is_empty(unit) or unit in cell or not _NO_UNIT.match(cell[number.end() :]):
        return cell
    return f"{number.group()}{unit}{cell[number.end() :]}"
