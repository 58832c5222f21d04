"""Does a value stand with the word that it is asked for by: 能抵多少 beside 30%抵扣, 哪天完工 beside 2月7日建成?

People ask with the verb alone where documents print the whole word, and name the thing in
the sentence before: a sentence of the same clause then holds few of the question's words.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answerable.values import without_years
from assistant.finding.rarity import pairs
from corpus.text import fold

_ASKS = re.compile(
    r"(?:百分之)?(?:多少|几|多久|多长|多大|多高)(?:[十百千万亿]*(?:个工作日|个?月|小时|公里|平方米|[天日年家个项名人次元块成倍折亩吨级场]))?|"
    r"(?:什么|啥)(?:时候|时间)|何时|哪一?[天年月]"
)
_JOINS = "能会可以要得给是为有达到了的该应在于能够大概最至"
_CUT = re.compile(r"(?<=[，；。：;])|(?<=,)(?!\d)")
_EVENTS = (
    ("完工", "竣工", "建成", "完成", "落成", "交付", "投用", "投入使用"),
    ("开工", "启动", "动工", "开建"),
    ("发布", "印发", "公布", "出台"),
    ("施行", "实施", "执行", "生效"),
    ("截止", "截至", "结束", "为止"),
)
"""Words for one event."""

BEFORE, BEHIND = 4, 2
"""Characters before and behind what asks within which the word stands."""

SAID = 0.6
"""Share of the question's characters from which a sentence says what was asked, its words shortened: 拨 for 拨付."""

ENOUGH = 6
"""Characters of a topic below which a share of them tells nothing."""


@lru_cache(maxsize=512)
def _asked_by(question: str) -> frozenset[str]:
    """The words right before and behind what asks, and the verb alone."""
    asks = list(_ASKS.finditer(question))
    if not asks:
        return frozenset()
    found = asks[-1]
    before = re.split(r"[^一-龥]", question[: found.start()])[-1].rstrip(_JOINS)[-BEFORE:]
    behind = re.split(r"[^一-龥]", question[found.end() :])[0][:BEHIND]
    words = {*pairs(before), *pairs(behind), before[-1:]} - {""}
    events = (one for family in _EVENTS if any(word in before + behind for word in family) for one in family)
    return frozenset((*words, *events))


def stands_beside(question: str, text: str, needed: re.Pattern[str]) -> bool:
    """Does a part of the text with a value of the kind `needed`, or the next, hold a word that it is asked for by?"""
    parts = [fold(part) for part in _CUT.split(text)]
    beside = (
        f"{part}{behind}"
        for part, behind in zip(parts, [*parts[1:], ""], strict=True)
        if needed.search(part) or needed.search(without_years(part))
    )
    words = _asked_by(question)
    return any(word in said for said in beside for word in words)


def said_in_characters(topic: str, text: str) -> bool:
    """Does a text hold most of a topic's characters, if few of its words?"""
    told = {char for char in topic if "一" <= char <= "龥"}
    return len(told) >= ENOUGH and len(told & set(text)) >= SAID * len(told)
