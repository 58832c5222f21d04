"""Answers to questions that ask for several things: each is answered, or said not to be.

The question as a whole is answered first. What that answer leaves out is looked for in the clauses
it cites, then asked for by itself; what is not found then is named, and the answer is partial.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant import wording
from assistant.answerable.figure_of import asks_bound, gives_bound
from assistant.answerable.values import needed_for, without_years
from assistant.charge.acting import acts
from assistant.charge.in_charge import asks_who
from assistant.charge.responsibility import names_responsible, prints_units
from assistant.choosing.candidates import Candidate, candidates
from assistant.choosing.saying import statements
from assistant.choosing.scoring import SentenceScorer
from assistant.finding.lookup import Lookup
from assistant.models import Answer, AnswerStatus
from assistant.outcomes import answered
from assistant.restating import restated
from assistant.several_asked import FEWEST, Part, parts_asked
from assistant.statements import Statement
from assistant.understanding.query import Asked, Kind, understand, years_in
from assistant.understanding.wanted import Wanted
from corpus.text import find_folded, visible_length

ADDED = 150
"""Visible characters that the answer to a further part may have."""

HELD = 0.5
"""Share of the words that tell a part from the others which its answer must hold."""

NEAR = 0.3
"""... of a sentence beside the one that was chosen, in the same clause."""

_COUNTED = frozenset({Wanted.FIGURE, Wanted.SHARE, Wanted.MONEY})
_TIMES = frozenset({Wanted.DATE, Wanted.DURATION})
_NUMBER = re.compile(r"\d[\d.,]*|(?<!第)[一二三四五六七八九十两](?=[个家项届次倍成名])")
_PIECES = re.compile(r"[，；。]")
_LATEST = re.compile(r"最[迟晚]")
_BY_THEN = re.compile(r"[日天周月年时](?:之|以)?[内前]")
_BEFORE = re.compile(r"\d+\s*个?(?:工作日|[日天周月年时])(?:之|以)?前")
_HOW = re.compile(r"怎|如何|咋|为何|为什么|什么样")
_LEADS = re.compile(r"牵头|负责|责任|列明的单位")

_APART = frozenset({Kind.COMPARE, Kind.MENTION})
"""Kinds of questions that see to their parts themselves; so does one for several fields of a document."""

Ask = Callable[[Asked], Answer]


class Several:
    """Makes answers whole, out of what is looked up and asked for part by part."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup

    def whole(self, asked: Asked, found: Answer, ask: Ask) -> Answer:
        """The answer with the parts of the question that it leaves out; as it is, where it leaves out none."""
        parts = parts_asked(asked, self._lookup.rarity) if _may_be_several(asked, found) else []
        if len(parts) < FEWEST:
            return found
        put = [self._put(asked, part) for part in parts]
        of_fields = len(asked.also) + 1 >= len(parts) and not asked.besides
        if asked.kind is Kind.ABOUT and (of_fields or all(one[0].kind is Kind.ABOUT for one in put)):
            return found
        told = found.status is AnswerStatus.ANSWERED
        text = _text(found)
        covered = [told and self._covers(part, one[0], text, put) for part, one in zip(parts, put, strict=True)]
        covered = self._claimed(parts, [one[0] for one in put], covered, text)
        if all(covered):
            return found
        own = restated(found, self._lookup)
        if own is None:
            return found
        homes = {one.clause_id for one in found.citations}
        answers = [
            own if is_there else self._found(asked, part, one, found, ask, homes)
            for part, one, is_there in zip(parts, put, covered, strict=True)
        ]
        beside = {one.clause.id for more in answers for each in more for one in each.grounds}
        if not homes and beside:
            # What one part is told by is as near to the others as what the whole question is.
            answers = [
                more or self._found(asked, part, one, found, ask, beside)
                for part, one, more in zip(parts, put, answers, strict=True)
            ]
        said: list[Statement] = []
        missing: list[str] = []
        for part, one, more in zip(parts, put, answers, strict=True):
            said += _new(more, said)
            missing += [part.label] if not more and (not told or self._unsaid(part, one[0], text)) else []
        said += _new(own, said)
        if not said or (len(said) == len(own) and not missing):
            return found
        tail = wording.NOT_TOLD.format(parts="”、“".join(missing)) if missing else ""
        return answered(asked, said, [], tail=tail, partial=bool(missing))

    def _put(self, asked: Asked, part: Part) -> list[Asked]:
        """The questions for a part, put to the same documents, place and year."""
        library = self._lookup.documents(None)
        read = (understand(one, library, asked.documents or None, asked.synonyms) for one in part.questions)
        return [
            replace(
                one,
                foreign_places=asked.foreign_places or one.foreign_places,
                places=asked.places or one.places,
                exact=asked.exact,
                years=one.years or asked.years,
            )
            for one in read
        ]

    def _covers(self, part: Part, put: Asked, text: str, all_put: Sequence[Sequence[Asked]]) -> bool:
        """Does a text give what a part asks for: a value for each part that asks for one like it, or its words?"""
        if asks_who(part.label):
            return _says_who(text)
        held = part.held_in(text, self._lookup.rarity)
        needed = needed_for(put)
        if needed is None:
            return held >= NEAR or not part.telling or part.yes_or_no
        if part.years and not part.years & set(years_in(text)):
            return False
        if asks_bound(part.label) and put.wanted in _TIMES | _COUNTED and not _bounds(part, text, needed):
            return False
        if put.wanted in _TIMES:
            times = sum(one[0].wanted in _TIMES for one in all_put)
            return len({one.group() for one in needed.finditer(text)}) >= (1 if held >= HELD else times)
        if put.wanted not in _COUNTED:
            return bool(needed.search(text))
        shown = without_years(text)
        alike = sum(one[0].wanted in _COUNTED for one in all_put)
        return bool(needed.search(shown)) and (len(_NUMBER.findall(shown)) >= alike or held >= HELD)

    def _claimed(self, parts: Sequence[Part], put: Sequence[Asked], covered: Sequence[bool], text: str) -> list[bool]:
        """One time told for two questions that ask for one each is that of the question whose words stand there."""
        times = [at for at, one in enumerate(put) if parts[at].apart and one.wanted in _TIMES and covered[at]]
        needed = needed_for(put[times[0]]) if times else None
        told = {one.group() for one in needed.finditer(text) if not one.group().endswith("起")} if needed else set()
        if len(told) >= len(times):
            return list(covered)
        held = [parts[at].held_in(text, self._lookup.rarity) for at in times]
        lost = {at for at, share in zip(times, held, strict=True) if share < max(held)}
        return [one and at not in lost for at, one in enumerate(covered)]

    def _found(
        self, asked: Asked, part: Part, put: Sequence[Asked], found: Answer, ask: Ask, homes: set[str]
    ) -> list[Statement]:
        """What answers a part: a sentence of the clauses that were cited, else the answer to it alone."""
        beside = self._beside(asked, part, put[0], found) or self._bound_beside(asked, part, put[0], found)
        if beside:
            return beside
        for one in put:
            own = ask(one)
            text = _text(own)
            if own.status is not AnswerStatus.ANSWERED or visible_length(text) > ADDED or not self._named(asked, own):
                continue
            near = bool(homes & {each.clause_id for each in own.citations})
            valued = needed_for(one) is not None or asks_who(part.label)
            held = part.held_in(text, self._lookup.rarity)
            told = valued or (part.whether and _of_one_document(own, found))
            # A field of the document (有效期) is found by what it is, in whatever words it is asked for (执行到哪天).
            settled = one.kind is Kind.ABOUT and _of_one_document(own, found)
            if settled or (self._covers(part, one, text, [put]) and (near or (told and held >= HELD))):
                more = restated(own, self._lookup) or []
                return [each for each in more if each.text in _text(found)] or more
        return []

    def _named(self, asked: Asked, own: Answer) -> bool:
        """Do the documents of an answer print what the question puts in quotation marks, which its part leaves out?"""
        texts = [self._lookup.text(id_) for id_ in {one.document_id for one in own.citations}]
        return all(find_folded(name, text) for name in asked.quoted for text in texts)

    def _unsaid_beside(self, asked: Asked, found: Answer) -> list[Candidate]:
        """The other sentences of the clauses that were cited, nearest first."""
        documents = asked.documents or self._lookup.documents(None)
        clauses = self._lookup.cited([one.clause_id for one in found.citations], documents)
        said = _text(found)
        scored = SentenceScorer(asked, self._lookup.rarity).score(candidates(clauses))
        return [one for one in scored if one.text not in said and visible_length(one.text) <= ADDED]

    def _bound_beside(self, asked: Asked, part: Part, put: Asked, found: Answer) -> list[Statement]:
        """The sentence of a clause that was cited which says the most or the least, where a part asks for that."""
        needed = needed_for(put) if asks_bound(part.label) else None
        if needed is None or _bounds(part, _text(found), needed):
            return []
        best = next((one for one in self._unsaid_beside(asked, found) if _bounds(part, one.text, needed)), None)
        return statements(put, [best], self._lookup.rarity) if best else []

    def _beside(self, asked: Asked, part: Part, put: Asked, found: Answer) -> list[Statement]:
        """The sentence of a clause that was cited which holds most words of a part, and the value it asks for."""
        rarity = self._lookup.rarity
        least = max(NEAR, part.held_in(_text(found), rarity))
        near = [
            one
            for one in self._unsaid_beside(asked, found)
            if part.held_in(one.text, rarity) > least
            and (needed_for(put) is None or self._covers(part, put, one.text, [[put]]))
        ]
        best = max(near, key=lambda one: part.held_in(one.text, rarity), default=None)
        return statements(put, [best], rarity) if best else []

    def _unsaid(self, part: Part, put: Asked, text: str) -> bool:
        """Is a part one whose answer would be seen, a value or a body, and nothing of the kind is there?"""
        needed = needed_for(put)
        if asks_who(part.label):
            return not _says_who(text)
        return part.apart and needed is not None and not needed.search(text) and not _HOW.search(part.label)


def _bounds(part: Part, text: str, needed: re.Pattern[str]) -> bool:
    """Does a text say the most or the least that a part asks for? 二年内 is the latest there is, 10日前 no length."""
    pieces = _PIECES.split(text)
    if _LATEST.search(part.label):
        return any(bool(_BY_THEN.search(one) and needed.search(one)) for one in pieces)
    return any(gives_bound(_BEFORE.sub("", one), part.label, needed) for one in pieces)


def _of_one_document(own: Answer, found: Answer) -> bool:
    """Does what answers a part stand in the document that the rest is answered from?"""
    return {one.document_id for one in own.citations} <= {one.document_id for one in found.citations}


def _new(more: Sequence[Statement], said: Sequence[Statement]) -> list[Statement]:
    return [one for one in more if all(one.text not in before.text for before in said)]


def _says_who(text: str) -> bool:
    return names_responsible(text) or prints_units(text) or acts(text) or bool(_LEADS.search(text))


def _may_be_several(asked: Asked, found: Answer) -> bool:
    if asked.kind is Kind.ABOUT and found.status is not AnswerStatus.ANSWERED:
        # Which document was meant is not known then, and a part alone finds any other's telephone.
        return False
    return asked.kind not in _APART and len(asked.documents) < FEWEST and found.status is not AnswerStatus.PARTIAL


def _text(answer: Answer) -> str:
    """What an answer says: the headings that it stands under are no part of it."""
    return " ".join(one.text for one in answer.sentences)
