"""Whether two figures are said of the same thing, though documents name it in slightly different words."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.text import fold

_EQUAL_WORDS: tuple[tuple[str, str], ...] = (
    *(("占比", "比重"), ("比例", "比重"), ("消费量", "消费"), ("能耗", "能源消耗"), ("二氧化碳", "co2")),
    *(("国内生产总值(gdp)", "gdp"), ("地区生产总值", "gdp"), ("国内生产总值", "gdp")),
)
_NO_WEIGHT = re.compile(r"[“”\"'《》（）()、，的和与及]|力争|重点|主要|累计|全省|全市|全国|全区|我省|我市|起步区")
_RANK = re.compile(r"国家级|国家|省部级|省级|市级|县级|区级|世界级")
"""A national platform and a provincial one are two things, however like their names."""

_PLACELESS = frozenset({"全省", "全市", "全国", "全区", "我省", "我市", "我国", "我区", "本市", "本省", "起步区"})


@lru_cache(maxsize=65536)
def core(name: str) -> str:
    """A name reduced to what tells: width, case, quotation marks, small words and equal words levelled."""
    plain = fold(name).lower()
    for printed, equal in _EQUAL_WORDS:
        plain = plain.replace(printed, equal)
    return _NO_WEIGHT.sub("", plain)


def subject_core(subject: str) -> str:
    """Whose, reduced; "" where it is the place as a whole."""
    return "" if subject in _PLACELESS else core(subject)


def likeness(one: str, other: str) -> float:
    """From 0 to 1: the share of character pairs that two names, as `core` gives them, have in common."""
    if one == other:
        return 1.0 if one else 0.0
    pairs, others = _pairs(one), _pairs(other)
    if not pairs or not others or _ranks(one) != _ranks(other):
        return 0.0
    return 2 * len(pairs & others) / (len(pairs) + len(others))


def holds(longer: str, shorter: str) -> bool:
    """Does the longer name end in the shorter one: 以循环发展为主题的创新示范区 and 创新示范区?"""
    return bool(shorter) and longer.endswith(shorter)


class Gathering:
    """Names gathered into things: each goes to the likest name that came before it, or stands for a new thing.

    Names that share no character pair are never compared, so that thousands of names take no time.
    """

    def __init__(self, alike: float) -> None:
        self._alike = alike
        self._known: dict[str, int] = {}
        self._names: list[str] = []
        self._holding: dict[str, list[int]] = {}

    def thing(self, name: str) -> int:
        """The number of the thing that a name, as `core` gives it, stands for."""
        if name not in self._known:
            near = {at for pair in _pairs(name) for at in self._holding.get(pair, ())}
            likest = max(sorted(near), key=lambda at: likeness(name, self._names[at]), default=None)
            if likest is None or likeness(name, self._names[likest]) < self._alike:
                likest = self._begin(name)
            self._known[name] = likest
        return self._known[name]

    def _begin(self, name: str) -> int:
        self._names.append(name)
        at = len(self._names) - 1
        for pair in _pairs(name):
            self._holding.setdefault(pair, []).append(at)
        return at


@lru_cache(maxsize=65536)
def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[i : i + 2] for i in range(len(text) - 1))


@lru_cache(maxsize=65536)
def _ranks(name: str) -> frozenset[str]:
    return frozenset(_RANK.findall(name))
