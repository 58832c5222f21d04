"""Documents called by who issued them: 央行29号文, 税总14号文, 交通部那份通知, 人社部的社保减免通知.

People shorten the names of bodies by leaving characters out. The short name calls a
document where its characters stand in the issuer's name in that order, and where a number
or the word for the kind of document leaves one document only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache, partial

from assistant.understanding.catalogue import Catalogue, catalogue_of
from assistant.understanding.short_forms import SHORTEST, ShortForm, shortens
from corpus.models import DocumentSummary

LONGEST = 8
"""Characters of a short name that are looked through."""

_NUMBER = re.compile(
    r"(?:[〔\[（(]?(?P<year>(?:19|20)\d{2})[〕\]）)]?年?)?第?(?P<sequence>\d{1,5})号(?:文件|文|通知|公告|明电)?"
)
_OWN = re.compile(r"(?P<code>[一-龥]{2,12}?)(?:公告)?[〔\[（(]?(?P<year>\d{4})[〕\]）)]?年?第?(?P<sequence>\d{1,5})号")
_SAID_OF = re.compile(r"(?:(?:联合)?(?:印发|下发|发布|出台|发)的?|的)?(?:[那这](?:一?[份个])?)?")
_WORDS = r"(?P<words>[^，。；？?、和与跟及《》]{0,12}?)"
_KIND = re.compile(
    rf"{_WORDS}的?(?P<kind>通知|公告|通告|意见|措施|方案|办法|规定|决定|明电|文件|文(?![化旅物明艺书字件]))"
)
_ANY = frozenset({"文件", "文", "明电"})
_ENDS = frozenset("部委局办厅会行署院总府")
_WHOSE = re.compile(r"国家|中国|[一-龥]{2,8}?(?:省|市|自治区|自治州|县|区)(?=.)")
"""What stands in front of a body's own name."""

_OTHER_NAMES = {"央行": "人民银行", "国税总局": "税务总局"}
_JOINED = re.compile(r"号(?:文件|文|通知|公告|明电)?(?:[、，]|和|与|跟|及|以及)$")
_FOLLOWED = re.compile(r"(?:根据|依据|按照|依照|遵照|落实|按|据)$")
"""What is followed is the ground of a document, and none that is asked about."""


def issued(text: str, library: Sequence[DocumentSummary]) -> Iterator[ShortForm]:
    """The documents that `text` calls by their issuers, in the order in which it says them."""
    known = list(_by_number(text, library))
    yield from known
    catalogue = catalogue_of(library)
    for at in range(len(text)):
        found = _by_kind(text, at, catalogue)
        if found and not any(found.words in one.words or one.words in found.words for one in known):
            yield found


def issued_by(text: str, library: Sequence[DocumentSummary]) -> ShortForm | None:
    """The one document of the body that a text begins with: 科技部对孵化器怎么支持."""
    catalogue = catalogue_of(library)
    for end in range(min(len(text), LONGEST), 1, -1):
        if text[end - 1] not in _ENDS and text[:end] not in _OTHER_NAMES:
            continue
        by_them = _issued_by(text[:end], catalogue)
        if len(by_them) == 1:
            return ShortForm(by_them[0], text[:end])
    return None


def _by_number(text: str, library: Sequence[DocumentSummary]) -> Iterator[ShortForm]:
    """Every number with an issuer or its code in front that leaves one document only."""
    last: ShortForm | None = None
    for found in _NUMBER.finditer(text):
        numbered = [one for one in library if _has(one, found["sequence"], found["year"] or "")]
        last = _behind_issuer(text, found, numbered) or _one_more(text, found, numbered, last)
        if last is not None:
            yield last


def _behind_issuer(text: str, found: re.Match[str], numbered: Sequence[DocumentSummary]) -> ShortForm | None:
    """The one document of that number whose issuer or code stands in front of it; of several readings the longest."""
    before = text[max(0, found.start() - LONGEST) : found.start()]
    for length in range(len(before), 1, -1):
        name = before[-length:]
        meant = [one for one in numbered if _code(one).endswith(name) or _issues(name, one) or _runs_through(name, one)]
        if len(meant) == 1:
            return ShortForm(meant[0], name + found.group())
    return None


def _one_more(
    text: str, found: re.Match[str], numbered: Sequence[DocumentSummary], last: ShortForm | None
) -> ShortForm | None:
    """83号和102号文: a number that is joined to one goes on about its issuer."""
    if last is None or not _JOINED.search(text[: found.start()]):
        return None
    meant = [one for one in numbered if _code(one) == _code(last.document)]
    return ShortForm(meant[0], found.group()) if len(meant) == 1 else None


def _by_kind(text: str, at: int, catalogue: Catalogue) -> ShortForm | None:
    """The one document of a body that is named from `at` on, by the kind it is of and words of its title."""
    if _FOLLOWED.search(text[:at]):
        return None
    for end in range(min(len(text), at + LONGEST), at + 1, -1):
        if text[end - 1] not in _ENDS and text[at:end] not in _OTHER_NAMES:
            continue
        by_them = _issued_by(text[at:end], catalogue)
        kind = _KIND.match(text, _said_of(text, end)) if by_them else None
        if kind is None:
            continue
        pointed = _said_of(text, end) > end
        meant = _meant(by_them, text[at:end], kind["kind"], kind["words"])
        if len(meant) == 1 and (pointed or _close(meant[0], kind["kind"], kind["words"])):
            return ShortForm(meant[0], text[at : kind.end()])
    return None


def _said_of(text: str, at: int) -> int:
    found = _SAID_OF.match(text, at)
    return found.end() if found else at


def _meant(by_them: Sequence[DocumentSummary], name: str, kind: str, words: str) -> list[DocumentSummary]:
    """Those of that kind and words; of loose words those that the body issued, alone or as the first of several."""
    close = [one for one in by_them if _is_that(one, kind, words)]
    first = [one for one in by_them if _shortens_name(name, one.issuers[0])]
    return close or [one for one in first if _rings_of(one, words, kind)]


def _close(document: DocumentSummary, kind: str, words: str) -> bool:
    """工信部中试平台办法: with no 的 between them, body and kind call a document alone or around words of its title."""
    return not words or (len(words) >= SHORTEST and _is_that(document, kind, words))


def _rings_of(document: DocumentSummary, words: str, kind: str) -> bool:
    """Most characters of the words stand in the title in their order: 降电价 for 降低企业用电成本."""
    title = re.sub(r"\s", "", document.title)
    at, held = 0, 0
    for char in words:
        found = title.find(char, at)
        at, held = (found + 1, held + 1) if found >= 0 else (at, held)
    return kind in title and held >= 2 and 3 * held >= 2 * len(words)


def _is_that(document: DocumentSummary, kind: str, words: str) -> bool:
    title = re.sub(r"\s", "", document.title)
    if kind not in _ANY and kind not in title:
        return False
    return all(words[at : at + 2] in title or shortens(words[at : at + 2], title) for at in range(0, len(words) - 1, 2))


def _has(document: DocumentSummary, sequence: str, year: str) -> bool:
    own = _own(document)
    return own is not None and own["sequence"] == sequence and (not year or own["year"] == year)


def _code(document: DocumentSummary) -> str:
    own = _own(document)
    return own["code"] if own else ""


def _own(document: DocumentSummary) -> re.Match[str] | None:
    return _OWN.search(re.sub(r"\s", "", document.number))


def _runs_through(name: str, document: DocumentSummary) -> bool:
    """Do the characters stand in the code in that order, from its first one on: 财税 for 财政部税务总局公告?"""
    letters = iter(_code(document))
    return _code(document)[:1] == name[0] and all(char in letters for char in name)


def _issued_by(name: str, catalogue: Catalogue) -> Sequence[DocumentSummary]:
    """The documents of which a short name means an issuer."""
    return catalogue.remembered(("issued by", name), lambda: catalogue.issued(partial(_shortens_name, name)))


def _issues(name: str, document: DocumentSummary) -> bool:
    return any(_shortens_name(name, issuer) for issuer in document.issuers)


@lru_cache(maxsize=100_000)
def _shortens_name(name: str, issuer: str) -> bool:
    """Is it the issuer's name, or one with characters left out: 交通部 of 交通运输部, 税总 of 国家税务总局?"""
    whole = _OTHER_NAMES.get(name, name)
    if len(whole) < 2 or whole[-1] not in _ENDS:
        return False
    issuer = re.sub(r"\s", "", issuer)
    for start in {0, *(found.end() for found in [_WHOSE.match(issuer)] if found)}:
        letters = iter(issuer[start:])
        if issuer[start:].startswith(whole[0]) and all(char in letters for char in whole):
            return True
    return False
