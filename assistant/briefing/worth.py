"""What a stretch is worth on a page: what a reader in charge would want to see of it, and how near it is to the topic.

Figures, things to be set up, names, instruments and duties tell; openers, purposes
and praise do not. Nothing here looks at more than words, headings and one search.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from assistant.briefing.stated import Stated
from assistant.briefing.stretches import HEADING, Stretch
from assistant.briefing.topics import Topic
from assistant.finding.rarity import Rarity, fold_case, pairs
from corpus.models import Clause, Document
from corpus.vocabulary import ClauseKind, PartRole

PAID = 0.5
OPENING = 0.7
LABEL = 0.6
_NUMERAL = r"(?:\d[\d.,—－–~～-]*|[一二三四五六七八九十百千万两零〇半]+(?:点[一二三四五六七八九]+)?)"
_UNIT = (
    r"(?:%|％|个百分点|家|个(?!性|人|体)|项|名|支|处|座|条(?!件|例)|种|批|次(?!会|全)|万|亿|千瓦|兆瓦|MW|GW|kW|吨|公里|平方|立方|元|倍|"
    r"日内|日之前|工作日|年内|个月|小时|米|以上|左右)"
)
_TELLING: tuple[tuple[re.Pattern[str], float], ...] = (
    (
        re.compile(
            rf"\d[\d.,—－–~～-]*\s*{_UNIT}|{_NUMERAL}(?:元|日内|日之前|个工作日|个月内|年内|倍以[上下]|以[上下])"
        ),
        1.1,
    ),
    (re.compile(r"\d[\d.]*\s*[%％]|[一二三四五六七八九十]分之"), 0.4),
    (re.compile(r"20[2-6]\d\s*年"), 0.35),
    (re.compile(r"[“《「][^”》」]{2,30}[”》」]"), 0.55),
    (re.compile(r"设立|组建|成立|建立|争创|创建|组织实施|启动|布局|新建|新增|编制|发布|遴选|举办|引进|联合"), 0.4),
    (re.compile(r"建设|打造|实施|突破|开展|研发|试点|推广|探索|支持|鼓励|实现|达到"), 0.15),
    (re.compile(r"基金|专项|资金|贷款|贴息|奖励|税收|补偿|保险|债券|交易|收费"), 0.4),
    (re.compile(r"委员会|专家组|工作组|领导小组|联席会议|协调机制|考核|评价|目录|清单|标准|数据库|路线图"), 0.35),
    (re.compile(r"示范工程|示范区|产业园|实验室|创新中心|研究院|平台|基地|集群|试点|走廊|大学|公司|集团"), 0.3),
    (re.compile(r"应当|不得|禁止|必须|有权|罚款|没收|吊销|施行|主管部门|负责|适用本"), 0.4),
    (re.compile(r"罚款|没收|施行|是[^，]{2,24}主管部门|有效期|实行[^，]{2,20}制度|适用本"), 0.5),
    (re.compile(r"补助|补贴|津贴|减免|免征|免收|奖励|报销|优惠|贴息"), PAID),
)
_HOLLOW = re.compile(
    r"指导思想|以习近平|深入贯彻|全面贯彻|认真贯彻|贯彻落实|落实党中央|新发展理念|新发展阶段|高度重视|重大战略决策|"
    r"次会议(?:通过|批准|修订|修正)|号公布|根据有关法律|结合本市实际|制定本(?:条例|办法|规定|方案)|"
    r"具体[^，。；]{0,8}(?:办法|细则|标准|范围|规定)[^，。；]{0,4}由[^，。；]{2,30}(?:制定|制订|规定)"
)
_SETTING_OUT = re.compile(
    r"(?:围绕|针对|聚焦|面向|立足|瞄准|着眼|结合|基于|依托|通过|借助|利用|以[^，]{2,40}为|坚持|按照|根据|为了|依据|充分发挥|发挥|"
    r"在[^，]{2,40}(?:下|中|前|后|时|方面|领域|过程|地方|地区|基础上)$|到\s*20\d\d\s*年底?$|“?十[四五六]五”?(?:期间|末)$|"
    r"(?:从|与|对|将|把|由)[^，]{2,60}$)"
)
_LEADING_UP = re.compile(r"(?:要求|需求)$|以[^，]{2,16}为[^，]{1,6}$|通过[^，]{2,40}(?:方式|形式|渠道|手段|途径)$")
_BY_WHEN = re.compile(r"^到\s*20\d\d\s*年底?[，,]?\s*")
_AHEAD = re.compile(r"到\s*20\d\d\s*年(?!前)")
_CONDITION = re.compile(r"(?<!目)的$")
_ANNOUNCES = re.compile(r"(?:下列|如下|(?<![\d%％元])以下(?=[一-龥]))[^，。]{0,24}$")
_WITHIN = re.compile(r"(?:日|月|年|期限|届满)(?:之?内|前|后|起)$")
_LEANING = re.compile(
    r"(?:应当|不得|不予|可以|必须|并?处|并|责令|没收|给予|予以|由|逾期|情节|其|该|此|直至|但是?|否则|依法)"
)
_PURPOSE = re.compile(
    r"(?:为[^，]{2,40}(?:提供|奠定|做出|作出|储备)|促进|(?:着力|努力)?(?:提升|提高|增强)|营造|引导形成|形成[^，]{2,16}(?:格局|局面|氛围|合力)|"
    r"不断|进一步|持续|全面|充分|大力|切实|推动[^，]{2,12}发展$|引领|助推|确保)"
)

_GENERAL = re.compile(r"指导思想|(?:^|基本|工作|总体|主要|实施|编制)原则$")
"""Sections that every document has and none is told apart by."""

_STRENGTHENING = re.compile(r"(?:进一步|不断|着力|全面|切实|深入|持续)*(?:加强|强化|完善|健全|优化|深化|加大|扩大)")
_NAMED = re.compile(r"[“《（(\d]")

_SCARCE = 0.62
"""Mean weight of a stretch's character pairs from which its words count as names rather than phrases."""

BOXES = 0.5
"""What a box keeps of its worth where a whole document is written on: it holds projects and details."""

NEAR = 0.25
"""Nearness to the topic below which a stretch is left out."""

SEARCHED = 0.5
"""What a search that finds a clause says of its nearness, next to a heading that names the topic."""


def importance(stretch: Stretch, document: Document, rarity: Rarity, boxes: float = BOXES) -> float:
    """How much a stretch says that a reader in charge would want to see; `boxes` is what those of a box keep of it."""
    text = stretch.text
    if _HOLLOW.search(text):
        return 0.0
    worth = 0.25 + sum(weight for pattern, weight in _TELLING if pattern.search(text))
    worth += 2.5 * max(0.0, _scarcity(text, rarity) - _SCARCE)
    if sets_out(stretch):
        worth *= 0.5
    if clause_item(stretch.clause):
        worth *= 0.7
    if _PURPOSE.match(text):
        worth *= 0.6
    if _STRENGTHENING.match(text):
        worth *= OPENING
    if stretch.sentence == HEADING and not _NAMED.search(text):
        worth *= LABEL
    return worth * _place(stretch, document, boxes)


def sets_out(stretch: Stretch) -> bool:
    """Does the stretch lead up to what follows, so that nothing can end with it?"""
    text = stretch.text.rstrip("。；;，, ")
    if _CONDITION.search(text) or _ANNOUNCES.search(text):
        return True
    if stretch.last or "《" in text:
        return False
    return bool(
        _LEADING_UP.search(text)
        or _SETTING_OUT.match(text)
        or _SETTING_OUT.match(_BY_WHEN.sub("", text))
        or _WITHIN.search(text)
    )


def is_condition(stretch: Stretch) -> bool:
    """Is it the case that a rule is for: 未办理登记的，…"""
    return not stretch.last and bool(_CONDITION.search(stretch.text.rstrip("，, ")))


def leans_back(stretch: Stretch) -> bool:
    """Does the stretch say something of what stands before it, so that nothing can begin with it?"""
    return stretch.part > 0 and bool(_LEANING.match(stretch.text))


def clause_item(clause: Clause) -> bool:
    """An item of a list, which says little without the words above the list; one with a heading speaks for itself."""
    return clause.kind is ClauseKind.ITEM and not clause.heading


def _scarcity(text: str, rarity: Rarity) -> float:
    found = pairs(text)
    return rarity.weigh(found) / len(found) if found else 0.0


def of_goals(stretch: Stretch, document: Document) -> bool:
    """Does a stretch stand among the goals: under a heading of that name, or with a year ahead in the preamble?"""
    clause = stretch.clause
    if any(one.heading.rstrip("。：: ").endswith("目标") for one in (*document.ancestors(clause), clause)):
        return True
    return clause.kind is ClauseKind.PREAMBLE and stretch.sentence != HEADING and bool(_AHEAD.search(_so_far(stretch)))


def _so_far(stretch: Stretch) -> str:
    """The sentence up to the end of a stretch."""
    text = stretch.clause.text[: stretch.span.end]
    return text[max(text.rfind(stop, 0, stretch.span.start) for stop in "。！？") + 1 :]


def _place(stretch: Stretch, document: Document, boxes: float) -> float:
    """What the section gives or takes: goals more, general principles and lists of projects less."""
    clause = stretch.clause
    above = [*(one.heading for one in document.ancestors(clause)), clause.heading]
    if any(_GENERAL.search(heading.rstrip("。：: ")) for heading in above):
        return 0.15
    if clause.part in (PartRole.INTERPRETATION, PartRole.ATTACHMENT):
        return 0.5
    if clause.kind is ClauseKind.BOX or any(one.kind is ClauseKind.BOX for one in document.ancestors(clause)):
        return boxes
    return 1.6 if of_goals(stretch, document) else 1.0


class Common:
    """What several documents say alike: runs of characters that others print too, by how much they tell."""

    def __init__(self, others: Sequence[str], rarity: Rarity) -> None:
        self._rarity = rarity
        self._others = [set(_grams(text)) for text in others]

    def weighed(self, importance: float, text: str) -> float:
        """What a stretch is worth where what others say as well is wanted: its importance where there are none."""
        if not self._others or not importance:
            return importance
        shared = [gram for gram in dict.fromkeys(_grams(text)) if any(gram in other for other in self._others)]
        told = sum(max(0.0, _scarcity(gram, self._rarity) - _SHARED_SCARCE) for gram in shared)
        return float(importance**0.5 * (0.1 + min(1.5, told)))


_GRAM = 4
_SHARED_SCARCE = 0.4


def _grams(text: str) -> list[str]:
    folded = fold_case(text).replace(" ", "")
    return [folded[at : at + _GRAM] for at in range(len(folded) - _GRAM + 1) if folded[at : at + _GRAM].isalnum()]


CHARGED = 0.8
"""How near a stretch is that says who is to do what, where that is asked."""

HEADED = 0.5
"""How near to a topic what stands under a heading of the topic is, be it in other words."""

REACH = 2
"""Headings above a clause that are looked at for it, the nearest first."""

THEMED = 0.1
"""How near a stretch is to a theme by any of its words at all."""

A_WORD = 0.4
"""... and by each of them as far as it tells: 氢能 more than 企业, which half of a plan prints."""

_MEAN = 0.625
"""Mean weight of the pairs of a word that tells as much as a word should."""

_SUBJECT = 0.4
"""What the rest of the subject has to say where a place is asked about."""
_OWN = 0.6
"""How near a stretch is to a place that its document is of."""
_BESIDE = 0.5
"""... or that its sentence names elsewhere."""


def sentence_around(stretch: Stretch) -> str:
    text, span = stretch.clause.text, stretch.span
    start = max(text.rfind(stop, 0, span.start) for stop in "。！？；") + 1
    ends = [at for stop in "。！？；" if (at := text.find(stop, span.end)) >= 0]
    return text[start : min(ends, default=len(text))]


def _telling(word: str, rarity: Rarity) -> float:
    """How much a word of a theme tells: by how few clauses hold its pairs; a single character about as usual."""
    found = pairs(word)
    return rarity.weigh(found) / len(found) / _MEAN if found else 0.6


class Nearness:
    """How near the stretches of one document are to a topic: 0 to 1, by their words, their sentence and headings."""

    def __init__(
        self, topic: Topic, document: Document, rarity: Rarity, found: Mapping[str, float], stated: Stated | None = None
    ) -> None:
        self._document = document
        self._stated = stated if topic.charges else None
        self._found = found
        self._words = {word: _telling(word, rarity) for word in map(fold_case, topic.words)}
        self._subject = {pair: rarity.weight(pair) for pair in pairs(f"{topic.subject} {topic.forms}")}
        self._total = sum(sorted(self._subject.values(), reverse=True)[:5]) or 1.0
        self._headings = topic.headings
        self._places = topic.places
        self._bare = not (topic.subject or topic.words)
        self._clauses: dict[str, float] = {}
        self._headings_of: dict[str, float] = {}

    def of(self, stretch: Stretch) -> float:
        if not self._places:
            return self._of_subject(stretch)
        placed = self._placed(stretch)
        return placed if self._bare else placed * (1 - _SUBJECT + _SUBJECT * self._of_subject(stretch))

    def _placed(self, stretch: Stretch) -> float:
        """Does a stretch speak of the place: by name, in a document of the place, or in a sentence that names it?"""
        if any(place in stretch.text for place in self._places):
            return 1.0
        if stretch.document.place in self._places:
            return _OWN
        said = stretch.clause.heading if stretch.sentence == HEADING else sentence_around(stretch)
        return _BESIDE if any(place in said for place in self._places) else 0.0

    def _of_subject(self, stretch: Stretch) -> float:
        own = self._said(stretch.text) * (0.55 + 0.45 * self._focus(stretch.text))
        if self._stated and self._stated.charge(stretch):
            own = max(own, CHARGED)
        clause = self._of_clause(stretch)
        return min(1.0, max(0.75 * own + 0.35 * clause + 0.2 * own * clause, HEADED * self._under(stretch.clause)))

    def _under(self, clause: Clause) -> float:
        """How much the nearest heading above a clause, or its own, is of the topic and of nothing else."""
        if clause.id not in self._headings_of:
            above = [one.heading for one in self._document.ancestors(clause) if one.heading]
            near = [heading for heading in (clause.heading, *above[::-1]) if heading][:REACH]
            self._headings_of[clause.id] = max(
                (self._headed(one) * self._heading_focus(one) for one in near), default=0.0
            )
        return self._headings_of[clause.id]

    def _said(self, text: str) -> float:
        """The share of the subject, or one of the theme's words."""
        folded = fold_case(text)
        here = pairs(text)
        subject = sum(weight for pair, weight in self._subject.items() if pair in here) / self._total
        hits = sum(weight for word, weight in self._words.items() if word in folded)
        themed = min(1.0, THEMED + A_WORD * hits) if hits else 0.0
        return min(1.0, max(subject, themed))

    def _focus(self, text: str) -> float:
        """Of the things a stretch lists, the share that is of the topic."""
        items = [item for item in re.split(r"[、和与及]", text) if item.strip()]
        return sum(self._said(item) > 0.25 for item in items) / len(items) if items else 0.0

    def _heading_focus(self, heading: str) -> float:
        items = [item for item in re.split(r"[、和与及]", heading) if item.strip()]
        return sum(self._headed(item) > 0.25 for item in items) / len(items) if items else 0.0

    def _of_clause(self, stretch: Stretch) -> float:
        clause = stretch.clause
        if clause.id not in self._clauses:
            above = [one.heading for one in self._document.ancestors(clause)]
            if clause.part is PartRole.CLOSING:
                above.append("保障")
            headed = max((self._headed(heading) for heading in (*above, clause.heading)), default=0.0)
            self._clauses[clause.id] = max(headed, self._dense(clause.text), SEARCHED * self._found.get(clause.id, 0.0))
        return self._clauses[clause.id]

    def _headed(self, heading: str) -> float:
        if any(word in heading for word in self._headings):
            return 1.0
        return self._said(heading) if heading else 0.0

    def _dense(self, text: str) -> float:
        """How much of a clause speaks of the topic, sentence by sentence."""
        said = [self._said(part) for part in re.split(r"[。；;，,]", text) if part.strip()]
        return min(1.0, 1.3 * sum(share > 0.35 for share in said) / len(said)) if said else 0.0
