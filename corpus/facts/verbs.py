"""The verbs that make a figure a target: reaching a level, changing by an amount, doing or building so many."""

from __future__ import annotations

import re

REACH = re.compile(
    r"(?:达到|达|(?:提高|提升|增加|增长|扩大|上升|拓展)[到至]|(?:降|降低|下降|减少|压减|压降|削减|缩短|回落)[到至]"
    r"|稳定在|维持在|保持在|控制在|突破|超过|超|不低于)\s*$"
)
"""Words before a figure that is a level to be reached."""

IS = re.compile(r"(?:保持|稳定|维持|控制|占|为|是|有)\s*$")
"""Words before a figure that is a level, reached or to be reached."""

CHANGE = re.compile(
    r"(?P<fall>下降|降低|减少|削减|压减|压降|缩短|下浮|节约|回落)(?:了|幅度)?\s*$"
    r"|(?P<rise>提高|提升|增长|增加|上升|扩大)(?:了|幅度)?\s*$"
)
"""Words before a figure that is the size of a change."""

RATE = re.compile(
    r"(?:(?P<fall>削减率|下降率|降低率|降幅|减排率)|(?P<rise>增长率|增速|增幅))(?:达到|达|为|保持在|保持|不低于|稳定在)?\s*$"
)
"""Names of figures that are the size of a change."""

BUILDS = re.compile(r"新建|建成|建设|打造|创建|构建|划定|创成")
"""Verbs of building and setting up."""

ADDS = re.compile(r"新增|新建|引进|引育|招引|年均|每年|新认定|净增")
"""Words of what comes in over a time."""

_DOING = (
    "培育壮大|引进培育|引进布局|布局建设|培养引进|新增|新建|建成|建设|打造|创建|争创|培育|培养|引进|引育|招引|取得|突破|实现|形成"
    "|遴选|支持|布局|推广|完成|建立|构建|划定|集聚|聚集|汇聚|实施|开展|组建|制修订|制定|攻克|拥有|推进|推动|加快|投放|选派|发放"
    "|创成|达到|落地|提供|淘汰|关停|扶持"
)
_OFTEN_NOUNS = "研发|发展|改造|治理|修复|转化|孵化|认定|完善|攻关"
_DOES = re.compile(_DOING)
LEADS = re.compile(rf"^(?:{_DOING})+")
"""Verbs of doing that a phrase begins with."""

_MAY_DO = re.compile(rf"{_DOING}|{_OFTEN_NOUNS}")
_SET_APART = re.compile(r"《[^》]*》|“[^”]*”")


def last_verb(words: str) -> re.Match[str] | None:
    """The last verb of doing in the words, titles and quoted names left out; 研发 and its like only if no other is."""
    plain = _SET_APART.sub(lambda name: "《" * len(name.group()), words)
    found = [*_DOES.finditer(plain)] or [*_MAY_DO.finditer(plain)]
    return found[-1] if found else None
