"""Which of two sides a question asks about: what exists or what is new, town or country, home or abroad.

Documents say both in neighbouring sentences, in almost the same words: 严格控制增量，持续优化存量. A sentence on
the other side alone is no answer, however near it is.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

SAME = 1.2
"""What a sentence gains that speaks of the side asked about."""

OTHER = 0.7
"""What is left to one that speaks of the other side alone."""


class Side(NamedTuple):
    """How a side is asked for, and how documents print it."""

    asked: re.Pattern[str]
    printed: re.Pattern[str]


def _side(asked: str, printed: str) -> Side:
    return Side(re.compile(f"{asked}|{printed}"), re.compile(printed))


PAIRS = (
    (
        _side(
            r"已经?(?:在|开始)?(?:运行|运营|投产|投用|建成|建好|开工|使用|存在|有)(?:了)?的|正在(?:运行|使用|用)的|现存|"
            r"老(?:项目|企业|厂|设备|房|楼|小区|建筑|路)|旧(?:设备|房|楼|厂)|原先|眼下有的|手里的|手头的",
            r"存量|既有|现有|在用|已建|原有|老旧|在运|在役|已投产",
        ),
        _side(
            r"新(?:盖|开|买|添|来|办|要|成立)|将要|准备(?:上|建|买)|打算(?:上|建|买)|还没(?:建|上|开工)|再上",
            r"增量|新增|新建|新上|新改扩建|新购|拟建|新改建|新设",
        ),
    ),
    (
        _side(r"村里|乡下|下乡|农民|农户|庄稼", r"农村|乡村|村庄|农房|农业"),
        _side(r"城里|市区|市民", r"城镇|城市|城区|都市"),
    ),
    (
        _side(r"外国|老外|国外|海外|别国", r"国外|境外|海外|外籍|外国|国际"),
        _side(r"外地|外省|外市|本国|国内|本省|本市|省里|市里|自己的", r"国内|境内|本土|省内|市内|本地|当地"),
    ),
    (_side(r"海里", r"海上|海洋|近海|远海|深远海"), _side(r"陆地|岸上", r"陆上|陆地|陆域")),
    (_side(r"我|自己一个人|私人", r"个人|公民|自然人"), _side(r"机构|公司", r"单位|企业|法人|其他组织")),
    (_side(r"眼前|眼下|短时间|这几年", r"近期|短期|当前"), _side(r"往后|将来|以后", r"长远|长期|远期|中长期")),
)
"""Two sides each; who asks about both, or none, prefers none."""


_TOWN_AND_COUNTRY = (
    _side(r"村里|村子|乡下|乡里", r"农村|乡村|村庄|村镇"),
    _side(r"城里|市区", r"城镇|城市|城区|都市"),
)
"""Of these one has its own figures, and those of the other are none of it."""

_PARTS = re.compile(r"(?<=[，；。：])")


def told_of_the_other(question: str, text: str, heading: str, needed: re.Pattern[str]) -> bool:
    """Is every value in a text that is asked for of the country told of towns alone, or the other way round?"""
    for one, other in (_TOWN_AND_COUNTRY, _TOWN_AND_COUNTRY[::-1]):
        if not one.asked.search(question) or other.asked.search(question) or one.printed.search(f"{heading}{text}"):
            continue
        giving = [part for part in _PARTS.split(text) if needed.search(part)]
        return any(other.printed.search(part) for part in giving)
    return False


@lru_cache(maxsize=512)
def sides_asked(question: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Of each pair of which the question asks about one side: how that side is printed, and how the other is."""
    found = []
    for one, other in PAIRS:
        mine, theirs = bool(one.asked.search(question)), bool(other.asked.search(question))
        if mine != theirs:
            found.append((one.printed, other.printed) if mine else (other.printed, one.printed))
    return tuple(found)


def on_the_side_asked(question: str, text: str, heading: str) -> float:
    """A factor for a sentence under a heading: on the side asked about, on the other one alone, on neither."""
    factor = 1.0
    for mine, theirs in sides_asked(question):
        if mine.search(text):
            factor *= 1.0 if theirs.search(text) else SAME
        elif theirs.search(text) and not mine.search(heading):
            factor *= OTHER
    return factor
