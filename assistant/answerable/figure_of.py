"""Is the figure that a sentence shows a figure of what was asked, or of another thing beside it?

到2035年，装配式建筑占比大幅提升，单体装配率不低于50%: the share that is asked for is not given,
a figure stands next to it all the same.
"""

from __future__ import annotations

import re

from assistant.answerable.values import without_years
from assistant.finding.rarity import pairs
from assistant.understanding.query import Asked
from assistant.understanding.wanted import Wanted
from corpus.numbering import number_of
from corpus.text import fold

TELLING = 3
"""With fewer of the question's words in the sentence than this, nothing tells whose figure it is."""

ENOUGH = 0.35
"""Share of those words that must stand before or around the figure."""

BEHIND = 3
"""Words of the question that a part behind the last figure holds beyond any before it, where it is of another."""

_CAPACITY = re.compile(
    r"(?P<source>储能|氢能|光伏|光热|风电|水电|核电|火电|煤电|气电|生物质|地热|太阳能|海洋能|潮汐能?|抽水蓄能|抽蓄|可再生能源|新能源|"
    r"非化石能源|清洁能源|制氢|电解槽?)(?:项目|电站|发电|机组)?(?:的)?(?:总|累计|新增)?(?P<capacity>装机|产能|发电量|容量)"
)

TOGETHER = 2
"""Words of the question that a part holds which tells a figure of what was asked, away from the slogan."""

_TIME_ONLY = re.compile(r"[到至在]?(?:\d{4}年|“?十[三四五六]五”?)(?:年?底|末|期间|前)?(?:，|,)?")
_NUMBER_WORDS = re.compile(r"数量|总数|企业|项目|增加|提高|达到|翻")
_CUT = re.compile(r"(?<=[，；。：;])|(?<=,)(?!\d)")
_MONEY = re.compile(r"\d[\d.,]*\s*[万亿百千]?元|[一二三四五六七八九十百千万两]+元")
_VAGUE = re.compile(
    r"(?:大幅|明显|显著|稳步|持续|不断|进一步|逐步)(?:大幅|地)?(?:提升|提高|下降|降低|增长|增加|扩大|改善|减少|上升)"
)
_FINE = re.compile(r"罚款|罚金|处[^，；。]{0,12}元[^，；。]{0,6}罚")
_FINE_ASKED = re.compile(r"罚|处理|后果|责任|违[法反规]|赔")
_AT_LEAST = re.compile(r"底线|最低|最少|最小|至少|起码|不低于|不少于|不小于|下限|门槛")
_AT_MOST = re.compile(r"上限|最高|最多|最大|最长|最久|最迟|最晚|至多|顶多|封顶|不超过|不能超过|不得超过|不高于|以内")
_NO_LESS = re.compile(r"不低于|不少于|不小于|不得低于|不得少于|以上|至少|最低|最少|下限|是否(?:低于|少于|达到)")
_NO_MORE = re.compile(
    r"不超过|不高于|不大于|不多于|不长于|不得超过|不得高于|不晚于|不得晚于|以下|以内|最高|最多|最长|上限|封顶|"
    r"是否(?:超过|高于|大于|多于|超出)|"
    r"[\d底]\s*[日月年]?(?:之|以)?前"
)
_FROM_WHICH = re.compile(
    r"(?:超过|超出|未?满|不[满足到够]|低于|高于|少于|多于|大于|小于)了?(?:多少|几)|(?:多少|几)[^，。？]{0,5}以[上下内]"
)
_FROM = re.compile(r"超过|超出|未?满|不[满足到够]|低于|高于|少于|多于|大于|小于|以[上下内]")
"""From how many on a rule holds: its figure is the condition, and what is asked about stands behind."""

_COUNTS_AS = re.compile(
    r"(?:多少|几|多[大高长])[^，。？]{0,8}?(?:才|就|方|能|可以?|会){0,2}(?:算(?:是|作|得上)?|属于|叫做?|视为|认定为|称为|定为)"
    r"[“\"]?(?P<as>[一-龥]{2,12})"
)
_BOUND = re.compile(rf"{_NO_LESS.pattern}|{_NO_MORE.pattern}|{_FROM.pattern}|达到")


def names_no_threshold(question: str, said: str) -> bool:
    """Is it asked from how much on something counts as such, where a sentence says neither that nor any bound?"""
    found = _COUNTS_AS.search(question)
    return found is not None and not _BOUND.search(said) and not pairs(found["as"]) & pairs(said)


QUALIFIERS = {
    "海上": ("海上",),
    "陆上": ("陆上",),
    "分布式": ("分布式",),
    "集中式": ("集中式",),
    "户用": ("户用", "分布式", "屋顶", "居民"),
    "屋顶": ("屋顶", "分布式"),
    "农村": ("农村", "乡村", "村"),
    "城镇": ("城镇", "城市"),
    "公办": ("公办", "公立"),
    "民办": ("民办", "民营", "社会力量"),
    "国产": ("国产", "自主", "本土"),
    "进口": ("进口",),
    "电子": ("电子",),
}
"""Words in front of a thing that make it another (海上风电 is not all 风电), and the words that print them."""

_PREDICATE = ("要", "需", "能", "可", "应", "免", "是", "不", "怎", "如何", "多少")
"""Behind these it is no longer what a thing is, but what is done: 进口要交税吗."""

_NO_NARROWER = {
    "电子": ("邮", "税务", "政务", "平台", "系统", "口岸"),
    "户用": ("地", "水", "电", "气", "人", "工", "途"),
}
"""What they are only the place or the means of (电子税务局 need not come again), or no words at all: 落户用地."""


def is_of_what_was_asked(text: str, asked: Asked, needed: re.Pattern[str]) -> bool:
    """Do enough of the question's words stand with a figure of the kind `needed`?"""
    if any(is_far_from(slogan, text, asked, needed) for slogan in asked.quoted):
        return False
    # Where the place stands in the sentence says nothing of whose figure it is: 新增80辆，重点开展嘉兴至杭州的运输.
    want = pairs(without_years(f"{asked.topic} {asked.expansions}")) - {
        pair for one in asked.all_places for pair in pairs(one)
    }
    parts = [fold(part) for part in _CUT.split(text)]
    if asked.wanted is Wanted.SHARE and _RATE_ASKED.search(asked.text) and not _BY_RATE.search(asked.text):
        parts = [_PART_OF_IT.sub("", part) for part in parts]
        if not any(needed.search(part) for part in parts):
            return False
    if asked.wanted in (Wanted.MONEY, Wanted.FIGURE) and not _FINE_ASKED.search(asked.text):
        # A fine is no fee and no reward.
        parts = [_MONEY.sub("", part) if _FINE.search(part) else part for part in parts]
        if not any(needed.search(without_years(part)) for part in parts):
            return False
    if any(gives_bound(part, asked.text, needed) for part in parts):
        return True
    if _FROM_WHICH.search(asked.text) and any(_FROM.search(part) and needed.search(part) for part in parts):
        return True
    if asked.wanted is Wanted.SHARE and _told_of_another(parts, want, needed):
        return False
    held = want & pairs(text)
    if len(held) < TELLING or len(parts) < 2:
        return True
    nearest = max(parts, key=lambda part: len(want & pairs(part)))
    if _VAGUE.search(nearest) and not needed.search(without_years(nearest)):
        return False
    stretch = ""
    for part in parts:
        stretch += part
        if needed.search(without_years(part)):
            if len(want & pairs(stretch)) >= ENOUGH * len(held):
                return True
            stretch = ""
    return False


_PAID_BY = re.compile(r"按照?(?P<by>(?!什么|啥|哪|怎|多|比例|标准|规定)[一-龥]{2,6}?)(?=每|给|补|奖)")


def paid_by_another(question: str, text: str) -> bool:
    """按放电量每千瓦时补多少: does a sentence pay by something else, 按照储能容量给予?"""
    asked, told = _PAID_BY.search(question), [found["by"] for found in _PAID_BY.finditer(text)]
    return asked is not None and bool(told) and not any(pairs(asked["by"]) & pairs(by) for by in told)


def is_far_from(slogan: str, text: str, asked: Asked, needed: re.Pattern[str]) -> bool:
    """Is every figure told of other things that stand farther behind a slogan that the question quotes?

    实施“双倍增”行动，支持…，新增企业500家: the number that was doubled is not told.
    """
    parts = [part for part in map(fold, _CUT.split(text)) if not _TIME_ONLY.fullmatch(part)]
    at = next((at for at, part in enumerate(parts) if fold(slogan) in part), None)
    if at is None or len(asked.quoted) > 1:
        return False
    beside = pairs(_NUMBER_WORDS.sub(" ", asked.topic.replace(slogan, " ")))
    for place, part in enumerate(parts):
        bare = part.replace(fold(slogan), "")
        if needed.search(without_years(bare)) and (place <= at + 1 or len(beside & pairs(bare)) >= TOGETHER):
            return False
    return True


_MEASURES = (
    re.compile(r"能耗|能源消[耗费]|用能|耗能|节能"),
    re.compile(r"碳排放|二氧化碳排放|碳强度|温室气体"),
    re.compile(r"用水|水耗|取水|节水|水资源"),
    re.compile(r"污染物|氮氧化物|挥发性|化学需氧量|颗粒物"),
)
"""What plans count down per unit of output: 单位生产总值 stands in front of each alike."""


def is_of_another_measure(question: str, said: str, needed: re.Pattern[str]) -> bool:
    """Is one of such measures asked for, and every figure given of another?"""
    asked = [measure for measure in _MEASURES if measure.search(question)]
    giving = [part for part in _CUT.split(said) if needed.search(without_years(part))]
    if len(asked) != 1 or not giving or "单位" not in question:
        return False
    return all(any(measure.search(part) for measure in _MEASURES) and not asked[0].search(part) for part in giving)


def asks_bound(question: str) -> bool:
    """Is the least or the most of something asked for?"""
    return bool(_AT_LEAST.search(question) or _AT_MOST.search(question))


def gives_bound(text: str, question: str, needed: re.Pattern[str]) -> bool:
    """Is a least or a most asked for, and does the text give one on that side?"""
    sides = ((_AT_LEAST, _NO_LESS), (_AT_MOST, _NO_MORE))
    return any(asked.search(question) and told.search(text) for asked, told in sides) and bool(needed.search(text))


def _told_of_another(parts: list[str], want: set[str], needed: re.Pattern[str]) -> bool:
    """能耗降低20%，完成下达的排放目标: what was asked about comes last, behind the figure of another measure."""
    held = [len(want & pairs(part)) for part in parts]
    given = [bool(needed.search(without_years(part))) for part in parts]
    if not any(given):
        return False
    last = max(at for at, one in enumerate(given) if one)
    behind = max(held[last + 1 :], default=0)
    return behind >= max(held[: last + 1]) + BEHIND


_OF_A_SERIES = r"第\s*([一二三四五六七八九十]+|\d+)\s*(批次?|期|轮|届|季度|阶段|版|步|档|梯队|标段)"
_SERIES = re.compile(_OF_A_SERIES)


def of_another_turn(asked: str, around: str) -> bool:
    """Is the one that was asked for by its number (第三批) left out where others of its series are told?"""
    wanted = {_turn(*found) for found in _SERIES.findall(fold(asked))}
    told = {_turn(*found) for found in _SERIES.findall(fold(around))}
    return any(one not in told and any(one[1] == other[1] for other in told) for one in wanted)


def names_no_turn(asked: str, title: str) -> bool:
    """Is one of a series asked for (第二批措施) that a title does not name?"""
    wanted = {_turn(*found) for found in _SERIES.findall(fold(asked))}
    return bool(wanted - {_turn(*found) for found in _SERIES.findall(fold(title))})


def _turn(number: str, series: str) -> tuple[int, str]:
    return number_of(number), series[0]


_RATE_ASKED = re.compile(r"(?:利|税|费|增长|失业|收益)率(?!的)[^，？]{0,6}(?:多少|百分之几|多高|几|[？?]*$)")
_BY_RATE = re.compile(r"按照?[^，。？]{0,10}率的?(?:多少|百分之几|几成|什么比例)")
"""按利率的多少贴息: a part of the rate is asked for."""

_PART_OF_IT = re.compile(r"(?:率|额|费|价|款|总数)的\s*(?:\d[\d.]*\s*[%％]|百分之[一二三四五六七八九十]+)")
"""50% of a rate is no rate."""


def source_missing(asked: Asked, said: str) -> str:
    """What the capacity that is asked for is a capacity of, where the documents' words leave it out: 储能装机."""
    found = _CAPACITY.search(asked.text)
    if found is None:
        return ""
    told = [part for part in _CUT.split(said) if found["capacity"] in part] or [said]
    forms = asked.synonyms.forms(found["source"])
    return "" if any(form in part for part in told for form in forms) else found["source"]


def narrower(asked: str, said: str) -> str:
    """The word in front of the thing asked for that the documents' words leave out; "" where none is."""
    for word, forms in QUALIFIERS.items():
        at = asked.find(word)
        behind = asked[at + len(word) : at + len(word) + 1] if at >= 0 else ""
        if (
            behind
            and not any(form in said for form in forms)
            and behind in said
            and not asked.startswith(("的", "和", *_PREDICATE, *_NO_NARROWER.get(word, ())), at + len(word))
        ):
            return word
    return ""
