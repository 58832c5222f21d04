"""Both sides of what a question compares within one document, each told with its own citation."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, replace
from itertools import product

from assistant.answerable.values import needed_for, without_names, without_years
from assistant.choosing.candidates import Candidate, candidates
from assistant.choosing.saying import statements
from assistant.choosing.scoring import SentenceScorer
from assistant.finding.lookup import Lookup
from assistant.lists.listings import above, name_of
from assistant.models import Answer, AnswerStatus, SentenceStatus
from assistant.outcomes import answered
from assistant.reckoning import Operation, operation, reckoned
from assistant.restating import restated
from assistant.statements import Statement
from assistant.understanding.query import Asked, Kind, understand
from assistant.within.likeness import likeness
from assistant.within.side_figures import side_figures
from assistant.within.sides import Side, sides_asked
from assistant.within.telling import Telling
from corpus.models import Clause, Document, DocumentSummary
from corpus.text import visible_length

ROOM = 170
"""Visible characters that one side may have, its first sentence aside."""

PARALLEL = 0.5
"""How like the sentence on one side that on another must be where the question on it alone did not find it."""

SAME_PLACE = 0.15
"""... where both stand in the same place under their sides: 启动程序 of Ⅱ级响应 and of Ⅳ级响应."""

NEARLY = 0.6
"""Share of the score of the document's nearest sentence that such a sentence must reach."""

ABOUT_IT = 0.15
"""Share of the question's words that it must hold, with its headings."""

LOOKED_AT = 8
"""Sentences on a side, the nearest ones, that are looked at."""

_APART = frozenset({Kind.COMPARE, Kind.MENTION, Kind.ABOUT})
"""Kinds of questions whose answers see to their sides themselves."""

_DIFFERS = re.compile(r"对比|比较|区别|差别|差异|不同|不一样|差在|差多少|差几|相差")
_NUMBER = re.compile(r"(?<![第\d.])\d+(?:\.\d+)?")

Ask = Callable[[Asked], Answer]


@dataclass(frozen=True, slots=True)
class _Put:
    """A side, and the question on it alone."""

    side: Side
    asked: Asked


class Within:
    """Answers each side of a comparison that one document holds."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup

    def both(self, asked: Asked, typed: str, found: Answer, ask: Ask) -> Answer | None:
        """All sides of a question answered; None where it sets none, or they are told already, or one is not told."""
        several = asked.exact and len(asked.documents) > 1
        if asked.kind in _APART or several or found.status is AnswerStatus.PARTIAL or _is_reckoned(found):
            return None
        sides = sides_asked(typed, (*asked.naming, *asked.all_places))
        home = self._home(asked, found)
        telling = Telling(sides, self._lookup.rarity, home.title if home else "")
        if not sides or not all(map(telling.tells, sides)):
            return None
        own = restated(found, self._lookup) or [] if found.status is AnswerStatus.ANSWERED else []
        if own and self._told_already(sides, asked, own, telling):
            gap = self._gap(asked, sides, own, telling)
            return answered(asked, [*own, gap], []) if gap else None
        put = [_Put(side, self._alone_asked(asked, side, home)) for side in sides]
        told = [self._alone(one, telling, ask) for one in put]
        if not all(told) and home is not None:
            told = self._parallel(put, telling, told, home, sure=bool(own))
        if not all(told) or len({one.grounds[0].document.id for said in told for one in said}) != 1:
            return None
        labelled = [self._labelled(side, one, telling) for side, said in zip(sides, told, strict=True) for one in said]
        said = list({one.text: one for one in reversed(labelled)}.values())[::-1]
        if len(said) < len(sides):
            return None
        return answered(asked, [*said, *self._difference(asked, sides, told)], [])

    def _home(self, asked: Asked, found: Answer) -> DocumentSummary | None:
        """The one document that is named, or that the whole question was answered from."""
        if len(asked.documents) == 1:
            return asked.documents[0]
        ids = {one.document_id for one in found.citations}
        return next((one for one in self._lookup.documents(None) if ids == {one.id}), None)

    def _alone_asked(self, asked: Asked, side: Side, home: DocumentSummary | None) -> Asked:
        """The question on one side alone, put to the same document."""
        one = understand(side.question, self._lookup.documents(None), (home,) if home else None, asked.synonyms)
        return replace(
            one,
            foreign_places=asked.foreign_places or one.foreign_places,
            places=asked.places or one.places,
            exact=asked.exact,
            naming=asked.naming or one.naming,
            years=one.years or asked.years,
        )

    def _told_already(self, sides: Sequence[Side], asked: Asked, own: Sequence[Statement], telling: Telling) -> bool:
        """Does an answer tell of each side, by a value for each that a sentence is on where values are asked for?

        How they differ is not told by naming both: 有效期和包修期自更换之日起重新计算.
        """
        needed = needed_for(asked)
        differs = _DIFFERS.search(asked.text)
        covered: set[str] = set()
        for one in own:
            on = {side.name for side in sides if self._on_side(side, one, telling)}
            shown = without_years(without_names(one.text, asked))
            as_many = len(_NUMBER.findall(shown)) >= len(on)
            if (needed.search(shown) and as_many) if needed else not (differs and _only_names(one.text, on)):
                covered |= on
        return len(covered) == len(sides)

    def _on_side(self, side: Side, said: Statement, telling: Telling) -> bool:
        ground = said.grounds[0]
        return telling.on_side(side, said.text, _headings(ground.clause, self._lookup.document(ground.document.id)))

    def _labelled(self, side: Side, said: Statement, telling: Telling) -> Statement:
        """A statement that does not name its side, under the heading that does."""
        if telling.names(side.name, said.text):
            return said
        ground = said.grounds[0]
        headings = _headings(ground.clause, self._lookup.document(ground.document.id))
        named = next((one for one in reversed(headings) if telling.names(side.name, one)), "")
        return replace(said, lead=named.rstrip("。：:"))

    def _gap(self, asked: Asked, sides: Sequence[Side], own: Sequence[Statement], telling: Telling) -> Statement | None:
        """How far two sides are apart, where that is asked and one sentence prints the figure of each."""
        if len(sides) != 2 or operation(asked.text) is not Operation.DIFFERENCE:
            return None
        for one in own:
            figures = side_figures(one.text, sides, telling)
            named = [
                replace(one, lead=side.name.rstrip("的"), text=figure)
                for side, figure in zip(sides, figures, strict=False)
            ]
            result = reckoned(asked, named)
            if result is not None:
                return result
        return None

    def _difference(self, asked: Asked, sides: Sequence[Side], told: Sequence[list[Statement]]) -> list[Statement]:
        """How far two sides are apart, where that is asked and each is told by one sentence in the same words."""
        if len(sides) != 2 or any(len(said) != 1 for said in told):
            return []
        one, other = (said[0] for said in told)
        if likeness(one.text, other.text, self._lookup.rarity) < PARALLEL:
            return []
        named = [replace(said[0], lead=side.name.rstrip("的")) for side, said in zip(sides, told, strict=True)]
        result = reckoned(asked, named) if operation(asked.text) is Operation.DIFFERENCE else None
        return [result] if result else []

    def _alone(self, put: _Put, telling: Telling, ask: Ask) -> list[Statement]:
        """What the question on one side is answered by: the sentences on that side, as far as there is room."""
        own = ask(put.asked)
        said = restated(own, self._lookup) if own.status is AnswerStatus.ANSWERED else None
        found: list[Statement] = []
        room = ROOM
        for one in said or ():
            length = visible_length(one.text)
            if _only_names(one.text, telling.named(put.side, one.text)):
                continue
            if self._on_side(put.side, one, telling) and (not found or length <= room):
                found.append(one)
                room -= length
        needed = needed_for(put.asked)
        return found if needed is None or any(needed.search(one.text) for one in found) else []

    def _parallel(
        self,
        put: Sequence[_Put],
        telling: Telling,
        told: Sequence[list[Statement]],
        home: DocumentSummary,
        *,
        sure: bool,
    ) -> list[list[Statement]]:
        """The sentences that say of each side, in the same words, what is asked of it; those told already stay.

        `sure`: the document answers the question as a whole.
        """
        document = self._lookup.document(home.id)
        evidence = self._lookup.cited([one.id for one in document.clauses], [home])
        choices: list[list[_Choice]] = []
        for one, said in zip(put, told, strict=True):
            if said:
                choices.append([_Choice(said[0].text, said[0].grounds[0].clause, 0.0, said)])
                continue
            scored = SentenceScorer(one.asked, self._lookup.rarity).score(candidates(evidence))
            least = (NEARLY if sure else 1.0) * max((each.score for each in scored), default=0.0)
            near = [each for each in scored if each.score >= least and each.share >= ABOUT_IT]
            near = [each for each in near if _may_tell(each, one, telling, document, sure=sure)][:LOOKED_AT]
            choices.append(
                [
                    _Choice(
                        each.text, each.evidence.clause, each.share, statements(one.asked, [each], self._lookup.rarity)
                    )
                    for each in near
                ]
            )
        fit = [(self._fit(row), row) for row in product(*choices)]
        best = max((one for one in fit if one[0]), key=lambda one: one[0], default=None)
        return [each.said for each in best[1]] if best else list(told)

    def _fit(self, row: Sequence[_Choice]) -> float:
        """How well sentences go together, by their words and the least like pair of them; 0 where they do not."""
        first, *others = row
        if any(one.text == first.text for one in others):
            return 0.0
        least = PARALLEL
        if all(_same_place(one.clause, first.clause) for one in others):
            least = SAME_PLACE
        alike = min(likeness(first.text, one.text, self._lookup.rarity) for one in others)
        return alike + sum(one.share for one in row) if alike >= least else 0.0


@dataclass(frozen=True, slots=True)
class _Choice:
    """A sentence that may tell of a side, and what is said where it does."""

    text: str
    clause: Clause
    share: float
    said: list[Statement]


def _is_reckoned(found: Answer) -> bool:
    return any(one.status is SentenceStatus.COMPUTED for one in found.sentences)


def _same_place(one: Clause, other: Clause) -> bool:
    """Do two clauses have the same heading or ordinal, each under a clause of its own?"""
    if one.parent_id == other.parent_id or one.depth != other.depth:
        return False
    return bool(one.heading and one.heading == other.heading) or one.path[-1] == other.path[-1]


def _may_tell(one: Candidate, put: _Put, telling: Telling, document: Document, *, sure: bool) -> bool:
    """Is a sentence on the side, and does it show the value, or a figure beside that of another side?"""
    if not telling.on_side(put.side, one.text, _headings(one.evidence.clause, document)):
        return False
    if _only_names(one.text, telling.named(put.side, one.text)):
        return False
    needed = needed_for(put.asked)
    shown = without_names(one.text, put.asked)
    return needed is None or bool(needed.search(shown) or (sure and _NUMBER.search(shown)))


def _only_names(text: str, sides: Set[str]) -> bool:
    """Does a sentence name several sides and give no value for each: 有效期和包修期自更换之日起重新计算?"""
    return len(sides) > 1 and len(_NUMBER.findall(without_years(text))) < len(sides)


def _headings(clause: Clause, document: Document) -> tuple[str, ...]:
    """The headings that the words of a clause stand under, from the top."""
    return (*(name_of(one) for one in above(clause, document)), name_of(clause))
