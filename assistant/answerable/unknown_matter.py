"""Is what was asked about a matter that no document deals with?

江苏电影产业有什么措施: 电影 stands nowhere in the library, and 产业 and 措施 stand everywhere, so that
some neighbour always answers. Where a word of the matter is unknown, the answer has to hold another
word of it, or one that the synonyms give for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from assistant.choosing.tallies import number_asked
from assistant.finding.rarity import Rarity, pairs
from assistant.statements import Statement
from assistant.understanding.query import Asked, Kind
from assistant.understanding.unit_signs import in_other_units
from assistant.understanding.wanted import Wanted
from corpus.models import Clause, Document
from index.models import Evidence

_OF_ANY_POLICY = re.compile(
    r"支持|发展|推进|推动|加强|加快|促进|建设|建立|完善|保护|处理|治理|扶持|帮扶|帮助|培养|培育|开展|提升|提高|改革|解决|落实|"
    r"鼓励|引导|实施|组织|打造|管理|管|做|搞|抓|措施|举措|规定|办法|要求|政策|安排|任务|目标|工作|服务|项目|技术|产业|企业|行业|"
    r"领域|重点|经济|人才|资金|研究|研发|中心|平台|体系|机制|能力|水平|制度|[省市县区]"
)
"""What plans do to any matter, and what every matter has."""

HEADING = 40
"""Characters of a clause without a heading that stand in for one."""

_KINDS = frozenset({Kind.MEASURE, Kind.LIST, Kind.FACT})


def of_any_policy(text: str) -> str:
    """A text without the words that any plan has for any matter; blanks stand in their place."""
    return _OF_ANY_POLICY.sub(" ", text)


def of_unknown_matter(asked: Asked, evidence: Sequence[Evidence], rarity: Rarity) -> bool:
    """Holds none of the evidence a word of the matter that was asked about, one of which no document prints?"""
    matter = _unprinted_matter(asked, rarity)
    printed = (
        f"{one.document.title} {one.chunk.context} {one.clause.heading} {one.clause.printed}" for one in evidence
    )
    return bool(matter) and _is_of_another(asked, matter, printed)


def without_unknown(
    asked: Asked, said: Sequence[Statement], rarity: Rarity, document_of: Callable[[str], Document]
) -> list[Statement]:
    """A list, unless it is of another matter than that asked about."""
    matter = _unprinted_matter(asked, rarity) if said and not number_asked(asked.text) else set()
    grounds = (one for statement in said for one in statement.grounds)
    printed = (
        f"{one.document.title} {one.clause.printed} {_above(document_of(one.document.id), one.clause)}"
        for one in grounds
    )
    return [] if matter and _is_of_another(asked, matter, printed) else list(said)


def _above(document: Document, clause: Clause) -> str:
    """The headings over a clause, with their ordinals; an attachment has its own below its ordinal."""
    return " ".join(
        f"{one.num} {one.heading or one.text[:HEADING]}"
        for one in document.clauses
        if one.path == clause.path[: len(one.path)]
    )


def _unprinted_matter(asked: Asked, rarity: Rarity) -> set[str]:
    """The words of the matter that was asked about, where no document prints one of them; else none."""
    if asked.kind not in _KINDS or asked.wanted is not Wanted.NOTHING or asked.defines or not rarity.complete:
        return set()
    matter = {one for one in pairs(of_any_policy(asked.topic)) if len(one) > 1 and not one.isdigit()}
    return set() if all(rarity.known(one) for one in matter) else matter


def _is_of_another(asked: Asked, matter: set[str], texts: Iterable[str]) -> bool:
    """Do the texts hold no word of the matter, and none that the synonyms give for it?"""
    printed = pairs(" ".join(texts))
    units = {one for one in pairs(" ".join(in_other_units(asked.text))) if not one.isdigit()}
    return not printed & (matter | units | pairs(asked.synonyms.expansions(asked.text)))
