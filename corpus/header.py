"""What stands in front of the numbered clauses, and what a file says about itself.

Recognises the fields of GB/T 9704-2012 7.2 and 7.3 by their form: number 7.2.5,
title, addressees 7.3.2, signature and date 7.3.5, remarks. A field that is not
printed stays empty; nothing is inferred from a file's name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.models import DocumentDate, DocumentMetadata, DocumentNumber, Field, Span
from corpus.numbering import chinese_to_int
from corpus.places import place_and_level
from corpus.text import Line, visible_length
from corpus.vocabulary import DocumentType, Level

TYPE_WORDS: tuple[tuple[str, DocumentType], ...] = (
    ("政策解读", DocumentType.INTERPRETATION),
    ("答记者问", DocumentType.INTERPRETATION),
    ("解读", DocumentType.INTERPRETATION),
    ("决议", DocumentType.RESOLUTION),
    ("决定", DocumentType.DECISION),
    ("命令", DocumentType.ORDER),
    ("公报", DocumentType.COMMUNIQUE),
    ("公告", DocumentType.ANNOUNCEMENT),
    ("通告", DocumentType.PUBLIC_NOTICE),
    ("意见", DocumentType.OPINIONS),
    ("通知", DocumentType.NOTICE),
    ("通报", DocumentType.CIRCULAR),
    ("报告", DocumentType.REPORT),
    ("请示", DocumentType.REQUEST),
    ("批复", DocumentType.REPLY),
    ("议案", DocumentType.PROPOSAL),
    ("复函", DocumentType.LETTER),
    ("函", DocumentType.LETTER),
    ("纪要", DocumentType.MINUTES),
    ("方案", DocumentType.PLAN),
    ("规划", DocumentType.PLAN),
    ("计划", DocumentType.PLAN),
    ("纲要", DocumentType.PLAN),
    ("要点", DocumentType.PLAN),
    ("办法", DocumentType.MEASURES),
    ("措施", DocumentType.MEASURES),
    ("细则", DocumentType.MEASURES),
    ("规定", DocumentType.MEASURES),
    ("规则", DocumentType.MEASURES),
    ("指南", DocumentType.MEASURES),
    ("指引", DocumentType.MEASURES),
    ("规程", DocumentType.MEASURES),
    ("标准", DocumentType.MEASURES),
    ("倡议书", DocumentType.OTHER),
    ("公开信", DocumentType.OTHER),
    ("提醒", DocumentType.NOTICE),
    ("说明", DocumentType.OTHER),
    ("条例", DocumentType.LAW),
    ("法", DocumentType.LAW),
)
_TYPES = "|".join(word for word, _ in TYPE_WORDS)
_TITLE_END = re.compile(rf"(?:{_TYPES})[》」]?(?:的(?:{_TYPES}))?(?:[（(][^（）()]{{1,24}}[）)])?$")
_NUMBER = re.compile(r"([一-龥]{1,14}?)\s*[〔\[［（(【]\s*((?:19|20)\d{2})\s*[〕\]］）)】]\s*第?\s*(\d{1,5})\s*号")
_DATE = re.compile(r"((?:19|20)\d{2})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_CHINESE_DATE = re.compile(
    r"([二一][〇○零一二三四五六七八九]{3})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日"
)
_REMARK = re.compile(
    r"[（(]?\s*(?:此件|信息公开|公开方式|公开属性|本文有删减)[^。]{0,20}[）)]?$|^[（(]?主动公开[）)]?$"
)
_CONTACT = re.compile(r"^[（(]?\s*(?:联系(?:人|电话|方式|单位)|咨询电话)")
_ADDRESSED = re.compile(r"各|局|委|政府|单位|部门|厅|企业|公司|院|校|所|会|市民|同志|群众|用户|中心|处|组|社区|办")
_MARK = re.compile(r"^([一-龥（）()\s]{4,40}?)文件$")
_BASIS = re.compile(r"(?:根据|依据|依照|按照|遵照|落实)")
_TITLE_IN_TEXT = re.compile(r"《[^《》]{2,80}(?:〈[^〉]{2,60}〉[^《》]{0,40})?》(?:\s*[（(][^（）()]{2,20}号[）)])?")
_SERIES = re.compile(r"^(.+?)等([一二三四五六七八九十\d]+)(?:个)?(?:部门|单位|部委|厅局)")
_PUNCTUATED = re.compile(r"[，。；！？]")


@dataclass(frozen=True)
class Front:
    """The lines before the first numbered clause, sorted by what they are; each a list of lines in order."""

    lead: tuple[Line, ...]
    cover: tuple[Line, ...]
    cover_title: Line | None
    title: Line | None
    preamble: tuple[Line, ...]


def is_title(text: str) -> bool:
    """Does the line read as a document's title: short, without a stop, ending in a kind of document?"""
    bare = text.strip()
    if not 3 <= visible_length(bare) <= 110 or _PUNCTUATED.search(bare) or _ADDRESSED_END.search(bare):
        return False
    return bool(_TITLE_END.search(bare.replace(" ", "")))


_ADDRESSED_END = re.compile(r"[：:]$")


def is_date(text: str) -> bool:
    """Is the line a date and nothing else?"""
    bare = text.strip(" （()）\u3000。")
    return bool(_DATE.fullmatch(bare) or _CHINESE_DATE.fullmatch(re.sub(r"\s", "", bare)))


def is_remark(text: str) -> bool:
    """Is the line an 附注: how the document may be published, or whom to call?"""
    return len(text) <= 80 and bool(_REMARK.search(text) or _CONTACT.search(text))


def is_signature(text: str) -> bool:
    """Could the line name the authority that signs?"""
    bare = re.sub(r"\s", "", text)
    return (
        3 <= len(bare) <= 60
        and not re.search(r"[，。；：！？、\d]", bare)
        and bool(
            re.search(
                r"(?:厅|局|委|部|会|府|办|室|院|组|处|中心|公司|指挥部|银行|团|站|署|法院|社|协会|馆)(?:[（(].{1,16}[）)])?$",
                bare,
            )
        )
    )


def is_addressees(text: str) -> bool:
    """Is the line 主送机关: named receivers with a colon behind them?"""
    return bool(re.search(r"[：:]$", text)) and len(text) <= 160 and "。" not in text and bool(_ADDRESSED.search(text))


def sort_front(front: Sequence[Line]) -> Front:
    """Sorts the lines before the first numbered clause into lead, cover notice, title and preamble."""
    lines = list(front)
    fields = [i for i, line in enumerate(lines) if _is_field(line.text)]
    titles = [i for i, line in enumerate(lines) if is_title(line.text)]
    if not titles and lines and not _PUNCTUATED.search(lines[0].text) and visible_length(lines[0].text) <= 80:
        titles = [0] if not _is_field(lines[0].text) else titles
    covers = [i for i in titles if re.search(r"通知|函|公告|令", lines[i].text[-10:])]
    cover = covers[0] if covers else None
    main = next((i for i in reversed(titles) if i != cover), None)
    if cover is not None and main is not None and main > cover and any(cover < i for i in fields):
        start = _first_field(lines, cover)
        return Front(
            tuple(lines[:start]), tuple(lines[start:main]), lines[cover], lines[main], tuple(lines[main + 1 :])
        )
    if cover is None and main is not None and fields and min(fields) < main and _narrative_between(lines, fields, main):
        start = _first_field(lines, min(fields))
        return Front(tuple(lines[:start]), tuple(lines[start:main]), None, lines[main], tuple(lines[main + 1 :]))
    if not titles:
        return Front((), (), None, None, tuple(lines))
    title = titles[0]
    start = _first_field(lines, title)
    end = title + 1
    while end < len(lines) and (_is_field(lines[end].text) or (is_signature(lines[end].text) and end <= title + 2)):
        end += 1
    lead = lines[:start] if any(len(line.text) > 60 for line in lines[:start]) else []
    start = start if lead else 0
    if end == title + 1 and start == title:
        return Front(tuple(lead), (), None, lines[title], tuple(lines[end:]))
    return Front(tuple(lead), tuple(lines[start:end]), lines[title], None, tuple(lines[end:]))


def _is_field(text: str) -> bool:
    number = _NUMBER.search(text)
    return (
        bool(number and len(text) <= 40)
        or is_date(text)
        or is_addressees(text)
        or is_remark(text)
        or bool(_MARK.match(text))
    )


def _first_field(lines: list[Line], at: int) -> int:
    """The first line of the block of short header lines that ends at `at`."""
    while at > 0 and len(lines[at - 1].text) <= 60 and not re.search(r"[。；！？]", lines[at - 1].text):
        at -= 1
    return at


def _narrative_between(lines: list[Line], fields: list[int], main: int) -> bool:
    return any(len(lines[i].text) > 20 for i in range(min(fields), main))


def read_metadata(front: Front, closing: Sequence[Line], source: str) -> DocumentMetadata:
    """The header fields that the front matter and the closing lines print."""
    cover = list(front.cover)
    everything = [*cover, *([front.title] if front.title else []), *front.preamble[:6], *closing]
    head = [*cover, *([front.title] if front.title else []), *front.preamble[:2]]
    title = front.title or front.cover_title
    number = _first_number(head)
    dates = [line for line in everything if is_date(line.text)] or _dates_behind(closing)
    date = _read_date(dates[-1]) if dates else None
    signatures = _signatures(everything)
    issuers = signatures or _issuers_from_mark(cover) or _issuers_from_title(front, head)
    names = tuple(issuer.text for issuer in issuers)
    title_text = title.text if title else ""
    cover_text = front.cover_title.text if front.cover_title else ""
    place, level = place_and_level(f"{title_text} {cover_text}", names)
    addressees = next((line for line in head if is_addressees(line.text)), None)
    remark = next((line for line in everything if _REMARK.search(line.text) and len(line.text) <= 60), None)
    contact = next((line for line in everything if _CONTACT.search(line.text)), None)
    return DocumentMetadata(
        title=_field(title),
        cover_title=_field(front.cover_title) if front.title else None,
        issuers=issuers,
        number=number,
        date=date,
        addressees=_field(addressees),
        legal_basis=_basis([*front.preamble, *cover], title),
        disclosure=_field(remark),
        contact=_field(contact),
        document_type=document_type(title_text or cover_text),
        place=place,
        level=level if place else Level.UNKNOWN,
    )


def document_type(title: str) -> DocumentType:
    """文种, by the last word of the title that names one."""
    bare = re.sub(r"[（(][^（）()]*[）)]$|[》\s]", "", title)
    for word, kind in TYPE_WORDS:
        if bare.endswith(word):
            return kind
    return DocumentType.OTHER


def _field(line: Line | None) -> Field | None:
    return Field(line.text, Span(line.start, line.end)) if line else None


def _first_number(lines: Sequence[Line]) -> DocumentNumber | None:
    for line in lines:
        found = _NUMBER.search(line.text)
        if found and (found.start() <= 1 or len(line.text) <= 60) and "《" not in line.text[: found.start()]:
            cut = line.cut(found.start(), found.end())
            if cut is None or not _stands_alone(line.text, found):
                continue
            return DocumentNumber(
                found.group(1), int(found.group(2)), int(found.group(3)), cut.text, Span(cut.start, cut.end)
            )
    return None


def _stands_alone(text: str, found: re.Match[str]) -> bool:
    """A number inside a sentence is a reference to another document, not this one's."""
    return not re.search(r"[，。；]", text) and not text[found.end() :].startswith(("）", ")", "》"))


def _read_date(line: Line) -> DocumentDate | None:
    span = Span(line.start, line.end)
    text = line.text.strip(" （()）")
    found = _DATE.search(text)
    if found:
        year, month, day = (int(group) for group in found.groups())
        return DocumentDate(f"{year:04d}-{month:02d}-{day:02d}", found.group(), span)
    spoken = _CHINESE_DATE.search(re.sub(r"\s", "", text))
    if spoken:
        year, month, day = (chinese_to_int(group.replace("○", "〇")) for group in spoken.groups())
        return DocumentDate(f"{year:04d}-{month:02d}-{day:02d}", text, span)
    return None


def _dates_behind(closing: Sequence[Line]) -> list[Line]:
    """A closing line such as `某某局 2020年2月3日`: the date inside it."""
    found: list[Line] = []
    for line in closing:
        match = _DATE.search(line.text)
        if match and len(line.text) <= 60 and match.end() >= len(line.text.rstrip()) - 1:
            cut = line.cut(match.start(), match.end())
            found.extend([cut] if cut else [])
    return found


def _signatures(lines: Sequence[Line]) -> tuple[Field, ...]:
    """发文机关署名: the names right above the date (7.3.5)."""
    for at, line in enumerate(lines):
        if is_date(line.text):
            start = at
            while start > 0 and is_signature(lines[start - 1].text) and not is_title(lines[start - 1].text):
                start -= 1
            if start < at:
                return tuple(Field(one.text, Span(one.start, one.end)) for one in lines[start:at])
        match = _DATE.search(line.text)
        if match and match.start() > 2 and len(line.text) <= 60 and is_signature(line.text[: match.start()]):
            cut = line.cut(0, match.start())
            if cut:
                return (Field(cut.text, Span(cut.start, cut.end)),)
    return ()


def _issuers_from_mark(lines: Sequence[Line]) -> tuple[Field, ...]:
    for line in lines:
        found = _MARK.match(line.text)
        if found:
            cut = line.cut(found.start(1), found.end(1))
            if cut:
                return (Field(cut.text, Span(cut.start, cut.end)),)
    return ()


def _issuers_from_title(front: Front, head: Sequence[Line]) -> tuple[Field, ...]:
    """The authority in front of 关于 in a title; `甲等九部门` is spelled out where the text lists the nine."""
    title = front.cover_title or front.title
    if title is None:
        return ()
    found = re.match(r"([^《》，。]{2,40}?)(?:关于|印发)", title.text)
    if not found or found.group(1) in ("", "关于"):
        return ()
    series = _SERIES.match(found.group(1))
    if series:
        listed = _listed_series(series, head)
        if listed:
            return listed
    cut = title.cut(0, found.end(1))
    return (Field(cut.text, Span(cut.start, cut.end)),) if cut and not cut.text.startswith("关于") else ()


def _listed_series(series: re.Match[str], head: Sequence[Line]) -> tuple[Field, ...]:
    said = series.group(2)
    want = int(said) if said.isdigit() else chinese_to_int(said)
    first = re.escape(series.group(1))
    for line in head:
        for match in re.finditer(
            rf"(?<=[，。：\s]){first}(?:、[一-龥]{{2,16}}?){{{want - 1}}}(?=共同|联合|研究|制定|印发|等|，|。)",
            line.text,
        ):
            names: list[Field] = []
            at = match.start()
            for name in match.group().split("、"):
                cut = line.cut(at, at + len(name))
                if cut:
                    names.append(Field(cut.text, Span(cut.start, cut.end)))
                at += len(name) + 1
            return tuple(names)
    return ()


def _basis(lines: Sequence[Line], title: Line | None) -> tuple[Field, ...]:
    """依据: the titles a preamble names in a sentence with 根据, 依据, 按照 ..."""
    found: list[Field] = []
    for line in lines:
        for sentence in re.finditer(r"[^。]+", line.text):
            lead = _BASIS.search(sentence.group())
            if not lead:
                continue
            start = sentence.start() + lead.start()
            for match in _TITLE_IN_TEXT.finditer(line.text, start, sentence.end()):
                cut = line.cut(*match.span())
                known = {field.text for field in found}
                if cut and cut.text not in known and (not title or title.text not in cut.text):
                    found.append(Field(cut.text, Span(cut.start, cut.end)))
        if found:
            break
    return tuple(found)
