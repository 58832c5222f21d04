"""Is a document about a place, so that what it says holds there?"""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.understanding.own_case import asks_state_office, is_teller_in
from corpus.models import Document, DocumentSummary
from corpus.places import places_in, province_of
from corpus.vocabulary import Level

HEAD = 300
"""Characters at the start of a document in which one mention of a place says that it is about it."""

_NAME = re.compile(r"[《“「]([^《》“”「」]{5,})[》”」]")
"""A name of fewer characters may be anybody's."""

_WHERE = re.compile(r"在(?:哪|什么地方)|哪[里儿]|地址|电话|窗口|地点")
_DISTRICT = r"[一-龥]{0,3}?(?:高新区|经开区|开发区|新区|(?<![本全市各地城社园])区|县|街道)"
_THE_WHOLE = re.compile(r"全[市省州盟县区国]|(?:我|本)[市省州县区]|截[至止]|累计|总计|合计|共有?\d")
_EVERYWHERE = re.compile(r"在?全国范围内?|各省(?!级)[、，]?(?:自治区|直辖市|市)?|各地区")


def holds_in(document: Document, clause: str, place: str) -> bool:
    """A place counts where the clause names it or says that it holds everywhere, or the document is about it."""
    if _EVERYWHERE.search(clause) and document.metadata.level is not Level.MUNICIPAL:
        return True
    return names(clause, place) or is_about(document, place)


def is_about(document: Document, place: str) -> bool:
    """Does a document name the place at its head, more than once, or as the only place it names?"""
    text = document.source.text
    if names(text[:HEAD], place) or text.count(place) >= 2:
        return True
    return place in text and places_in(text) == (place,)


def is_called_by_name(document: Document, question: str) -> bool:
    """Does a question quote, or put in title marks, what the document prints? Then it is meant, whatever its place."""
    called = ["".join(name.split()) for name in _NAME.findall(question)]
    if not called:
        return False
    printed = "".join(document.source.text.split())
    return any(name in printed for name in called)


def answers_for(document: Document, clause: str, place: str, question: str) -> bool:
    """May a clause answer for a place that no document of the library is of? Where it holds there, or is called for."""
    if (is_teller_in(question, place) or asks_state_office(question, place)) and is_over(document, place):
        return True
    if is_of_its_district(document, place, question):
        return True
    return holds_in(document, clause, place) or is_called_by_name(document, question)


def is_of_its_district(document: Document, place: str, question: str) -> bool:
    """Is a document that names no city in its title of the district that a question names with its city?"""
    found = re.search(rf"{place}市?([一-龥]{{2,7}}?[区县旗])(?![域块间别分])", question)
    title = document.metadata.title.text if document.metadata.title else ""
    return found is not None and found[1] in title and not places_in(title)


def is_over(document: Document, place: str) -> bool:
    """Is a document of the whole country, or of the province that a city lies in?"""
    level, of = document.metadata.level, document.metadata.place
    return level is Level.NATIONAL or (level is Level.PROVINCIAL and of == province_of(place))


def lies_there(document: Document, place: str, question: str) -> bool:
    """Does a question only say where the thing is (湖北在海南的基地), and its document print it?"""
    return bool(re.search(rf"[在到去往赴驻从]{place}", question)) and names(document.source.text, place)


def leaves_out(document: Document, place: str) -> bool:
    """Does a document say that it is not about the place: 各市（不含宁波）?"""
    return bool(re.search(rf"(?:不含|不包括|不包含)[^，。；]{{0,8}}{place}", document.source.text))


def counts_the_whole(sentence: str) -> bool:
    """Does a sentence count what there is in all: 全市建成加氢站14座? That tells nothing of one county of the city."""
    return bool(_THE_WHOLE.search(sentence))


def district_asked(question: str) -> str:
    """The district of a city that it is asked where something is in (合肥高新区); "" where none is."""
    if not _WHERE.search(question):
        return ""
    found = (re.search(rf"{place}市?({_DISTRICT})", question) for place in places_in(question))
    return next((one.group(1) for one in found if one), "")


def other_district(question: str, document: DocumentSummary, text_of: Callable[[str], str]) -> str:
    """The district of a city that is asked about, where the document is by its title of another; else ""."""
    of = _CITY_DISTRICT.search(document.title)
    said = (re.search(rf"{place}市?{_CITY_DISTRICT.pattern}", question) for place in places_in(question))
    asked = next((one for one in said if one), None)
    if asked is None or of is None or asked["district"] == of["district"]:
        return ""
    return "" if asked["district"] in text_of(document.id) else asked["district"]


def other_county(question: str, document: DocumentSummary, clause: str) -> str:
    """The county that a question begins with, where the document is by its title of another; "" where it is not."""
    asked, of = _COUNTY.match(question), _COUNTY.match(document.title)
    if asked is None or of is None or _NO_COUNTY.search(asked.group(1)) or _NO_COUNTY.search(of.group(1)):
        return ""
    county = asked.group(1)
    return "" if county == of.group(1) or county in f"{document.title}{clause}" else county


_CITY_DISTRICT = re.compile(
    r"(?P<district>(?![全各本这那该])[一-龥]{2}(?<!高新|经开|开发|保税|自贸|起步|先行|示范|试验|产业|工业|合作|功能|中心|老旧|新建|重点|农村)区)(?![域块间别分])"
)
"""江岸区, 硚口区; not 高新区, which any city may have."""

_COUNTY = re.compile(r"(?:在|[一-龥]{2,7}?[省市州])?([一-龥]{2,4}?县)(?![级城域长委里处以之际内外办区情])")
_NO_COUNTY = re.compile(
    r"[各全本我该某每哪些几个有的和与及或为由对将让是区市州业产缺]|贫困|脱贫|边境|民族|沿海|重点|示范|试点|先进|大县|强县"
)
"""各县, 国家级贫困县: no name of one."""


def other_zone(question: str, document: DocumentSummary, text_of: Callable[[str], str]) -> str:
    """The zone of a city that is asked about, where the document is by its title of another zone; else ""."""
    of = _ZONE.search(document.title)
    said = (re.search(rf"{place}市?(?:{_ZONE.pattern})", question) for place in places_in(question))
    asked = next((one for one in said if one), None)
    if asked is None or of is None or asked.lastgroup == of.lastgroup:
        return ""
    return "" if re.search(f"(?:{_ZONES[str(asked.lastgroup)]})", text_of(document.id)) else asked.group()


_ZONES = {
    "economic": "经开区|经济技术开发区|经济开发区",
    "high_tech": "高新区|高新技术产业开发区|高新技术开发区",
    "bonded": "保税区|综保区|综合保税区",
    "free_trade": "自贸区|自贸试验区|自由贸易试验区",
    "new": "(?<!高)新区",
}
"""Zones that a city may have beside each other, by their short and their full names."""

_ZONE = re.compile("|".join(f"(?P<{kind}>{names})" for kind, names in _ZONES.items()))


def names(text: str, place: str) -> bool:
    """Does a text name the place, or only a longer name that begins like it (上海合作组织)?"""
    return place in text and (place in places_in(text) or places_in(place) != (place,))


_WIDER = re.compile(r"全国|各省|各地|我[省市区州县]|除[^，。]{1,12}外")
"""The sentence is about more than the places it names, or about where its writer sits."""


def is_of(document: DocumentSummary, place: str) -> bool:
    """Is a document of a place, by its issuers or by its title?"""
    return document.place == place or names(document.title, place)


def is_of_elsewhere(document: DocumentSummary, sentence: str, place: str) -> bool:
    """Does a sentence speak of places in other provinces only, in a document that is not of the place?"""
    if is_of(document, place):
        return False
    said = places_in(sentence)
    home = province_of(place) or place
    away = all((province_of(one) or one) != home for one in said)
    return bool(said) and away and place not in sentence and not _WIDER.search(sentence)
