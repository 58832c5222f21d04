"""Which of several documents is the oldest or the newest, said in front of the dates that they print."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.understanding.naming import short_name
from corpus.models import DocumentSummary
from corpus.vocabulary import Level

_ORDER = re.compile(r"先后|顺序|排序|排列")
_FIRST = re.compile(r"(?:最|更|较)早|[谁哪][^，。？]{0,4}先")
_LAST = re.compile(r"(?:最|更|较)(?:晚|新|近)|[谁哪][^，。？]{0,4}后")
_LEVEL = re.compile(r"哪一?个?(省|市)")
_LEVELS = {"省": Level.PROVINCIAL, "市": Level.MUNICIPAL}


def first_or_last(text: str, documents: Sequence[DocumentSummary]) -> str:
    """A line that names it; nothing where none is asked for, or fewer than two documents print a date."""
    level = _LEVEL.search(text)
    meant = [one for one in documents if level is None or one.level is _LEVELS[level[1]]]
    dated = [one for one in meant if one.date]
    first = bool(_FIRST.search(text))
    if _ORDER.search(text) or len(dated) < 2 or not (first or _LAST.search(text)):
        return ""
    day = (min if first else max)(one.date for one in dated)
    names = "、".join(short_name(one) for one in dated if one.date == day)
    among = "写明成文日期的文件里，" if len(dated) < len(meant) else ""
    return f"{among}成文最{'早' if first else '晚'}的是{names}。"
