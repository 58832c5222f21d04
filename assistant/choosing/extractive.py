"""An answer out of the clauses' own sentences: chosen, never rewritten.

In numbered clauses each sentence is about one thing, and the best few of them
answer. Running text (news, a notice in one piece) goes on from sentence to sentence:
there the learned reader finds the stretch that answers, and the words that carry it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant import wording
from assistant.answerable.another_paper import lacking_paper
from assistant.answerable.answerability import lacking
from assistant.answerable.beside_value import stands_beside
from assistant.answerable.field_said import tells
from assistant.answerable.figure_of import asks_bound, gives_bound
from assistant.answerable.in_years import speaks_of_year
from assistant.answerable.lack import Lack, Missing
from assistant.answerable.shown import shows
from assistant.answerable.unknown_matter import of_unknown_matter
from assistant.answerable.values import needed_for
from assistant.charge.printed_units import prints_nothing_else
from assistant.choosing.at_home import leaves_the_named, naming_the_places, of_elsewhere, of_the_state
from assistant.choosing.candidates import Candidate, candidates, in_article, runs_on
from assistant.choosing.cases_by_number import INSIDE, OUTSIDE, by_number
from assistant.choosing.figures_of_place import of_the_city
from assistant.choosing.halves import with_other_halves
from assistant.choosing.keywords_left import with_keywords_left
from assistant.choosing.meant_hours import hours_meant
from assistant.choosing.read_together import read_together
from assistant.choosing.reprints import from_the_first
from assistant.choosing.scoring import SentenceScorer
from assistant.choosing.signed import from_the_signed
from assistant.choosing.spoken_years import aimed_at
from assistant.choosing.stories import tells_a_story
from assistant.finding.rarity import Rarity, pairs, says_most
from assistant.lists.in_sentence import stands_in_sentence
from assistant.spans.model import span_model
from assistant.spans.reading import answering, read
from assistant.understanding.fields import About
from assistant.understanding.query import Asked, Kind
from assistant.understanding.tiers import others_of, tiers_in
from assistant.understanding.wanted import Wanted
from corpus.models import Document
from corpus.text import visible_length
from index.models import Evidence

BUDGETS = {Kind.FACT: 150, Kind.RESPONSIBLE: 150, Kind.LIST: 190, Kind.MEASURE: 190, Kind.COMPARE: 130}
"""Visible characters an answer may have beyond its first sentence."""

EACH = 280
"""... where what each of three or more gets is asked for: 三档各怎么补."""

BOTH_TOLD = 60
"""Visible characters more where two things are asked for, and one of them was left out."""

MOST_OF_IT = 0.6
"""Share of the words of each of them that a sentence must hold to tell of it."""

ALIKE = 0.95
"""Share of a sentence's words up to which it may have been said already, where each has one of its own."""

_ASKS_EACH = re.compile(
    r"[三四五六][个档类级种等项步][^？]*(?:各|分别)|(?:各|每[一个]?)[档类级种等][^？]{0,6}(?:怎么|如何|多少|几|什么|啥)"
)

_ASKS_OF_EACH = re.compile(r"分别|各(?=自|是|要|有|需|得|罚|补|奖|给|多少|几)")

SECOND = {Kind.FACT: 0.8, Kind.RESPONSIBLE: 0.8, Kind.LIST: 0.7, Kind.MEASURE: 0.65, Kind.COMPARE: 0.75}
"""Share of the best sentence's score a further one must reach."""

OF_EACH = 0.7
"""... that another sentence of the same clause must reach, where a value of each of several things is asked for."""

REST = 0.5
"""... that another sentence of the same clause must reach, where measures are asked for."""

NEARLY = 0.6
"""Share of the best sentence's score that one with the value asked for must reach, where the best has none."""

BOUNDED = 0.9
"""The same where the best shows a value but not the most or the least, which is asked for."""

AGAIN = 14
"""Visible characters of a sentence that may say no more than the question does."""

AGAIN_NEW = 2
"""... and how many pairs of its own it has then: 建立, 开展."""

SHORT_RULE = 120
"""Visible characters of a paragraph of an article that is told whole from the sentence on which says what is done."""

READ = frozenset({Kind.FACT, Kind.LIST, Kind.MEASURE, Kind.ABOUT})
"""Kinds of questions that the learned reader answers."""

FULLER = 0.4
"""Share of the question's weighted words at which a clause is about it, where the sentence that was chosen is not."""

_BOTH = re.compile(
    r"^(?!.*(?:什么|哪|吗|呢|谁|多少|几|怎|如何|咋|啥|是否)).*?([一-龥]{2,6})(?:以及|与|和|及|、)([一-龥]{2,6})[一-龥]{0,6}$"
)
"""A search in keywords that ends in two things joined, 考核与退出管理: it asks for both."""

_MEANS = re.compile(
    r"(?:哪些|哪几[种个项条]|什么|啥)[一-龥]{0,6}?(?:手段|办法|举措|措施|方式|途径|渠道|做法|支持|优惠|扶持|激励|帮助|保障|帮扶|好处)"
)
"""A list of ways is told by the clause that tells how, where no list is printed."""

_SUM = re.compile(r"\d\s*[百千万亿]?元|[一二三四五六七八九十百千万]元|免费|免[收缴征]")
_IN_FIGURES = frozenset({Wanted.FIGURE, Wanted.SHARE, Wanted.MONEY, Wanted.DATE, Wanted.DURATION})
"""Values that any sentence with one shows to be given: names may stand in forms of their own."""

_ASKS_NAME = re.compile(r"^[^，,；;？?]*(?:叫做?|名(?:字|称)(?:是|叫)?)(?:个?什么|啥)(?:名字?|名称)?[？?。]*$")
_NAME = re.compile(r"[“《][^”》]+[”》]")
_PARTS = re.compile(r"[，；。]")
_UNITS = re.compile(r"[（(]\s*(?:责任|牵头|配合)(?:单位|部门)")


def choose(
    asked: Asked, evidence: Sequence[Evidence], rarity: Rarity, document_of: Callable[[str], Document]
) -> tuple[list[Candidate], Lack | None]:
    """The sentences that answer, best first, and what they lack of what was asked."""
    chosen, lack = _chosen(asked, evidence, rarity, document_of)
    if lack is None and asked.about and not any(tells(asked.about, one.text) for one in chosen):
        lack = Lack(Missing.FIELD, wording.field_name(asked.about))
    if lack is None and asked.kind is Kind.ABOUT and (taken := chosen[0].evidence.document):
        lack = lacking_paper(asked, document_of(taken.id), taken)
    if lack is None and of_unknown_matter(asked, [one.evidence for one in chosen], rarity):
        lack = Lack(Missing.TOPIC)
    return [from_the_first(one, evidence) for one in chosen], lack


def _giving_the_value(asked: Asked, chosen: list[Candidate]) -> list[Candidate]:
    """Where a value is asked for and the first sentence, or the first by its words, gives none, those that do."""
    needed = needed_for(asked) if asked.wanted in _IN_FIGURES else None
    first = (chosen[0], max(chosen, key=lambda one: one.share))
    if needed is None or all(shows(one, asked, needed) for one in first):
        return chosen
    return [one for one in chosen if shows(one, asked, needed)] or chosen


def _chosen(
    asked: Asked, evidence: Sequence[Evidence], rarity: Rarity, document_of: Callable[[str], Document]
) -> tuple[list[Candidate], Lack | None]:
    scorer = SentenceScorer(asked, rarity)
    scored = scorer.score(candidates(evidence))
    if not scored:
        return [], lacking(asked, [], [], document_of)
    scored = scorer.of_its_sections(read_together(asked, scored))
    at_home = [one for one in scored if not of_elsewhere(asked, one)]
    if not at_home:
        return scored[:1], Lack(Missing.PLACE, asked.all_places[0])
    if _of_other_tiers(asked, at_home):
        return at_home[:1], Lack(Missing.TOPIC)
    at_home = _of_the_tiers(asked, at_home)
    of_city = of_the_city(asked, at_home)
    if of_city is not None and not of_city:
        return at_home[:1], Lack(Missing.TOPIC)
    at_home = of_city or at_home
    reads = asked.kind in READ and asked.about is not About.BASIS and of_city is None
    running = reads and runs_on(at_home[0].evidence.clause)
    kept = [_stretch(scorer, scored, evidence, rarity)] if running else _best(scorer, at_home)
    if (
        of_elsewhere(asked, kept[0])
        or leaves_the_named(asked, kept[0], at_home[0])
        or (running and _tells_another_thing(asked, kept[0], at_home[0]))
    ):
        kept = _best(scorer, at_home)
    lack = lacking(asked, kept, scored, document_of)
    if lack is not None and lack.missing is Missing.PLACE and (over := of_the_state(asked, at_home, document_of)):
        second = _best(scorer, over)
        if lacking(asked, second, scored, document_of) is None:
            return second, None
    if lack is not None and lack.missing is Missing.PLACE and (there := naming_the_places(asked, at_home)):
        second = _best(scorer, there)
        if second[0].score >= NEARLY * kept[0].score and lacking(asked, second, scored, document_of) is None:
            return second, None
    if lack is not None and (showing := _showing(asked, at_home, lack)):
        second = _best(scorer, showing)
        near = running or second[0].score >= NEARLY * kept[0].score
        if near and lacking(asked, second, scored, document_of) is None:
            return second, None
    if lack is not None and lack.missing is Missing.DATE and (meant := hours_meant(asked.text, kept[0], at_home)):
        return [kept[0], *meant], None
    if lack is None and (bounded := _bounded(asked, kept, at_home)):
        second = _best(scorer, bounded)
        if lacking(asked, second, scored, document_of) is None:
            return second, None
    if lack is not None and lack.missing is Missing.TOPIC:
        fullest = max(at_home, key=lambda one: one.covered)
        if fullest.covered >= FULLER and lacking(asked, [fullest], scored, document_of) is None:
            return [fullest], None
    if lack is not None:
        return kept, lack
    kept = [from_the_signed(kept[0], at_home)] if len(kept) == 1 else kept
    return with_keywords_left(asked, _giving_the_value(asked, kept), at_home), None


def _of_other_tiers(asked: Asked, scored: Sequence[Candidate]) -> bool:
    """Is a tier asked about that no clause found prints, while some print others of its sort?"""
    tiers = tiers_in(asked.text)
    clauses = {one.evidence.clause.id: one.evidence.clause.printed for one in scored} if tiers else {}
    return any(others_of(tiers, printed) for printed in clauses.values()) and not any(
        tiers & tiers_in(printed) for printed in clauses.values()
    )


def _of_the_tiers(asked: Asked, scored: list[Candidate]) -> list[Candidate]:
    """Without the sentences on other tiers than those asked about: B类人才发放银卡 tells nothing of C类."""
    tiers = tiers_in(asked.text)
    return [one for one in scored if not others_of(tiers, one.text)] or scored if tiers else scored


def _tells_another_thing(asked: Asked, one: Candidate, nearest: Candidate) -> bool:
    """Does a stretch tell of another year than the nearest sentence, or of somebody's case where that does not?"""
    story = tells_a_story(asked.text, one.text) < tells_a_story(asked.text, nearest.text)
    return story or _of_another_year(asked, one, nearest)


def _of_another_year(asked: Asked, one: Candidate, nearest: Candidate) -> bool:
    """Does the nearest sentence speak of the year that is asked about, and this one of another year?"""
    years = aimed_at(asked.text, asked.years)
    return bool(years) and speaks_of_year(nearest, years) and not speaks_of_year(one, years)


def _showing(asked: Asked, scored: Sequence[Candidate], lack: Lack) -> list[Candidate]:
    """The sentences that speak of the year, or show the kind of value, asked for, where those chosen first do not."""
    if lack.missing is Missing.YEAR:
        years = aimed_at(asked.text, asked.years)
        scored = [one for one in scored if speaks_of_year(one, years)]
    needed = needed_for(asked)
    if needed is None:
        return list(scored) if lack.missing is Missing.YEAR else []
    shown = [one for one in scored if shows(one, asked, needed)]
    return [one for one in shown if stands_beside(asked.text, one.text, needed)] or shown


def _bounded(asked: Asked, kept: Sequence[Candidate], scored: Sequence[Candidate]) -> list[Candidate]:
    """The sentences nearly as good that say the most or the least of what is asked, where those chosen do not."""
    needed = needed_for(asked)
    if needed is None or not asks_bound(asked.text) or any(_bounds(one, asked, needed) for one in kept):
        return []
    near = [one for one in scored if one.evidence.document == kept[0].evidence.document]
    least = BOUNDED * min(kept[0].score, scored[0].score)
    return [one for one in near if one.score >= least and _bounds(one, asked, needed)]


def _bounds(one: Candidate, asked: Asked, needed: re.Pattern[str]) -> bool:
    return any(gives_bound(part, asked.text, needed) for part in _PARTS.split(one.text))


def _best(scorer: SentenceScorer, scored: Sequence[Candidate]) -> list[Candidate]:
    """The best sentence, and those nearly as good that say something new, as far as there is room.

    All of one document, or of those that the question calls by name: what others say beside it is another answer.
    A sentence of another clause is a second answer, unless it takes up more of the question.
    """
    asked = scorer.asked
    kept = [scored[0]]
    budget = (EACH if _ASKS_EACH.search(asked.text) else BUDGETS.get(asked.kind, 150)) - visible_length(scored[0].text)
    said = pairs(scored[0].text)
    each = _ASKS_EACH.search(asked.text)
    tiers = tiers_in(asked.text)
    paid = asked.wanted is Wanted.MONEY and bool(_SUM.search(scored[0].text))
    homes = {scored[0].evidence.document.id, *(document.id for document in asked.documents if asked.exact)}
    if _tells_name(asked, kept[0]):
        return kept
    for candidate in scored[1:12]:
        if asked.kind is not Kind.RESPONSIBLE and _tells_units(candidate.text):
            continue
        also = _of_each(asked, candidate, scored[0])
        least = OF_EACH if also else SECOND.get(asked.kind, 0.7)
        if candidate.score < least * scored[0].score:
            continue
        if candidate.evidence.document.id not in homes:
            continue
        if candidate.evidence.clause is not scored[0].evidence.clause and not (
            scorer.adds(candidate, kept) or _opens_list(asked, candidate)
        ):
            continue
        if paid and candidate.evidence.clause is not scored[0].evidence.clause and not _SUM.search(candidate.text):
            continue
        if tiers & tiers_in(scored[0].text) and not tiers & tiers_in(candidate.evidence.clause.printed):
            continue
        length = visible_length(candidate.text)
        new = pairs(candidate.text)
        if length <= budget and new and len(new & said) < (ALIKE if each or also else 0.6) * len(new):
            kept.append(candidate)
            budget -= length
            said |= new
    if _half_told(asked, kept):
        needed = needed_for(asked)
        left = [side for side in _two_asked(asked) if not any(_holds(one.text, side) for one in kept)]
        showing = [one for one in scored if needed is None or shows(one, asked, needed) or _counts(one.text, left)]
        kept = _filled(kept, showing, budget + BOTH_TOLD)
    elif _asks_how(asked):
        kept = _filled(kept, scored, budget)
        kept = [*kept, *_behind_in_rule(kept, scored), *_behind_label(kept, scored, budget)]
    elif len(kept) == 1 and _says_it_again(asked, kept[0]):
        kept = [*kept, *_behind(kept, scored, budget)]
    return _without_other_cases(asked, with_other_halves(asked, kept, scored))


def _without_other_cases(asked: Asked, kept: list[Candidate]) -> list[Candidate]:
    """Without the cases beside that of the question's number, where the best sentence is that one."""
    if by_number(asked.text, kept[0].text) != INSIDE:
        return kept
    return [one for one in kept if by_number(asked.text, one.text) != OUTSIDE]


def _of_each(asked: Asked, candidate: Candidate, best: Candidate) -> bool:
    """Is a value asked for of each of several things, and does a sentence beside the best one show one too?"""
    needed = needed_for(asked) if _ASKS_OF_EACH.search(asked.text) else None
    beside = candidate.evidence.clause is best.evidence.clause
    return beside and needed is not None and shows(candidate, asked, needed)


def _tells_units(text: str) -> bool:
    """Is it who is in charge of the clause, which nobody asked?"""
    return bool(_UNITS.match(text)) or prints_nothing_else(text)


def _tells_name(asked: Asked, best: Candidate) -> bool:
    """Is only a name asked for, and does the sentence print one in quotation marks?"""
    return bool(_ASKS_NAME.search(asked.text)) and len(_NAME.findall(best.text)) == 1


def _half_told(asked: Asked, kept: Sequence[Candidate]) -> bool:
    """Are two things asked for in keywords, and one of them not named by what was chosen?"""
    return not all(any(_holds(one.text, side) for one in kept) for side in _two_asked(asked))


def _two_asked(asked: Asked) -> tuple[str, ...]:
    """The two things that keywords ask for, each by the words beside what joins them."""
    told = asked.kind is Kind.FACT or (asked.kind is Kind.LIST and asked.wanted is Wanted.FIGURE)
    both = _BOTH.search(asked.text.strip()) if told else None
    return both.groups() if both else ()


def _counts(text: str, sides: Sequence[str]) -> bool:
    """Does a sentence give a figure of one of them, in whatever unit?"""
    return any(char.isdigit() for char in text) and any(_holds(text, side) for side in sides)


def _holds(text: str, side: str) -> bool:
    """Does a sentence say most of what one of two things is called?"""
    return says_most(text, side, MOST_OF_IT)


def _asks_how(asked: Asked) -> bool:
    if asked.kind is Kind.LIST and stands_in_sentence(asked.text):
        return False
    return asked.kind is Kind.MEASURE or (asked.kind is Kind.LIST and bool(_MEANS.search(asked.text)))


def _filled(kept: Sequence[Candidate], scored: Sequence[Candidate], room: int) -> list[Candidate]:
    """How something is done is told by the whole clause: what else it says goes with its best sentence."""
    best, filled = kept[0], list(kept)
    said = set().union(*(pairs(one.text) for one in kept))
    for one in scored:
        if one in kept or one.evidence.clause is not best.evidence.clause:
            continue
        if one.score / one.lift < REST * best.score / best.lift:
            continue
        length, new = visible_length(one.text), pairs(one.text)
        if length <= room and new and len(new & said) < 0.6 * len(new) and not _tells_units(one.text):
            filled.append(one)
            room -= length
            said |= new
    return filled


def _behind_in_rule(kept: Sequence[Candidate], scored: Sequence[Candidate]) -> list[Candidate]:
    """What a short paragraph of an article goes on to say right behind the best sentence: who may do what besides."""
    best, rest = kept[0], _rest_of_line(kept[0])
    line = best.evidence.text[: best.span.start].rpartition("\n")[2] + best.text + rest
    if not in_article(best.evidence.clause) or visible_length(line) > SHORT_RULE:
        return []
    behind = [one for one in scored if one.evidence is best.evidence and one not in kept and one.text in rest]
    return [one for one in behind if not _UNITS.match(one.text)]


def _rest_of_line(one: Candidate) -> str:
    return one.evidence.text[one.span.end :].partition("\n")[0]


def _behind_label(kept: Sequence[Candidate], scored: Sequence[Candidate], room: int) -> list[Candidate]:
    """全面推进阶段（2025年7月至2027年6月）。 alone tells nothing of how: what stands behind it does."""
    return _behind(kept, scored, room) if _LABEL.fullmatch(kept[0].text.strip()) else []


def _behind(kept: Sequence[Candidate], scored: Sequence[Candidate], room: int) -> list[Candidate]:
    """The sentences on the line behind the best one, as far as there is room."""
    best = kept[0]
    rest = _rest_of_line(best)
    behind = list[Candidate]()
    for one in sorted((one for one in scored if one.evidence is best.evidence), key=lambda one: one.span.start):
        length = visible_length(one.text)
        if one.text in rest and one not in kept and length <= room and not _tells_units(one.text):
            behind.append(one)
            room -= length
    return behind


def _says_it_again(asked: Asked, best: Candidate) -> bool:
    """Is a short sentence all words of the question: 建立容错机制。 tells nothing that was not asked?"""
    text = _ORDINAL.sub("", best.text.strip())
    new = {pair for pair in pairs(text) if len(pair) > 1} - pairs(f"{asked.text} {asked.expansions}")
    return visible_length(text) <= AGAIN and len(new) <= AGAIN_NEW


_ORDINAL = re.compile(r"^第[一二三四五六七八九十百零\d]+条|^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]")

_LABEL = re.compile(
    r"(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])?\s*[^，。；：、（）()]{2,14}(?:[（(][^（）()]{2,30}[）)])?。"
)


def _opens_list(asked: Asked, candidate: Candidate) -> bool:
    """Its items answer, not its own words."""
    return asked.kind is Kind.LIST and candidate.text.rstrip().endswith(("：", ":"))


def _stretch(
    scorer: SentenceScorer, scored: Sequence[Candidate], evidence: Sequence[Evidence], rarity: Rarity
) -> Candidate:
    """The stretch of running text that answers, as one candidate with the words that carry it."""
    found = answering(read(scorer.asked, evidence, rarity, scored), evidence, span_model())
    inside = [
        one for one in scored if one.evidence is found.evidence and one.span.start <= found.wide.start < one.span.end
    ]
    before = inside[0].before if inside else ""
    top = max(one.score for one in evidence) or 1.0
    return scorer.scored(Candidate(found.evidence, found.wide, before, found.tight), top)
