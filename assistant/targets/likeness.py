"""Whether two figures are said of the same thing, though documents name it in slightly different words."""

from __future__ import annotations

import re

from corpus.text import fold

_EQUAL_WORDS: tuple[tuple[str, str], ...] = (
    *(("占比", "比重"), ("比例", "比重"), ("消费量", "消费"), ("能耗", "能源消耗"), ("二氧化碳", "co2")),
    *(("国内生产总值(gdp)", "gdp"), ("地区生产总值", "gdp"), ("国内生产总值", "gdp")),
)
_NO_WEIGHT = re.compile(r"[“”\"'《》（）()、，的和与及]|力争|重点|主要|累计|全省|全市|全国|全区|我省|我市|起步区")
_RANK = re.compile(r"国家级|国家|省部级|省级|市级|县级|区级|世界级")
"""A national platform and a provincial one are two things, however like their names."""

_ALIKE = 0.8
_PLACELESS = frozenset({"全省", "全市", "全国", "全区", "我省", "我市", "我国", "我区", "本市", "本省", "起步区"})


def core(name: str) -> str:
    """A name reduced to what tells: width, case, quotation marks, small words and equal words levelled."""
    plain = fold(name).lower()
    for printed, equal in _EQUAL_WORDS:
        plain = plain.replace(printed, equal)
    return _NO_WEIGHT.sub("", plain)


def alike(one: str, other: str) -> bool:
    """Are the two names, as `core` gives them, those of one thing?"""
    return likeness(one, other) >= _ALIKE


def likeness(one: str, other: str) -> float:
    """From 0 to 1: the share of character pairs that two names have in common."""
    if one == other:
        return 1.0 if one else 0.0
    pairs, others = _pairs(one), _pairs(other)
    if not pairs or not others or set(_RANK.findall(one)) != set(_RANK.findall(other)):
        return 0.0
    return 2 * len(pairs & others) / (len(pairs) + len(others))


def holds(longer: str, shorter: str) -> bool:
    """Does the longer name end in the shorter one: 以循环发展为主题的创新示范区 and 创新示范区?"""
    return bool(shorter) and longer.endswith(shorter)


def same_subject(one: str, other: str) -> bool:
    """Are two subjects one, the place itself counting as none?"""
    return _subject(one) == _subject(other)


def _subject(name: str) -> str:
    return "" if name in _PLACELESS else core(name)


def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[i : i + 2] for i in range(len(text) - 1))
