"""Tiers that plans sort people and things into by letter or number: A类人才, 2类新药, 三等奖, 第一档.

What holds for one tier is no answer about another; a range names those within it: A类至C类.
"""

from __future__ import annotations

import re
from functools import lru_cache

_LETTER = "A-Za-zＡ-Ｚ"
_NUMERAL = "一二三四五六七八九十"
_STEM = "甲乙丙丁戊"
_ROMAN = "ⅠⅡⅢⅣⅤⅥ"
_ORDERS = ("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "一二三四五六七八九十", "甲乙丙丁戊", "ⅠⅡⅢⅣⅤⅥ", "123456789")
_LABEL = rf"[{_LETTER}{_NUMERAL}{_STEM}{_ROMAN}1-9]"
_SORT = r"类|等奖|档|星级"
_LIST = re.compile(
    rf"(?<![{_LETTER}\d{_NUMERAL}{_STEM}{_ROMAN}分几多各同哪这那有下])第?(?P<labels>{_LABEL}(?:(?:{_SORT})?(?P<joint>[、和及与或至到\-—－~～])第?{_LABEL})*)"
    rf"(?P<sort>{_SORT})(?![似别型推比目项])(?P<more>(?:人才)?及?以(?P<way>[上下]))?"
)
_JOINT = re.compile(rf"(?:{_SORT})?([、和及与或至到\-—－~～])第?")
_TO = frozenset("至到-—－~～")


@lru_cache(maxsize=20_000)
def tiers_in(text: str) -> frozenset[str]:
    """The tiers that a text names, each by label and sort: A类, 三等奖.

    >>> sorted(tiers_in("乙类至丁类人员发给蓝卡"))
    ['丁类', '丙类', '乙类']
    """
    found = set[str]()
    for one in _LIST.finditer(text):
        parts = _JOINT.split(one["labels"])
        labels, joints = parts[::2], parts[1::2]
        found |= {_tier(label, one["sort"]) for label in labels}
        if one["way"]:
            found |= {_tier(label, one["sort"]) for label in _beyond(labels[-1], up=one["way"] == "上")}
        for joint, low, high in zip(joints, labels, labels[1:], strict=False):
            if joint in _TO:
                found |= {_tier(label, one["sort"]) for label in _between(low, high)}
    return frozenset(found)


def _tier(label: str, sort: str) -> str:
    plain = chr(ord(label) - 0xFEE0) if "Ａ" <= label <= "Ｚ" else label.upper()
    return f"{plain}{sort}"


def _between(low: str, high: str) -> str:
    order = next((one for one in _ORDERS if low.upper() in one and high.upper() in one), "")
    return order[order.find(low.upper()) : order.find(high.upper()) + 1] if order else ""


def _beyond(label: str, *, up: bool) -> str:
    """What stands above or below a letter: A is the highest; which way numbers count is not said."""
    order = next((one for one in (_ORDERS[0], _STEM) if label.upper() in one), "")
    at = order.find(label.upper())
    return order[:at] if up else order[at + 1 :][:6]


def others_of(tiers: frozenset[str], text: str) -> bool:
    """Does a text name tiers of the same sort, by labels of the same kind, and none of these?"""
    printed = tiers_in(text)
    kinds = {_kind(one) for one in tiers}
    return not printed & tiers and any(_kind(one) in kinds for one in printed)


def with_tier(turn: str, before: str) -> str:
    """E类的呢, 那三等奖呢: the question before with that tier in place of its own; empty where a turn says more.

    >>> with_tier("丁类人才的", "甲类人才发什么卡？")
    '丁类人才发什么卡？'
    """
    named = list(_LIST.finditer(turn))
    old = next(_LIST.finditer(before), None)
    if len(named) != 1 or old is None or len(tiers_in(turn)) != 1 or len(tiers_in(before)) != 1:
        return ""
    (mine,), (theirs,) = tiers_in(turn), tiers_in(before)
    rest = turn.replace(named[0].group(), "", 1)
    if _kind(mine) != _kind(theirs) or _SAME_NOUN.sub("", rest):
        return ""
    return f"{before[: old.start()]}{named[0].group()}{before[old.end() :]}"


_SAME_NOUN = re.compile(r"人才|人员|企业|项目|新药|地区|城市|家庭|机构|产品|[的了]")
"""What a tier is of, said again."""


def _kind(tier: str) -> tuple[int, str]:
    """The order that a label is of, with its sort: 1类 stands beside 2类, not beside A类."""
    return next((at for at, order in enumerate(_ORDERS) if tier[0] in order), -1), tier[1:]
