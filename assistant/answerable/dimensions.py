"""Units as questions ask in them and documents print them: 多少度 is told in ℃, 多宽 in metres, 几岁 in 周岁.

A number of another dimension beside it is no answer. Figures of plans, which are led back to
base units, are the business of corpus/facts/units.py; here is what rules and notices count in besides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

_MANY = r"(?:多少|(?<!哪)(?<!好)(?<!十)几)[十百千万亿]{0,2}"
_SPELLED = r"[零〇一二三四五六七八九十两百千万半点]+"
NUMBER = rf"(?:(?<![A-Za-z第])\d[\d.,，]*(?:\s*[—－\-~～至到]+\s*\d[\d.,]*)?|{_SPELLED})"


class Dimension(NamedTuple):
    """How it is asked for, in which units it is printed, and what the number of a unit is not."""

    asked: str
    units: str
    not_behind: str = ""
    in_words: str = "(?!)"
    """How it is told without a number."""


_END = r"[？?]*$"
_LENGTH = "公里|千米|厘米|毫米|公分|海里|米|里|[kK][mM]|[cm]?m"
_CONCENTRATED = (
    r"(?:毫克|微克|克|千克|毫升|升)\s*(?:[/／]|每)\s*(?:立方米|升|千克|公斤|[一-龥])|ppm|"
    r"(?:[mμuk]?g|m[lL])\s*[/／]\s*[A-Za-z]+[³3]?"
)
_DIMENSIONS = (
    Dimension(
        rf"温[^电，；。？]{{0,12}}(?:，[^，；。？电]{{0,8}})?{_MANY}度(?!电)|{_MANY}(?:摄氏度|℃)|(?:气|水|体|室|油)温[^，？]{{0,8}}(?:多少|多高)",
        r"℃|°\s*[cC]|度|摄氏度?",
    ),
    Dimension(rf"{_MANY}(?:个)?分贝|噪[声音][^，？]{{0,10}}(?:多少|多大|多高)", r"分贝|dB(?:\([A-Z]\))?"),
    Dimension(
        rf"{_MANY}(?:毫克|微克|克|毫升)(?:每|/|／)|浓度(?:[^，？]{{0,6}}(?:多少|多大|多高)|{_END})",
        _CONCENTRATED + r"|[%％‰]",
    ),
    Dimension(rf"{_MANY}(?:毫克|微克)(?!每|/|／)", rf"毫克|微克|克|[mμu]g|{_CONCENTRATED}"),
    Dimension(
        rf"{_MANY}(?:公里|千米|迈|米)(?:每|一)(?:个?小时|秒)|(?:时速|车速)[^，？]{{0,10}}(?:多少|多大|多高|几)",
        r"公里|千米|[kK]m|米|迈",
    ),
    Dimension(
        rf"多[宽深远]|{_MANY}(?:公里|千米|厘米|毫米|公分|海里|米)(?!每|/|／)|(?:身|肩|体)高[^，？]{{0,8}}多[少高]",
        _LENGTH,
        "(?!每)",
    ),
    Dimension(
        r"多长(?!时间|期限)|最[长短][^，？]{0,3}(?:多少|几)",
        rf"{_LENGTH}|个?(?:工作日|小时|分钟|天|周|星期|学期|月)|日|年|字",
    ),
    Dimension(rf"{_MANY}(?:周)?岁|年龄(?:[^，？]{{0,8}}(?:多大|多少)|{_END})", r"周?岁"),
    Dimension(
        rf"(?:记|扣|加|得|满|打|低于|高于|达到|评|计){_MANY}分(?![钟贝之])|{_MANY}分(?:以[上下]|才|就|[？?]*$)",
        r"分",
        "(?=[^一-龥]|[以及的者为后時时到至才之前内计值或和]|$)",
    ),
    Dimension(rf"{_MANY}(?:层|楼)(?!级|次)|层数{_END}", r"层|楼"),
    Dimension(rf"{_MANY}折", r"折|[%％]|成"),
    Dimension(
        rf"{_MANY}(?:次(?!数?序)|[回趟遍](?!事|路))|(?:次数|频次)(?:[^，？]{{0,6}}(?:多少|几)|{_END})",
        r"次|遍|回|轮|趟",
        in_words="每[日天]早晚|早晚各|早中晚",
    ),
    Dimension(rf"{_MANY}人次", r"人次|人|名"),
    Dimension(rf"{_MANY}(?:学时|课时)", r"个?(?:学时|课时)|节"),
    Dimension(rf"{_MANY}千?伏", r"千?伏|[kK]?V"),
)
_CLOCK_ASKED = re.compile(
    r"(?<!哪)(?<!有)(?<!这)几点(?:钟|到|至|开|关|以?前|以?[后後]|起|结束|上班|下班|才|就|能|可以|发车|出发|发(?![现展言布])|收|停|"
    r"营业|运营|办公|[？?]*$)|(?:早上|早晨|凌晨|上午|中午|下午|傍晚|晚上|夜里|每天|每晚)[^，。；？?]{0,10}几点"
)
_CLOCK = (
    r"(?<!\d)\d{1,2}\s*(?:[：:]\s*\d\d|时|点)|"
    r"[一二三四五六七八九十两]+(?:时|点)(?:整|半|[一二三四五]?十)?(?!间)|24小时|全天"
)


SPAN = r"(?<![\d年月.])(?!(?:19|20)\d\d\s*年)(?:\d+|[一二三四五六七八九十两半百]+)"
"""A number of days or years that is no day of a month and no year."""

_DAY_WEEK_YEAR = "天(?![然花文线使窗际])|日(?![常用])|年(?![轻薪级产货均费])|周(?![岁边转])"
"""Units of time, where they begin no other word: 多少天然气, 几年级."""

TIME = f"(?:{_DAY_WEEK_YEAR}|个月|个?工作日|个?小时|分钟|秒)"
"""The units of time that are asked for."""

_TIME_ASKED = re.compile(rf"(?:几|多少)个?(工作日|{_DAY_WEEK_YEAR}|月(?![薪租供])|小时|分钟|秒)")
_LASTING = {
    unit: re.compile(rf"{SPAN}\s*(?:{printed})")
    for unit, printed in (
        *((day, "天|日|个?(?:工作日|自然日|小时)") for day in ("天", "日", "工作日")),
        ("年", "年(?!度|末|底)|个月"),
        ("月", r"个月|月(?!\s*\d|份|底|初|中|末)|年(?!度|末|底)"),
        ("小时", "个?小时|天|日"),
        ("周", "个?(?:周|星期)|天|日"),
        ("分钟", "分钟|个?(?:半小时|小时半)"),
        ("秒", "秒|分钟"),
    )
}

_AHEAD_ASKED = re.compile(r"(?:提前|预先|事先)[^，。；？]{0,3}(?:几|多少)")
_AHEAD = {
    unit: re.compile(
        rf"(?:提前|预先|事先|至少|前)[^，。；\d]{{0,6}}{lasting.pattern}|{lasting.pattern}(?:以|之)?[前内]"
    )
    for unit, lasting in _LASTING.items()
}
"""How many days ahead of something: 提前10日, 在期满30日前."""


@lru_cache(maxsize=512)
def dimension_asked(question: str) -> re.Pattern[str] | None:
    """What a sentence shows that gives a number in the dimension asked for; None where none is named."""
    found = next((one for one in _DIMENSIONS if re.search(one.asked, question)), None)
    if found is None:
        return None
    number = rf"{NUMBER}\s*[余多]?\s*[十百千万亿]{{0,2}}\s*(?:{found.units}){found.not_behind}"
    return re.compile(rf"{number}|{found.in_words}")


def lasting_asked(question: str) -> re.Pattern[str] | None:
    """The same where it is asked how many days, months or years."""
    found = _TIME_ASKED.search(question)
    if found is None:
        return None
    return _AHEAD[found.group(1)] if _AHEAD_ASKED.search(question) else _LASTING[found.group(1)]


def clock_asked(question: str) -> re.Pattern[str] | None:
    """The same where the time of day is asked for: 几点到几点."""
    return re.compile(_CLOCK) if _CLOCK_ASKED.search(question) else None


def asks_in_units(question: str) -> bool:
    """Does a question ask for a number by its unit or its dimension?"""
    return dimension_asked(question) is not None


def any_of(names: Iterable[str]) -> str:
    """The names as alternatives, longer ones first."""
    return "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
