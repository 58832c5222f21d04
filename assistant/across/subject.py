"""What a comparison of all documents is about, and whether a sentence speaks of it.

Every document has something near any question. It counts as silent unless it holds the
words that tell this subject from others, or their synonyms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.charge.in_charge import asks_who
from assistant.choosing.candidates import Candidate
from assistant.finding.rarity import Rarity, fold_case, pairs
from assistant.understanding.query import Asked
from corpus.vocabulary import DocumentType

_COMPARING = re.compile(
    r"(?:这|那)?(?:[两二三四五六七八九十几\d]+|各)(?:份|个)(?:地方)?(?:文件|方案)?|各(?:地|省|市|家|自|处|类)?|份文件|"
    r"有?何?(?:不同|不一样|一样|区别|差别|差异|异同)(?:之处|点)?|比较|对比|相比|对照|一下|特色|抓手|特点|亮点|侧重点?|"
    r"做法|办法|措施|举措|思路|内容|情况|力度|数量|指标|条款|表述|提法|写法|说法|用法|"
    r"(?<=\s)各(?=[写设靠想打提说讲定用搞做把])(?:写|打算|提|说|讲)?|上(?=\s|$)|(?:19|20)\d\d年?"
)

_LEADS = re.compile(r"统筹|牵头|领导|抓总|总负责")
_WHOLE = re.compile(
    r"碳达峰|碳中和|双碳|科技|创新|支撑|工作|统筹|牵头|领导|抓总|总负责|"
    r"推进|落实|实施|组织|协调|定|谁|由|来|全部|整体|整个|各"
)
_CHARGED = re.compile(r"主管|主抓|负责|管|监督|监管|牵头|统筹")
_WHOLE_OF_LAW = re.compile(r"工作|主管|主抓|负责|监督|监管|管理|管|牵头|统筹|部门|机关|单位|具体|谁|哪个|由|来|各|的")
SUPERVISION = "负责 工作 统筹 协调 指导 监督 管理 主管"
"""What a law says, in its first articles, of the body in charge of all that it governs."""

LEADERSHIP = "组织领导 统筹协调 组织协调 协调机制 领导小组 工作组 领导机制 统一领导"

TELLING = 0.5
"""Share of the rarest word's weight from which a word tells a subject from others."""

RAREST = 0.85
"""... where the words are put together as no document does."""


WORDS = 2
"""Words of a topic that are looked for by themselves in a document."""

VALUES = re.compile(
    r"期限|时限|年限|时间|时长|多长|多久|日期|比例|幅度|金额|数额|额度|限额|上限|标准|数量|规模|多大|最[长短高低多少]|几年|几个月"
)
"""What kind of value is asked for: sentences give it without the word."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The words of a subject that tell it from others; none where no document holds any of them."""

    words: frozenset[str]

    def spoken_of(self, candidate: Candidate) -> bool:
        """Does the sentence, or a heading above it, hold one of the words?"""
        said = pairs(f"{candidate.text} {candidate.headings}")
        return not self.words.isdisjoint(said)


def without_comparing(asked: Asked, topic: str | None = None) -> Asked:
    """The question with the words that only ask for a comparison out of its topic, or the one that is given."""
    bare = _COMPARING.sub(" ", f" {asked.topic if topic is None else topic}")
    return replace(asked, topic=" ".join(bare.split()))


def of_leading(asked: Asked) -> Asked:
    """Who leads all of it, asked of no task: documents say so of a group or a mechanism, laws of a body in charge."""
    if not asks_who(asked.text):
        return asked
    governed = asked.documents and all(one.document_type is DocumentType.LAW for one in asked.documents)
    if governed and _CHARGED.search(asked.text) and not _WHOLE_OF_LAW.sub("", asked.topic).strip():
        return replace(asked, topic=SUPERVISION)
    if not _LEADS.search(asked.text) or _WHOLE.sub("", asked.topic).strip():
        return asked
    return replace(asked, topic=LEADERSHIP)


def subject_of(asked: Asked, rarity: Rarity) -> Subject | None:
    """What a question is about; None where it names no subject, so that any sentence may stand.

    Documents that it names are asked in its own words; of all documents only those may speak that hold them.
    """
    if not pairs(asked.topic):
        return None
    bare = VALUES.sub(" ", asked.topic) if asked.documents else asked.topic
    pieces = (*(bare if pairs(bare) else asked.topic).split(), *asked.expansions.split())
    known = [pair for piece in pieces for pair in _known(piece, rarity, strict=not asked.documents)]
    if not known and asked.documents:
        return None
    heaviest = max((rarity.weight(pair) for pair in known), default=0.0)
    return Subject(frozenset(pair for pair in known if rarity.weight(pair) >= TELLING * heaviest))


def telling_words(topic: str, text: str, rarity: Rarity) -> list[str]:
    """The words of a topic that a document prints and that choose among its clauses, the most telling first."""
    folded = fold_case(text)
    stretches = {one for piece in fold_case(topic).split() for one in _stretches(piece, folded)}
    weights = {one: max(rarity.weight(pair) for pair in pairs(one)) for one in stretches}
    return sorted(weights, key=lambda one: (-weights[one], one))[:WORDS]


def _stretches(piece: str, text: str) -> Iterator[str]:
    """The longest stretches of a piece that a text prints, from the left; of two characters or more."""
    at = 0
    while at + 1 < len(piece):
        end = at + 2
        if not pairs(piece[at:end]) or piece[at:end] not in text:
            at += 1
            continue
        while end < len(piece) and piece[at : end + 1] in text:
            end += 1
        yield piece[at:end]
        at = end


def words_of(topic: str, rarity: Rarity) -> set[str]:
    """The character pairs of a topic that lie inside words: 农业领域 is 农业 and 领域, and not 业领 of 工业领域 too."""
    return {pair for piece in fold_case(topic).split() for pair in _inside_words(piece, rarity)}


def _known(piece: str, rarity: Rarity, *, strict: bool) -> Iterator[str]:
    """The pairs of a piece that documents hold; none where most of it is unknown: 计算 is not 量子计算.

    Where the piece is put together as in no document, only the rarest tell it: 量子, not 计算.
    """
    found = pairs(piece)
    held = sorted(pair for pair in words_of(piece, rarity) if rarity.known(pair))
    known = sum(rarity.known(pair) for pair in found)
    if strict and 2 * known < len(found):
        return
    rarest = max((rarity.weight(pair) for pair in held), default=0.0)
    yield from held if known == len(found) else [pair for pair in held if rarity.weight(pair) >= RAREST * rarest]


def _inside_words(piece: str, rarity: Rarity) -> Iterator[str]:
    """The pairs of a piece but for those where two of its words meet.

    Such a pair is rarer than both its neighbours: 业领 of 农业领域. Or it stands in no longer stretch of the
    piece that is printed, beside one that is commoner or does: 碳交 of 碳交易 is that of 低碳交通.
    """
    row = [piece[at : at + 2] for at in range(len(piece) - 1)]
    known = [at for at, pair in enumerate(row) if rarity.known(pair)]
    lows = {at for at in known if {at - 1, at + 1} <= set(known) and _rarest(at, row, rarity)}
    left = [at for at in known if at not in lows]
    lone = {
        at
        for at in left
        if not _goes_on(at, row, rarity)
        and any(_rarer(at, by, row, rarity) or _goes_on(by, row, rarity) for by in (at - 1, at + 1) if by in left)
    }
    return (pair for at, pair in enumerate(row) if at not in lows | lone and pairs(pair))


def _rarest(at: int, row: Sequence[str], rarity: Rarity) -> bool:
    return _rarer(at, at - 1, row, rarity) and _rarer(at, at + 1, row, rarity)


def _rarer(at: int, other: int, row: Sequence[str], rarity: Rarity) -> bool:
    return rarity.weight(row[at]) > rarity.weight(row[other])


def _goes_on(at: int, row: Sequence[str], rarity: Rarity) -> bool:
    """Do documents print the pair with the character before or behind it in the piece?"""
    wider = [row[at - 1][0] + row[at]] if at else []
    wider += [row[at] + row[at + 1][1]] if at + 1 < len(row) else []
    return any(one in rarity.folded for one in wider)
