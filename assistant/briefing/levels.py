"""Documents that a request names by how high they stand: 国家和各地, 各省, 国家怎么说、区里怎么落. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.models import DocumentSummary
from corpus.places import places_in, province_of
from corpus.vocabulary import Level

_STATE = r"(?:国家|中央|全国|国务院|部委|部里|上面)"
_EVERYWHERE = re.compile(
    rf"{_STATE}(?:层面|级)?(?:和|与|及|以及|、|到|跟|同)(?:各个?)?(?:地方|各地|地方上|下面|各省市?|省市)|(?:各地|地方)(?:和|与|及|、|跟)(?:国家|中央)|从(?:上到下|中央到地方)"
)
_THE_PLACES = re.compile(
    r"(?:各地|各省市|各个?地方|(?<=[、，和与])地方)(?=[怎如都又有在的、和与，]|布局|落实|部署|安排|打算|行动|做|干(?!部)|$)"
)
_SAID: tuple[tuple[Level, re.Pattern[str]], ...] = (
    (Level.NATIONAL, re.compile(rf"{_STATE}(?![级重高发自技科标能实公])")),
    (
        Level.PROVINCIAL,
        re.compile(
            r"(?<![一-龥])省(?=[、和与到]|里|级|上)|省里|各省|省级(?!高新|以上|创新|财政)|(?<=[、和与到])省(?=[、和与到])"
        ),
    ),
    (Level.MUNICIPAL, re.compile(r"市里|各市(?!场)|市级(?!载体|以上|财政)|(?<=[、和与到])市(?=[、和与到三四两])")),
    (Level.COUNTY, re.compile(r"区里|县里|区级|(?<=[、和与到])[区县](?=[、和与到三四两])")),
)
_ALL_OF = re.compile(r"各省|各市(?!场)")
_READER = re.compile(r"(?:给|供|向|报)[一-龥]{0,4}?[省市区县]里")
_SEVERAL = 2


def by_level(
    text: str, library: Sequence[DocumentSummary], named: Sequence[DocumentSummary] = ()
) -> tuple[DocumentSummary, ...]:
    """The documents of the levels that a request names, in the library's order; none where it names them otherwise.

    One level by itself names documents only where it says that all are meant (各省). Those that
    are `named` already stand for their level, and beside a place those of other provinces are
    not meant: 国家、省、区三级（山东这条线）.
    """
    if _EVERYWHERE.search(text):
        return tuple(library)
    said = _READER.sub("", text)
    levels = [level for level, words in _SAID if words.search(said)]
    if Level.NATIONAL in levels and _THE_PLACES.search(said):
        return tuple(library)
    if len(levels) < _SEVERAL and not _ALL_OF.search(said):
        return ()
    homes = {province_of(place) for place in (*places_in(said), *(one.place for one in named))} - {""}
    known = {one.level for one in named}
    found = [one for one in library if one.level in levels and (one.level not in known or _ALL_OF.search(said))]
    at_home = [one for one in found if one.level is Level.NATIONAL or province_of(one.place) in homes]
    return tuple(at_home if homes and at_home else found)
