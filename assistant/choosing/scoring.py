"""Which sentence of the evidence answers: each candidate gets a score from what it shares with the question."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from assistant.choosing.among_others import one_among_others
from assistant.choosing.bases import on_its_basis
from assistant.choosing.candidates import Candidate
from assistant.choosing.cases_by_number import INSIDE, OUTSIDE, by_number
from assistant.choosing.definitions import defines
from assistant.choosing.duty_notes import NOTE, asks_of_bodies, is_duty_note
from assistant.choosing.empty_sentences import share_left
from assistant.choosing.goals_set import of_its_noun
from assistant.choosing.kind_of_thing import thing_asked
from assistant.choosing.name_lists import NAMES_ONLY, asks_for_names, only_names
from assistant.choosing.of_the_place import OfThePlace
from assistant.choosing.plights import on_the_plight
from assistant.choosing.respects import on_the_respect
from assistant.choosing.second_hand import Originals
from assistant.choosing.sections_of_places import SectionsOfPlaces, place_of_heading
from assistant.choosing.single_words import single_words, told_alone
from assistant.choosing.spoken_years import governing_years, of_its_titles_year
from assistant.choosing.stories import tells_a_story
from assistant.choosing.tallies import counts_them_up, number_asked, prints_number, tallies
from assistant.choosing.total_or_each import total_where_asked
from assistant.choosing.value_asked import ValueAsked
from assistant.finding.rarity import Rarity, pairs
from assistant.lists.in_sentence import closes_with_noun, lists_such
from assistant.understanding.aspects import told_by
from assistant.understanding.negated import on_the_side_done
from assistant.understanding.opposites import on_the_side_asked
from assistant.understanding.query import Asked, Kind
from assistant.understanding.response_levels import on_the_level
from assistant.understanding.wanted import subject_alone
from corpus.questions import is_question
from corpus.text import fold
from corpus.vocabulary import DocumentType

_RESPONSIBLE = re.compile(r"责任(?:单位|部门)|牵头|会同|负责")
_SHARED_OUT = re.compile(r"分工")
_OPENS_LIST = re.compile(r"(?:下列|以下|如下)[^。；]{0,60}[：:]$")
_PENAL = re.compile(r"罚款|责令(?:限期)?改正|(?:行为|情形)之一的，[由处]|依法给予(?:行政)?处分|追究刑事责任")
_ILL = re.compile(r"违|罪|处[理置]|后果|责任|警告|吊销|没收|不[按履执]|怎么办|会怎|禁止")
_NTH = re.compile(r"第([一二三四五六七八九十])(?:个?方面|点|条|项|类|个|是)")
_YEARS = re.compile(r"(?:19|20)\d\d\s*年?底?")

HEADING_SHARE = 0.45
"""What a question's word counts if it stands only in the headings above the sentence."""

CALLED = 6
"""Characters of a heading that a question says by no accident."""

CALLED_SHARE = 0.9
"""... in a heading that the question says from end to end: it asks for what stands under it."""

NEIGHBOUR_SHARE = 0.3
"""... only in the sentence before, which a sentence often goes on from."""

REFERRED_SHARE = 0.5
"""... only before a sentence that says that it goes on about that: 前款规定的期限为30日."""

TITLE_SHARE = 0.25
"""... only to name the document: it stands in the title, so every sentence is about it."""

BESIDE = 0.1
"""What a sentence gains at most by words of the question that its document's title lacks, where none is named."""

RETRIEVAL_SHARE = 0.25

EXPANSION_SHARE = 0.6

INSIDE_BESIDE = 1.2
"""What the case of the question's number has at least, of what the nearest case beside it would have by its words."""

UNNAMED = 0.9
"""What is left to a sentence of another document than those named: 山东 is not told by its new area."""

LONG_FORM = 3
"""Pairs of a printed form up to which each counts in full: 救助管理机构 tells no more than 救助站, which was typed."""

COUNTS_THEM_UP = 1.6
"""What a sentence gains that counts up things and says of what kind and how many they are: 共享、发布、登记三项功能."""

COUNTS_UP = 1.3
"""... that counts up just as many things as are asked for."""

THING_ASKED = 1.2
"""... that names the kind of thing asked for: 什么联盟, 哪家实验室."""

OF_ITS_NOUN = 1.3
"""... that is a goal, a task, a measure, where it is asked for by that name."""

SHARES_OUT = 1.5
"""... that gives several bodies their part, where it is asked how work is shared out."""

TAKES_UP = 0.015
"""Share of the question's words from which a sentence says more of what was asked."""

_GLUE = frozenset("之便可视为从在按被把向往给让使由与和及或的地得着过么呢吗啊吧就都也还要能会是有个种类")
"""Characters that join words: a pair that holds one and stands in no document says nothing of what was asked."""

_DUTY = re.compile(
    r"谁|(?:哪|什么)[一-龥]{0,3}(?:部门|单位|机关|机构)[^，？]{0,4}?(?P<verb>解释|审批|批准|受理|查处|备案|发放|征收)"
)


def _duty_asked(asked: Asked) -> str | None:
    """What a body is asked for that does it: its sentence says so in the same word."""
    found = _DUTY.search(asked.text) if asked.kind is Kind.RESPONSIBLE else None
    return found["verb"] if found else None


class SentenceScorer:
    """Scores candidates against one question."""

    def __init__(self, asked: Asked, rarity: Rarity) -> None:
        self.asked = asked
        self._rarity = rarity
        self._value = ValueAsked(asked)
        self._needed = self._value.needed
        self._needs = told_by(asked.text)
        self._does = _duty_asked(asked)
        self._asks_of_bodies = asks_of_bodies(asked)
        self._asks_for_names = asks_for_names(asked)
        self._named = {document.id for document in asked.documents}
        self._thing = thing_asked(asked.text)
        topic = subject_alone(asked.topic) if self._needed is not None else asked.topic
        own = {pair for pair in pairs(_YEARS.sub(" ", topic)) if rarity.known(pair) or _GLUE.isdisjoint(pair)}
        wider = pairs(asked.expansions) - own
        titles = set().union(*(pairs(document.title) for document in asked.documents))
        self._weights = {pair: rarity.weight(pair) * (TITLE_SHARE if pair in titles else 1.0) for pair in own}
        forms = [pairs(form) for form in asked.expansions.split()]
        self._weights |= {pair: _of_form(pair, forms, rarity) for pair in wider - titles if rarity.known(pair)}
        self._single = single_words(topic, rarity)
        self._said_otherwise = own | pairs(asked.synonyms.expansions(asked.text))
        names = [(pairs(typed), pairs(printed)) for typed, printed in asked.synonyms.typed_in(asked.text)]
        self._forms = [(one | other, other - own) for one, other in names]
        self._titles: dict[str, set[str]] = {}
        self._originals = Originals(())
        self._of_the_place = OfThePlace(asked)
        self._sections = SectionsOfPlaces(asked)
        self.total = sum(self._weights[pair] for pair in own) or 0.1

    def score(self, found: Sequence[Candidate]) -> list[Candidate]:
        """The candidates with their scores, best first; equal ones keep the order of the evidence."""
        top = max((candidate.evidence.score for candidate in found), default=0.0) or 1.0
        self._of_the_place = OfThePlace(self.asked, [one.evidence for one in found])
        self._sections = SectionsOfPlaces(self.asked, found)
        self._originals = Originals({one.evidence.document.id: one.evidence.document for one in found}.values())
        scored = self._with_case([self.scored(candidate, top) for candidate in found])
        if not self.asked.documents:
            # Among several documents, one is not it for what its title shares with the question alone.
            scored = [replace(one, score=one.score * (1 + BESIDE * one.beside)) for one in scored]
        return sorted(scored, key=lambda candidate: -candidate.score)

    def of_its_sections(self, scored: list[Candidate]) -> list[Candidate]:
        """Where a value is asked of a place that a plan has a section for, without what the plan says of all."""
        if self._needed is None:
            return scored
        return [one for one in scored if not self._sections.leaves_out(one)] or scored

    def _with_case(self, scored: list[Candidate]) -> list[Candidate]:
        """The case that the question's number falls into is about what the other cases beside it are about."""
        factors = [by_number(self.asked.text, one.text) for one in scored]
        beside: dict[str, float] = {}
        for one, factor in zip(scored, factors, strict=True):
            if factor == OUTSIDE:
                beside[one.evidence.clause.id] = max(beside.get(one.evidence.clause.id, 0.0), one.score / OUTSIDE)
        return [
            replace(one, score=max(one.score, INSIDE_BESIDE * beside[one.evidence.clause.id]))
            if factor == INSIDE and one.evidence.clause.id in beside
            else one
            for one, factor in zip(scored, factors, strict=True)
        ]

    def scored(self, candidate: Candidate, top: float) -> Candidate:
        here = pairs(candidate.text)
        clause = candidate.evidence.clause
        own_title = clause.heading == candidate.evidence.document.title
        heading = "" if own_title and candidate.evidence.document.document_type is DocumentType.LAW else clause.heading
        heads = " ".join(candidate.row[0].heads) if candidate.row else ""
        above = pairs(f"{candidate.evidence.chunk.context} {heading} {heads}")
        its_own = calls_in_full(self.asked, heading) or place_of_heading(clause.heading) in self.asked.all_places
        called = pairs(heading) if its_own else frozenset()
        before = pairs(candidate.before)
        noun = of_its_noun(self.asked, candidate)
        if noun:
            # What stands under 主要目标 is a goal, whether or not it says so again.
            here = here | {noun}
        if is_question(clause):
            # What a printed question asks, the words behind it need not say again.
            here = here | pairs(clause.heading)
        by_neighbour = REFERRED_SHARE if candidate.back else NEIGHBOUR_SHARE
        places = ((here, 1.0), (called, CALLED_SHARE), (above, HEADING_SHARE), (before, by_neighbour))
        covered = score = beside = 0.0
        title = self._pairs_of_title(candidate)
        told = set().union(*(printed for both, printed in self._forms if both <= here))
        for pair, weight in self._weights.items():
            if pair in told:
                # A thing called by both its names is called once: 碳捕集利用与封存（CCUS）.
                continue
            share = next((share for words, share in places if pair in words), 0.0)
            score += weight * share
            beside += 0.0 if pair in title else weight * share
            if pair in self._said_otherwise:
                # 处罚款 leads to penalties: it is no sign of whose.
                covered += weight if pair in here or pair in above else 0.0
        share = score / self.total
        lift = on_the_plight(self.asked.text, candidate.text)
        single = told_alone(self._single, candidate.text, f"{candidate.evidence.chunk.context} {heading}") / self.total
        score = (share + single + RETRIEVAL_SHARE * candidate.evidence.score / top) * self._fit(candidate) * lift
        covered, beside = covered / self.total, beside / self.total
        return replace(candidate, score=score, covered=covered, share=share, lift=lift, beside=beside)

    def _pairs_of_title(self, candidate: Candidate) -> set[str]:
        title = candidate.evidence.document.title
        if title not in self._titles:
            self._titles[title] = pairs(title)
        return self._titles[title]

    def adds(self, candidate: Candidate, said: Sequence[Candidate]) -> bool:
        """Does it take up words of the question that none of those said holds, or show what they do not?"""
        around = " ".join(f"{one.headings} {one.text}" for one in said)
        new = (pairs(candidate.text) - pairs(around)) & self._weights.keys()
        if sum(self._weights[pair] for pair in new) >= TAKES_UP * self.total:
            return True
        needed = self._needed
        return needed is not None and bool(needed.search(candidate.text)) and not needed.search(around)

    def _fit(self, candidate: Candidate) -> float:
        """A factor for what the question wants to see and the sentence shows, or does not."""
        factor = self._value.factor(candidate) * self._speaks_of_year(candidate) * self._is_nth(candidate)
        factor *= one_among_others(self.asked, candidate) * self._counts_up(candidate) * self._lists(candidate)
        heading = candidate.headings
        factor *= on_the_side_asked(self.asked.text, candidate.text, heading)
        factor *= on_the_level(self.asked.text, heading, candidate.text)
        factor *= on_the_respect(self.asked.text, candidate.text) * tells_a_story(self.asked.text, candidate.text)
        factor *= on_the_side_done(self.asked.text, candidate.text) * by_number(self.asked.text, candidate.text)
        factor *= total_where_asked(self.asked.text, candidate.text, self._needed) * on_its_basis(self.asked, candidate)
        if self._thing and self._thing in f"{candidate.evidence.clause.heading} {candidate.text}":
            factor *= THING_ASKED
        document = candidate.evidence.document
        factor *= self._of_the_place.share_left(candidate.text, document) * self._sections.share_left(candidate)
        if document not in self.asked.documents:
            factor *= self._originals.share_left(candidate.text, document)
        if self.asked.kind is Kind.LIST and _OPENS_LIST.search(candidate.text):
            factor *= 1.25
        factor *= defines(self.asked, candidate.text)
        factor *= (OF_ITS_NOUN if of_its_noun(self.asked, candidate) else 1.0) * self._speaks_of_aspect(candidate)
        if self.asked.kind is Kind.RESPONSIBLE and _RESPONSIBLE.search(candidate.text):
            factor *= 1.3
        if _SHARED_OUT.search(self.asked.text) and len(_RESPONSIBLE.findall(candidate.text)) >= 2:
            factor *= SHARES_OUT
        if self._does is not None:
            factor *= 1.4 if self._does in candidate.text else 0.8
        if self._named and candidate.evidence.document.id not in self._named:
            factor *= UNNAMED
        if not self._asks_of_bodies and is_duty_note(candidate.text):
            factor *= NOTE
        if not self._asks_for_names and only_names(candidate.text):
            factor *= NAMES_ONLY
        return factor * share_left(self.asked, candidate, self._needed)

    def _counts_up(self, candidate: Candidate) -> float:
        """As many things as the question says there are, or their number; or the noun of 哪几项 behind as many."""
        if self._thing and self.asked.kind is Kind.LIST and counts_them_up(candidate.text, self._thing):
            return COUNTS_THEM_UP
        count = number_asked(self.asked.text)
        if not count or not (count in tallies(candidate.text) or prints_number(candidate.text, count)):
            return 1.0
        return COUNTS_UP

    def _lists(self, candidate: Candidate) -> float:
        """Channels, respects, prohibitions: a sentence that lists such where all of them are asked for."""
        such = lists_such(self.asked.text, candidate.text) if self.asked.kind is Kind.LIST else 1.0
        return such * closes_with_noun(self.asked.text, candidate.text)

    def _speaks_of_year(self, candidate: Candidate) -> float:
        if not self.asked.years:
            return 1.0
        if self._needed is None and of_its_titles_year(candidate, self.asked.years):
            return 1.0
        spoken = governing_years(candidate)
        return 1.25 if spoken & set(self.asked.years) else 0.6 if spoken else 1.0

    def _speaks_of_aspect(self, candidate: Candidate) -> float:
        """Penalties, procedures, prices: where they are asked about, and where a rule is rather than its penalty."""
        if self._needs:
            said = f"{candidate.led_by}{candidate.text}"
            return 1.3 if all(needed.search(said) for needed in self._needs) else 0.7
        return (
            0.65 if _PENAL.search(f"{candidate.led_by}{candidate.text}") and not _ILL.search(self.asked.text) else 1.0
        )

    def _is_nth(self, candidate: Candidate) -> float:
        """第三方面 is the sentence that begins 三是, 第三 or （三）."""
        ordinal = _NTH.search(self.asked.text)
        if ordinal is None:
            return 1.0
        digit = ordinal.group(1)
        begins = re.match(rf"(?:第?{digit}是|第{digit}[，、]|[（(]?{digit}[）)、])", candidate.text)
        return 1.6 if begins else 0.9


def _of_form(pair: str, forms: Sequence[Set[str]], rarity: Rarity) -> float:
    """What a pair of some printed forms counts, by the longest that holds it."""
    longest = max((len(form) for form in forms if pair in form), default=0)
    return rarity.weight(pair) * EXPANSION_SHARE * LONG_FORM / max(LONG_FORM, longest)


def calls_in_full(asked: Asked, heading: str) -> bool:
    """Does a question say a heading from end to end, as one of its keywords or at some length?"""
    bare = fold(heading).strip("。：:；“”")
    return bare in asked.keywords or (len(bare) >= CALLED and bare in asked.text)
