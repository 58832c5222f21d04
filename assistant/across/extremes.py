"""Which of several documents is the oldest, the newest or the first in force, said in front of the days they print."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.statements import Statement
from assistant.understanding.naming import short_name
from corpus.models import DocumentSummary
from corpus.text import fold
from corpus.vocabulary import Level

_ORDER = re.compile(r"先后|顺序|排序|排列")
_FIRST = re.compile(r"(?:最|更|较)早|[谁哪][^，。？]{0,4}先")
_LAST = re.compile(r"(?:最|更|较)(?:晚|新|近)|[谁哪][^，。？]{0,4}后")
_DAY = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_WHEN_PUBLISHED = re.compile(r"(?:公布|发布|印发|颁布)之日")
_LEVEL = re.compile(r"哪一?个?(省|市)")
_LEVELS = {"省": Level.PROVINCIAL, "市": Level.MUNICIPAL}


def first_or_last(text: str, documents: Sequence[DocumentSummary]) -> str:
    """A line that names it; nothing where none is asked for, or fewer than two documents print a date."""
    level = _LEVEL.search(text)
    meant = [one for one in documents if level is None or one.level is _LEVELS[level[1]]]
    dated = [one for one in meant if one.date]
    ends = [(min, "早")] if _FIRST.search(text) else []
    ends += [(max, "晚")] if _LAST.search(text) else []
    if _ORDER.search(text) or len(dated) < 2 or not ends:
        return ""
    among = "写明成文日期的文件里，" if len(dated) < len(meant) else ""
    said = (f"成文最{word}的是{_of_day(end(one.date for one in dated), dated)}" for end, word in ends)
    return f"{among}{'，'.join(said)}。"


def _of_day(day: str, documents: Sequence[DocumentSummary]) -> str:
    return "、".join(short_name(one) for one in documents if one.date == day)


def in_order_of_force(text: str, said: Sequence[Statement]) -> tuple[list[Statement], str]:
    """Since when documents hold, the first one first where the question orders them, and a line that names it."""
    first = bool(_FIRST.search(text))
    if not (first or _LAST.search(text) or _ORDER.search(text)):
        return list(said), ""
    days = {id(one): _in_force_since(one) for one in said}
    ordered = sorted(said, key=lambda one: days[id(one)] or "9")
    known = [one for one in ordered if days[id(one)]]
    if _ORDER.search(text) or len(known) < 2:
        return ordered, ""
    day = days[id(known[0 if first else -1])]
    names = "、".join(short_name(one.grounds[0].document) for one in known if days[id(one)] == day)
    return ordered, f"写明施行时间的文件里，施行最{'早' if first else '晚'}的是{names}。"


def _in_force_since(said: Statement) -> str:
    """The day, written so that days can be sorted; that of the document where it holds from when it was published."""
    found = _DAY.search(fold(said.text).replace(" ", ""))
    if found:
        return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}"
    return said.grounds[0].document.date if _WHEN_PUBLISHED.search(said.text) else ""
