"""Do the documents answer what was asked, or only something near it?

A high retrieval score is no answer: a question about 2040 finds the clause on 2035
first. What was asked for - year, place, a figure, a sum, a date, a person - must
stand in the sentence, or the question is refused with what is missing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.answerable.awarded_name import name_missing
from assistant.answerable.beside_heading import of_clause_beside
from assistant.answerable.beside_value import said_in_characters, stands_beside
from assistant.answerable.figure_of import (
    is_of_another_measure,
    names_no_threshold,
    narrower,
    of_another_turn,
    paid_by_another,
    source_missing,
)
from assistant.answerable.fund_named import fund_missing
from assistant.answerable.in_years import in_year, of_its_title, speaks_of_year, stands
from assistant.answerable.lack import UNPRINTED, Lack, Missing, without
from assistant.answerable.levy_named import levy_missing
from assistant.answerable.of_another_document import of_another_document
from assistant.answerable.present_state import PRESENT_STATE, not_as_it_stands
from assistant.answerable.row_of_another import unfilled
from assistant.answerable.shown import COUNTED, shows
from assistant.answerable.siblings import of_a_sibling
from assistant.answerable.told_apart import told_apart
from assistant.answerable.values import needed_for
from assistant.choosing.candidates import Candidate
from assistant.choosing.cases_by_number import by_number
from assistant.choosing.spoken_years import aimed_at, governing_years
from assistant.choosing.year_of_figure import given_in_year, years_given
from assistant.finding.locality import (
    answers_for,
    counts_the_whole,
    district_asked,
    leaves_out,
    lies_there,
    names,
    other_county,
    other_district,
    other_zone,
)
from assistant.understanding.aspects import aspect_missing
from assistant.understanding.opposites import told_of_the_other
from assistant.understanding.query import Asked
from assistant.understanding.wanted import Wanted, is_noun_of_value, subject_alone
from corpus.models import Document
from corpus.text import fold
from corpus.vocabulary import ClauseKind

COVERED = 0.15
"""Share of the question's weighted words that sentence and headings must hold where a value is asked for."""

COVERED_AT_ALL = 0.02
"""... where none is: that the documents deal with the matter is told by more than its words."""

TITLE_ALONE = 4
"""Characters of a topic beside a title up to which the title is what is asked about."""

ABOUT_IT = 0.6
"""A sentence is about the thing asked for down to this share of what the nearest sentence holds of its words."""

NEAR_IN_CLAUSE = 0.5
"""Share of the question's words in a sentence from which another of its clause may give the value."""

BETTER = 0.5
"""... and down to this one where the sentence that is nearest in words is a worse one of another document."""

GOES_ON = 0.35
"""... and down to this one right behind that sentence, whose words it need not say again."""

AS_NEAR = 0.98
"""Share of the nearest sentence's share from which a document holds that sentence too: another print of one paper."""

TELLS_LITTLE = 0.4
"""Share of the question's words in the nearest sentence below which the best one of its clause is as near."""


_NO_WORD = re.compile(r"(?:19|20)\d{2}年?|[^一-龥A-Za-z]")
_NUMBER_BEHIND = re.compile(r"[（(][^（）()]*\d{4}[^（）()]*号[）)]$")
_WITHOUT_SUBJECT = re.compile(r"[^，。；]{2,16}的，|给予|予以|处以?[^，。；理]|按照?|可以?获|每")
_REACHED_BY = re.compile(r"(?:联系|服务|咨询|办公)?(?:电话|热线|号码|地址|邮箱|网址)")


_NAMED_BESIDE = frozenset({Wanted.CITY, Wanted.PROVINCE, Wanted.COUNTRY, Wanted.FIRM, Wanted.BODY})
"""What any sentence may name: only that of one about the thing asked for is its."""


def lacking(
    asked: Asked, chosen: Sequence[Candidate], found: Sequence[Candidate], document_of: Callable[[str], Document]
) -> Lack | None:
    """What the chosen sentences lack of what was asked; None where they answer.

    `found` are all candidates: a sentence that has the year or the figure must be
    about the thing asked for, nearly as much as any other is.
    """
    if not chosen:
        return Lack(Missing.TOPIC)
    best = chosen[0]
    for place in asked.foreign_places:
        document = document_of(best.evidence.document.id)
        if leaves_out(document, place) and place not in best.text:
            return Lack(Missing.PLACE, place)
        if not answers_for(document, best.evidence.clause.printed, place, asked.text) and not (
            best.evidence.document in asked.documents and lies_there(document, place, asked.text)
        ):
            return Lack(Missing.PLACE, place)
        if asked.wanted is Wanted.FIGURE and counts_the_whole(best.text) and not names(_around(best), place):
            return Lack(Missing.PLACE, place)
    alone = _named_alone(asked, best) or _value_alone(asked, best)
    least = COVERED_AT_ALL if asked.wanted is Wanted.NOTHING else COVERED
    if not alone and _covered(best, found) < least and not _said_in_short(asked, best):
        return Lack(Missing.TOPIC)
    district = district_asked(asked.text)
    if district and district not in document_of(best.evidence.document.id).source.text:
        return Lack(Missing.PLACE, district)
    county = other_county(asked.text, best.evidence.document, best.evidence.clause.printed)
    if county and not any(county in one.evidence.document.title for one in found):
        return Lack(Missing.PLACE, county)
    for other in (other_zone, other_district):
        part = other(asked.text, best.evidence.document, lambda id_: document_of(id_).source.text)
        if part:
            return Lack(Missing.PLACE, part)
    if _tells_its_making(asked, best):
        return Lack(Missing.TOPIC)
    blank = unfilled(asked, best, found)
    if blank:
        return blank
    around = _around(best)
    if (
        aspect_missing(asked.text, _said(chosen))
        or narrower(asked.text, around)
        or of_another_turn(asked.text, around)
        or source_missing(asked, _said([best]))
        or names_no_threshold(asked.text, best.text)
        or name_missing(asked, f"{_said(chosen)}{best.evidence.chunk.context}")
        or fund_missing(asked.text, best.text)
        or paid_by_another(asked.text, best.text)
        or levy_missing(asked.text, f"{_said(chosen)}{around}")
        or of_clause_beside(asked, best, document_of)
        or of_a_sibling(asked, f"{_said([best])}{best.evidence.document.title}", around)
        or of_another_document(asked, best, found, document_of)
    ):
        return Lack(Missing.TOPIC)
    needed = needed_for(asked)
    if asked.wanted in COUNTED and not_as_it_stands(asked, best):
        return Lack(Missing.FIELD, PRESENT_STATE)
    if needed is not None and not told_apart(asked, best, needed, found):
        return Lack(Missing.TOPIC)
    about = _about_it(asked, needed, chosen, found)
    years = aimed_at(asked.text, asked.years)
    standing = bool(years) and (stands(best, years, document_of) or of_its_title(asked, best, years))
    if years and needed is not None and not standing:
        given = _given(about, asked, needed)
        about = [one for one in about if speaks_of_year(one, years)]
        if asked.wanted in COUNTED:
            about = [one for one in about if given_in_year(one.text, years, needed)]
        if not about:
            return Lack(Missing.YEAR, str(years[0]), given)
    if years and not standing and not any(in_year(one, years, document_of) for one in chosen):
        return Lack(Missing.YEAR, str(years[0]))
    if needed is not None and told_of_the_other(asked.text, best.text, _above(best), needed):
        return without(asked.wanted)
    if needed is not None and is_of_another_measure(asked.text, "。".join(one.text for one in chosen), needed):
        return without(asked.wanted)
    showing = chosen if asked.wanted in UNPRINTED and asked.wanted not in _NAMED_BESIDE else about
    if needed is not None and not any(shows(candidate, asked, needed) for candidate in showing):
        return without(asked.wanted)
    return None


def _tells_its_making(asked: Asked, best: Candidate) -> bool:
    """Is the best sentence the one by which a document says what it was made by, of which nothing was asked?"""
    asks = asked.about is not None or _ASKS_OF_MAKING.search(asked.text) or asked.wanted is not Wanted.NOTHING
    opening = best.evidence.clause.kind is ClauseKind.PREAMBLE
    return opening and not asks and best.covered < ABOUT_IT and bool(_MAKING.search(best.text))


_MAKING = re.compile(
    r"(?:根据|依据|按照|为|结合)[^。]{6,600}(?:制定|编制|提出|特制定)(?:了|出)?(?:本|如下|以下|此|该)[^，。]{0,12}[。：]?$"
)
"""根据…，制定本方案。"""

_ASKS_OF_MAKING = re.compile(r"根据|依据|为了?什么|目的|背景|为何|为啥|制定|编制|出台|来历|由来|宗旨")


def _given(about: Sequence[Candidate], asked: Asked, needed: re.Pattern[str]) -> str:
    """The years for which the nearest sentence gives the value; "" where it names none, or one that is asked for."""
    telling = next((one for one in about if shows(one, asked, needed)), None)
    if telling is None:
        return ""
    years = years_given(telling.text, needed) or governing_years(telling)
    return "" if years & set(asked.years) else "、".join(map(str, sorted(years)))


def _said_in_short(asked: Asked, best: Candidate) -> bool:
    """Does the best sentence of a document that is named say what was asked in longer words, and show its value?"""
    needed = needed_for(asked) if best.evidence.document in asked.documents else None
    return needed is not None and shows(best, asked, needed) and said_in_characters(asked.topic, best.text)


def _about_it(
    asked: Asked, needed: re.Pattern[str] | None, chosen: Sequence[Candidate], found: Sequence[Candidate]
) -> list[Candidate]:
    """The chosen sentences that are about the thing asked for, words of their document's title counted or not."""
    others = [one for one in found if not _prints_title(one)]
    if not others:
        return list(chosen)
    nearest = max(others, key=lambda one: one.share)
    homes = {one.evidence.document.id for one in others if one.share >= AS_NEAR * nearest.share}
    beside: dict[str, float] = {}
    for one in others:
        home = one.evidence.document.id
        beside[home] = max(beside.get(home, 0.0), one.beside)
    return [
        one
        for one in chosen
        if one.share >= (GOES_ON if _goes_on_from(one, nearest) else ABOUT_IT) * nearest.share
        or ((home := one.evidence.document.id) in homes and one.beside >= ABOUT_IT * beside[home])
        or (needed is not None and _gives_beside(asked, needed, one, nearest))
        or by_number(asked.text, one.text) > 1.0
        or (one is chosen[0] and _same_clause(one, nearest) and nearest.share < TELLS_LITTLE)
    ]


def _same_clause(one: Candidate, other: Candidate) -> bool:
    return one.evidence.clause.id == other.evidence.clause.id


def _gives_beside(asked: Asked, needed: re.Pattern[str], one: Candidate, nearest: Candidate) -> bool:
    """Is it of the clause of the nearest sentence, or the better one, with the value beside what it is asked for by?"""
    same = _same_clause(one, nearest) and nearest.share >= NEAR_IN_CLAUSE
    elsewhere = one.evidence.document.id != nearest.evidence.document.id
    better = elsewhere and one.score > nearest.score and one.share >= BETTER * nearest.share
    return (same or better) and stands_beside(asked.text, one.text, needed)


def _goes_on_from(one: Candidate, nearest: Candidate) -> bool:
    """Does the sentence stand right behind the nearest one: 经查证属实的，给予奖励 leaves out what that one says?"""
    behind = _same_clause(one, nearest) and bool(one.before) and one.before in nearest.text
    return behind and bool(_WITHOUT_SUBJECT.match(one.text.strip()))


def _prints_title(candidate: Candidate) -> bool:
    """A sentence with its document's title in it is near to all that the document is about."""
    return fold(_NUMBER_BEHIND.sub("", candidate.evidence.document.title)) in fold(candidate.text)


def _covered(best: Candidate, found: Sequence[Candidate]) -> float:
    """What the clause of the best stretch holds of the question's words, wherever in it the stretch was cut."""
    return max(best.covered, *(one.covered for one in found if one.evidence is best.evidence), 0.0)


def _named_alone(asked: Asked, best: Candidate) -> bool:
    """Does the question name this document by its title, or its official interpretation, and little beside it?"""
    named = asked.exact and asked.about is None and not asked.places and best.evidence.document in asked.documents
    if not named or asked.wanted is not Wanted.NOTHING or len(asked.documents) != 1:
        return False
    left = _NO_WORD.sub("", subject_alone(asked.topic)) if asked.of_interpretation else asked.topic.replace(" ", "")
    return len(left) <= TITLE_ALONE


def _value_alone(asked: Asked, best: Candidate) -> bool:
    """Does the question name this document, and beside it no more than the kind of value: its 热线?"""
    topic = asked.topic.strip()
    named = asked.exact and best.evidence.document in asked.documents
    return named and (is_noun_of_value(topic) or bool(_REACHED_BY.fullmatch(topic)))


def _said(chosen: Sequence[Candidate]) -> str:
    return "".join(f"{one.led_by}{one.before}{one.text}{one.evidence.clause.heading}" for one in chosen)


def _above(best: Candidate) -> str:
    return f"{best.evidence.document.title}{best.evidence.chunk.context}{best.evidence.clause.heading}{best.led_by}"


def _around(best: Candidate) -> str:
    """A sentence with its clause, the headings above and the title."""
    return f"{best.evidence.document.title}{best.evidence.chunk.context}{best.evidence.clause.printed}"
