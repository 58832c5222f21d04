"""What a question tells of whoever asks before it asks: 我们厂2023年评上的，能领多少.

Its years are those of the case: nothing is asked about them. Where he is says only whose rules hold.
"""

from __future__ import annotations

import re

_TELLER = (
    r"(?:(?:我|咱|俺)们?(?!们?(?:省|市|县|区|国|镇|乡|村|校|部|厅|局|委|院|州|旗))|本人|自己|家里|孩子|娃|老[爸妈公婆伴]|"
    r"[爸妈爷奶]|媳妇|儿子|女儿|闺女|爱人|刚刚?|头一[回次]|第一[回次])"
)
_NO_CASE = r"目标|任务|计划|指标|要求|规定|标准|率|比例|总量|规模|面积|产值|问|想知道|了解|查|打听|帮我"
"""Words of a question on the document itself, or of asking as such."""

_YEAR = r"(?:(?:19|20)\d{2}年?|前年|去年|上一年|今年|明年)"
_ASKS = re.compile(
    r"谁|哪|多少|几|什么|啥|怎|如何|咋|何时|是否|可否|能否|[吗呢]|有没有|(?P<one>[能要算够会行该])不(?P=one)|可不可以|还?能"
)
_CLAUSES = re.compile(r"[^，,。；;！!？?]+")
_CASE = re.compile(rf"{_TELLER}(?![^，]*(?:{_NO_CASE}))[^，]*{_YEAR}|{_YEAR}(?![^，]*(?:{_NO_CASE}))[^，]*{_TELLER}")
_IN_ONE_BREATH = re.compile(
    rf"{_TELLER}[^，。？]{{0,10}}?{_YEAR}(?![^，]*(?:{_NO_CASE}))[^，。？]{{1,16}}?[的了过](?=(?:还|也|就|现在)?(?:能|可以|可不可以|有没有|算|够))"
)


def cases(text: str) -> tuple[tuple[int, int], ...]:
    """Where a question tells a case, as from and to: what stands before the part that asks."""
    found = list(_CLAUSES.finditer(text))
    asking = next((at for at, one in enumerate(found) if _ASKS.search(one.group())), 0)
    told = [one.span() for one in found[:asking] if _CASE.search(one.group())]
    told += [one.span() for one in _IN_ONE_BREATH.finditer(text)]
    return tuple(told)


def without_case(text: str) -> str:
    """A question with blanks for what it tells of a case."""
    for start, end in cases(text):
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def is_teller_in(text: str, place: str) -> bool:
    """Does whoever asks only say where he is (我公司在赣州): is it what holds for such as him that he asks?"""
    return bool(re.search(rf"{_TELLER}(?![^，]*(?:{_NO_CASE}))[^，。？]{{0,6}}?(?:在|住在?|是){place}", text))


_STATE_OFFICE = r"税务|海关|外汇管理|证监|气象|邮政管理|出入境"
"""Offices of the state in a place, which carry out its rules and make few of their own."""


def asks_state_office(text: str, place: str) -> bool:
    """Is it what an office of the state does in a place (大连税务局如何征税): by its rules?"""
    return bool(re.search(rf"{place}[省市]?(?:{_STATE_OFFICE})[局总关]?", text))
