"""Is the figure that a sentence shows a figure of what was asked, or of another thing beside it?

到2035年，装配式建筑占比大幅提升，单体装配率不低于50%: the share that is asked for is not given,
a figure stands next to it all the same.
"""

from __future__ import annotations

import re

from assistant.query import Asked
from assistant.rarity import pairs
from assistant.wanted import Wanted
from corpus.text import fold

TELLING = 3
"""With fewer of the question's words in the sentence than this, nothing tells whose figure it is."""

ENOUGH = 0.35
"""Share of those words that must stand before or around the figure."""

BEHIND = 3
"""Words of the question that a part behind the last figure holds beyond any before it, where it is of another."""

_CAPACITY = re.compile(
    r"(?P<source>储能|氢能|光伏|光热|风电|水电|核电|火电|煤电|气电|生物质|地热|太阳能|海洋能|潮汐能?|抽水蓄能|抽蓄|可再生能源|新能源|"
    r"非化石能源|清洁能源|制氢|电解槽?)(?:项目|电站|发电|机组)?(?:的)?(?:总|累计|新增)?(?P<capacity>装机|产能|发电量|容量)"
)

_CUT = re.compile(r"(?<=[，；。：;])|(?<=,)(?!\d)")
_MONEY = re.compile(r"\d[\d.,]*\s*[万亿百千]?元|[一二三四五六七八九十百千万两]+元")
_YEARS = re.compile(r"(?:19|20)\d{2}\s*年?")
_VAGUE = re.compile(
    r"(?:大幅|明显|显著|稳步|持续|不断|进一步|逐步)(?:大幅|地)?(?:提升|提高|下降|降低|增长|增加|扩大|改善|减少|上升)"
)
_FINE = re.compile(r"罚款|罚金|处[^，；。]{0,12}元[^，；。]{0,6}罚")
_FINE_ASKED = re.compile(r"罚|处理|后果|责任|违[法反规]|赔")
_BOUND_ASKED = re.compile(r"底线|最低|至少|不低于|不少于|下限|上限|最高|最多|不超过")
_BOUND = re.compile(r"不低于|不少于|不超过|不高于|以上|以下|以内|至少|最高|最低|上限|下限")
QUALIFIERS = (
    "海上",
    "陆上",
    "分布式",
    "集中式",
    "户用",
    "屋顶",
    "农村",
    "城镇",
    "公办",
    "民办",
    "国产",
    "进口",
    "电子",
)
"""Words in front of a thing that make it another: 海上风电 is not all 风电."""


def is_of_what_was_asked(text: str, asked: Asked, needed: re.Pattern[str]) -> bool:
    """Do enough of the question's words stand with a figure of the kind `needed`?"""
    want = pairs(_YEARS.sub(" ", f"{asked.topic} {asked.expansions}"))
    parts = [fold(part) for part in _CUT.split(text)]
    if asked.wanted is Wanted.MONEY and not _FINE_ASKED.search(asked.text):
        # A fine is no fee and no reward.
        parts = [_MONEY.sub("", part) if _FINE.search(part) else part for part in parts]
        if not any(needed.search(_YEARS.sub("", part)) for part in parts):
            return False
    if _BOUND_ASKED.search(asked.text) and any(_BOUND.search(part) and needed.search(part) for part in parts):
        return True
    if asked.wanted is Wanted.SHARE and _told_of_another(parts, want, needed):
        return False
    held = want & pairs(text)
    if len(held) < TELLING or len(parts) < 2:
        return True
    nearest = max(parts, key=lambda part: len(want & pairs(part)))
    if _VAGUE.search(nearest) and not needed.search(_YEARS.sub("", nearest)):
        return False
    stretch = ""
    for part in parts:
        stretch += part
        if needed.search(_YEARS.sub("", part)):
            if len(want & pairs(stretch)) >= ENOUGH * len(held):
                return True
            stretch = ""
    return False


def _told_of_another(parts: list[str], want: set[str], needed: re.Pattern[str]) -> bool:
    """能耗降低20%，完成下达的排放目标: what was asked about comes last, behind the figure of another measure."""
    held = [len(want & pairs(part)) for part in parts]
    given = [bool(needed.search(_YEARS.sub("", part))) for part in parts]
    if not any(given):
        return False
    last = max(at for at, one in enumerate(given) if one)
    behind = max(held[last + 1 :], default=0)
    return behind >= max(held[: last + 1]) + BEHIND


def source_missing(asked: Asked, said: str) -> str:
    """What the capacity that is asked for is a capacity of, where the documents' words leave it out: 储能装机."""
    found = _CAPACITY.search(asked.text)
    if found is None:
        return ""
    told = [part for part in _CUT.split(said) if found["capacity"] in part] or [said]
    forms = asked.synonyms.forms(found["source"])
    return "" if any(form in part for part in told for form in forms) else found["source"]


def narrower(asked: str, said: str) -> str:
    """The word in front of the thing asked for that the documents' words leave out; "" where none is."""
    for word in QUALIFIERS:
        at = asked.find(word)
        behind = asked[at + len(word) : at + len(word) + 1] if at >= 0 else ""
        if behind and word not in said and behind in said and not asked.startswith(("的", "和"), at + len(word)):
            return word
    return ""
