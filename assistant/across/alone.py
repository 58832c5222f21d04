"""One side of a comparison, asked by itself: the question without its other sides, put to one document.

What a question gets that is asked of one document tells what stands beside the nearest
words: values, items, the clause whose heading is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.across.cells import share_of
from assistant.finding.lookup import Lookup
from assistant.models import Answer, AnswerStatus
from assistant.restating import restated
from assistant.statements import Statement
from assistant.understanding.naming import short_name
from assistant.understanding.query import Asked, understand
from assistant.understanding.wanted import Wanted
from corpus.models import DocumentSummary
from corpus.text import visible_length
from index.models import Evidence

LEADING = 2
"""Places in the search of a document from which a clause is taken before that with the nearest words."""

SEARCHED = 0.3
"""What the best clause of the search adds to the share of words, where two sentences are weighed."""

Ask = Callable[[Asked], Answer]

_SIDE_BY_SIDE = re.compile(
    r"分别|各自|各(?=[是有要怎自定指给用提规需应由在写说讲安采设免补管替])|对比|比较|相比|"
    r"(?:这|那)?(?:[两二三四五六七八九十\d]+|几|各)(?:份(?:文件)?|地(?![方级])|个(?:地方|文件|方案)|家|者|部(?:条例|法规)?)|"
    r"(?:有|有何|有什么|有啥)?(?:何|什么|啥)?(?:不同|区别|差别|差异|异同)(?:之处)?|一样(?:吗|么|不)?|同不同"
)
"""What sets sides beside each other asks nothing of one of them."""


class Alone:
    """Asks each of several documents by itself, and weighs what it answers against what else was found in it."""

    def __init__(self, lookup: Lookup, ask: Ask, budget: int) -> None:
        self._lookup = lookup
        self._ask = ask
        self._budget = budget

    def nearer(
        self,
        asked: Asked,
        summary: DocumentSummary,
        side: list[Statement],
        found: Sequence[Evidence],
        room: int,
    ) -> list[Statement]:
        """What one document says, or what it answers by itself, where that comes first or there is nothing else.

        What further sentences of the same clause tell is added within `room`, where a value is asked for.
        """
        if side and asked.wanted is Wanted.NOTHING and _rank(side, found) == 0:
            return side
        alone = self._said(asked, summary)
        if not alone or not side:
            return side or alone
        if side[0].grounds[0].clause.id == alone[0].grounds[0].clause.id:
            valued = asked.wanted is not Wanted.NOTHING
            return going_on(side, alone, min(self._budget, room)) if valued else side
        if not leads(alone, side, found):
            return side
        held, own = (share_of(asked, one[0], found, self._lookup.rarity) for one in (side, alone))
        return alone if own + searched(alone, found) >= held + searched(side, found) else side

    def _said(self, asked: Asked, summary: DocumentSummary) -> list[Statement]:
        """What a document answers to the question; nothing where it is refused."""
        answer = self._ask(put_alone(asked, summary, self._lookup.documents(None)))
        told = answer.status is not AnswerStatus.REFUSED
        said = (restated(answer, self._lookup) if told else None) or []
        own = [one for one in said if all(ground.document.id == summary.id for ground in one.grounds)]
        kept = within(own, self._budget)
        return [replace(one, lead="" if at else short_name(summary)) for at, one in enumerate(kept)]


def put_alone(asked: Asked, document: DocumentSummary, documents: Sequence[DocumentSummary]) -> Asked:
    """The question as one that is asked of a single document."""
    text = _SIDE_BY_SIDE.sub("", asked.text)
    one = understand(text, documents, (document,), asked.synonyms)
    return replace(one, years=asked.years, quoted=asked.quoted, of_side=True)


def length(said: Sequence[Statement]) -> int:
    """Visible characters of some statements, with the names in front of them."""
    return sum(visible_length(f"{one.lead}{one.text}") for one in said)


def within(said: Sequence[Statement], budget: int) -> list[Statement]:
    """The first statements that there is room for, one at least."""
    kept: list[Statement] = []
    for one in said:
        if kept and visible_length(one.text) > budget:
            break
        kept.append(one)
        budget -= visible_length(one.text)
    return kept


def going_on(side: Sequence[Statement], alone: Sequence[Statement], budget: int) -> list[Statement]:
    """What one clause says, with what the answer by itself tells further out of it, as far as there is room."""
    clause = side[0].grounds[0].clause.id
    own = [one for one in side if one.grounds[0].clause.id == clause]
    said = "".join(one.text for one in own)
    more = [replace(one, lead="") for one in alone if one.grounds[0].clause.id == clause and one.text not in said]
    rest = [one for one in side if one not in own]
    if not more:
        return list(side)
    room = budget - length(own)
    kept = [*own, *(within(more, room) if visible_length(more[0].text) <= room else [])]
    return [*kept, *([] if len(kept) > len(own) else rest)]


def leads(alone: Sequence[Statement], side: Sequence[Statement], found: Sequence[Evidence]) -> bool:
    """Does the search bring the clause of the answer by itself first, and well before that of the nearest words?"""
    rank = _rank(alone, found)
    return rank < LEADING and rank < _rank(side, found)


def searched(said: Sequence[Statement], found: Sequence[Evidence]) -> float:
    """What the place of its clause in the search adds to the words that a sentence holds."""
    clause = said[0].grounds[0].clause.id
    top = max((one.score for one in found), default=0.0) or 1.0
    return SEARCHED * max((one.score for one in found if one.clause.id == clause), default=0.0) / top


def _rank(said: Sequence[Statement], found: Sequence[Evidence]) -> int:
    ids = list(dict.fromkeys(one.clause.id for one in found))
    clause = said[0].grounds[0].clause.id if said else ""
    return ids.index(clause) if clause in ids else len(ids)
