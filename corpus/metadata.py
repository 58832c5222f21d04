"""What a file says about itself: issuers, number, date, addressees, legal basis, remarks.

Reads the values of GB/T 9704-2012 7.2 and 7.3 with their spans. A field that is not
printed stays empty; nothing is inferred from a file's name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from corpus.header import (
    CHINESE_DATE,
    CONTACT,
    DATE,
    MARK,
    NUMBER,
    ORDER_NUMBER,
    REMARK,
    Front,
    document_type,
    is_addressees,
    is_date,
    is_name_fragment,
    is_signature,
    is_title,
)
from corpus.models import DocumentDate, DocumentMetadata, DocumentNumber, Field, Span
from corpus.numbering import chinese_to_int, number_of
from corpus.organisations import is_organisation
from corpus.places import place_and_level
from corpus.text import Line
from corpus.vocabulary import Level

_BASIS = re.compile(r"(?:根据|依据|依照|按照|遵照|贯彻|落实)")
_TITLE_IN_TEXT = re.compile(r"《[^《》]{2,80}(?:〈[^〉]{2,60}〉[^《》]{0,40})?》(?:\s*[（(][^（）()]{2,20}号[）)])?")
_SERIES = re.compile(r"^(.+?)等([一二三四五六七八九十\d]+)(?:个)?(?:部门|单位|部委|厅局)")
_ADOPTED = re.compile(r"(?:通过|修正|修订|批准|公布|发布)[）)]?")
_SHORT_NAME = re.compile(r"《(?:实施|指导|行动)?(?:通知|意见|方案|办法|措施|计划|规划|条例|规定|决定|纲要)》")
_HEADLINE = 60
_CLOSING_WORDS = re.compile(r"特此|以上|此致|附件")
_REACHED_AT = re.compile(
    r"(?:(?:联系|咨询|办公|值班|监督|通[信讯])?(?:人|电话|方式|地址)|手机|传真|(?:电子)?邮箱|电子邮件|邮编|邮政编码)[：:]"
)
_REACHED = re.compile(r"电话|手机|传真|邮箱|@|\d{7,}|\d{3,4}-\d{7,8}")
"""A line by which somebody can be reached."""

_DATE_LABEL = re.compile(r"(?:成文日期|发文日期)\s*[:：]\s*")
_ISSUER_LABEL = re.compile(r"(?:发文机关|发布机构|制定机关|发布单位)\s*[:：]\s*(\S+)")


def read_metadata(front: Front, closing: Sequence[Line], statute: bool = False) -> DocumentMetadata:
    """The header fields that the front matter and the closing lines print."""
    cover = list(front.cover)
    everything = [*cover, *([front.title] if front.title else []), *front.preamble[:6], *closing]
    head = [*cover, *([front.title] if front.title else []), *front.preamble[:2]]
    title = front.title or front.cover_title
    issuers = _signatures(everything) or _issuers_from_mark(cover) or _issuers_from_title(front, head)
    issuers = issuers or _labelled_issuer(everything) or _issuer_above(cover)
    number = _first_number(head)
    title_text = title.text if title else ""
    cover_text = front.cover_title.text if front.cover_title else ""
    place, level = place_and_level(
        f"{title_text} {cover_text}", tuple(issuer.text for issuer in issuers), number.authority_code if number else ""
    )
    if not place:
        place, level = _of_headline([*front.lead, *front.cover])
    addressees = next((line for line in head if is_addressees(line.text)), None)
    remark = next((line for line in everything if len(line.text) <= 60 and REMARK.search(line.text)), None)
    return DocumentMetadata(
        title=_field(title),
        cover_title=_field(front.cover_title) if front.title else None,
        issuers=issuers,
        number=number,
        date=_date(everything, closing, front.preamble if statute else ()),
        addressees=_field(addressees),
        legal_basis=_basis([*front.preamble, *cover], title),
        disclosure=_field(remark),
        contact=_contact(everything),
        document_type=document_type(title_text or cover_text),
        place=place,
        level=level if place else Level.UNKNOWN,
    )


def _of_headline(lines: Sequence[Line]) -> tuple[str, Level]:
    """A page's own words above a title often say whose it is: 某省：九条措施……"""
    first = lines[0].text if lines else ""
    return place_and_level(first, ()) if len(first) <= _HEADLINE else ("", Level.UNKNOWN)


def _field(line: Line | None) -> Field | None:
    return Field(line.text, Span(line.start, line.end)) if line else None


def _contact(lines: Sequence[Line]) -> Field | None:
    """联系人: one line and those with labels of their own under it, or a label and the lines with numbers under it."""
    at = next((at for at, line in enumerate(lines) if CONTACT.search(line.text)), None)
    if at is None:
        return None
    end = at + 1
    under = _REACHED.search if lines[at].text.endswith(("：", ":")) else _REACHED_AT.match
    while end < len(lines) and lines[end].start > lines[end - 1].start and under(lines[end].text):
        end += 1
    said = lines[at:end]
    return Field("".join(_closed_label(line.text) for line in said).rstrip("\n"), Span(said[0].start, said[-1].end))


def _closed_label(text: str) -> str:
    return text if text.endswith(("：", ":", "，", "；")) else f"{text}\n"


# --- number and date -----------------------------------------------------------------------------------------------


def _first_number(lines: Sequence[Line]) -> DocumentNumber | None:
    for line in lines:
        for pattern in (NUMBER, ORDER_NUMBER):
            found = pattern.search(line.text) if len(line.text) <= 80 else None
            if not found or "《" in line.text or not _stands_alone(line.text, found):
                continue
            cut = line.cut(found.start(), found.end())
            if cut:
                code, year, sequence = found.groups()
                return DocumentNumber(code, int(year), int(sequence), cut.text, Span(cut.start, cut.end))
    return None


def _stands_alone(text: str, found: re.Match[str]) -> bool:
    """A number inside a sentence is a reference to another document, not this one's."""
    behind = text[found.end() :]
    return not re.search(r"[，。；]", text) and not behind.startswith(("）", ")", "》")) and len(behind) <= 20


def _date(everything: Sequence[Line], closing: Sequence[Line], adoption: Sequence[Line]) -> DocumentDate | None:
    """成文日期: the last that stands alone, else the one of the signature, of a label, of a statute's adoption."""
    lines = [line for line in everything if is_date(line.text)] or _dates_behind(closing)
    if not lines:
        lines = [cut for line in everything if (cut := _behind_label(line, _DATE_LABEL))]
    if not lines:
        lines = [
            line for line in adoption if len(line.text) <= 160 and DATE.match(line.text) and _ADOPTED.search(line.text)
        ]
    return next((date for line in reversed(lines) if (date := _read_date(line))), None)


def _read_date(line: Line) -> DocumentDate | None:
    found = DATE.search(line.text) or CHINESE_DATE.search(line.text)
    cut = line.cut(*found.span()) if found else None
    if found is None or cut is None:
        return None
    said = [re.sub(r"○", "〇", group) for group in found.groups()]
    year, month, day = (int(group) if group.isascii() else chinese_to_int(group) for group in said)
    try:
        return DocumentDate(date(year, month, day).isoformat(), cut.text, Span(cut.start, cut.end))
    except ValueError:
        return None


def _dates_behind(closing: Sequence[Line]) -> list[Line]:
    """A closing line such as `某某局 2020年2月3日`: the date inside it."""
    found: list[Line] = []
    for line in closing:
        match = DATE.search(line.text)
        if match and len(line.text) <= 60 and match.end() >= len(line.text.rstrip()) - 1:
            cut = line.cut(match.start(), match.end())
            found.extend([cut] if cut else [])
    return found


def _behind_label(line: Line, label: re.Pattern[str]) -> Line | None:
    found = label.search(line.text)
    dated = DATE.match(line.text, found.end()) if found else None
    return line.cut(*dated.span()) if dated else None


# --- issuers -------------------------------------------------------------------------------------------------------


def _signatures(lines: Sequence[Line]) -> tuple[Field, ...]:
    """发文机关署名: the names right above the date (7.3.5), one a line or side by side."""
    for at, line in enumerate(lines):
        dated = DATE.search(line.text)
        if is_date(line.text):
            names = _names_above(lines[:at])
        elif dated and dated.start() > 2 and len(line.text) <= 60 and is_signature(line.text[: dated.start()]):
            cut = line.cut(0, dated.start())
            names = [cut] if cut else []
        else:
            continue
        if names:
            return tuple(Field(name.text, Span(name.start, name.end)) for one in names for name in _side_by_side(one))
    return ()


def _names_above(lines: Sequence[Line]) -> list[Line]:
    """The signing names at the end of `lines`; a name broken over two lines is put together."""
    names: list[Line] = []
    for line in reversed(lines):
        if is_title(line.text) or not (names or is_signature(line.text)):
            break
        if is_signature(line.text):
            names.insert(0, line)
        elif is_name_fragment(line.text) and not _CLOSING_WORDS.match(line.text):
            names[0] = line.joined(names[0])
            break
        else:
            break
    return names


def _side_by_side(line: Line) -> list[Line]:
    """Names with white space between them, each of which could sign alone."""
    text = line.text
    spans = [found.span() for found in re.finditer(r"\S+", text)]
    while spans and _CLOSING_WORDS.match(text[spans[0][0] : spans[0][1]]):
        spans.pop(0)
    if len(spans) > 1 and all(is_signature(text[a:b]) for a, b in spans):
        return [cut for a, b in spans if (cut := line.cut(a, b))]
    whole = line.cut(spans[0][0]) if spans else None
    return [whole] if whole else []


def _issuers_from_mark(lines: Sequence[Line]) -> tuple[Field, ...]:
    for line in lines:
        found = MARK.match(line.text)
        cut = line.cut(found.start(1), found.end(1)) if found else None
        if cut:
            return (Field(cut.text, Span(cut.start, cut.end)),)
    return ()


def _labelled_issuer(lines: Sequence[Line]) -> tuple[Field, ...]:
    for line in lines:
        found = _ISSUER_LABEL.search(line.text)
        cut = line.cut(*found.span(1)) if found else None
        if cut:
            return (Field(cut.text, Span(cut.start, cut.end)),)
    return ()


def _issuer_above(lines: Sequence[Line]) -> tuple[Field, ...]:
    """The company, school or institute whose name is a line above the title."""
    found = next((line for line in lines if is_organisation(line.text)), None)
    return (Field(found.text, Span(found.start, found.end)),) if found else ()


def _issuers_from_title(front: Front, head: Sequence[Line]) -> tuple[Field, ...]:
    """The authority in front of 关于 in a title; `甲等九部门` is spelled out where the text lists the nine."""
    title = front.cover_title or front.title
    if title is None:
        return ()
    found = re.match(r"([^《》，。]{2,60}?)\s*(?:关于|印发)", title.text)
    if not found or found.group(1).startswith(("关于", "印发")):
        return ()
    series = _SERIES.match(found.group(1))
    if series:
        listed = _listed_series(series, head)
        if listed:
            return listed
    if not series and not is_signature(found.group(1)):
        return ()
    cut = title.cut(0, found.end(1))
    return tuple(Field(one.text, Span(one.start, one.end)) for one in _side_by_side(cut)) if cut else ()


def _listed_series(series: re.Match[str], head: Sequence[Line]) -> tuple[Field, ...]:
    said = series.group(2)
    want = number_of(said)
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
                if cut and cut.text not in known and not _is_short_name(cut.text, title):
                    found.append(Field(cut.text, Span(cut.start, cut.end)))
        if found:
            break
    return tuple(found)


def _is_short_name(text: str, title: Line | None) -> bool:
    """《通知》 for a title said before, or the document's own."""
    return bool(_SHORT_NAME.fullmatch(text)) or bool(title and title.text in text)
