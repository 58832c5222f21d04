"""What one document says on the topic of a comparison: its best sentences, or nothing.

A document that is asked beside others is asked for the same thing, not for its nearest:
words that were quoted must stand in its sentence, and a word's printed form stands for
the word, it does not count beside it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from assistant.across.bodies import ANY_BODY, body_asked
from assistant.across.mentions import SIZE, holds
from assistant.across.subject import LEADERSHIP, RAREST, SUPERVISION, Subject, words_of
from assistant.answerable.figure_of import is_of_what_was_asked
from assistant.answerable.values import needed_for
from assistant.charge.in_charge import asks_who
from assistant.charge.printed_units import PRINTED
from assistant.charge.responsibility import names_responsible, responsible_units
from assistant.choosing.candidates import Candidate, candidates
from assistant.choosing.scoring import HEADING_SHARE, SentenceScorer
from assistant.finding.rarity import Rarity, pairs
from assistant.statements import Ground, Statement
from assistant.understanding.naming import short_name
from assistant.understanding.query import Asked
from assistant.understanding.wanted import Wanted
from corpus.text import fold
from index.models import Evidence

COVERED = 0.12
"""Share of the question's words that a sentence must hold to stand for its document."""

FURTHER = 0.7
"""Share of its best sentence's score that a further one must reach to stand beside it."""

GOES_ON = 0.5
"""... one of the same clause that gives a value too: the next rate, the next term."""

RETRIEVED = 0.15
"""What the place of its clause in the search adds: within one document it tells less than the sentence's own words."""

INSTEAD = 0.9
"""What a printed form counts of the typed word it stands for."""

AS_NEAR = 0.8
"""A sentence that says itself who does a thing comes before brackets down to this share of the nearest one's words."""


MOST = 0.45
"""Share of the question's words that a sentence must hold to stand for a document without the rarest of them."""

AS_GOOD = 0.75
"""A sentence on the subject comes first down to this share of the words that the nearest one holds."""

LEAST_WITH_VALUE = 0.4
"""A sentence with the value that is asked for comes first down to this share of the words the nearest one holds."""

AS_TYPED = 1.2
"""What a sentence gains that prints quoted words in quotation marks itself."""

FOUNDS_IT = 1.5
"""What a sentence gains that founds a body of the kind that is asked for."""

IN_A_LIST = 0.75
"""What is left to a sentence that names the subject only as one of many things in a list."""

OF_THE_REST = 0.5
"""... that is on everything but the subject."""

MANY = 4
"""Items of a list from which one of them is not what the sentence is about."""

OF_KIND = 2.0
"""Times the name of the kind of thing that is asked for counts: 哪些行业, 哪些双碳相关学科."""

_WHICH_KIND = re.compile(r"(?:哪些|哪几[个种类项]|哪[个种类]|什么)(?:样的?)?([一-龥]{2,8}(?![一-龥])|[一-龥]{2})")
CLASS = 6
"""Characters behind 等 that say what the items of a list are."""

_IN_WORDS_TOO = re.compile(r"(?:要求|规定|举措|做法|措施|内容|安排|部署|任务|办法)(?:或者?|和|与|及|以及|、)")
"""要求或数量目标: where there is no figure, words will do."""

_PART = re.compile(r"[，；。：,;:]")
_SHARED_OUT = re.compile(r"各自(?:的)?职责|^(?:第[^条，。]{1,8}条\s*)?(?:(?:县级以上)?地方|省、自治区)")
"""Said of all the others, and of those below, behind the one body that is in charge."""

_CHARGES = re.compile(rf"{PRINTED.pattern}|[（(](?:责任|牵头|负责|配合)(?:单位|部门)?[：:][^）)]*[；;]?")
_PRINTED_IN_FRONT = re.compile(rf"^(?:{PRINTED.pattern})\s*")
"""The brackets that close the clause before: they say who is in charge of that one."""
_ASKING = re.compile(r"[？?]|哪|什么|啥|谁|几|多少|何|怎|如何|吗")
_FIGURES_ASKED = re.compile(r"数量|指标|数值|目标值|多少|规模|(?<!哪)几(?:家|个|名|项)")
_DATES = re.compile(r"(?:19|20)\d{2}\s*年?|“?十[三四五六]五”?|第[一二三四五六七八九十]+")
_FIGURE = re.compile(r"\d|[一二三四五六七八九十百两]+(?:个|家|项|名|处|座)")


class CellScorer(SentenceScorer):
    """Scores the sentences of one document; of a word and its printed forms the best counts, not all of them."""

    def __init__(self, asked: Asked, rarity: Rarity) -> None:
        super().__init__(asked, rarity)
        own = pairs(asked.topic)
        forms = [(pairs(typed), pairs(printed)) for typed, printed in asked.synonyms.typed_in(asked.text)]
        words = words_of(asked.topic, rarity)
        standing = set().union(*(printed for _, printed in forms)) - own
        typed_words = set().union(*(typed for typed, _ in forms))
        untold = {pair for pair in own if pair not in words or not rarity.known(pair)} - typed_words
        self._weights = {pair: weight for pair, weight in self._weights.items() if pair not in standing | untold}
        for typed, printed in forms:
            told = rarity.weigh(printed) / max(1, len(printed))
            self._weights |= {pair: max(self._weights[pair], told) for pair in typed if pair in self._weights}
        self._body = body_asked(asked.text)
        if self._body is not None and self._body.there:
            self._weights = {pair: weight for pair, weight in self._weights.items() if pair not in ANY_BODY}
        for kind in _kinds_asked(asked):
            self._weights |= {pair: OF_KIND * self._weights[pair] for pair in pairs(kind) if pair in self._weights}
        self.total = sum(self._weights[pair] for pair in own if pair in self._weights) or self.total
        heaviest = max(self._weights.values(), default=0.0)
        self._telling = {pair for pair, weight in self._weights.items() if weight >= RAREST * heaviest}
        self._instead: dict[frozenset[str], list[set[str]]] = {}
        for typed, printed in forms:
            self._instead.setdefault(frozenset(typed & set(self._weights)), []).append(printed)

    def scored(self, candidate: Candidate, top: float) -> Candidate:
        base = super().scored(candidate, top)
        factor = self._shows_figure(candidate) * (AS_TYPED if self._quotes(candidate.text) else 1.0)
        here = pairs(candidate.text)
        above = pairs(candidate.headings)
        gained = sum(self._gained(typed, forms, here, above) for typed, forms in self._instead.items()) / self.total
        score = (base.share + gained + RETRIEVED * candidate.evidence.score / top) * self._fit(candidate)
        factor *= self._founds(candidate.text) * self._about_it(candidate.text) * self._denied(candidate.text)
        return replace(base, score=score * factor, share=base.share + gained, covered=base.covered + gained)

    def _quotes(self, text: str) -> bool:
        return any(f"“{quoted}”" in text for quoted in self.asked.quoted)

    def _shows_figure(self, candidate: Candidate) -> float:
        """Targets and numbers are asked for beside words: the sentence that gives one comes first."""
        if needed_for(self.asked) is not None or not _FIGURES_ASKED.search(self.asked.text):
            return 1.0
        return 1.25 if _FIGURE.search(_DATES.sub("", fold(candidate.text))) else 0.8

    def _founds(self, text: str) -> float:
        return FOUNDS_IT if self._body is not None and self._body.founded_by(text) else 1.0

    def _about_it(self, text: str) -> float:
        """Is the subject what a sentence is about, or one of the many things that it lists?"""
        parts = [part for part in _PART.split(text) if self._tells(part)]
        return IN_A_LIST if parts and all(self._only_listed(part) for part in parts) else 1.0

    def _tells(self, text: str) -> bool:
        return not self._telling.isdisjoint(pairs(text))

    def _only_listed(self, part: str) -> bool:
        """Behind 等 the list is over: what stands there is said of all of it, 等方式 where the ways are asked for."""
        *items, last = part.split("、")
        last, *behind = last.split("等", 1)
        items.append(last)
        if len(items) < MANY or any(not pairs(text[:CLASS]).isdisjoint(self._weights) for text in behind):
            return False
        return 2 * sum(self._tells(item) for item in items) < len(items)

    def _denied(self, text: str) -> float:
        """非二氧化碳温室气体 is about all but that."""
        denied = [pair for pair in self._telling if f"非{pair}" in text and f"非{pair}" not in self.asked.text]
        return OF_THE_REST if any(text.count(pair) == text.count(f"非{pair}") for pair in denied) else 1.0

    def _gained(self, typed: Set[str], forms: Sequence[Set[str]], here: Set[str], above: Set[str]) -> float:
        """What the printed form that stands there best adds to what stands there of the word itself."""

        def stands(one: str) -> float:
            return 1.0 if one in here else HEADING_SHARE if one in above else 0.0

        def held(words: Set[str]) -> float:
            return sum(map(stands, words)) / max(1, len(words))

        as_typed = sum(self._weights[one] * stands(one) for one in typed)
        as_printed = INSTEAD * max(map(held, forms)) * sum(self._weights[one] for one in typed)
        return max(0.0, as_printed - as_typed)


def in_words_too(question: str) -> bool:
    """Does a question ask for words or figures, whichever there are?"""
    return bool(_IN_WORDS_TOO.search(question))


def _kinds_asked(asked: Asked) -> list[str]:
    """What kind of thing is asked for: behind the question word, or the last word where there is none."""
    asking = [kind for found in _WHICH_KIND.finditer(asked.text) for kind in {found[1][:2], found[1][-2:]}]
    return asking if asking or _ASKING.search(asked.text) else [asked.topic[-2:]]


def of_place(asked: Asked, place: str, evidence: Sequence[Evidence], rarity: Rarity, budget: int) -> list[Statement]:
    """What the clauses that name a place say of it on the topic; none where none names it."""
    others = [other for other in asked.foreign_places if other != place]
    topic = re.sub("|".join(map(re.escape, others)), " ", asked.topic) if others else asked.topic
    naming = [one for one in evidence if place in one.clause.printed]
    own = replace(asked, topic=topic)
    said = cell(own, naming, rarity, budget) if naming else []
    needed = needed_for(asked)
    if said and place not in said[0].text and any(other in said[0].text for other in others):
        # News goes from one place to the next: what it says of another is nothing of this.
        scored = CellScorer(own, rarity).score(candidates(naming))
        said = _within([one for one in scored if place in one.text], budget, None, needed, topic)
    shows = said and (needed is None or needed.search(said[0].text))
    return [replace(said[0], lead=place)] if shows else []


def cell(
    asked: Asked, evidence: Sequence[Evidence], rarity: Rarity, budget: int, subject: Subject | None = None
) -> list[Statement]:
    """What one document says on the topic: its best sentences within `budget` characters; none if it does not say.

    With a `subject`, sentences that speak of it; where the question names its documents, also one
    that holds most of its other words.
    """
    scored = CellScorer(asked, rarity).score(candidates(evidence))
    if not asks_who(asked.text):
        scored = [one for one in scored if not _CHARGES.fullmatch(one.text.strip())]
    fitting = _fitting(asked, scored)
    if subject is not None:
        scored = _on(subject, scored if fitting is None else fitting, named=bool(asked.documents), fit=bool(fitting))
    elif fitting is not None:
        scored = fitting
    if asked.quoted:
        scored = [one for one in scored if any(holds(one.text, quoted) for quoted in asked.quoted)]
    sized = [one for one in scored if all(holds(one.text, size) for size in SIZE.findall(asked.topic))]
    scored = sized or scored
    if asks_who(asked.text):
        told = [one for one in scored if names_responsible(one.text)]
        if asked.topic == SUPERVISION:
            told = [one for one in told if not _SHARED_OUT.search(one.text)] or told
        units = _units(asked, told, max((one.share for one in scored), default=0.0), evidence, rarity)
        if units:
            return units
        scored = told or scored
    return _within(scored, budget, subject, needed_for(asked), asked.topic)


def share_of(asked: Asked, said: Statement, evidence: Sequence[Evidence], rarity: Rarity) -> float:
    """Share of the question's words that a sentence holds, with those of the headings above it."""
    near = [one for one in evidence if one.clause.id == said.grounds[0].clause.id]
    scored = CellScorer(asked, rarity).score(candidates(near))
    quote = fold(said.grounds[0].quote).strip()
    return max((one.share for one in scored if fold(one.text).strip() in quote or quote in fold(one.text)), default=0.0)


def _fitting(asked: Asked, scored: Sequence[Candidate]) -> list[Candidate] | None:
    """The sentences that have what must stand in an answer: a value of what is asked, the founding of a body.

    Without one, only those that hold the question's words well, and for a sum none; a document beside others has
    something near any words. None where nothing of the kind is asked.
    """
    body, needed = body_asked(asked.text), None if in_words_too(asked.text) else needed_for(asked)
    if not scored or (body is None and needed is None):
        return None
    if needed is not None:
        fit = [
            one
            for one in scored
            if needed.search(_DATES.sub("", fold(one.text))) and is_of_what_was_asked(one.text, asked, needed)
        ]
    else:
        fit = [one for one in scored if body is not None and body.founded_by(one.text)]
    nearest = max(one.share for one in scored)
    fit = [one for one in fit if one.share >= max(COVERED, LEAST_WITH_VALUE * nearest)]
    if not fit and needed is None:
        return None
    if not fit and asked.wanted is Wanted.MONEY:
        return []
    return fit or [one for one in scored if one.share >= MOST]


def _units(
    asked: Asked, told: Sequence[Candidate], nearest: float, evidence: Sequence[Evidence], rarity: Rarity
) -> list[Statement]:
    """The bodies in brackets, unless a sentence near enough says itself who does it."""
    if told and asked.topic == LEADERSHIP:
        bracket = PRINTED.search(told[0].evidence.text)
        evidence = [told[0].evidence] if bracket else []
    elif told and told[0].share >= AS_NEAR * nearest:
        return []
    units = responsible_units(asked, evidence, rarity) if evidence else []
    return [replace(units[0], lead=short_name(evidence[0].document))] if units else []


def _on(subject: Subject, scored: Sequence[Candidate], *, named: bool, fit: bool) -> list[Candidate]:
    """The sentences that speak of the subject, or those that come nearer without its rarest words."""
    speaking = [one for one in scored if subject.spoken_of(one)]
    if not named:
        return speaking
    near = [one for one in scored if one.share >= MOST]
    if fit:
        return [one for one in scored if one in speaking or one in near]
    if speaking and (not near or speaking[0].share >= AS_GOOD * near[0].share):
        return speaking
    return near


def _part_with_value(text: str, needed: re.Pattern[str], subject: Subject) -> str:
    """The part of a long sentence that gives the value and speaks of the subject; all of it where none does both."""
    parts = [part for part in _PART.split(text) if needed.search(fold(part))]
    return next((part for part in parts if not subject.words.isdisjoint(pairs(part))), text)


def _within(
    scored: Sequence[Candidate], budget: int, subject: Subject | None, needed: re.Pattern[str] | None, topic: str
) -> list[Statement]:
    said: list[Statement] = []
    mates = _of_one_clause(scored, subject, topic) if needed is None else []
    for candidate in [*scored[:1], *mates, *(one for one in scored[1:6] if one not in mates)]:
        text = _PRINTED_IN_FRONT.sub("", candidate.text)
        if candidate.covered < COVERED and candidate not in mates:
            break
        beside = needed is not None and candidate.evidence.clause.id == scored[0].evidence.clause.id
        if said and candidate not in mates and candidate.score < (GOES_ON if beside else FURTHER) * scored[0].score:
            break
        if said and subject is not None and subject.words.isdisjoint(pairs(text)):
            continue
        if said and needed is not None and subject is not None and len(text) > budget:
            text = _part_with_value(text, needed, subject)
        if said and (len(text) > budget or any(fold(text) in fold(one.text) for one in said)):
            continue
        said.append(
            Statement(
                text.strip().lstrip("—"),
                (Ground(candidate.evidence.document, candidate.evidence.clause, candidate.evidence.text, text),),
                lead=short_name(candidate.evidence.document) if not said else "",
            )
        )
        budget -= len(text)
    return said


def _of_one_clause(scored: Sequence[Candidate], subject: Subject | None, topic: str) -> list[Candidate]:
    """The other sentences of the clause of the best one, where its heading is the subject: they are on it too."""
    if not scored or subject is None:
        return []
    clause = scored[0].evidence.clause
    headed = pairs(clause.heading)
    # As typed or as printed: 房租减免 under 减免企业房屋租金.
    if not any(
        words and 2 * len(words & headed) >= len(words) for words in (subject.words, subject.words & pairs(topic))
    ):
        return []
    return [one for one in scored[1:] if one.evidence.clause.id == clause.id]
