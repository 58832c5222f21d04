"""What the documents of an organisation are called by: 东泽理工大学 is 东泽理工, 北岭能源技术研究院有限公司 is 北岭院.

Offices of the state are called by their places; a company, a school or an institute has a name of its
own in front of the word for what it is, and people keep the beginning of it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.places import places_in

STEM = 4
"""Characters of a longer name that are kept where people shorten it; of a shorter one the first two say too little."""

_LEGAL = re.compile(r"(?:[（(][^（）()]{2,8}[）)])?(?:股份|有限责任|有限|控股|集团)*(?:公司|集团)$")
_KINDS = {
    "大学": "大",
    "学院": "学院",
    "研究院": "院",
    "设计院": "院",
    "科学院": "院",
    "研究所": "所",
    "医院": "医院",
    "银行": "行",
    "中学": "中学",
    "小学": "小学",
    "学校": "学校",
    "公司": "公司",
    "集团": "集团",
}
"""How an organisation ends, and what is left of it where people shorten its name."""

_KIND = re.compile(rf"(?:{'|'.join(_KINDS)})$")
_NAME = re.compile(r"[一-龥]{4,24}(?:[（(][一-龥]{2,8}[）)])?(?:[一-龥]{2,12})?")
_NO_NAME = re.compile(
    r"^(?:中国|中华|中央|中共|国家|全国|人民|第[一二三四五六七八九十]|职业|师范|实验|附属|直属|各|本|我|省|市|县|区)"
)


def is_organisation(line: str) -> bool:
    """Is a line the name of a company, a school or an institute, and nothing else?"""
    bare = re.sub(r"\s", "", line)
    return bool(_NAME.fullmatch(bare)) and bool(_KIND.search(bare)) and len(_stem(bare)) >= 2


@lru_cache(maxsize=4096)
def organisation_names(name: str) -> tuple[str, ...]:
    """The names people call an organisation by, longest first; empty for what is none, or has no name of its own."""
    bare = re.sub(r"\s", "", name)
    if not is_organisation(bare):
        return ()
    whole, stem = _LEGAL.sub("", bare) if len(_LEGAL.sub("", bare)) >= STEM else bare, _stem(bare)
    names = {bare, whole}
    if len(stem) >= STEM and not _NO_NAME.match(stem) and not places_in(stem[:3]):
        own = stem[:2]
        kind = _KIND.search(whole) or _KIND.search(bare)
        names |= {stem, stem[:STEM], own, own + _KINDS[kind.group()]} if kind else {stem, own}
    return tuple(sorted(names, key=lambda one: (-len(one), one)))


def _stem(bare: str) -> str:
    """The name without what kind of organisation it is: 北岭能源技术 of 北岭能源技术研究院有限公司."""
    left = _LEGAL.sub("", bare) or bare
    return _KIND.sub("", left) or left
