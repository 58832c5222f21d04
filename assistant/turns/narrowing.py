"""A turn that goes into one part of what was just shown: 里面储能示范的具体有哪些, 人才那个行动有哪些任务.

The part is a heading or an item in the section of the clauses just cited, and the turn
names it by its words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from assistant.finding.rarity import Rarity, pairs
from assistant.models import Answer
from assistant.turns.shown_items import Item, stretches
from assistant.understanding.query import Asked, Kind, topic
from assistant.understanding.wanted import Wanted
from corpus.models import Clause, Document, DocumentSummary
from corpus.text import fold

_WITHIN = re.compile(
    r"其中|(?:这|那|它)?里[面头边]|当中|之中|(?:清单|专栏|名单|表|列表|上面|前面)(?:里面?|中)?(?=[^，。]{2})|"
    r"那[一]?(?:块|部分|项|类|条|个)|这[一]?(?:块|部分|类|[项条点](?=呢))|(?:这|那)(?:些|[几两三四五六七八九十\d]+[个项条类])[一-龥]{0,4}?(?:里|中)(?:的|面|头)?|"
    r"^(?:那么?|还有|有)?(?:属于|涉及|关于)(?=[^，。]{2,8}的)|^(?:那么?|还有|有)?(?:跟|和|与|同)(?=[^，。]{1,8}(?:有关|相关|挂钩)的)"
)
_GENERIC = re.compile(
    r"行动|任务|重点|工程|项目|领域|部分|专栏|清单|原则|措施|关于|具体|包括|包含|涉及|详细|展开|细|点|哪|有(?![色机限害效])|都|做|搞|建(?![筑材])|研究|研发|列|内容|技术$|"
    r"属于|涉及|有关|相关|挂钩|沾边|针对|责任|单位|部门|牵头|负责|归|管|谁|说|讲|个|其中|里[面头边]|当中|刚才|上面|前面|块|那|这|些|跟|与|算"
)
_RELATED = re.compile(r"有关|相关|挂钩|属于|涉及|关于")

NAMED = 0.6
"""Share of the words a turn names a part by that the part's heading must hold."""

SHORTEST = 4
"""Characters of a heading that a turn names by saying it whole."""

BESIDE = 2
"""Characters beside naming a part, and words that ask, up to which no more is asked than what it says."""


def narrowed(
    question: str,
    asked: Asked,
    answer: Answer,
    summaries: Mapping[str, DocumentSummary],
    document_of: Callable[[str], Document],
    rarity: Rarity,
) -> Item | None:
    """The part that a turn goes into; None where it points to none of those there are."""
    if asked.documents or asked.foreign_places or asked.years:
        return None
    within = bool(_WITHIN.search(question))
    said = topic(_RELATED.sub(" ", _WITHIN.sub(" ", question)), ())
    wanted, all_said = pairs(_GENERIC.sub(" ", said)), pairs(said)
    best: tuple[tuple[float, float, int, int], Item] | None = None
    for item in _parts(answer, summaries, document_of) if wanted else ():
        named = pairs(item.name)
        share, whole = (rarity.weigh(words & named) / (rarity.weigh(words) or 1.0) for words in (wanted, all_said))
        rank = (share, whole, -item.clause.depth, -len(item.name))
        meant = share >= NAMED if within else _said_whole(item, question) or (wanted <= named and _ends(question))
        if meant and (best is None or rank > best[0]):
            best = rank, item
    return best[1] if best else None


def _ends(question: str) -> bool:
    """那钢铁呢: is nothing said but what is meant?"""
    return question.rstrip("？?").endswith("呢")


def _said_whole(item: Item, question: str) -> bool:
    return not item.text and len(item.name) >= SHORTEST and fold(item.name) in fold(question)


def _parts(
    answer: Answer, summaries: Mapping[str, DocumentSummary], document_of: Callable[[str], Document]
) -> Iterator[Item]:
    """What stands under or beside the clauses just cited, headings and counted-up items alike."""
    seen: set[str] = set()
    several = len({citation.clause_id for citation in answer.citations}) > 1
    for citation in answer.citations:
        summary = summaries.get(citation.document_id)
        document = document_of(citation.document_id) if summary else None
        clause = document.by_id.get(citation.clause_id) if document else None
        if summary is None or document is None or clause is None:
            continue
        above = document.ancestors(clause)
        for one in _under([clause, *above[-1:]], document):
            if one.id in seen:
                continue
            seen.add(one.id)
            if one.heading and (several or one is not clause) and one not in above:
                yield Item(summary, one)
            yield from (Item(summary, one, text) for text in stretches(one.text))


def _under(tops: Sequence[Clause], document: Document) -> Iterator[Clause]:
    for top in tops:
        yield top
        yield from _under(document.children(top), document)


def asks_the_same(question: str) -> bool:
    """Does it put the question before to a part, 那钢铁呢, and not ask for the part: 跟钢铁有关的呢?"""
    return _ends(question) and not _RELATED.search(question)


def words_beside(question: str, item: Item) -> str:
    """What a turn asks of the part beside naming it."""
    left = _RELATED.sub(" ", _WITHIN.sub(" ", question))
    named = pairs(item.name)
    held = {at + step for at in range(len(left) - 1) if left[at : at + 2] in named for step in (0, 1)}
    left = "".join(" " if at in held else char for at, char in enumerate(left))
    return " ".join(left.split()).lstrip("那这的，, ")


def tells(rest: str, asked: Asked) -> bool:
    """Is nothing asked of a part but what it says: no figure, no date, no body?"""
    if asked.wanted is not Wanted.NOTHING or asked.kind in (Kind.RESPONSIBLE, Kind.ABOUT):
        return False
    return len(_GENERIC.sub("", topic(rest, ())).replace(" ", "")) <= BESIDE
