"""The measure word that a question counts by, and a number of just that measure in a sentence: 几只, 限养一只."""

from __future__ import annotations

import re
from functools import lru_cache

_MEASURES = (
    "只|家|项|条|名|座|处|批|件|种|类|台|辆|艘|亩|吨|公顷|公里|万千瓦|千瓦|兆瓦|倍|成|次|户|人|所|场|张|份|门|支|栋|间"
)
_ASKED = re.compile(rf"(?<!哪)(?:多少|几)[万亿]?({_MEASURES})")
_DIGITS = "一二三四五六七八九十两百千万亿"
_ALIKE = {"名": "名|人|位", "人": "人|名|位", "类": "类|种|大类", "种": "种|类", "家": "家|户", "成": "成|%"}

_OF_THING = {"车": "辆|台", "企业": "家|户", "船": "艘|条", "站": "座|个", "项目": "个|项", "床位": "张|个"}
_THING = re.compile(rf"多少[一-龥]{{0,4}}?(?P<thing>{'|'.join(_OF_THING)})(?![流位道龄型]|[一-龥]*[率价费])")
"""Things that are counted by a measure word of theirs, where the question says none: 多少泵车."""


@lru_cache(maxsize=512)
def counted_by(question: str) -> re.Pattern[str] | None:
    """What a sentence shows that counts by the question's measure word; None where it counts by none."""
    if found := _ASKED.search(question):
        measure = _ALIKE.get(found.group(1), found.group(1))
    elif found := _THING.search(question):
        measure = _OF_THING[found["thing"]]
    else:
        return None
    return re.compile(rf"[\d{_DIGITS}][余多万亿]?\s*(?:{measure})")
