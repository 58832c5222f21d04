"""The forms of what stands round the clauses of a document: title, number, addressees, signature, date.

The fields of GB/T 9704-2012 7.2 and 7.3 are known by how they look; this says what a
line is, `metadata` reads the values, and `sort_front` tells lead, cover notice, title
and preamble apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.text import Line, visible_length
from corpus.vocabulary import DocumentType

TYPE_WORDS: tuple[tuple[str, DocumentType], ...] = (
    ("政策解读", DocumentType.INTERPRETATION),
    ("答记者问", DocumentType.INTERPRETATION),
    ("政策问答", DocumentType.INTERPRETATION),
    ("问题解答", DocumentType.INTERPRETATION),
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
_BARE_TYPES = frozenset(word for word, _ in TYPE_WORDS)
NUMBER = re.compile(r"([一-龥]{1,14}?)\s*[〔﹝\[［（(【]\s*((?:19|20)\d{2})\s*[〕﹞\]］）)】]\s*第?\s*(\d{1,5})\s*号")
ORDER_NUMBER = re.compile(
    r"([一-龥]{2,24}(?:[^\S\n]+[一-龥]{2,24})*?(?:公告|令|公报))\s*((?:19|20)\d{2})\s*年?\s*第\s*(\d{1,5})\s*号"
)
DATE = re.compile(r"((?:19|20)\d{2})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
CHINESE_DATE = re.compile(
    r"([二一][〇○零一二三四五六七八九]{3})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日"
)
REMARK = re.compile(r"[（(]?\s*(?:此件|信息公开|公开方式|公开属性|本文有删减)[^。]{0,20}[）)]?$|^[（(]?主动公开[）)]?$")
CONTACT = re.compile(
    r"^[（(]?\s*(?:联系(?:人|电话|方式|单位|部门|处室|科室|机构)|咨询(?:电话|热线|方式|部门|处室|科室|单位))"
)
MARK = re.compile(r"^([一-龥（）()\s]{4,40}?)文件$")
LABELLED = re.compile(
    r"(?:索\s*引\s*号|(?:发布|发文|印发|成文|更新|发稿|录入|生成|公开)时间|信息分类|公文种类|文件编号|(?:信息|文章|稿件)来源|稿源|责任编辑|作者|"
    r"字体|(?:阅读|点击|访问)(?:次数|量)|保护视力色|发布日期|发文日期|成文日期|公布日期|实施日期|生效日期|印发日期|发文字号|文\s*号|主题分类|主题词|分类|"
    r"发布机构|发文机关|发布单位|制定机关|有效性|时效性|公开方式|标\s*题|名\s*称|来源|浏览次数|字号)\s*[:：]"
)
"""What a web page prints above a document, each with its label."""
_ADDRESSED = re.compile(r"各|局|委|政府|单位|部门|厅|企业|公司|院|校|所|会|市民|同志|群众|用户|中心|处|组|社区|办")
_NOT_ADDRESSED = re.compile(
    r"如下|现[将就对]|^为|根据|按照|依据|表示|指出|要求|介绍|方面|包括|提示|规定|以下|下列|问|答|记者|措施|事项|内容"
)
_SIGNING = re.compile(
    r"(?:厅|局|委|部|会|府|办|室|院|组|处|司|中心|公司|指挥部|银行|团|站|署|法院|社|协会|馆|科|学院)(?:[（(].{1,16}[）)])?$"
)
_OF_THE_PAGE = re.compile(
    r"(?<=日)(?:(?:文档|相关)?附件(?:下载)?[:：]?|扫一扫.{0,20}|[【\[]?(?:打印|关闭|分享).{0,40})$"
)
"""What a web page puts behind the date."""

_LAST_OF_SEVERAL = re.compile(r"(?P<name>[一-龥]{2,16}(?:厅|局|委|部|会|府|办|院|署|行))(?:关于|印发)")
"""How a title begins whose other authorities stand in the line above."""

_FRAGMENT = re.compile(r"[一-龥（）()“”·]{4,40}")
_PUNCTUATED = re.compile(r"[，。；！？]")
_FIELD_LENGTH = 300
_TITLE_LINES = 5
_FRONT_LINES = 80


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
    bare = re.sub(r"\s", "", text)
    if bare in _BARE_TYPES and len(bare) > 1:
        return True
    if not 3 <= len(bare) <= 110 or _PUNCTUATED.search(bare) or bare.endswith(("：", ":")) or LABELLED.match(bare):
        return False
    return bool(_TITLE_END.search(bare)) and not bare.startswith(("附件", "特此"))


def is_date(text: str) -> bool:
    """Is the line a date and nothing else?"""
    bare = _OF_THE_PAGE.sub("", re.sub(r"\s", "", text)).strip("（()）。")
    return bool(DATE.fullmatch(bare) or CHINESE_DATE.fullmatch(bare))


def is_remark(text: str) -> bool:
    """Is the line an 附注: how the document may be published, or whom to call?"""
    return len(text) <= 80 and bool(REMARK.search(text) or CONTACT.search(text))


def is_signature(text: str) -> bool:
    """Could the line name the authority that signs?"""
    bare = re.sub(r"\s", "", text)
    return 3 <= len(bare) <= 60 and not re.search(r"[，。；：！？、\d《》]", bare) and bool(_SIGNING.search(bare))


def is_name_fragment(text: str) -> bool:
    """Could the line be the beginning of a name that is too long for one line?"""
    return bool(_FRAGMENT.fullmatch(re.sub(r"\s", "", text)))


def is_addressees(text: str) -> bool:
    """Is the line 主送机关: named receivers with a colon behind them?"""
    return (
        bool(re.search(r"[：:]$", text))
        and len(text) <= 200
        and not re.search(r"[。；！？]", text)
        and bool(_ADDRESSED.search(text))
        and not _NOT_ADDRESSED.search(text)
        and not CONTACT.match(text)
    )


def is_order_number(text: str) -> bool:
    """Is the line a number without brackets: 某部公告2020年第8号?"""
    return bool(ORDER_NUMBER.fullmatch(re.sub(r"\s", "", text).strip("（）()")))


def is_field(text: str) -> bool:
    """Is the line one of the fields round a title, and not the title itself?"""
    if len(text) > _FIELD_LENGTH:
        return False
    numbered = len(text) <= 40 and "《" not in text and not _PUNCTUATED.search(text) and NUMBER.search(text)
    return (
        bool(numbered)
        or is_order_number(text)
        or is_date(text)
        or is_addressees(text)
        or is_remark(text)
        or bool(MARK.match(text))
        or bool(LABELLED.match(text))
    )


# --- the front -----------------------------------------------------------------------------------------------------


def sort_front(front: Sequence[Line]) -> Front:
    """Sorts the lines before the first numbered clause into lead, cover notice, title and preamble."""
    lines = _whole_titles(list(front))
    fields = [i for i, line in enumerate(lines) if is_field(line.text)]
    titles = _titles(lines)
    covers = [i for i in titles if re.search(r"通知|函|公告|令", lines[i].text[-10:])]
    cover = covers[0] if covers else None
    main = next((i for i in reversed(titles) if i != cover), None)
    if cover is not None and main is not None and main > cover and any(cover < i < main for i in fields):
        start = _first_field(lines, cover)
        return Front(
            tuple(lines[:start]), tuple(lines[start:main]), lines[cover], lines[main], tuple(lines[main + 1 :])
        )
    if cover is None and main is not None and fields and min(fields) < main and _narrative_between(lines, fields, main):
        start = _first_field(lines, min(fields))
        return Front(tuple(lines[:start]), tuple(lines[start:main]), None, lines[main], tuple(lines[main + 1 :]))
    if not titles:
        return Front((), (), None, None, tuple(lines))
    if len(titles) > 1 and titles[1] == titles[0] + 1 and _is_headline(lines[titles[0]].text, lines[titles[1]].text):
        return Front(tuple(lines[: titles[1]]), (), None, lines[titles[1]], tuple(lines[titles[1] + 1 :]))
    title = titles[0]
    start = _first_field(lines, title)
    end = title + 1
    while end < len(lines) and (is_field(lines[end].text) or (is_signature(lines[end].text) and end <= title + 2)):
        end += 1
    lead = lines[:start] if any(len(line.text) > 60 for line in lines[:start]) else []
    start = start if lead else 0
    if end == title + 1 and start == title:
        return Front(tuple(lead), (), None, lines[title], tuple(lines[end:]))
    return Front(tuple(lead), tuple(lines[start:end]), lines[title], None, tuple(lines[end:]))


def _is_headline(first: str, second: str) -> bool:
    """A page's own words for a document, above the title that it bears: 某省出台30条意见, 某省人民政府关于……的意见."""
    return "关于" in second and "关于" not in first and bool(re.search(r"出台|发布|印发|推出|实施", first))


def _titles(lines: list[Line]) -> list[int]:
    """Which lines are titles; one that is printed twice counts once, where it stands last."""
    titles = [i for i, line in enumerate(lines[:_FRONT_LINES]) if is_title(line.text)]
    bare = {i: re.sub(r"\s", "", lines[i].text) for i in titles}
    titles = [i for i in titles if not any(j > i and bare[i].endswith(bare[j][-30:]) for j in titles)]
    if titles or not lines:
        return titles
    first = lines[0].text
    plain = visible_length(first) <= 60 and not re.search(r"[。；，、：:]$", first) and "。" not in first
    return [0] if plain and not is_field(first) and len(lines) > 1 else []


def _whole_titles(lines: list[Line]) -> list[Line]:
    """A title takes several lines: the authority first, or broken where the page was too narrow."""
    whole: list[Line] = []
    for line in lines:
        if is_title(line.text) and not is_field(line.text):
            start = _title_start(whole, line)
            for earlier in reversed(whole[start:]):
                line = earlier.joined(line)
            del whole[start:]
        whole.append(line)
    return whole


def _title_start(before: list[Line], line: Line) -> int:
    """How far up the lines reach that belong to the title that ends in `line`."""
    start = len(before)
    text = re.sub(r"\s", "", line.text)
    if "关于" not in text and "印发" not in text:
        for at in range(len(before) - 1, max(-1, len(before) - _TITLE_LINES), -1):
            if not _breaks_off(before[at].text):
                break
            if re.match(r"(?:关于|印发)|.{2,40}(?:关于|印发)", re.sub(r"\s", "", before[at].text)):
                start = at
                text = re.sub(r"\s", "", before[at].text)
                break
    if text.startswith(("关于", "印发")):
        while start > 0 and len(before) - start < _TITLE_LINES and is_signature(before[start - 1].text):
            start -= 1
    last = _LAST_OF_SEVERAL.match(text)
    if last and start > 0:
        others = before[start - 1].text.split()
        if len(others) > 1 and last["name"] not in others and all(map(is_signature, others)):
            start -= 1
    return start


def _breaks_off(text: str) -> bool:
    return len(text) <= 45 and not (
        is_title(text) or is_field(text) or is_signature(text) or re.search(r"[，。；！？：:]", text)
    )


def _first_field(lines: list[Line], at: int) -> int:
    """The first line of the block of short header lines that ends at `at`."""
    while at > 0 and len(lines[at - 1].text) <= 60 and not re.search(r"[。；！？]", lines[at - 1].text):
        at -= 1
    return at


def _narrative_between(lines: list[Line], fields: list[int], main: int) -> bool:
    return any(len(lines[i].text) > 20 for i in range(min(fields), main))


def document_type(title: str) -> DocumentType:
    """文种, by the last word of the title that names one."""
    bare = re.sub(r"[（(][^（）()]*[）)]$|[》\s]", "", title)
    if bare.endswith("协议案"):
        return DocumentType.OTHER
    return next((kind for word, kind in TYPE_WORDS if bare.endswith(word)), DocumentType.OTHER)
