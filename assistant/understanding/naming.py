"""Which documents a question names, in the ways people name them.

By title or a good part of it, by document number (苏科发11号), by place (江苏, 江苏省),
by the area a title names (起步区), by issuer or by level (国家, 九部门).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.understanding.catalogue import RUN, Catalogue, bare, catalogue_of, core, proper, runs
from assistant.understanding.groups_said import grouped
from assistant.understanding.issuers_said import issued
from assistant.understanding.meaning import asks_meaning
from assistant.understanding.short_forms import called
from corpus.models import DocumentSummary
from corpus.places import PROVINCES, places_in, province_of
from corpus.short_titles import aliases, area_names, district_names, own_names, plain_name
from corpus.vocabulary import Level

TITLE_SHARE = 0.75
"""Of a title's characters, in one run, so many must stand in the question to name the document."""

TITLE_RUN = 7
"""... and no fewer than this, or a title of common words would be named by chance."""

SHORT_TITLE = 4
"""Characters of a title that names a document by standing in the question whole."""

_KIND_OF_DOCUMENT = re.compile(
    r"(?:的|工作的?)?(?:那份|这份|那个|这个)?(?P<kind>通知|公告|规定|办法|意见|方案|条例|细则|决定|通告|指南|指引|规程|导则|倡议书)"
)
_INSIDE = re.compile(r"中|里|上|规定|要求|明确|提出|的")
_BEGINS = re.compile(r"(?:^|[^一-龥A-Za-z0-9]|[和与跟及在对看按把问查的])$")
_RULE = re.compile(r"(?:条例|规定|办法|细则|规则|准则|法|决定|方案|规划|纲要|意见|通知)$")
_DOCUMENT_OF_STATE = r"国家的?(?:那份)?(?:方案|文件|层面|规划|意见|通知|办法)"
_NOT_OF_STATES = (
    r"(?<![些个几他达线外各一象进员伴洲盟约砖岛屿路多两关邻边名作])(?<!西方)(?<!东方)(?<!发展中)(?<!先进)(?<!新兴)(?<!主要)(?<!共建)"
    r"(?:(?<![”」』])(?<!申请)(?<!申报)(?<!争取)(?<!争创)(?<!创建)(?<!入选)(?<!列入)(?<!纳入)(?<!获批)(?<!获评)(?<!参与)(?<!参加)(?<!承担)(?<!哪项)|"
    rf"(?={_DOCUMENT_OF_STATE}))"
)
"""沿线国家, “一带一路”国家 are other states, 争创国家 a title; the document of the state says there that it is one."""

_NATIONAL = re.compile(
    rf"{_NOT_OF_STATES}国家(?!级|重点|高新|自主|技术创新|可持续|发展改革|发改|能源|实验|碳|核证|绿色|科技计划|标准|有关|低碳|电网|电投|中小|税务|卫生|医保|公园)|"
    r"[一二三四五六七八九十]+部门|全国(?!重点|人大|首|第一|领先|一流|性|知名|最|排|前|唯一|率先|有名|独)|中央(?!财政|企业)|部委|科技部(?!门)|国务院"
)
_BODY = re.compile(r"(?:科技部(?!门)|国务院|中央|部委)")
"""A body of the state: beside a document that is named it may only take part (与科技部一起, 依据国务院哪份意见)."""

_OF_BODY = re.compile(r"[和与跟、](?:科技部|国务院)的?(?:那份)?(?:方案|文件|通知)|(?:科技部|国务院)(?:等|的|那份|方案)")
_NUMBER = re.compile(r"([一-龥]{2,10}?)(?:[〔\[（(](\d{4})[〕\]）)])?第?(\d{1,5})号")

_ANNOUNCED = re.compile(r"([一-龥]{2,12})公告((?:19|20)\d{2})年第?(\d{1,4})号")
_SO_MANY_ITEMS = r"(?:的|那|这)?(?:\d{1,3}|[一二三四五六七八九十]{1,3})条(?:政策)?(?:意见|措施)?"
_SEQUENCE = re.compile(r"(?<![\d〔\[（(〕\]）)])(\d{1,5})号(?:文|通知|方案|意见)")
_OF_YEAR = re.compile(r"((?:19|20)\d{2})年(?:印发|发布|出台|下发|公布)?的?[那这](?:一?[份个])(?:文件|方案|通知|意见)?")


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
    catalogue = catalogue_of(library)
    return catalogue.remembered(("named", text), lambda: _named(text, catalogue))


def _named(text: str, catalogue: Catalogue) -> Named:
    library = catalogue.documents
    by_title = _by_title(text, catalogue)
    if len(by_title.documents) > 1:
        return by_title
    group = grouped(text, library)
    if group:
        return Named(group.documents, (group.words,))
    told = by_title if by_title.documents else _by_what_is_printed(text, library)
    forms = [*called(text, library), *issued(text, library)]
    if not by_title.documents and not forms:
        found = told if told.documents else _by_place(text, catalogue)
        return found if found.documents else _by_quoted(text, library)
    documents = dict.fromkeys((*told.documents, *(form.document for form in forms)))
    words = _apart(tuple(_with_city(word, text) for word in (*told.words, *(form.words for form in forms))))
    rest = text
    for word in words:
        rest = rest.replace(word, " ")
    rest = _without_whose(rest, tuple(documents))
    others = _by_place(rest, catalogue, beside=True)
    extra = tuple(document for document in others.documents if document not in documents)
    exact = not extra or others.exact
    return Named(_in_order([*documents, *extra], library), words + others.words, others.places, exact)


_WHOSE = re.compile(r"[^，。；、：？《》\s和与跟及同的]{2,20}(?=《\s*》)")


_DISTRICT = re.compile(r"[一-龥]{1,4}?[区县]")


def _with_city(word: str, text: str) -> str:
    """Words that begin with a district, with the city that the text says in front: 临江市北岸区供水公告."""
    cities = places_in(text) if _DISTRICT.match(word) else ()
    found = re.search(f"(?:{'|'.join(cities)})市?{re.escape(word)}", text) if cities else None
    return found.group() if found else word


def _without_whose(rest: str, documents: Sequence[DocumentSummary]) -> str:
    """石城市北区《 》: where the title that stood there is of that place, the place names no further documents."""
    places = {document.place for document in documents}
    return _WHOSE.sub(lambda found: " " if places & set(places_in(found.group())) else found.group(), rest)


def _by_what_is_printed(text: str, library: Sequence[DocumentSummary]) -> Named:
    """By document number, by the last part of one, or by a year that one document alone is of."""
    ways = (_by_number, _by_sequence, _by_year)
    return next((found for way in ways if (found := way(text, library)).documents), Named())


def short_name(document: DocumentSummary) -> str:
    """What to call a document beside the others of its library."""
    return document.label or plain_name(document)


def bare_title(document: DocumentSummary) -> str:
    """The title without the names of those who issue it in front, where white space sets them off."""
    title = document.title
    for found in re.finditer(r"\s+(?=关于|印发)", title):
        names = title[: found.start()].split()
        if all(name in document.issuers or name.endswith(_ISSUING) for name in names):
            return title[found.end() :]
    return title


_ISSUING = ("厅", "局", "委", "部", "会", "府", "院", "署", "银行", "办公室", "集团", "党委")


def _by_title(text: str, catalogue: Catalogue) -> Named:
    found: list[tuple[float, DocumentSummary, str]] = []
    said = runs(text, TITLE_RUN)
    for document in catalogue.titled(text):
        title = bare(document.title)
        if _said_whole(document.title, text):
            found.append((1.0, document, proper(document.title)))
        elif not said.isdisjoint(runs(title, TITLE_RUN)):
            common = longest_common(title, text)
            if len(common) >= TITLE_SHARE * len(title):
                found.append((len(common) / len(title), document, common))
    if not found:
        return _by_part_of_title(text, catalogue)
    # A title that stands there in full is meant, also where it is the end of a longer one.
    best = max(share for share, _, _ in found)
    agreeing = [one for one in found if _place_agrees(text, one[1])] or found
    chosen = [one for one in agreeing if one[0] == best] or agreeing
    return Named(tuple(document for _, document, _ in chosen), _apart([word for _, _, word in chosen]))


def _apart(words: Sequence[str]) -> tuple[str, ...]:
    """Each stretch of the question once, those inside another left out."""
    return tuple(word for word in dict.fromkeys(words) if not any(word in other and word != other for other in words))


def _by_part_of_title(text: str, catalogue: Catalogue) -> Named:
    """慈善捐赠管理通知: a run of the title of one document alone, and what kind of document it is."""
    documents: list[DocumentSummary] = []
    words: list[str] = []
    for kind in _KIND_OF_DOCUMENT.finditer(text):
        before = text[: kind.start()]
        held = [one for one in catalogue.with_run(before[-RUN:]) if kind["kind"] in one.title]
        ends = [(_run_at_end(bare(one.title), before), one) for one in held]
        longest = max((len(run) for run, _ in ends), default=0)
        named = [one for run, one in ends if run and len(run) == longest]
        # News of a guide hold its title too: what is called so itself is meant.
        inside = longest and _INSIDE.match(text, kind.end())
        called = [one for one in named if inside and bare(one.title).endswith(before[-longest:] + kind["kind"])]
        named = called or named
        if longest >= RUN and len(named) == 1 and named[0] not in documents:
            documents += named
            words.append(before[-longest:] + kind.group())
    return Named(_in_order(documents, catalogue.documents), tuple(words))


def _run_at_end(title: str, before: str) -> str:
    """The longest run that ends `before` and stands in a title; with more of a name in front it is another's."""
    for length in range(min(len(before), len(title)), RUN - 1, -1):
        if before[-length:] in title:
            return before[-length:] if _BEGINS.search(before[:-length]) else ""
    return ""


def _said_whole(title: str, text: str) -> bool:
    """A short title counts where it stands in full and can be nothing else: 快递暂行条例, 反食品浪费法."""
    name = proper(title)
    if len(name) < SHORT_TITLE or not _RULE.search(name):
        return False
    kept = core(name)
    return name in text or (len(kept) > TITLE_RUN and kept in text.replace("的", ""))


def _place_agrees(text: str, document: DocumentSummary) -> bool:
    named = places_in(text)
    return not named or document.place in named or any(alias in text for alias in aliases(document))


@lru_cache(maxsize=4096)
def longest_common(title: str, text: str) -> str:
    """The longest run of characters of `title` that stands in `text`."""
    best = ""
    for start in range(len(title)):
        while start + len(best) < len(title) and title[start : start + len(best) + 1] in text:
            best = title[start : start + len(best) + 1]
    return best


def _by_number(text: str, library: Sequence[DocumentSummary]) -> Named:
    """苏科发〔2023〕11号, or 苏科发11号 as people shorten it; a year that is said must be the document's."""
    announced = _ANNOUNCED.search(text)
    if announced:
        same = [one for one in library if _same_announcement(announced, one)]
        return Named(tuple(same), (announced.group(),)) if same else Named()
    for found in _NUMBER.finditer(text):
        code, year, sequence = found.groups()
        for document in library:
            own = _NUMBER.fullmatch(re.sub(r"\s", "", document.number))
            if own is None or own.group(3) != sequence or (year and own.group(2) != year):
                continue
            if code.endswith(own.group(1)) or own.group(1) == code:
                return Named((document,), (found.group(),))
    return Named()


def _same_announcement(asked: re.Match[str], document: DocumentSummary) -> bool:
    """税务总局公告2020年第8号: several bodies may sign one, and the last of them is said."""
    own = _ANNOUNCED.search(re.sub(r"\s", "", document.number))
    if own is None or own.groups()[1:] != asked.groups()[1:]:
        return False
    return own.group(1).endswith(asked.group(1)) or asked.group(1).endswith(own.group(1))


def _by_sequence(text: str, library: Sequence[DocumentSummary]) -> Named:
    """157号文: the last part of a number, where one document alone has it."""
    found = _SEQUENCE.search(text)
    return _only(found, [one for one in library if found and _sequence(one) == found.group(1)])


def _sequence(document: DocumentSummary) -> str:
    own = _NUMBER.fullmatch(re.sub(r"\s", "", document.number))
    return own.group(3) if own else ""


def _by_year(text: str, library: Sequence[DocumentSummary]) -> Named:
    """2024年的那份, where one document alone is of that year."""
    found = _OF_YEAR.search(text)
    return _only(found, [one for one in library if found and one.year == int(found.group(1))])


def _only(found: re.Match[str] | None, documents: Sequence[DocumentSummary]) -> Named:
    return Named(tuple(documents), (found.group(),)) if found and len(documents) == 1 else Named()


_TITLED = re.compile(r"《([^《》]*)》")


def _place_alone(titled: re.Match[str]) -> str:
    """What stands in title signs names a title, but for a place alone that took the room of one."""
    return titled[1] if places_in(titled[1]) == (titled[1],) else " "


def _by_place(text: str, catalogue: Catalogue, *, beside: bool = False) -> Named:
    """`beside`: is a document named already? A body of the state that is said then may only take part in it."""
    documents: list[DocumentSummary] = []
    words: list[str] = []
    places: list[str] = []
    exact = True
    said = text = without_goals(_TITLED.sub(_place_alone, text))
    for document in sorted(catalogue.placed(said), key=lambda document: document.level is not Level.COUNTY):
        area = area_names(document)
        alias = next((alias for alias in aliases(document) if alias in said), "")
        district = district_names(document)
        by_area = alias in (*area, *district) or document.level is not Level.COUNTY
        if not alias or not (by_area or catalogue.with_alias(alias) == 1):
            continue
        documents.append(document)
        if alias in area:
            # 绍兴滨海新区 names the area: the city in front of it names no document of its own.
            said = re.sub(rf"{document.place}市?[一-龥]{{0,8}}?{alias}|{alias}", " ", said)
        else:
            exact = False
            own = own_names(document)
            places.append(district[-1] if alias in district else own[-1] if alias in own else document.place)
        name = _with_count(alias, text)
        if alias in district and (whole := _with_city(name, text)) != name:
            name, said = whole, said.replace(whole, alias)
        if name not in words:
            words.append(name)
    above = _PROVINCE_ABOVE.search(text)
    over = _province_over(documents, catalogue) if above else None
    if above and over:
        documents.append(over)
        words.append(above.group())
        places.append(over.place)
    national = catalogue.national
    found = _NATIONAL.search(text)
    takes_part = bool((documents or beside) and found and _BODY.match(found.group()) and not _OF_BODY.search(text))
    if found and not takes_part and len(national) == 1 and national[0].level is Level.NATIONAL:
        documents += national
        level = re.match(r"国家|[一-龥]+部门", found.group())
        words.append(level.group() if level else found.group())
    return Named(_in_order(documents, catalogue.documents), tuple(words), tuple(dict.fromkeys(places)), exact)


_QUOTED = re.compile(r"[“「\"]([^“”「」\"]{3,12})[”」\"]")


def _by_quoted(text: str, library: Sequence[DocumentSummary]) -> Named:
    """“临江英才”怎么申报: the one document whose title prints what the question puts in quotation marks."""
    for found in () if asks_meaning(text) else _QUOTED.finditer(text):
        called = [one for one in library if found[1] in one.title]
        if len(called) == 1:
            return Named((called[0],), (found.group(),), exact=False)
    return Named()


_CALLED_SO = "".join(f"(?<!{name})" for name in PROVINCES)
_PROVINCE_ABOVE = re.compile(
    rf"(?<![全本外各跨出进入邻]){_CALLED_SO}省(?:里|上|级层面|(?:级|的)?那份|级?(?:方案|文件))"
)


def _province_over(named: Sequence[DocumentSummary], catalogue: Catalogue) -> DocumentSummary | None:
    """省里, beside a city or a zone: the one document of its province."""
    homes = {province_of(document.place) for document in named if document.level is not Level.PROVINCIAL}
    found = [one for one in catalogue.documents if one.level is Level.PROVINCIAL and one.place in homes]
    return found[0] if len(found) == 1 and found[0] not in named else None


_TOWARDS = r"(?:赴|驰援|支援|援助|援|来自|途经|往返|(?:搬|迁|挪|调|转)[一-龥]{0,2}?(?:去|到|往|回|至)了?)"
_LEFT = r"(?:从|打)(?={}[省市县区]?(?:搬|迁|转|调|过来|回|引进|来))"
_TAKEN_BACK = re.compile(r"退[还回吗不]|要退|还[给回]|返还|收回|追回")


def without_goals(text: str) -> str:
    """Beside a place whose document is meant, one that people go to or come from names none: 云南对赴湖北的医务人员.

    Where what was given has to be paid back, the place that people move to gave nothing.
    """
    places = places_in(text)
    left = [place for place in places if re.search(_LEFT.format(place), text)]
    if 0 < len(left) < len(places):
        text = re.sub(f"(?:从|打)(?:{'|'.join(left)})", " ", text)
        places = places_in(text)
    goals = [place for place in places if re.search(f"{_TOWARDS}{place}", text)]
    alone = len(goals) == len(places) and _TAKEN_BACK.search(text)
    return (
        re.sub(f"{_TOWARDS}(?:{'|'.join(goals)})", " ", text) if goals and (alone or len(goals) < len(places)) else text
    )


def _with_count(alias: str, text: str) -> str:
    """The place and how many items its document has, where people call it by both: 遂宁20条."""
    found = re.search(re.escape(alias) + _SO_MANY_ITEMS, text)
    return found.group() if found else alias


def _in_order(documents: Sequence[DocumentSummary], library: Sequence[DocumentSummary]) -> tuple[DocumentSummary, ...]:
    chosen = {document.id for document in documents}
    return tuple(document for document in library if document.id in chosen)
