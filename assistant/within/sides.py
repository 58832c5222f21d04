"""What a question sets side by side: Ⅱ级与Ⅰ级响应, 国际的和国内的成套装备, 2027年 2030年 目标.

Sides are joined (和, 与, 、) and something sets them against each other (对比, 差别, 各, 两类), or they stand
one behind the other among keywords and end alike. What else is said is asked of each of them alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.understanding.query import fold_width
from corpus.text import fold

MOST = 4
"""Sides that a question sets beside each other at most."""

LONGEST = 14
"""Characters of one side."""

ALIKE = 2
"""Characters in which sides begin or end alike: 森林覆盖率, 湿地保护率."""

_EACH = (
    r"各自|分别|各(?=[占是要有补给得扣奖能需达为提增减怎多几由按可最至])|"
    r"各(?![类级地部国界种项省市县区镇乡方个])(?=[^，,。？?]{1,3}(?:多少|几|怎|什么|啥))"
)
_JOINT = re.compile(
    r"以及|还有|相比于?|对比|(?<![共饱总缓温碳中柔调])和(?![平谐解睦])|(?<!参)与(?!会)|跟|(?<![以涉])及(?![时格其])|、|"
    r"(?<![占对正成环同])比(?![例重率较值])"
)
_SETS = re.compile(
    rf"对比|比较|相比|区别|差别|差异|不同|不一样|一样|异同|差多少|差几|差在|相差|差出|[高低多少大小长短快慢][出了]?(?:多少|几)|{_EACH}|"
    r"哪一?[个种类档级项]|谁更|两者|二者|(?<![哪几这那])两[类种个项档级年边头样]|都"
)
_MARKS = re.compile(r"[A-Za-z]+|\d+(?:\.\d+)?|[一二三四五六七八九十甲乙丙丁特](?=[级类档等期型])")
"""What tells things of one sort by number or letter: Ⅱ级, 2030年, B类."""

_NUMBER = r"(?:[IVX]{1,4}|\d+(?:\.\d+)?|[A-Za-z]|[一二三四五六七八九十甲乙丙丁特])"
_BY_NUMBER = re.compile(rf"(?<![A-Za-z\d]){_NUMBER}(?P<unit>(?:级|类|档|等|期|型|年度?|月份?|周?岁|号)(?:末|底)?)")
_YEAR = re.compile(r"20\d\d年(?:[底末]|的)?")
_STOP = re.compile(r"[，,。；;：:？?！!\s]")
_GOVERNS = re.compile(
    r"(?:[对给把将在由从里内让向为的]|(?<=[一-龥]{3})中|关于|对于|启动|申报|申请|获得|取得|报考|参加)"
)
_BEHIND = re.compile(
    r"[，,。；;：:？?！!\s]|两[类种个项档级者年边样]|[二三四五]者|[三四五][类种个项档级]|各(?!类|级|地|部|国|界)|分别|都(?!市)|到底|究竟|"
    r"哪|谁|什么|多少|几[个项家年]|怎|如何|差|相|之间|有(?=[什啥何多区差])|在(?![线建校岗])|对(?!外|象|口)|从(?!业)|到(?!期)|的|是|要(?![素点])|给|"
    r"得(?!分)|能(?![手力源耗效量])|应当|需(?!求)|为(?!主)|下(?=[，,])|时(?=[，,])|比(?![例重率])|区别|与|和|跟|、|又"
)
_COMPARING = re.compile(
    r"(?:进行|做个?|作个?)?(?:对比|比较)(?:一下)?|相比(?:之下)?|"
    r"有?(?:什么|何|啥|哪些|多大)?的?(?:区别|差别|差异|异同)(?:是|在|有)?(?:哪[里儿]?|什么|啥|多大|多少)?|"
    rf"有?(?:什么|何|啥|哪些)?(?:不同|不一样)(?:之处|的?地方)?|差在(?:哪[里儿]?|什么地方|何处)|一样(?:多吗|吗|么)|{_EACH}"
)
_GAP_AFTER = re.compile(r"[，,](?:相?差|[大高多少低长])[了出]?(?:多少|几)[^，,。？?]{0,3}(?=[？?]?$)")
_GAP = re.compile(r"相?差[了出]?(?=多少|几)|[高低多少大小长短快慢][了出](?=多少|几)")
_WHICH = re.compile(r"哪一?[个种类座家级](?P<what>[^，,。？?]{0,8}?)更?(?P<how>[大高长])(?=[，,？?]|$)")
_TOGETHER = re.compile(r"^(?:这|那)?(?:[两二三四](?:类|种|个|项|档|级|者|年|边|头|样)(?:人|东西)?|之间)的?")
_ROSE = re.compile(
    r"从?(?P<first>20\d\d年[底末]?)[到至](?P<last>20\d\d年[底末]?)(?P<between>[^？?]*?)[由从](?:多少|几)[^，,？?]{0,8}[到至为](?:多少|几)"
)
"""从2020年到2025年要由多少涨到多少: both years are asked for."""

_THE_LIKE = re.compile(r"相关|有关|其他|其它|其余")
"""Behind a joint these name no other side: 交易及相关活动."""

_LOOSE = re.compile(r"\s(和|与|跟|及|以及)\s")


@dataclass(frozen=True, slots=True)
class Side:
    """One of the things compared: what it is called, and what is asked of it alone."""

    name: str
    question: str
    others: tuple[str, ...]

    @property
    def marks(self) -> tuple[str, ...]:
        """The numbers and letters in its name that no other side has."""
        theirs = {one for other in self.others for one in _MARKS.findall(fold(other))}
        return tuple(one for one in _MARKS.findall(fold(self.name)) if one not in theirs)


def sides_asked(typed: str, names: Sequence[str] = ()) -> tuple[Side, ...]:
    """The sides that a question, as typed, sets beside each other; none where it sets none.

    `names` are its words for documents: they are no part of a side.

    >>> [one.name for one in sides_asked("Ⅱ级与Ⅰ级响应 雨量门槛 对比")]
    ['II级', 'I级']
    >>> [one.question for one in sides_asked("新建的和改建的公厕各补多少钱？")]
    ['新建的公厕补多少钱？', '改建的公厕补多少钱？']
    """
    text = _LOOSE.sub(r"\1", " ".join(fold_width(typed).split()))
    return _risen(text) or _joined(text, names) or _in_keywords(text, names)


def _risen(text: str) -> tuple[Side, ...]:
    rose = _ROSE.search(text)
    if rose is None or rose["first"] == rose["last"]:
        return ()
    behind = f"{rose['between']}是多少{text[rose.end() :]}"
    return _sides(text[: rose.start()], (rose["first"], rose["last"]), behind)


def _joined(text: str, names: Sequence[str]) -> tuple[Side, ...]:
    for joint in _JOINT.finditer(text):
        if _THE_LIKE.match(text, joint.end()):
            continue
        left = _left(text[: joint.start()], names)
        parts, end = [left], joint.end()
        while left and len(parts) < MOST:
            at = end if len(parts) == 1 else end + len(found.group()) if (found := _JOINT.match(text, end)) else -1
            right = _right(text[at:], left) if at >= 0 else ""
            if not right:
                break
            parts.append(right)
            end = at + len(right)
        if len(parts) < 2:
            continue
        parts = _behind_year(_aligned(parts))
        start = joint.start() - len(parts[0])
        parts = _with_unit(parts)
        by_number = all(_BY_NUMBER.match(one) for one in parts)
        if len({*parts}) == len(parts) and (by_number or _SETS.search(text[end:])):
            return _sides(text[:start], parts, text[end:])
    return ()


def _left(text: str, names: Sequence[str]) -> str:
    """The side in front of a joint: behind a stop, a name of a document, or what governs it."""
    start = max((stop.end() for stop in _STOP.finditer(text)), default=0)
    start = max([start, *(_behind(name, text) for name in names if name in text)])
    start = max([start, *(one.end() for one in _GOVERNS.finditer(text, start) if one.end() < len(text))])
    return text[start:] if len(text) - start <= LONGEST else ""


def _behind(name: str, text: str) -> int:
    """Where a name ends: 省 of 江苏省级 belongs to the level, not to the place."""
    end = text.rfind(name) + len(name)
    return end - 1 if name[-1] in "省市县区" and text.startswith("级", end) else end


def _right(text: str, left: str) -> str:
    """The side behind a joint: as far as it ends like the other one, else up to what is said of both."""
    by_number = [one for one in _BY_NUMBER.finditer(left) if one.end() == len(left)]
    same = _BY_NUMBER.match(text) if by_number else None
    if same and same["unit"] == by_number[0]["unit"]:
        return same.group()
    stop = _STOP.search(text)
    piece = text[: min(stop.start() if stop else len(text), LONGEST)]
    for size in range(min(len(left) - 1, 4), ALIKE - 1, -1):
        at = piece.find(left[-size:], 1)
        if at > 0:
            return piece[: at + size]
    if left.endswith("的") or by_number:
        at = piece.find(left[-1], 1)
        return piece[: at + 1] if at > 0 else ""
    ends = _BEHIND.search(text, 1)
    right = text[: ends.start()] if ends else text
    return right if ALIKE <= len(right) <= LONGEST else ""


def _aligned(parts: list[str]) -> list[str]:
    """The first side from where it begins like the second: 启动Ⅱ级 beside Ⅳ级, 新造一条纯电动船 beside 一条渔船."""
    first, second = parts[:2]
    begins = _BY_NUMBER.match(second)
    like = [one.start() for one in _BY_NUMBER.finditer(first) if begins and one["unit"] == begins["unit"]]
    at = like[-1] if like else first.rfind(second[:ALIKE])
    return [first[at:], *parts[1:]] if at > 0 else parts


def _behind_year(parts: list[str]) -> list[str]:
    """Without the year in front of the first side, which then is the year of all: 2025年光伏和风电."""
    year = _YEAR.match(parts[0])
    if year is None or year.end() == len(parts[0]) or any(_BY_NUMBER.match(one) for one in parts[1:]):
        return parts
    return [parts[0][year.end() :], *parts[1:]]


def _with_unit(parts: list[str]) -> list[str]:
    """The unit that only the last side prints: 2024、2025、2026年."""
    last = _BY_NUMBER.fullmatch(parts[-1])
    return [f"{one}{last['unit']}" if last and re.fullmatch(_NUMBER, one) else one for one in parts]


def _in_keywords(text: str, names: Sequence[str]) -> tuple[Side, ...]:
    """Words one behind the other that end alike, or the first two where a comparison is asked for outright."""
    words = text.split()
    named = {at for at, word in enumerate(words) if any(word in name or name in word for name in names)}
    for at in range(len(words) - 1):
        run = [words[at]]
        for word in words[at + 1 :]:
            if at in named or len(run) == MOST or not _end_alike(run[0], word):
                break
            run.append(word)
        if len(run) > 1 and len({*run}) == len(run):
            return _sides(" ".join(words[:at]), run, " ".join(words[at + len(run) :]), " ")
    free = [at for at, word in enumerate(words) if at not in named and not _COMPARING.fullmatch(word)]
    if len(words) > len(free) + len(named) and len(free) > ALIKE and free[1] == free[0] + 1:
        at = free[0]
        return _sides(" ".join(words[:at]), words[at : at + 2], " ".join(words[at + 2 :]), " ")
    return ()


def _end_alike(one: str, other: str) -> bool:
    if max(len(one), len(other)) > LONGEST:
        return False
    by_number = _BY_NUMBER.fullmatch(one), _BY_NUMBER.fullmatch(other)
    if by_number[0] and by_number[1]:
        return by_number[0]["unit"] == by_number[1]["unit"]
    if by_number[0] or by_number[1]:
        return False
    least = 1 if min(len(one), len(other)) > ALIKE + 1 and one[-1] in "率" else ALIKE
    return one[-least:] == other[-least:] and one not in other and other not in one


def _sides(front: str, parts: Sequence[str], behind: str, blank: str = "") -> tuple[Side, ...]:
    rest = _TOGETHER.sub("", behind)
    for pattern, instead in ((_WHICH, r"\g<what>多\g<how>"), (_GAP_AFTER, ""), (_GAP, "是"), (_COMPARING, "")):
        rest = pattern.sub(instead, rest)
    return tuple(
        Side(
            part,
            re.sub(r"[，,\s]+(?=[？?。]?$)", "", f"{front}{blank}{part}{blank}{rest}").strip(),
            tuple(other for other in parts if other != part),
        )
        for part in parts
    )
