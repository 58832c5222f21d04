"""Lists that the documents themselves print: bullets of a clause, or the headings under it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.choosing.saying import BULLET, tidy
from assistant.finding.rarity import Rarity, pairs
from assistant.lists.asked_list import BARE
from assistant.lists.runs import summed_up
from assistant.statements import Statement, ground, ground_in
from assistant.understanding.query import Asked, Kind
from corpus.models import Document, DocumentSummary
from corpus.numbering import number_of
from corpus.text import sentences, visible_length
from corpus.vocabulary import PartRole
from index.models import Evidence

_HEADING_SHARE = 0.55
_ITEM_LENGTH = 45
_COUNTED = re.compile(
    r"([二三四五六七八九十]{1,2}|\d{1,2})(?:大|项|个|条)?(?:重点|主要)?(行动|工程|任务|原则|措施|计划)"
)
_SAME = (("准则", "原则"),)
_GENERIC = re.compile(
    r"基本|主要|工作|重点|保障|具体|总体|支持|实施|组织|落实|原则|任务|措施|要求|[一二三四五六七八九十\d两几]+[项个条大]"
)
_NAME = re.compile(r".*(?:方案|规划|意见|文件|条例|通知|办法|计划|公告)")
"""Up to there a question names its document, whatever words it takes for that."""

_NOUNS = frozenset({"原则", "任务", "措施", "要求"})


def enumerated(
    asked: Asked, evidence: Sequence[Evidence], rarity: Rarity, document_of: Callable[[str], Document]
) -> list[Statement]:
    """The items of the clause whose heading is what was asked for; none where no heading is."""
    own = pairs(_as_printed(asked.topic))
    if asked.kind is not Kind.LIST or not own:
        return []
    for one in evidence[:8]:
        heading = pairs(one.clause.heading)
        if not heading or not one.clause.num:
            continue
        above = pairs(one.chunk.context + one.document.title)
        asked_here = rarity.weigh(own - above) or rarity.weigh(own)
        shared = rarity.weigh(own & heading)
        named = shared >= _HEADING_SHARE * rarity.weigh(heading) and shared >= 0.5 * asked_here
        if not pairs(_GENERIC.sub(" ", one.clause.heading)):
            # 保障措施 names no subject: it is a document's, not that of a thing the question is about.
            named_as = _NAME.match(asked.text) if asked.documents else None
            known = above | pairs(named_as.group()) if named_as else above
            whole = _nothing_else(BARE.sub(" ", asked.topic) if asked.documents else asked.topic, known, rarity)
            named = whole and (named or _same_noun(asked.topic, one.clause.heading))
        if named:
            found = _items(one, document_of(one.document.id))
            if found:
                return found
    return []


def counted(asked: Asked, documents: Sequence[tuple[Document, DocumentSummary]]) -> list[Statement]:
    """七大行动, 十大工程: the clause with just that many headings of that name under it, by exact scan."""
    found = _COUNTED.search(asked.text)
    if found is None:
        return []
    said, noun = found.groups()
    want = number_of(said)
    for document, summary in documents:
        for clause in document.clauses:
            if asked.of_interpretation and clause.part is not PartRole.INTERPRETATION:
                continue
            children = document.children(clause)
            named = [child for child in children if child.heading.rstrip("。”").endswith(noun)]
            if len(children) == want and len(named) == want:
                beside = summed_up(document, summary, want, noun, [one.heading for one in children])
                return [
                    Statement(
                        f"{one.num}{one.heading}",
                        (ground_in(summary, one, one.heading), *(beside if not at else ())),
                    )
                    for at, one in enumerate(children)
                ]
    return []


def _same_noun(topic: str, heading: str) -> bool:
    """基本准则 is what a document prints as 工作原则: the noun of the heading is all that is asked for."""
    noun = heading[-2:]
    return noun in _NOUNS and _as_printed(topic).rstrip().endswith(noun) and len(heading) <= 6


def _nothing_else(topic: str, above: set[str], rarity: Rarity) -> bool:
    """Is the noun asked for of a document, not of a subject that its title does not name?"""
    own = pairs(_GENERIC.sub(" ", _as_printed(topic)))
    return not {pair for pair in own if len(pair) > 1 and rarity.known(pair)} - above


def _as_printed(topic: str) -> str:
    for said, printed in _SAME:
        topic = topic.replace(said, printed)
    return topic


def _items(one: Evidence, document: Document) -> list[Statement]:
    children = [child for child in document.children(one.clause) if visible_length(child.heading) >= 4]
    if len(children) >= 2 and visible_length(one.clause.text) < 40:
        return [
            Statement(
                f"{child.num}{child.heading}",
                (ground_in(one.document, child, child.heading),),
            )
            for child in children
        ]
    found: list[Statement] = []
    for line in one.clause.text.split("\n"):
        first = next(iter(sentences(line)), None)
        if first is None or first.of(line) not in one.text:
            continue
        text = first.of(line)
        if visible_length(text) <= _ITEM_LENGTH and (BULLET.match(text) or visible_length(line) > _ITEM_LENGTH):
            found.append(Statement(tidy(text), (ground(one, text),)))
    return found if len(found) >= 3 else []
