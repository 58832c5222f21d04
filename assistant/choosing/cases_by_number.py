"""Cases that a rule tells apart by a number, and the one that a question's own number falls into.

满10年不满20年的 is the case of who asks with 12年, 室温低于十六摄氏度的 of who measured 15度: the number itself stands
in neither, so their words do not meet.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import NamedTuple

from corpus.numbering import number_of

INSIDE = 1.6
"""What a sentence gains whose case holds the number."""

OUTSIDE = 0.5
"""What is left to one whose case does not."""

_UNITS = {
    **dict.fromkeys(("摄氏度", "℃", "度"), ("度", 1.0)),
    **dict.fromkeys(("天", "日"), ("天", 1.0)),
    **dict.fromkeys(("个工作日", "工作日"), ("工作日", 1.0)),
    "个月": ("月", 1.0),
    "年": ("月", 12.0),
    **dict.fromkeys(("周岁", "岁"), ("岁", 1.0)),
    **dict.fromkeys(("块钱", "块", "元"), ("元", 1.0)),
    **dict.fromkeys(("万块", "万元"), ("元", 1e4)),
    "亿元": ("元", 1e8),
    **dict.fromkeys(("平方米", "平米"), ("平方米", 1.0)),
    "亩": ("亩", 1.0),
    "公顷": ("亩", 15.0),
    **dict.fromkeys(("个人", "人", "名"), ("人", 1.0)),
    **dict.fromkeys(("个小时", "小时"), ("小时", 1.0)),
    "公里": ("米", 1000.0),
    "米": ("米", 1.0),
    "厘米": ("米", 0.01),
    "万吨": ("吨", 1e4),
    "吨": ("吨", 1.0),
    "公斤": ("公斤", 1.0),
    "分贝": ("分贝", 1.0),
    "千瓦": ("千瓦", 1.0),
    "户": ("户", 1.0),
    "辆": ("辆", 1.0),
    "次": ("次", 1.0),
    "分": ("分", 1.0),
    "%": ("%", 1.0),
}
_UNIT = "|".join(map(re.escape, sorted(_UNITS, key=len, reverse=True)))
_NUMBER = r"(?:\d+(?:\.\d+)?|[一二三四五六七八九十两百千]+)"
_AMOUNT = (
    rf"(?<![\d.第一二三四五六七八九十百千])(?P<number>{_NUMBER})\s*(?P<unit>{_UNIT})"
    r"(?![一-龥]?报|级|度[内末底])(?!(?<=分)[钟之公类期别米])"
)

_AT_LEAST = "高于或者?等于|大于或者?等于|大于等于|不低于|不少于|不小于|达到|已?满|达"
_MORE = "超过|高于|多于|大于|超出"
_AT_MOST = "低于或者?等于|小于或者?等于|小于等于|不超过|不高于|不多于"
_LESS = "低于|不满|不足|未满|少于|小于|不到|未达到|没到|没满"
_BOUND = re.compile(
    rf"(?P<at_most>{_AT_MOST})?(?P<at_least>(?<![不未没])(?:{_AT_LEAST}))?(?P<less>{_LESS})?(?P<more>(?<!不)(?:{_MORE}))?"
    rf"{_AMOUNT}(?:[（(]含[^）)]*[）)])?(?P<up>及?以上)?(?P<down>及?以下|以内)?"
)
_FROM_TO = re.compile(
    rf"(?<![\d.第一二三四五六七八九十百千])(?P<from>{_NUMBER})\s*(?:{_UNIT})?(?:[（(][^（）()]*[）)])?(?:以上)?\s*[至到\-—－~～]\s*{_AMOUNT}"
)
"""800分（含）至850分的."""

_SAID = re.compile(
    rf"(?P<less>{_LESS})?(?P<more>{_MORE})?(?:(?P<from>{_NUMBER})(?:{_UNIT})?[到至\-~—])?{_AMOUNT}(?P<up>以上)?(?P<down>以下|以内)?"
)
_CASE = re.compile(r"的[一-龥]{0,8}$")
_RULES = re.compile(r"罚|处(?=[一二三四五六七八九十两百千\d])|奖励|补[助贴]|给予")
_PARTS = re.compile(r"[，,；;。：:]")
_KIN = "爷奶姥爸妈公婆父母伴哥姐弟妹叔伯姨舅姑"
"""Of whom a bare number says how old they are: 我爷爷85了."""

_SPOKEN = (
    (re.compile(r"([一两二三四五六七八九十])年半"), r"\1年"),
    (re.compile("半年"), "6个月"),
    (re.compile(r"今年(?:已经|都|快|刚|正好)?(\d{2,3}|[一-九]十[一-九]?)(?![\d岁周年月日号个%])"), r"\1岁"),
    (re.compile(rf"(?<=[{_KIN}])(?:已经|都|快|刚|满)*(\d{{2,3}})(?=了|[，,。、？?]|$)"), r"\1岁"),
    (re.compile(r"(?:过|超过?|上)千万(?!元)"), "超过1000万元"),
    (re.compile(r"(?:过|超过?|上)百万(?!元)"), "超过100万元"),
    (re.compile(r"(?:过|超过?|上)亿(?!元)"), "超过1亿元"),
    (re.compile(r"(?<=[过超达满到于])了?([一两二三四五六七八九十百\d.]+)个?亿(?![元吨千立度件人次瓦平斤])"), r"\1亿元"),
)
"""How people say a number, and how the cases print it: 今年八十, 补助过千万."""

_OF_AGE = re.compile(
    rf"(?P<low>{_NUMBER})(?:周岁|岁)?(?:以上)?(?:[至到\-—－~～]+|(?:不满|未满|以上不足)(?={_NUMBER}))(?P<high>{_NUMBER})(?:周岁|岁)|"
    rf"(?P<from>{_NUMBER})(?:周岁|岁)(?:[（(]含[^）)]*[）)])?及?以上|(?P<under>{_NUMBER})(?:周岁|岁)(?:[（(]含[^）)]*[）)])?及?以下|"
    rf"(?:放宽[至到为]|不超过|不得超过|未满|不满)(?P<at_most>{_NUMBER})(?:周岁|岁)"
)
"""A range of ages is a case wherever it stands: 70至79周岁老年人, 100周岁以上, 女性可放宽至38周岁."""

_WHETHER = re.compile(r"超没超|够不够|超不超|能不能|可不可以|能否|可否|是否|(?:能|可以|行|够|算)[^，。？]{0,14}[吗么]")
"""Whether a number will do is told by the bound that it lies beyond as well."""

_DAY_OF_MONTH = re.compile(r"\d{1,2}月\s*\d{1,2}日")
_BIT = 1e-6


class _Value(NamedTuple):
    """A number of a question in its base unit."""

    at: float
    unit: str


class _Range(NamedTuple):
    low: float
    high: float
    unit: str


def by_number(question: str, text: str) -> float:
    """A factor for a sentence: of the case that a number of the question falls into, of another one, or of none."""
    values = _values(question)
    if not values:
        return 1.0
    cases = [
        case for part in _PARTS.split(text) if _CASE.search(part) and not _RULES.search(part) for case in _cases(part)
    ]
    cases += _ages(text) if any(value.unit == "岁" for value in values) else []
    told = [(value, case) for value in values for case in cases if value.unit == case.unit]
    if not told:
        return 1.0
    if any(case.low <= value.at <= case.high for value, case in told):
        return INSIDE
    return 1.0 if _WHETHER.search(question) else OUTSIDE


@lru_cache(maxsize=512)
def _values(question: str) -> tuple[_Value, ...]:
    text = _DAY_OF_MONTH.sub(" ", question)
    for spoken, printed in _SPOKEN:
        text = spoken.sub(printed, text)
    found = []
    for one in _SAID.finditer(text):
        at, unit = _measured(one)
        if unit == "月" and one["unit"] == "年" and at > 100 * 12:
            continue
        if one["from"]:
            at = (at + _number(one["from"]) * _UNITS[one["unit"]][1]) / 2
        at += _BIT * (bool(one["more"] or one["up"]) - bool(one["less"] or one["down"]))
        found.append(_Value(at, unit))
    return tuple(found)


def _cases(part: str) -> list[_Range]:
    """The ranges that the words of a case set, bounds in one unit taken together."""
    bounds: dict[str, tuple[float, float]] = {}
    for one in _FROM_TO.finditer(part):
        high, unit = _measured(one)
        bounds[unit] = (_number(one["from"]) * _UNITS[one["unit"]][1], high - _BIT)
    for one in _BOUND.finditer(_FROM_TO.sub(" ", part)):
        at, unit = _measured(one)
        low, high = bounds.get(unit, (-math.inf, math.inf))
        if one["at_most"] or one["down"]:
            high = at
        elif one["less"]:
            high = at - _BIT / 2
        elif one["at_least"] or one["up"]:
            low = at
        elif one["more"]:
            low = at + _BIT / 2
        else:
            continue
        bounds[unit] = (low, high)
    return [_Range(low, high, unit) for unit, (low, high) in bounds.items()]


def _ages(text: str) -> list[_Range]:
    """The ranges of ages that a sentence names; who is 79 until the next birthday is within 70至79周岁."""
    found = list[_Range]()
    for one in _OF_AGE.finditer(text):
        low = one["low"] or one["from"]
        high = one["high"] or one["under"] or one["at_most"]
        top = _number(high) + (1 - _BIT if one["high"] else 0) if high else math.inf
        found.append(_Range(_number(low) if low else 0.0, top, "岁"))
    return found


def _measured(found: re.Match[str]) -> tuple[float, str]:
    unit, size = _UNITS[found["unit"]]
    return _number(found["number"]) * size, unit


def _number(said: str) -> float:
    return float(said) if said[0].isdigit() else float(number_of(said))
