"""Ordinals of emergency plans and standards, which carry those above them: 4, 4.2, 4.2.1.

GB/T 1.1 orders them. The number alone tells its level, and a figure at the start of a
line (3.5万元) looks the same: one counts where it runs on from the one before, under a
line that is headed by its first number.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.numbering import Marker, Style
from corpus.text import Line, visible_length

_POINT = "[.．]"
_DECIMAL = re.compile(
    rf"(?P<number>[0-9０-９]{{1,2}}(?:{_POINT}[0-9０-９]{{1,2}}){{1,3}})(?:{_POINT}|、)?[\s\u3000]*(?=[一-龥“《（(A-ZⅠ-Ⅻ])"
)
_TOP = re.compile(r"(?P<number>[0-9０-９]{1,2})(?P<sign>[.．、]?[\s\u3000]*)(?=[一-龥“《])(?![年月日时个名家万亿元])")
_LEVELS = (Style.CHINESE, Style.NAMED, Style.NAMED_WITHIN, Style.NAMED_LOW)
"""4 stands where 四、 stands elsewhere, and what is below it above any （一） or （1）."""

_FEWEST = 3
"""So many ordinals with a point, or figures merely came to stand at the starts of lines."""

_SKIPPED = 2
_TOP_HEADING = 30


@dataclass(frozen=True, slots=True)
class _Found:
    at: int
    number: tuple[int, ...]
    end: int
    printed: str
    sign: str = ""


def with_decimals(found: Sequence[tuple[Line, bool]], markers: Sequence[Marker | None]) -> list[Marker | None]:
    """The markers of the lines, with ordinals such as 4.2.1 and the lone numbers above them."""
    decimals = [one for at, (line, inline) in enumerate(found) if not inline and (one := _decimal(line.text, at))]
    if len(decimals) < _FEWEST:
        return list(markers)
    tops = [one for at, (line, inline) in enumerate(found) if not inline and (one := _top(line.text, at))]
    taken = list(_counted(sorted(_heads(tops, decimals) + decimals, key=lambda one: one.at)))
    if sum(len(one.number) > 1 for one in taken) < _FEWEST:
        return list(markers)
    own = list(markers)
    for one in [*_opening(tops, taken), *taken, *_childless(tops, taken, markers)]:
        own[one.at] = _marker(one)
    return own


def _decimal(text: str, at: int) -> _Found | None:
    found = _DECIMAL.match(text)
    if found is None:
        return None
    number = tuple(int(digits) for digits in re.split(_POINT, found["number"]))
    return _Found(at, number, found.end(), found.group()) if all(number) else None


def _top(text: str, at: int) -> _Found | None:
    found = _TOP.match(text)
    if found is None or visible_length(text) > _TOP_HEADING or re.search(r"[，。；：:]", text):
        return None
    return _Found(at, (int(found["number"]),), found.end(), found.group(), found["sign"].strip())


def _heads(tops: Sequence[_Found], decimals: Sequence[_Found]) -> list[_Found]:
    """For each N.1 the nearest line above that N heads, with no other ordinal in between."""
    heads = list[_Found]()
    waiting: dict[int, _Found] = {}
    for one in sorted([*tops, *decimals], key=lambda one: one.at):
        first, *below = one.number
        if not below:
            waiting[first] = one
            continue
        heads += [waiting[first]] if below == [1] and first in waiting else []
        waiting = {}
    return heads


def _counted(found: Sequence[_Found]) -> Iterator[_Found]:
    """Those that run on from the one before; the first number may begin again, as behind a table of contents."""
    last: tuple[int, ...] = ()
    for one in found:
        if len(one.number) == 1 or _runs_on(last, one.number):
            last = one.number
            yield one


def _runs_on(last: tuple[int, ...], number: tuple[int, ...]) -> bool:
    """4.2 and 4.2.1 run on from 4.1.3 and 4.2; a number or two may be missing, but not the one above."""
    *above, own = number
    same = last[: len(above)] == tuple(above)
    before = last[len(above)] if len(last) > len(above) else 0
    return same and before < own <= before + _SKIPPED


def _opening(tops: Sequence[_Found], taken: Sequence[_Found]) -> list[_Found]:
    """1 目的 with nothing numbered below it, in front of 2 适用范围 and 2.1."""
    first = taken[0]
    found = list[_Found]()
    for top in reversed([one for one in tops if one.at < first.at]):
        if len(found) + 1 < first.number[0] and (top.number[0], top.sign) == (
            first.number[0] - len(found) - 1,
            first.sign,
        ):
            found.append(top)
    return found if len(first.number) == 1 and len(found) == first.number[0] - 1 else []


def _childless(tops: Sequence[_Found], taken: Sequence[_Found], markers: Sequence[Marker | None]) -> Iterator[_Found]:
    """8 附则 with nothing numbered below it, printed as the others of its level are."""
    places = [one.at for one in taken]
    heads = {one.at for one in taken if len(one.number) == 1}
    signs = {one.sign for one in taken if len(one.number) == 1}
    items = [at for at, marker in enumerate(markers) if marker and marker.style is Style.ARABIC]
    for top in tops:
        at = bisect_left(places, top.at)
        if top.at in heads or not at or top.sign not in signs:
            continue
        before = taken[at - 1]
        after = taken[at].number[0] if at < len(taken) else None
        counted = bisect_left(items, before.at + 1) < bisect_left(items, top.at)
        on = top.number[0] == before.number[0] + 1
        if on and not counted and (after is None or after == 1 or after == top.number[0] + 1):
            yield top


def _marker(one: _Found) -> Marker:
    label = ".".join(str(value) for value in one.number)
    return Marker(_LEVELS[len(one.number) - 1], one.number[-1], label, one.end, one.printed)
