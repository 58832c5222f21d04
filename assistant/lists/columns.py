"""What the columns of a table hold, by their heads, and which of them a question asks for.

A row does not print that its third cell is who leads the work, or that its fifth is of 2025: its heads do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from assistant.finding.rarity import pairs
from assistant.understanding.query import Asked, Kind
from assistant.understanding.wanted import Wanted
from corpus.grids import Grid, GridRow, is_ordinal


class Column(StrEnum):
    """What a column holds of the thing that its row is about."""

    LEAD = "lead"
    PARTNER = "partner"
    BODY = "body"
    WHEN = "when"
    UNIT = "unit"
    SORT = "sort"
    PHONE = "phone"
    PERSON = "person"
    PLACE = "place"
    YEAR = "year"
    VALUE = "value"


_HEADS: tuple[tuple[Column, str], ...] = (
    (Column.YEAR, r"(?:19|20)\d\d(?:年|$)|基[期年准]|现状值?$|目标值?$|规划值|指标值|期末值"),
    (Column.PARTNER, r"参与|参加|配合|协同|协办|协作"),
    (Column.LEAD, r"牵头|责任|负责(?!人)|主管|主办|承办|承担|实施(?:单位|主体)|归口|落实(?:单位|部门)"),
    (Column.WHEN, r"时限|时间|期限|进度|节点|日期|截止|工期|频次|周期"),
    (Column.UNIT, r"^(?:计量)?单位(?:[（(].*)?$"),
    (Column.SORT, r"属性|性质"),
    (Column.PHONE, r"电话|手机|传真|联系方式|热线"),
    (Column.PERSON, r"联系人|负责人|姓名|经办人|人员$"),
    (Column.PLACE, r"地址|地点|邮箱|网址|网站"),
    (Column.BODY, r"(?:单位|部门|机构|机关|科室|窗口)$"),
    (
        Column.VALUE,
        r"标准|金额|额度|限额|上限|下限|最高|最低|比例|补[助贴]|奖[励补]|资金|经费|投资|费用?$|收费|价格?$|数量?$|[值率量额]$|规模|面积|名额|要求|条件|依据|备注",
    ),
)
_HEAD = tuple((column, re.compile(words)) for column, words in _HEADS)
_ASKED: tuple[tuple[Column, re.Pattern[str]], ...] = (
    (Column.LEAD, re.compile(r"牵头|主办|挑头|带头|主责|责任(?:单位|部门|主体)|归口")),
    (Column.PARTNER, re.compile(r"参与|参加|配合|协同|协办|协作|协助|联手|还有(?:谁|哪)")),
    (
        Column.UNIT,
        re.compile(r"(?:计量|什么|啥|哪[个种]|用的?)单位(?=[？?计衡表算来是]|$)|单位是(?:什么|啥)|按(?:什么|啥)计"),
    ),
    (Column.SORT, re.compile(r"属性|性质|约束性|预期性|指导性")),
    (Column.PHONE, re.compile(r"电话|手机号|传真|联系方式|热线|号码|打哪")),
    (Column.PERSON, re.compile(r"联系人|经办人|负责人|找谁|联系谁|谁联系|哪[位个]?(?:同志|老师|联系)")),
    (Column.PLACE, re.compile(r"地址|地点|邮箱|网址|网站|在哪|去哪|到哪[儿里]")),
)
_BODIES = frozenset({Column.LEAD, Column.PARTNER, Column.BODY})
_BODY_ASKED = re.compile(
    r"(?:哪|什么|啥)[一-龥]{0,2}(?:部门|单位|机构|机关|科室|窗口|[厅局委办处科])|找(?:谁|哪)|归(?:谁|哪)|谁(?:来)?管|由谁"
)
_WHEN_ASKED = re.compile(
    r"何时|什么时候|啥时候|哪[一个]?[年天月]|几月|时限|时间(?:点|表|节点)|期限|截止|多久(?:前|之内)|多长时间|几时|什么时间|[到至]什么|何月|前(?:要|须|得)?(?:完成|建成)"
)
_ANSWERS_ALL = re.compile(r"谁|哪些|哪几|几[家个]|分工|怎么分|都有|分别")
_GOAL_ASKED = re.compile(r"(?:目标|任务|指标)(?:数量?|值|量)?[？?。]*$")
_BASE = re.compile(r"现在|目前|现状|基[期年数准]|原来|起点")
_VALUES = frozenset({Wanted.FIGURE, Wanted.SHARE, Wanted.MONEY})
_MONEY = re.compile(r"元|标准|金额|额度|限额|补|奖|资金|经费|投资|费|价")
_BARE = re.compile(r"[（(][^（）()]*[）)]|\s")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_FIGURE = re.compile(r"[≥≤><＞＜〔\[]?\s*\d")
_SHARED_NOUNS = frozenset({"单位", "部门", "时间", "机构", "科室", "名称", "情况", "项目", "内容", "任务", "指标"})
_NAMED_IN_FULL = frozenset({Column.UNIT, Column.WHEN, Column.PHONE})
_AMONG = re.compile(r"^其中[:：]?")
_NUMBERS = ("序号", "编号", "No.", "NO.", "#", "")
FEWEST = 2
MOSTLY = 0.6
"""Share of a head's own words that the question must say."""

NOUN = 2
"""Characters at the end of a head that are its noun: 课时 of 培训课时."""


def bare(head: str) -> str:
    """Without asides and blanks."""
    return _BARE.sub("", head) or head


def column_of(head: str) -> Column | None:
    """What a head says of its column; None where it heads what the rows are about."""
    return next((column for column, words in _HEAD if words.search(bare(head))), None)


def years_of_heads(heads: Sequence[str]) -> dict[int, int]:
    """The year that each column is of, by its place among the heads."""
    return {at: int(found.group(1)) for at, head in enumerate(heads) if (found := _YEAR.search(head))}


def name_columns(grid: Grid) -> tuple[int, ...]:
    """The columns that say what a row is about: those in front that hold nothing else of it and do not count it."""
    told = [at for at, head in enumerate(grid.heads) if not _counts(grid, at)]
    names = list[int]()
    for at in told:
        if column_of(grid.heads[at]) is not None or (names and _measures(grid, at)):
            break
        names.append(at)
    return tuple(names) or tuple(told[:1])


def own_words(grid: Grid, row: GridRow) -> set[str]:
    """The pairs of characters that tell a row's name from those of the others; all of its own where none do."""
    last = name_columns(grid)[-1]
    others = set().union(*(pairs(one.cells[last]) for one in grid.rows if one.cells[last] != row.cells[last]))
    return pairs(row.cells[last]) - others or pairs(row.cells[last])


def _measures(grid: Grid, at: int) -> bool:
    """Does a column hold figures?"""
    return 2 * sum(bool(_FIGURE.match(row.cells[at])) for row in grid.rows) > len(grid.rows)


def _counts(grid: Grid, at: int) -> bool:
    """Does a column only count the rows?"""
    head = grid.heads[at]
    bare = at == 0 and column_of(head) is None
    return head in _NUMBERS or (bare and all(is_ordinal(row.cells[at]) for row in grid.rows))


def columns_asked(asked: Asked, grid: Grid) -> tuple[int, ...]:
    """The columns whose cells answer the question, in the order of the table; none where it asks for none of them."""
    names = name_columns(grid)
    others = [at for at in range(len(grid.heads)) if at not in names and not _counts(grid, at)]
    kinds = {at: column_of(grid.heads[at]) for at in others}
    years = {at: year for at, year in years_of_heads(grid.heads).items() if at in others}
    wishes = _wishes(asked)
    found = {at for at in others if _said(grid.heads[at], asked.text)}
    found |= {at for at in others if _noun_said(grid.heads[at], grid, asked.text)}
    measured = [at for at in others if _measures(grid, at) and kinds[at] not in _NAMED_IN_FULL]
    found |= {at for at in measured if _mostly_said(at, grid.heads, asked.text)}
    found |= {at for at, kind in kinds.items() if kind in wishes}
    if Column.BODY in wishes and not any(kinds[at] in _BODIES for at in found):
        found |= {at for at, kind in kinds.items() if kind is Column.LEAD}
    if asked.years and years:
        dated = {at for at, year in years.items() if year in asked.years}
        return tuple(sorted(found - years.keys() | dated)) if dated else ()
    if not found and (asked.wanted in _VALUES or _GOAL_ASKED.search(asked.text)):
        found = _values(asked, grid, kinds, years)
    return tuple(sorted(found))


def _wishes(asked: Asked) -> set[Column]:
    """The kinds of columns that a question asks for in its own words."""
    wishes = {column for column, words in _ASKED if words.search(asked.text)}
    if asked.kind is Kind.RESPONSIBLE and not wishes & {Column.LEAD, Column.PARTNER}:
        wishes |= {Column.LEAD, Column.PARTNER} if _ANSWERS_ALL.search(asked.text) else {Column.LEAD}
    if asked.wanted is Wanted.PHONE:
        wishes.add(Column.PHONE)
    if asked.wanted is Wanted.PERSON:
        wishes.add(Column.PERSON)
    if asked.wanted is Wanted.DATE or (_WHEN_ASKED.search(asked.text) and asked.wanted is Wanted.NOTHING):
        wishes.add(Column.WHEN)
    if asked.wanted in (Wanted.ADDRESS, Wanted.SITE):
        wishes.add(Column.PLACE)
    if _BODY_ASKED.search(asked.text):
        wishes.add(Column.BODY)
    return wishes


def _said(head: str, text: str) -> bool:
    """Does the question say the head? 单位 alone is part of other words, and of a year the question says which."""
    said = _BARE.sub("", head)
    return len(said) >= FEWEST and said in text and column_of(head) not in (Column.UNIT, Column.YEAR)


def _mostly_said(at: int, heads: Sequence[str], text: str) -> bool:
    """Does the question say most of what tells a head from the others: 超快充占几根 of 其中超快充桩（根）?"""
    others = set().union(*(pairs(bare(one)) for place, one in enumerate(heads) if place != at))
    own = pairs(_AMONG.sub("", bare(heads[at]))) - others
    return len(own) >= FEWEST and len(own & pairs(text)) >= MOSTLY * len(own)


def _noun_said(head: str, grid: Grid, text: str) -> bool:
    """Does the question say the noun that a head ends in, and no other head or name has?"""
    noun = _BARE.sub("", head)[-NOUN:]
    if noun in _SHARED_NOUNS or noun not in text or column_of(head) not in (Column.VALUE, None):
        return False
    names = "".join(row.cells[at] for row in grid.rows for at in name_columns(grid))
    return sum(noun in one for one in grid.heads) == 1 and noun not in names


def _values(asked: Asked, grid: Grid, kinds: dict[int, Column | None], years: dict[int, int]) -> set[int]:
    """The columns of values where none is named: of several years the last; the first for how things stood."""
    if years:
        last = (min if _BASE.search(asked.text) else max)(years.values())
        return {at for at, year in years.items() if year == last}
    told = {at for at, kind in kinds.items() if kind in (Column.YEAR, Column.VALUE)}
    if asked.wanted is Wanted.MONEY:
        told = {at for at in told if _MONEY.search(grid.heads[at])} or told
    return told or {at for at, kind in kinds.items() if kind is None and _measures(grid, at)}
