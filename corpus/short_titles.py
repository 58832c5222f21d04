"""What to call documents beside each other: by level, place or area, and by a short title where that names several.

国家 says enough where one national document is there. Where there are two, each is called
by what its title has and the other titles have not: 错峰返程通知, 金融支持通知.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from corpus.models import DocumentSummary
from corpus.organisations import organisation_names
from corpus.places import MUNICIPALITIES, PROVINCES
from corpus.vocabulary import DocumentType, Level

LONGEST = 16
"""Characters of a short title; of a longer one the part is kept that tells most."""

EASY = 11
"""Characters of a part that is short enough as it is."""

MOST = 24
"""Characters of a part that cannot be cut where words end."""

LEAST = 4
"""Characters of a part that says enough alone."""

SHARED = 4
"""Characters in a row that other titles have too, at which a long part may be cut."""

AREA = re.compile(r"(起步区|新区|开发区|高新区|自贸区|示范区|管委会|自治州|自治县)")

_DISTRICT = re.compile(
    r"(?:^|[省市州])(?P<name>(?!自治|[市省州致])[一-龥]{2,3}?)(?P<kind>[区县旗])(?![一-龥]?[、，和级域块间别内])"
)
_SHORT_COUNTY = re.compile(
    r"(?:^|[省市州])(?P<name>(?![各全本该我某每两三几多跨郊])[一-龥]县)(?![级域城乡内块间别区以、，和])"
)
"""房县, 曹县: without its kind the name is no word."""

_ZONE = re.compile(
    r"(?:居民|住宅|工业|旅游|保护|试验|实验|功能|经济|生态|农业|科技|商务|保税|合作|[景社园片街校灾疫库矿])$"
)
"""What a part of any place is called, and no district by name."""

_AND = "(?<![中共饱总缓温祥])和(?![平谐])"
"""The word, and not the end of 碳中和."""

_KIND = re.compile(
    r"(?:的|有关)*(?:若干|(?:\d+|[一二三四五六七八九十]+)条)?(?P<kind>(?:政策|工作|具体)?措施|(?:实施|指导|政策)?意见|(?:实施|工作|行动)?方案|"
    r"(?:实施|管理|暂行)?办法|(?:实施)?细则|(?:行动|工作)?计划|(?:发展)?规划|(?:工作)?(?:通知|公告|通告)|规定|条例|决定|纲要|指引|指南)$"
)
_INSIDE = re.compile(r"(?:印发|转发|发布|公布|下发|批转)[^《》]*《([^《》]+)》")
_ISSUED_BY = re.compile(r"^[^《》]*?关于(?:印发|转发|发布|公布|下发|批转)?|^[一-龥]{2,14}[委府部厅局办]出台")
_ABOUT = re.compile(r"^(?:(?:印发|转发|发布|公布|下发|批转)|[的《])+")
_TRAILING = re.compile(
    r"(?:(?:相关|有关|若干|具体)?(?:工作|事项|问题|政策)|的|有关|相关|若干|积极|有序|有效|全力|全面|切实|"
    rf"充分|[，、与及]|{_AND})+$"
)
_LEADING = re.compile(
    r"^(?:进一步|切实|全力|充分|积极|有效|坚决|扎实|深入|全面|有序|统筹|认真|做好|加强|强化|加快|推进|推动|开展|"
    r"实施|落实|贯彻|应对|[，、和与及的])+"
)
_MEANWHILE = re.compile(r"^[^和与、]{0,24}?(?:期间|时期)(?:的|本市|本省|全市|全省|全国)?")
_JOINT = re.compile(
    rf"[，、\s]|(?:{_AND}|[与及])(?=[^和与及]{{2}})|(?<=[^，、和与及\s]{{4}})"
    r"(?=(?:支持|助力|促进|确保|保障|应对|打赢|打好|帮助|配合|推动|推进|做好|加强|加快|恢复)[^，、和与及\s]{2})"
)
_VERB = r"(?:支持|助力|促进|确保|保障|防控|应对|打赢|打好|帮助|推动|推进|做好|加强|加快|恢复|期间)"
_LEFT_OVER = re.compile(rf"(?<=\S{{4}}){_VERB}$")
"""A verb whose object was cut off behind it."""


_NAMED_ZONE = re.compile(
    r"^市?(?P<name>(?!国家|自由|经济|综合|高新|技术|产业)[一-龥]{2,3}?)(?:高新技术产业|高技术产业|经济技术)?(?P<kind>开发区|高新区|新区)"
)
"""A zone with a name of its own behind its city's: 火炬 of 中山火炬高新区."""


def area_names(document: DocumentSummary) -> tuple[str, ...]:
    """The zone that the title names, which can mean no other document: by its kind and by its own name."""
    zone = AREA.search(document.title)
    at = document.title.find(document.place) if document.place else -1
    named = _NAMED_ZONE.match(document.title[at + len(document.place) :]) if zone and at >= 0 else None
    own = (named["name"] + named["kind"], named["name"] + "区") if named else ()
    return (zone.group(1), *own) if zone else ()


def district_names(document: DocumentSummary) -> tuple[str, ...]:
    """The district or county that the title or an issuer names, with and without its kind; others may speak of it."""
    return _district(document.title, document.issuers) if document.level in (Level.COUNTY, Level.UNKNOWN) else ()


@lru_cache(maxsize=200_000)
def _district(title: str, issuers: tuple[str, ...]) -> tuple[str, ...]:
    if AREA.search(title):
        return ()
    said = filter(None, map(_DISTRICT.search, (title, *issuers)))
    own = next((found for found in said if not _ZONE.search(found["name"])), None)
    if own:
        return own["name"] + own["kind"], own["name"]
    short = _SHORT_COUNTY.search(title)
    return (short["name"],) if short else ()


def aliases(document: DocumentSummary) -> tuple[str, ...]:
    """The names of the area, district, place and organisation a document is of, each kind longest first."""
    return (*_of_places(document), *own_names(document))


def own_names(document: DocumentSummary) -> tuple[str, ...]:
    """The names of the company, school or institute that issued a document."""
    return organisation_names(document.issuers[0]) if document.issuers else ()


def _of_places(document: DocumentSummary) -> tuple[str, ...]:
    names = list(area_names(document)) if document.level is Level.COUNTY else []
    names += district_names(document)
    if document.place and document.place != "全国":
        province = document.place in PROVINCES or document.level is Level.PROVINCIAL
        suffix = "省" if province and document.place not in MUNICIPALITIES else "市"
        names += [document.place + suffix, document.place]
    return tuple(names)


def plain_name(document: DocumentSummary) -> str:
    """By its area, place or level; a law, and what has none of them, by the title."""
    if document.document_type is DocumentType.LAW:
        return document.title.removeprefix("中华人民共和国")
    if document.level is Level.NATIONAL:
        return "国家"
    names = _of_places(document)
    if not names:
        return document.title
    return _zone_of_place(names[0], document) if document.level is Level.COUNTY else names[-1]


def _zone_of_place(zone: str, document: DocumentSummary) -> str:
    """宝鸡高新区 where the title says so: every city has a 高新区."""
    if zone not in area_names(document) or not document.place:
        return zone
    return document.place + zone if re.search(rf"{re.escape(document.place)}市?{zone}", document.title) else zone


def labelled(documents: Sequence[DocumentSummary]) -> tuple[DocumentSummary, ...]:
    """The documents with the names that tell each from all others; its own place and level do where they can."""
    plain = {one.id: plain_name(one) for one in documents}
    shared = Counter(plain.values())
    unclear = [one for one in documents if shared[plain[one.id]] > 1 or plain[one.id] == one.title]
    short = _short_titles([one for one in unclear if one.document_type is not DocumentType.LAW], documents)
    named = {one.id: short.get(one.id, plain[one.id]) for one in documents}
    named |= _told_apart(named, documents)
    return tuple(replace(one, label=named[one.id]) for one in documents)


def _told_apart(named: Mapping[str, str], documents: Sequence[DocumentSummary]) -> dict[str, str]:
    """New names for those that share one: by what their titles have among each other, else by number or date."""
    alike: dict[str, list[DocumentSummary]] = {}
    for one in documents:
        alike.setdefault(named[one.id], []).append(one)
    found: dict[str, str] = {}
    for name, group in alike.items():
        if len(group) > 1:
            among = _short_titles([one for one in group if one.document_type is not DocumentType.LAW], group)
            apart = len(set(among.values())) == len(group) and set(among.values()).isdisjoint(named.values())
            found |= among if apart else {one.id: _numbered(name, one, group) for one in group}
    return found


def short_title(title: str, others: Iterable[str] = ()) -> str:
    """A title without its issuers and the frame of a notice, cut to what the other titles have least of."""
    return _short(title, _Stretches.of((title, *others)))


class _Stretches:
    """In how many titles each stretch of two and of four characters stands."""

    def __init__(self, counts: Counter[str]) -> None:
        self._counts = counts

    @classmethod
    def of(cls, titles: Iterable[str]) -> _Stretches:
        bare = set(map(_inside, titles))
        return cls(Counter(one for title in bare for size in (2, SHARED) for one in set(_runs(title, size))))

    def worth(self, words: str) -> float:
        """How much some words tell: more the fewer titles have them, little more the longer they are."""
        found = set(_runs(words, 2))
        return sum(1 / max(1, self._counts[pair]) ** 2 for pair in found) / math.sqrt(max(1, len(found)))

    def shared(self, text: str) -> int:
        """How many characters at the start of a text other titles have in a row."""
        alike = 0
        while self._counts[text[alike : alike + SHARED]] > 1:
            alike += 1
        return alike + SHARED - 1 if alike else 0


def _short(title: str, stretches: _Stretches) -> str:
    whole = _inside(title)
    core, kind = _core(whole)
    if not kind or len(core) < 2:
        return _cut(_solid(whole))
    if len(_solid(core)) + len(kind) <= LONGEST:
        return _solid(core) + kind
    return _cut(_telling(core, stretches) or _tail(core)) + kind


def _short_titles(unclear: Sequence[DocumentSummary], documents: Sequence[DocumentSummary]) -> dict[str, str]:
    stretches = _Stretches.of(one.title for one in documents) if unclear else _Stretches(Counter())
    return {one.id: _of_its_place(one, _short(one.title, stretches)) for one in unclear}


def _of_its_place(document: DocumentSummary, name: str) -> str:
    place = "" if document.level is Level.NATIONAL else document.place
    return name if place in name else place + name


def _numbered(name: str, document: DocumentSummary, alike: Sequence[DocumentSummary]) -> str:
    """The name with what tells it from its like: the number, the date, the title, the name of the file, or its id."""
    for told in ("number", "date", "title", "name"):
        values = [getattr(one, told) for one in alike]
        if all(values) and len(set(values)) == len(values):
            return f"{name}（{getattr(document, told)}）"
    return f"{name}（{document.id[:6]}）"


def _inside(title: str) -> str:
    """What a notice hands on, or the title without the issuers in front and the brackets behind."""
    inside = _INSIDE.search(title)
    bare = inside.group(1) if inside else title
    bare = re.sub(r"[（(][^（）()]*[）)]\s*$", "", bare).strip("《》 ")
    return _ABOUT.sub("", _ISSUED_BY.sub("", bare)).strip()


def _core(title: str) -> tuple[str, str]:
    """What a document is about, and the word for its kind: 若干措施的通知 is 措施."""
    bare = re.sub(r"(?:(?<=措施|意见|方案|办法|规划|计划|细则))的?通知$", "", title)
    found = _KIND.search(bare)
    kind = found["kind"] if found else ""
    return _bare(bare[: found.start()] if found else bare), kind


def _bare(words: str) -> str:
    """Words without what every title has at its ends: 进一步做好 ... 有关工作."""
    return _LEADING.sub("", _TRAILING.sub("", _MEANWHILE.sub("", _LEADING.sub("", words)))).strip()


def _telling(core: str, stretches: _Stretches) -> str:
    """The part that tells most; nothing where no part is long enough."""
    parts = (part for part in map(_bare, _parts(core, stretches)) if _says_enough(part))
    best = _solid(max(parts, default="", key=stretches.worth))
    behind = best[best.rfind("的") + 1 :]
    return behind if len(best) > LONGEST and len(behind) >= LEAST else best


def _says_enough(part: str) -> bool:
    return len(part) >= LEAST and len(re.sub(_VERB, "", part)) >= 2


def _parts(core: str, stretches: _Stretches) -> Iterator[str]:
    """A title cut where its words are joined; a long part of it also where what other titles have begins or ends."""
    for piece in _JOINT.split(core):
        at = start = 0
        while len(piece) > EASY and at < len(piece):
            alike = stretches.shared(piece[at:])
            if alike:
                yield from (_LEFT_OVER.sub("", piece[start:at]), piece[at : at + alike])
                start = at + alike
            at += alike or 1
        yield piece[start:]


def _tail(core: str) -> str:
    """The end of a title that has nothing of its own, from where words are joined on."""
    bare = _solid(core)
    starts = [found.end() for found in re.finditer(r"[的和与及、]|" + _JOINT.pattern, bare)]
    return next((bare[at:] for at in starts if len(bare) - at <= LONGEST - LEAST), bare[-LONGEST + LEAST :])


def _cut(words: str) -> str:
    return words if len(words) <= MOST else f"{words[: MOST - 1]}…"


def _solid(words: str) -> str:
    return re.sub(r"[\s《》]", "", words)


def _runs(text: str, size: int) -> list[str]:
    return [text[at : at + size] for at in range(len(text) - size + 1)]
