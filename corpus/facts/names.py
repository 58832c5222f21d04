"""What a figure is said of: whose it is (subject) and what it measures or counts (indicator), in the text's words."""

from __future__ import annotations

import re
from typing import NamedTuple

from corpus.facts import verbs
from corpus.facts.phrases import Phrase
from corpus.facts.units import Sort

_BASE = re.compile(r"(?:比|较|与)\s*(?:20\d\d\s*年|[“\"]?十[一-九]五[”\"]?|上年|上一年)[^，。；]{0,8}$")
_LEADING = re.compile(
    r"^(?:力争|确保|努力|争取|有力|有效|支撑|推动|促进|持续|继续|保持|实现|支持|预计|计划|规划|全面|使|将|其中|另外|同时|而|并|且"
    r"|\s|[—\-“”])+"
)
_TRAILING = re.compile(r"(?:力争|努力|争取|分别|累计|总体|逐步|稳步|基本|普遍|年?均|也|要|应|将|可|须|不)+\s*$")
_SUBJECT = re.compile(
    r"(?P<subject>(?:全|我|本)[国省市区县州盟]|[一-龥]{0,6}(?:高新区|开发区|起步区|新区|城区)|规模以上工业(?:企业)?)(?=[^，]{3,})"
)
_MEASURE_NAME = re.compile(r"(?:率|比例|比重|占比|能耗|消耗|排放|强度|水平|浓度|系数|面积|量|规模|能力|装机|值)$")
_DONE_WITH = re.compile(r"^.*(?:建成|完善|形成|提升|建立|增强|壮大|优化)、")
"""Of 体系基本建成、产业规模 only the last is what is measured."""

_WHOSE = re.compile(r"^[一-龥]{2,8}?(?=预留|配建|配备|安装|设置|采用|使用|执行)")
"""Of 住宅预留车位比例 … 公共建筑达到 the second figure has a subject of its own."""

_SHORT = 8
_ADJECTIVE = 4


class Name(NamedTuple):
    """Whose, and of what; both may be empty."""

    subject: str
    indicator: str


NOTHING = Name("", "")


def measures(words: str) -> bool:
    """Do the words end in the name of something measured (森林覆盖率, 能耗)?"""
    return bool(_MEASURE_NAME.search(words.strip()))


def name_of(phrase: Phrase, before: Name) -> Name:
    """The name of a figure; what is not printed again is taken from the figure before it in the sentence."""
    figure = phrase.figure
    counted = figure.sort is Sort.COUNT or figure.spelled
    name = Name("", _counted(phrase)) if counted else _measured(phrase)
    if not name.indicator:
        ahead = bare(phrase.before_year)
        return Name("", ahead) if ahead else before
    if figure.sort is Sort.RATIO and _is_subject(name.indicator) and measures(before.indicator):
        return Name(name.indicator, _WHOSE.sub("", before.indicator))
    return name


def distributed(phrase: Phrase, figures: int) -> tuple[Name, ...]:
    """国家高新区、省级高新区单位能耗分别降至 two figures: a name for each; none where the names do not go with them."""
    names = bare(phrase.own)
    items = re.split(r"[、和与及]", names)
    if "分别" not in phrase.own or figures < 2 or len(items) != figures:
        return ()
    for size in range(len(items[0]) - 1, 1, -1):
        at = items[-1].find(items[0][-size:])
        if at >= 0 and len(items[-1]) > at + size:
            whose, what = [*items[:-1], items[-1][: at + size]], items[-1][at + size :]
            if what.startswith("的"):
                return tuple(Name("", f"{name}{what}") for name in whose)
            return tuple(Name(subject, what) for subject in whose)
    return tuple(Name("", item) for item in items)


def bare(words: str) -> str:
    """The name in the words before a figure: its verb, its base year and the words of striving left out."""
    name, cut = words.strip(), ""
    while cut != name:
        cut = name
        for ending in (verbs.REACH, verbs.IS, verbs.CHANGE, _TRAILING, _BASE):
            name = ending.sub("", name).strip()
        name = _LEADING.sub("", name).strip()
    return name.strip("，,、的 ")


def _counted(phrase: Phrase) -> str:
    """The noun behind a count (5个中心), else what stands between its verb and it (建设中心5个)."""
    own = verbs.REACH.sub("", phrase.own)
    verb = verbs.last_verb(own)
    before = bare(own[verb.end() :] if verb else own)
    noun = _head(phrase.behind)
    if noun and (phrase.figure.spelled or len(before) <= _ADJECTIVE or not verb):
        return noun
    if not before and verb:
        return bare(verbs.LEADS.sub("", own[: verb.start()].strip()))
    return before or noun


def _head(behind: str) -> str:
    """The noun of the words behind a count: 规模大、能力强的产业集群 is 产业集群."""
    pieces = behind.removeprefix("的").split("、")
    noun = pieces[0]
    if len(pieces) > 1 and "的" in pieces[-1]:
        noun = pieces[-1].rpartition("的")[2]
    elif len(pieces) > 1 and re.search(r"[级性型]$", noun):
        noun = "、".join(pieces)
    noun = re.sub(r"(?<=[一-龥]{2})等[一-龥]*$|建设$|的目标$", "", noun.strip())
    return noun.strip(" “”")


def _measured(phrase: Phrase) -> Name:
    own, behind, sort = phrase.own, phrase.behind, phrase.figure.sort
    name = bare(own)
    if sort is not Sort.RATIO:
        verb = verbs.last_verb(name)
        if verb and verb.start() == 0:
            name = name[verb.end() :].strip("、了 ")
    elif behind and name and not re.match("的|目标", behind):
        return Name(name, behind)
    if sort in (Sort.MEASURE, Sort.MONEY) and behind.startswith("的"):
        return Name("", _head(behind))
    if sort is Sort.MEASURE and behind and not (verbs.REACH.search(own) or verbs.IS.search(own)):
        return Name(name.rpartition("、")[2], _head(behind))
    name = _DONE_WITH.sub("", name)
    found = _SUBJECT.match(name)
    return Name(found["subject"], _LEADING.sub("", name[found.end() :].lstrip("的"))) if found else Name("", name)


def _is_subject(name: str) -> bool:
    return len(name) <= _SHORT and not measures(name)
