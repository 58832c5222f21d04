"""Figures in running text: number, range, multiplier, unit, and how they bind (以上, 不超过, 左右, 级)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from corpus.facts.models import Bound, Quantity
from corpus.facts.units import ANY_UNIT, MEASURE_UNIT, MULTIPLIER, MULTIPLIERS, PER, Sort, Unit, unit_of
from corpus.models import Span
from corpus.numbering import chinese_to_int

_NUMBER = r"(?:\d{1,3}(?:[,，]\d{3}){1,5}|\d{1,12})(?:\.\d{1,6})?"
_RANGE = r"\s*(?:[-—–~～－―]{1,2}|至)\s*"
_ARABIC = re.compile(
    rf"(?<![A-Za-z\d.第])(?P<low>{_NUMBER})\s*(?:(?P<low_times>{MULTIPLIER})??\s*(?P<low_unit>%|％|{ANY_UNIT})?"
    rf"{_RANGE}(?P<high>{_NUMBER})\s*)?[多余]?(?P<times>{MULTIPLIER})??[多余]?\s*(?P<unit>(?:{ANY_UNIT})(?:{PER})?)"
)
_DIGIT = "[零一二三四五六七八九]"
_PER_CENT = re.compile(
    rf"百分之(?P<low>[十百]|{_DIGIT}[零一二三四五六七八九十百]*|\d+(?:\.\d+)?)(?:点(?P<point>{_DIGIT}+))?"
)
_ROUND = re.compile(rf"(?P<times>[十百千万亿]{{1,3}}?)\s*(?P<unit>(?:{MEASURE_UNIT})|元|(?=级))")
_SPELLED_BEFORE = re.compile(r"[\d数几一二三四五六七八九十百千万亿点第前后]\s*$")
_SPELLED = re.compile(r"(?P<low>[两二三四五六七八九十]{1,3})(?P<unit>大(?![型量数气])|类|个|家|项|座|处|所|支)")
_MORE_BEFORE = re.compile(r"(?:不(?:得)?(?:低于|少于|小于)|(?<!不)(?<!不得)(?:超过|超|大于|高于|多于)|至少|突破)\s*$")
_LESS_BEFORE = re.compile(
    r"(?:不(?:得)?(?:超过|高于|大于|多于)|(?<!不)(?<!不得)(?:低于|小于|少于)|控制在|压减至|至多)\s*$"
)
_ABOUT_BEFORE = re.compile(r"(?:大约|约|近|接近)\s*$")
_BEHIND = re.compile(r"\s*(?:(?P<more>[及或]?以上)|(?P<less>[及或]?以[下内]|之内)|(?P<about>左右|上下)|(?P<order>级))")
_LINK = re.compile(r"\s*[、和与及]\s*")
_AMOUNT = re.compile(r"[数量额]\s*突破\s*$")
"""人数突破1500万人次 passes a mark; 突破2项成果 achieves them."""

_KIND = re.compile(r"的?[^，。；、,\d和与及]{0,8}(?:企业|项目|园区|集群|产业|基地|平台|工程|机组|电站|[县村镇])\s*")
_REACH = 6


class Figure(NamedTuple):
    """A quantity and where it stands in the text, its binding words included; `spelled` in Chinese numerals."""

    span: Span
    quantity: Quantity
    sort: Sort
    spelled: bool = False


def figures(text: str) -> tuple[Figure, ...]:
    """Every figure with a unit, in order; none overlaps another, and what only describes a thing counted is none."""
    found: list[Figure] = []
    starts: list[int] = []
    for figure in sorted(_all(text), key=lambda one: (one.spelled, one.span.start)):
        at = bisect_right(starts, figure.span.start)
        before = found[at - 1].span.end if at else 0
        behind = starts[at] if at < len(starts) else len(text)
        if before <= figure.span.start and figure.span.end <= behind:
            found.insert(at, figure)
            starts.insert(at, figure.span.start)
    return tuple(_shared(text, [one for i, one in enumerate(found) if not _describes(text, found, i)]))


def _describes(text: str, found: list[Figure], i: int) -> bool:
    """Is the i-th figure part of the name of what is counted: 5家百亿级企业, 营业收入超10亿元企业5家?"""
    one = found[i]
    counted = i and found[i - 1].sort is Sort.COUNT and found[i - 1].span.end == one.span.start
    if counted and one.quantity.bound is Bound.ORDER:
        return True
    if one.sort not in (Sort.MONEY, Sort.MEASURE) or i + 1 == len(found) or found[i + 1].sort is not Sort.COUNT:
        return False
    return bool(_KIND.fullmatch(text, one.span.end, found[i + 1].span.start))


def _all(text: str) -> Iterator[Figure]:
    for match in _ARABIC.finditer(text):
        unit = unit_of(match["unit"])
        times = match["times"]
        low_times = match["low_times"] or times
        low = _value(match["low"]) * MULTIPLIERS.get(low_times or "", Decimal(1))
        high = _value(match["high"]) * MULTIPLIERS.get(times or "", Decimal(1)) if match["high"] else low
        yield _figure(text, Span(*match.span()), low, high, unit, more="多" in match[0] or "余" in match[0])
    for match in _PER_CENT.finditer(text):
        value = Decimal(match["low"]) if match["low"].isdigit() else Decimal(chinese_to_int(match["low"]))
        if match["point"]:
            value += Decimal("0." + "".join(str(chinese_to_int(char)) for char in match["point"]))
        yield _figure(text, Span(*match.span()), value, value, unit_of("%"))
    for match in _ROUND.finditer(text):
        if match["times"] in MULTIPLIERS and not _SPELLED_BEFORE.search(
            text, max(0, match.start() - _REACH), match.start()
        ):
            value = MULTIPLIERS[match["times"]]
            unit = unit_of(match["unit"] or "元")
            yield _figure(text, Span(*match.span()), value, value, unit, spelled=True, order=True)
    for match in _SPELLED.finditer(text):
        if _SPELLED_BEFORE.search(text, max(0, match.start() - _REACH), match.start()):
            continue
        value = Decimal(chinese_to_int(match["low"]))
        unit = Unit(match["unit"], Decimal(1), Sort.COUNT)
        yield _figure(text, Span(*match.span()), value, value, unit, spelled=True)


def _value(printed: str) -> Decimal:
    return Decimal(re.sub("[,，]", "", printed))


def _figure(
    text: str,
    span: Span,
    low: Decimal,
    high: Decimal,
    unit: Unit,
    *,
    more: bool = False,
    spelled: bool = False,
    order: bool = False,
) -> Figure:
    bound, span = _bound(text, span, unit.sort)
    if order and bound is Bound.EXACT:
        bound = Bound.ORDER
    if more and bound is Bound.EXACT:
        bound = Bound.AT_LEAST
    quantity = Quantity(float(low * unit.factor), float(high * unit.factor), unit.base, bound, span.of(text))
    return Figure(span, quantity, unit.sort, spelled)


def _bound(text: str, span: Span, sort: Sort) -> tuple[Bound, Span]:
    """How the words around a figure bind it, and the figure's stretch with them."""
    before = text[max(0, span.start - _REACH) : span.start]
    behind = _BEHIND.match(text, span.end)
    end = behind.end() if behind else span.end
    ahead = {Bound.AT_LEAST: _MORE_BEFORE, Bound.AT_MOST: _LESS_BEFORE, Bound.ABOUT: _ABOUT_BEFORE}
    led = next(((bound, found) for bound, words in ahead.items() if (found := words.search(before))), None)
    if led and sort is Sort.COUNT and led[1].group().strip() == "突破" and not _AMOUNT.search(before):
        led = None
    start = span.start - len(led[1].group()) if led else span.start
    if behind:
        names = {"more": Bound.AT_LEAST, "less": Bound.AT_MOST, "about": Bound.ABOUT, "order": Bound.ORDER}
        return names[str(behind.lastgroup)], Span(start if led else span.start, end)
    if led:
        return led[0], Span(start, end)
    return Bound.EXACT, span


def _shared(text: str, found: list[Figure]) -> Iterator[Figure]:
    """In an enumeration (0.3吨、0.4吨标准煤/万元以下) the last figure's fuller unit and binding hold for all."""
    result = list(found)
    for i in range(len(result) - 2, -1, -1):
        one, following = result[i], result[i + 1]
        if not _LINK.fullmatch(text[one.span.end : following.span.start]) or one.spelled:
            continue
        unit = following.quantity.unit
        fuller = unit != one.quantity.unit and unit.startswith(one.quantity.unit)
        bound = one.quantity.bound
        if bound is Bound.EXACT and (fuller or unit == one.quantity.unit) and one.sort is not Sort.COUNT:
            bound = following.quantity.bound
        quantity = one.quantity
        changed = Quantity(quantity.low, quantity.high, unit if fuller else quantity.unit, bound, quantity.printed)
        result[i] = one._replace(quantity=changed)
    return iter(result)
