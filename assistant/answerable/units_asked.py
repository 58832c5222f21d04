"""The unit that a question names: behind its indicator (Wh/kg), or as what a price is for (每平方米收多少).

A figure in another unit is no answer, be it ever so near: 3000万平方米 is no price of a square metre.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answerable.dimensions import NUMBER, any_of
from corpus.facts.units import UNITS

_ALIKE: tuple[tuple[str, ...], ...] = (
    ("千瓦时", "千瓦·时", "度", "kWh", "KWh"),
    ("瓦时", "Wh"),
    ("兆瓦时", "MWh"),
    ("千瓦", "kW", "KW"),
    ("兆瓦", "MW"),
    ("瓦", "W"),
    ("千克", "公斤", "kg"),
    ("克", "g"),
    ("毫克", "mg"),
    ("微克", "μg", "ug"),
    ("吨", "t"),
    ("吨标准煤", "吨标煤", "tce"),
    ("千克标准煤", "公斤标准煤", "kgce"),
    ("克标准煤", "gce"),
    ("兆帕", "MPa"),
    ("千帕", "kPa"),
    ("吉焦", "GJ"),
    ("兆焦", "MJ"),
    ("升", "L"),
    ("毫升", "mL", "ml"),
    ("立方米", "立方", "标准立方米", "标方", "方", "m³", "m3", "Nm³", "Nm3"),
    ("平方米", "平方", "平米", "㎡", "m²", "m2"),
    ("平方厘米", "cm²", "cm2"),
    ("米", "m"),
    ("公里", "千米", "km"),
    ("厘米", "公分", "cm"),
    ("毫米", "mm"),
    ("微米", "μm", "um"),
    ("纳米", "nm"),
    ("小时", "h"),
    ("秒", "s"),
    ("天", "日", "d"),
    ("年", "a"),
    ("伏", "V"),
    ("千伏", "kV"),
    ("安", "A"),
    ("毫安", "mA"),
    ("安时", "Ah"),
    ("赫兹", "Hz"),
    ("摄氏度", "℃", "°C"),
)
"""Ways of writing one unit."""

_SAME = {name: names for names in _ALIKE for name in names}
_MANY = r"[十百千万亿]{0,2}"
_IN_BRACKETS = re.compile(
    r"[（(](?:单位(?:是|为)?[：:]?)?(?P<unit>[^（）()]{1,14})[）)](?:(?:19|20)\d\d年?)?(?:目标)?(?:要求|定|是|为|有|到)*(?:多少|几)?[？?。]*$"
)
_PARTS = re.compile(r"[/／]|(?<!^)每")

_PRICED = "平方米|平方|平米|㎡|立方米|立方|标方|千瓦时|度电|度|吨|公里|亩|千瓦|瓦|吉焦|升|公斤|千克"
_PER = re.compile(
    rf"(?:每一?|元[/／]|(?:多少钱|几(?:块|毛|角|分)钱?|多少元)一?)(?P<per>{_PRICED})|"
    r"(?<![第哪任有某统期])一(?P<each>天|日|小时|夜|晚)(?=[^，。？]{0,5}(?:多少|几块|几元|几毛))|"
    rf"每(?:一|个)?(?P<time>天|日|小时|夜|晚)|一(?P<one>度电|平方米?|平米|立方米?|吨|公里|亩|千瓦时?|公斤|方(?=水|气|天然气))"
)
_PAID = re.compile(r"钱|元|块|价|费|收|补|奖|毛|租|罚|赔")
_MONEY = r"\d[\d.,]*\s*[百千万亿]?(?:元|角|分钱)|[一二三四五六七八九十百千万两]+元|免费|免收"


@lru_cache(maxsize=512)
def unit_in_brackets(question: str) -> str:
    """The unit that stands in brackets at the end of a question; "" where none does."""
    found = _IN_BRACKETS.search(question)
    unit = "".join(found["unit"].split()) if found else ""
    return unit if unit and all(_forms(part) for part in _PARTS.split(unit)) else ""


@lru_cache(maxsize=512)
def in_unit_asked(question: str) -> re.Pattern[str] | None:
    """A number in the unit that stands in brackets, where that is a compound or only abbreviated; else None."""
    unit = unit_in_brackets(question)
    parts = _PARTS.split(unit)
    if not unit or (len(parts) == 1 and unit.lstrip("百千万亿") in UNITS):
        return None
    first = any_of(_forms(parts[0]))
    if len(parts) == 1:
        return re.compile(rf"{NUMBER}\s*{_MANY}\s*(?:{first})(?![A-Za-z/／])")
    per = any_of(_forms(parts[-1]))
    return re.compile(
        rf"{NUMBER}\s*{_MANY}\s*(?:{first})\s*(?:[/／]|每)\s*(?:{per})|"
        rf"每(?:一|[\d百千万]+)?(?:{per})[^，。；]{{0,14}}?{NUMBER}\s*{_MANY}\s*(?:{first})"
    )


@lru_cache(maxsize=512)
def price_asked(question: str) -> re.Pattern[str] | None:
    """A sum for one of the unit that a price is asked for; None where none is."""
    found = _PER.search(question)
    if found is None or not _PAID.search(question):
        return None
    time = found["time"] or found["each"]
    if time:
        return _for_time(time)
    per = any_of(_forms((found["per"] or found["one"]).removesuffix("电")))
    return re.compile(
        rf"(?:{_MONEY})\s*(?:[/／]|每)\s*[百千万]?(?:{per})|每(?:一|[\d百千万]+)?(?:{per})[^，。；]{{0,18}}?(?:{_MONEY})|"
        rf"(?:{per})[^，。；]{{0,6}}免[费收]"
    )


def _for_time(unit: str) -> re.Pattern[str]:
    per = "小时|时" if unit == "小时" else "天|日|夜|晚"
    return re.compile(
        rf"[每一](?:人|名|位)?每?个?(?:{per})[^，。；]{{0,14}}?(?:{_MONEY})|"
        rf"(?:{_MONEY})\s*(?:[/／每·]\s*(?:人|名)?)+(?:{per})|"
        rf"日(?:均|工资|薪|租金|补助|津贴|标准)[^，。；]{{0,8}}?(?:{_MONEY})|按(?:{per})[^，。；]{{0,14}}?(?:{_MONEY})"
    )


def _forms(unit: str) -> tuple[str, ...]:
    """The ways of writing a unit, without its multiplier; none where it is no unit."""
    bare = unit.lstrip("百千万亿") if unit not in _SAME else unit
    if bare in _SAME:
        return _SAME[bare]
    return (bare,) if bare in UNITS else ()
