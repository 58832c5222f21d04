"""Which documents a question names, in the ways people name them.

By title or a good part of it, by document number (苏科发11号), by place (江苏, 江苏省),
by the area a title names (起步区), by issuer or by level (国家, 九部门).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.models import DocumentSummary
from corpus.places import MUNICIPALITIES, PROVINCES, places_in
from corpus.vocabulary import Level

TITLE_SHARE = 0.75
"""Of a title's characters, in one run, so many must stand in the question to name the document."""

_AREA = re.compile(r"(起步区|新区|开发区|高新区|自贸区|示范区|管委会|自治州|自治县)")
_NATIONAL = re.compile(
    r"国家(?:那份|这份|层面|级的?方案|的?方案|的?双碳|的?科技|的?《|咋|怎么|看重|希望|部署|要求|"
    r"的?政策解读|科技部)|国家(?=[、，和与跟])|(?<=[、，和与跟])国家|"
    r"[一二三四五六七八九十]+部门|全国|中央|部委|科技部|国务院|^国家"
)
_NUMBER = re.compile(r"([一-龥]{2,10}?)(?:[〔\[（(](\d{4})[〕\]）)])?第?(\d{1,5})号")


@dataclass(frozen=True, slots=True)
class Named:
    """The documents named, the words that did it, and the places among those words.

    `exact` says that the words can mean these documents only (title, number, area,
    level); a place may as well be what other documents speak of.
    """

    documents: tuple[DocumentSummary, ...] = ()
    words: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    exact: bool = True

    @property
    def several(self) -> bool:
        """Are two or more documents named side by side, rather than many by one word?"""
        return len(self.documents) >= 2 and len(self.words) >= len(self.documents)


def named_documents(text: str, library: Sequence[DocumentSummary]) -> Named:
    """The documents that `text` names; none where it names none."""
    by_title = _by_title(text, library)
    if len(by_title.documents) == 1:
        others = _by_place(text.replace(by_title.words[0], " "), library)
        extra = tuple(document for document in others.documents if document not in by_title.documents)
        exact = not extra or others.exact
        return Named(by_title.documents + extra, by_title.words + others.words, others.places, exact)
    for found in (by_title, _by_number(text, library)):
        if found.documents:
            return found
    return _by_place(text, library)


def aliases(document: DocumentSummary) -> tuple[str, ...]:
    """The short names of one document, longest first."""
    names: list[str] = []
    area = _AREA.search(document.title) if document.level is Level.COUNTY else None
    if area:
        names.append(area.group(1))
    if document.place and document.place != "全国":
        suffix = "省" if document.place in PROVINCES and document.place not in MUNICIPALITIES else "市"
        names += [document.place + suffix, document.place]
    return tuple(names)


def short_name(document: DocumentSummary) -> str:
    """What to call a document beside others: its area, place, or level."""
    if document.level is Level.NATIONAL:
        return "国家"
    names = aliases(document)
    if not names:
        return document.title
    return names[0] if document.level is Level.COUNTY else names[-1]


def _by_title(text: str, library: Sequence[DocumentSummary]) -> Named:
    found: list[tuple[int, DocumentSummary, str]] = []
    for document in library:
        title = re.sub(r"\s|[（(][^（）()]*[）)]$", "", document.title)
        if len(title) < 6:
            continue
        common = _longest_common(title, text)
        if len(common) >= 7 and len(common) >= TITLE_SHARE * len(title):
            found.append((len(common), document, common))
    if not found:
        return Named()
    longest = max(size for size, _, _ in found)
    best = [(document, common) for size, document, common in found if size == longest]
    own = [pair for pair in best if _place_agrees(text, pair[0])]
    chosen = own or best
    return Named(tuple(document for document, _ in chosen), (chosen[0][1],))


def _place_agrees(text: str, document: DocumentSummary) -> bool:
    named = places_in(text)
    return not named or document.place in named or any(alias in text for alias in aliases(document))


@lru_cache(maxsize=4096)
def _longest_common(title: str, text: str) -> str:
    best = ""
    for start in range(len(title)):
        while start + len(best) < len(title) and title[start : start + len(best) + 1] in text:
            best = title[start : start + len(best) + 1]
    return best


def _by_number(text: str, library: Sequence[DocumentSummary]) -> Named:
    for found in _NUMBER.finditer(text):
        code, year, sequence = found.groups()
        for document in library:
            number = re.sub(r"\s", "", document.number)
            if (
                number
                and number.startswith(code[-3:])
                and number.endswith(f"{sequence}号")
                and (not year or year in number)
            ):
                return Named((document,), (found.group(),))
            if number and code.endswith(number.split("〔")[0]) and number.endswith(f"〕{sequence}号"):
                return Named((document,), (found.group(),))
    return Named()


def _by_place(text: str, library: Sequence[DocumentSummary]) -> Named:
    documents: list[DocumentSummary] = []
    words: list[str] = []
    places: list[str] = []
    exact = True
    for document in sorted(library, key=lambda document: document.level is not Level.COUNTY):
        area = _area_names(document)
        alias = next((alias for alias in aliases(document) if alias in text), "")
        by_area = alias in area or document.level is not Level.COUNTY
        if not alias or not (by_area or not _others_fit(alias, library, document)):
            continue
        documents.append(document)
        if alias not in area:
            exact = False
            places.append(document.place)
        if alias not in words:
            words.append(alias)
    national = [document for document in library if document.level is Level.NATIONAL]
    found = _NATIONAL.search(text)
    if found and len(national) == 1:
        documents += national
        said = re.match(r"国家|[一-龥]+部门", found.group())
        words.append(said.group() if said else found.group())
    return Named(_in_order(documents, library), tuple(words), tuple(dict.fromkeys(places)), exact)


def _area_names(document: DocumentSummary) -> tuple[str, ...]:
    area = _AREA.search(document.title)
    return (area.group(1),) if area else ()


def _others_fit(alias: str, library: Sequence[DocumentSummary], document: DocumentSummary) -> bool:
    return any(alias in aliases(other) for other in library if other is not document)


def _in_order(documents: list[DocumentSummary], library: Sequence[DocumentSummary]) -> tuple[DocumentSummary, ...]:
    chosen = {document.id for document in documents}
    return tuple(document for document in library if document.id in chosen)
