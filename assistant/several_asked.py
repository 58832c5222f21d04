"""What a question asks that asks for several things: its parts, each as a question of its own.

Questions side by side (建多少个？回收率要达到多少？; 多长，由谁负责) share the subject of the first where they
name none; things side by side (国家级和省级平台各支持多少) share all that stands around them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.answerable.unknown_matter import of_any_policy
from assistant.finding.rarity import Rarity, pairs
from assistant.understanding.query import Asked, topic, years_in
from assistant.understanding.wanted import subject_alone

_ASKING = re.compile(
    r"谁|哪|多少|几|什么|啥|怎|如何|咋|何时|何种|为何|多[长大久高远]|是否|可不可以|能否|有没有|吗|"
    r"(?P<one>[要用能会该给算行够需交退打])不(?P=one)"
)
_SPLIT = re.compile(r"[？?；;，,、]")
_CONNECTIVE = re.compile(r"以及|(?<![中饱共缓调温平])和(?![谐平睦])|(?<!参)与(?!会)|(?<![涉以])及(?!时|格|其)|、")
_YES_OR_NO = re.compile(r"吗$|有没有[^，]{0,6}$")
_WHETHER = re.compile(r"(?P<one>[要用能会该给算行够需交退打])不(?P=one)")
_EACH = re.compile(
    r"分别|各自|各(?!地|类|种|项|市|省|县|级|区|部门|单位|方面|个|国|位|企业|行业|领域|环节|界|族|异|大|相关|有关)"
)
_CALLED = re.compile(r"《[^》]*》|“[^”]*”")
_BEFORE_SIDE = re.compile(r"[，,。；;：:的对给把将在由向为从让使到是有]|以及|和|与|、")
_OF_ANY_MATTER = ("技术", "措施", "项目", "任务", "工程", "政策", "工作", "服务", "平台")
"""Nouns by which a list of any matter is found, where the words in front of them are left behind."""

FEWEST = 2
NAMING = 2
"""Characters of a word from which it names a matter: 用 and 搞 do not."""

_OWN = 2
"""Known words of a part from which it has a subject of its own."""


@dataclass(frozen=True, slots=True)
class Part:
    """One of the things asked for: as questions that may be put for it, nearest first, and the words that tell it."""

    questions: tuple[str, ...]
    label: str
    telling: frozenset[str]
    apart: bool = True
    """Is it a question by itself, not one of several things of which the same is asked?"""

    @property
    def yes_or_no(self) -> bool:
        """Is it answered by whatever is said of it?"""
        return bool(_YES_OR_NO.search(self.label))

    @property
    def whether(self) -> bool:
        """Does it ask whether one has to or may (要不要交材料), which another rule of the document tells?"""
        return bool(_WHETHER.search(self.label))

    @property
    def years(self) -> set[int]:
        return set(years_in(self.label))

    def held_in(self, text: str, rarity: Rarity) -> float:
        """Share of the words that tell this part from the others which a text holds; 0 where there are none."""
        whole = rarity.weigh(self.telling)
        return rarity.weigh(self.telling & pairs(text)) / whole if whole else 0.0


_HOW_IT_SAYS = re.compile(
    r"[^，。？]{0,12}?(?:文件|方案|解读|通知|条例|办法|规定|政策|意见|指南|里面?|上面?|中)(?:里|上|中)?(?:是|都|具体)?(?:怎么|咋|如何)(?:讲|说|写|规定|提|要求)的?[？?]?"
)
"""解读里怎么讲, behind a question: it asks nothing more."""


def parts_asked(asked: Asked, rarity: Rarity) -> list[Part]:
    """The parts of a question that asks for several things; empty where it asks for one."""
    return _questions(asked, rarity) or _sides(asked, rarity)


def _questions(asked: Asked, rarity: Rarity) -> list[Part]:
    """The questions that stand side by side, words in front of one that ask nothing taken with it.

    What stands behind the last one is said of all of them: 雨下到多大、水涨到几米，县里会启动响应.
    """
    pieces: list[str] = []
    asking: list[str] = []
    waiting = ""
    for piece in _SPLIT.split(asked.text):
        waiting = f"{waiting}，{piece}" if waiting else piece
        if _ASKING.search(piece) and not (pieces and _HOW_IT_SAYS.fullmatch(piece)):
            pieces.append(waiting)
            asking.append(piece)
            waiting = ""
    if len(pieces) < FEWEST:
        return []
    pieces = [f"{piece}，{waiting}" for piece in pieces] if waiting else pieces
    names = _names(asked)
    topics = [subject_alone(topic(piece, names)) for piece in pieces]
    subject = topics[0].replace(" ", "")
    told = [
        _printed(asked, own, rarity) or _told(asked, whole, rarity) for own, whole in zip(asking, topics, strict=True)
    ]
    found = []
    for at, piece in enumerate(pieces):
        others = set().union(*(one for other, one in enumerate(told) if other != at))
        telling = frozenset(told[at] - others)
        led = f"{subject}，{piece}" if at and subject else piece
        questions: tuple[str, ...] = (piece, led) if len(told[at]) >= _OWN else (led, piece)
        if at and subject and _of_any_matter(asked, piece):
            questions = (led,)
        label = piece.removesuffix(f"，{waiting}") if waiting else piece
        found.append(Part(tuple(dict.fromkeys(questions)), label.strip("，, "), telling))
    return found


def _of_any_matter(asked: Asked, piece: str) -> bool:
    """Does a piece ask for what any document has, of no matter of its own: 要搞哪些技术?"""
    own = of_any_policy(topic(piece, (*_names(asked), *asked.naming)))
    return any(noun in piece for noun in _OF_ANY_MATTER) and all(len(pair) < NAMING for pair in pairs(own))


def _printed(asked: Asked, piece: str, rarity: Rarity) -> set[str]:
    """What documents print for a piece none of whose own words they print: 答复 for 何时给说法; else nothing."""
    own = _told(asked, subject_alone(topic(piece, _names(asked))), rarity)
    return set() if own else _told(asked, asked.synonyms.expansions(piece), rarity)


def _told(asked: Asked, words: str, rarity: Rarity) -> set[str]:
    """What words tell within the documents that are named: not what those are called."""
    called = set().union(*(pairs(name) for name in _names(asked)))
    return {pair for pair in pairs(words) if rarity.known(pair)} - called


def _names(asked: Asked) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*asked.places, *(one.title for one in asked.documents))))


def _sides(asked: Asked, rarity: Rarity) -> list[Part]:
    """The things of which one value each is asked: what stands left and right of 和, up to what they share."""
    each = _EACH.search(asked.text)
    if each is None:
        return []
    front = _CALLED.sub(lambda name: "某" * len(name.group()), asked.text[: each.start()])
    clause = max(front.rfind(stop) for stop in "，,；;：:") + 1
    joints = list(_CONNECTIVE.finditer(front, clause))
    if not joints:
        return []
    start = max((one.end() for one in _BEFORE_SIDE.finditer(front[: joints[0].start()], clause)), default=clause)
    sides = [one for one in _CONNECTIVE.split(front[start:]) if one]
    if len(sides) < FEWEST or any(_ASKING.search(one) for one in sides):
        return []
    told = [_told(asked, one, rarity) for one in sides]
    found = []
    for at, side in enumerate(sides):
        others = set().union(*(one for other, one in enumerate(told) if other != at))
        question = f"{asked.text[:start]}{side}{re.sub('分别|各自?', '', asked.text[each.start() :])}"
        found.append(Part((question,), side, frozenset(told[at] - others), apart=False))
    return found
