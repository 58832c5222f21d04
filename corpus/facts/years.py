"""By which year a target is meant, and against which year: 到2025年, “十四五”末, 比2020年.

A year at the head of a sentence holds for the rest of its paragraph, and for the dashed
paragraphs below it; one inside a sentence holds from there to the sentence's end.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from corpus.facts.wording import Wording
from corpus.models import Clause, Document, Span
from corpus.numbering import chinese_to_int

_FIRST_PLAN_END = 1955
_YEAR = r"(?P<year>20\d\d)\s*年?"
_PERIOD = r"[“\"”]?(?P<plan>十[一二三四五六七八九])五[”\"“]?"
_MEANT = re.compile(
    r"(?:到|至|在|于)?\s*(?:(?:20\d\d\s*年?\s*[-—–~～至]\s*)?(?P<year>20\d\d)\s*年(?:\s*[底末]|年底|间|期间)?"
    rf"(?P<before>以?前|之前)?|{_PERIOD}(?:规划)?\s*(?:末|期末|期间|时期|规划期末|收官))"
)
_BASE = re.compile(
    rf"(?:比|较|与|相比|以|在|从|由)\s*(?:{_YEAR}|{_PERIOD}\s*(?:末|期末|时期|期间)?)"
    r"(?=[^，。；]{0,8}?(?:下降|降低|减少|削减|压减|增长|提高|提升|增加|上升|翻|相比|为基|基础上|水平|的\d))"
)
_OPENING = re.compile(
    r"[\s—\-－–\u3000①-⑳*]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s*)?"
    r"(?:[^，。；]{0,12}，)?\s*(?:力争|确保|争取|努力)?"
)
_NOT_MEANT = re.compile(r"(?:自|从|由|比|较|截至?|截止|〔|\[|[（(]\s*)\s*$")
_NAMED = re.compile(
    r"\s*(?:[—–~～-]\s*20\d\d|[^，。；《》]{0,24}》|度(?!电)|工作要点|以来|起|来|\s*[〕\]）)]|\d{1,2}\s*月\s*\d{1,2}\s*日(?!前|之前))"
)
_STOP = re.compile(r"[。！？；!?;\n]")
_LOOK_BACK = 60
_LINK = re.compile(r"\s*[、和与及]\s*")
_DASHED = re.compile(r"\s*(?:——|--|－－|—)")


class Horizon(NamedTuple):
    """A year that targets are set for; `before` says 2030年前, `opens` that it stands at a sentence's head."""

    span: Span
    year: int
    before: bool
    opens: bool


def plan_end(numeral: str) -> int:
    """The last year of a five-year plan: 十四 -> 2025."""
    return _FIRST_PLAN_END + 5 * chinese_to_int(numeral)


def horizons(text: str) -> tuple[Horizon, ...]:
    """The years in `text` by which something is to be reached, in order; bases, titles and starts are none."""
    bases = [match.span() for match in _BASE.finditer(text)]
    found: list[Horizon] = []
    for match in _MEANT.finditer(text):
        start, end = match.end() - len(match.group().lstrip()), match.end()
        before = text[max(0, start - _LOOK_BACK) : start]
        if any(low < end and start < high for low, high in bases) or _NOT_MEANT.search(before):
            continue
        if _NAMED.match(text, end) or before.rfind("《") > before.rfind("》"):
            continue
        year = int(match["year"]) if match["year"] else plan_end(match["plan"])
        head = _STOP.split(before)[-1]
        opens = (start <= _LOOK_BACK or head != before) and bool(_OPENING.fullmatch(head))
        found.append(Horizon(Span(start, end), year, bool(match["before"]), opens))
    return tuple(found)


def listed_years(text: str) -> tuple[int, ...]:
    """The years of the last enumeration in `text`: 到2025年、2030年 gives both."""
    found = horizons(text)
    run: list[int] = []
    for i in range(len(found) - 1, -1, -1):
        if run and not _LINK.fullmatch(text[found[i].span.end : found[i + 1].span.start]):
            break
        run.insert(0, found[i].year)
    return tuple(run)


def base_year(text: str) -> int:
    """The year a change is reckoned from in `text`; 0 where none is said."""
    match = _BASE.search(text)
    if not match:
        return 0
    return int(match["year"]) if match["year"] else plan_end(match["plan"])


@dataclass(frozen=True)
class Timeline:
    """Which year holds where in one clause."""

    text: str
    inherited: int

    @cached_property
    def _meant(self) -> tuple[Horizon, ...]:
        return horizons(self.text)

    def before(self, at: int, since: int) -> Horizon | None:
        """The last year named between two offsets."""
        i = bisect_right(self._ends, at) - 1
        return self._meant[i] if i >= 0 and self._meant[i].span.start >= since else None

    def year_at(self, at: int, sentence: int) -> int:
        """The year meant at an offset, in the sentence that begins at the other; 0 where none is."""
        inside = self.before(at, sentence)
        return inside.year if inside else self._carried(sentence)

    @cached_property
    def _ends(self) -> list[int]:
        return [one.span.end for one in self._meant]

    def _carried(self, at: int) -> int:
        """The year that the paragraph, or the one a dashed paragraph hangs from, has opened with."""
        start = self.text.rfind("\n", 0, at) + 1
        year = self._opening(start, at)
        if year:
            return year
        while start and _DASHED.match(self.text, start):
            end = start - 1
            start = self.text.rfind("\n", 0, end) + 1
            if not _DASHED.match(self.text, start):
                return self._opening(start, end) or self.inherited
        return self.inherited

    def _opening(self, start: int, end: int) -> int:
        """The last year that opens a sentence between two offsets."""
        i = bisect_right(self._ends, end) - 1
        while i >= 0 and self._meant[i].span.start >= start:
            if self._meant[i].opens:
                return self._meant[i].year
            i -= 1
        return 0


def timeline(document: Document, wording: Wording) -> Timeline:
    """The years of a clause, with what its heading or the clauses above it set."""
    return Timeline(wording.text, inherited_year(document, wording.clause))


def inherited_year(document: Document, clause: Clause) -> int:
    """The year in the clause's own heading, else above: in a heading, or in words that end in a colon."""
    own = [one.year for one in horizons(clause.heading)]
    if own:
        return own[-1]
    for above in reversed(document.ancestors(clause)):
        said = [one.year for one in horizons(above.heading)]
        if not said and above.text.rstrip().endswith(("：", ":")):
            said = [one.year for one in horizons(above.text.rstrip().splitlines()[-1])]
        if said:
            return said[-1]
    return 0
