"""Lists that the documents themselves print: bullets of a clause, or the headings under it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.extractive import BULLET, tidy
from assistant.query import Asked, Kind
from assistant.rarity import Rarity, pairs
from assistant.statements import Ground, Statement, ground, shown
from corpus.models import Document
from corpus.text import sentences, visible_length
from index.models import Evidence

_HEADING_SHARE = 0.55
_ITEM_LENGTH = 45
_SAME = (("准则", "原则"),)
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
        if named or _same_noun(asked.topic, one.clause.heading):
            found = _items(one, document_of(one.document.id))
            if found:
                return found
    return []


def _same_noun(topic: str, heading: str) -> bool:
    """基本准则 is what a document prints as 工作原则: the noun of the heading is all that is asked for."""
    noun = heading[-2:]
    return noun in _NOUNS and _as_printed(topic).rstrip().endswith(noun) and len(heading) <= 6


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
                (Ground(one.document, child, shown(child, child.heading), child.heading),),
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
