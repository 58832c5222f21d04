"""Do the documents answer what was asked, or only something near it?

A high retrieval score is no answer: a question about 2040 finds the clause on 2035
first. What was asked for - year, place, a figure, a sum, a date, a person - must
stand in the sentence, or the question is refused with what is missing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from assistant.answerable.awarded_name import name_missing
from assistant.answerable.beside_heading import of_clause_beside
from assistant.answerable.beside_value import said_in_characters, stands_beside
from assistant.answerable.figure_of import (
    is_of_another_measure,
    is_of_what_was_asked,
    names_no_threshold,
    narrower,
    of_another_turn,
    paid_by_another,
    source_missing,
)
from assistant.answerable.fund_named import fund_missing
from assistant.answerable.levy_named import levy_missing
from assistant.answerable.number_of_office import of_another_office
from assistant.answerable.people_counted import of_other_people, people_asked
from assistant.answerable.siblings import of_a_sibling
from assistant.answerable.told_apart import told_apart
from assistant.answerable.values import needed_for, without_names, without_years
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
from assistant.finding.rarity import pairs
from assistant.lists.columns import columns_asked, own_words
from assistant.understanding.aspects import aspect_missing
from assistant.understanding.opposites import told_of_the_other
from assistant.understanding.query import Asked, Kind
from assistant.understanding.wanted import Wanted, is_noun_of_value, subject_alone
from corpus.grids import Grid, GridRow, is_empty
from corpus.models import Document
from corpus.places import places_in
from corpus.text import fold
from corpus.vocabulary import ClauseKind, NumberingScheme

COVERED = 0.15
"""Share of the question's weighted words that sentence and headings must hold where a value is asked for."""

COVERED_AT_ALL = 0.02
"""... where none is: that the documents deal with the matter is told by more than its words."""


TITLE_ALONE = 4
"""Characters of a topic beside a title up to which the title is what is asked about."""

NAMING = 2
"""Characters of a run from which it may be a word."""

IN_FORCE = 20
"""Years after its own in which a law's rules are taken to hold."""

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

OF_ROW = 0.3
"""Share of a table row's own words that a question must hold to ask about that row, or of its own that it must hold."""

_COUNTED = frozenset({Wanted.FIGURE, Wanted.SHARE, Wanted.MONEY})
_NO_WORD = re.compile(r"(?:19|20)\d{2}年?|[^一-龥A-Za-z]")
_NUMBER_BEHIND = re.compile(r"[（(][^（）()]*\d{4}[^（）()]*号[）)]$")
_ANY_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_WITHOUT_SUBJECT = re.compile(r"[^，。；]{2,16}的，|给予|予以|处以?[^，。；理]|按照?|可以?获|每")
_REACHED_BY = re.compile(r"(?:联系|服务|咨询|办公)?(?:电话|热线|号码|地址|邮箱|网址)")
_GRANT = re.compile(
    r"(?:领|拿|补|奖|贴|给)[^，。？]{0,4}(?:多少|几)|(?:补贴|补助|奖励)(?:金额)?[^，。？]{0,4}(?:多少|几[百千万])"
)
_GRANTS = re.compile(r"补|奖|贴|资助|支持|给予|予以|发放|拨付|返还|退[还回税]|抵扣|兑付|领取")
"""A share or a price of something else is no grant: 100% of new buses are electric."""

_UNTIL = re.compile(r"有效期[^。；]{0,16}[至到]\s*((?:19|20)\d\d)\s*年")
_CALLED_FOR = re.compile(r"(举报|投诉|监督|报名|报修|预约|急救|求助|救助|维权|预订)[^，。？]{0,4}(?:电话|热线)")


class Missing(StrEnum):
    """What the documents do not say."""

    TOPIC = "topic"
    MATTER = "matter"
    WORDS = "words"
    PLACE = "place"
    RANGE = "range"
    YEAR = "year"
    FIGURE = "figure"
    MONEY = "money"
    DATE = "date"
    PERSON = "person"
    SHARE = "share"
    FIELD = "field"
    PAPER = "paper"


_LACKING = {
    Wanted.FIGURE: Missing.FIGURE,
    Wanted.MONEY: Missing.MONEY,
    Wanted.SHARE: Missing.SHARE,
    Wanted.DATE: Missing.DATE,
    Wanted.DURATION: Missing.DATE,
    Wanted.PERSON: Missing.PERSON,
}
_UNPRINTED = {
    Wanted.PHONE: "电话",
    Wanted.ADDRESS: "地址",
    Wanted.SITE: "网址",
    Wanted.CODE: "编号",
    Wanted.NAMES: "名单",
    Wanted.CITY: "所在城市",
    Wanted.PROVINCE: "所在省份",
    Wanted.COUNTRY: "具体国家",
    Wanted.FIRM: "具体企业",
    Wanted.BODY: "具体机构",
}
_NAMED_BESIDE = frozenset({Wanted.CITY, Wanted.PROVINCE, Wanted.COUNTRY, Wanted.FIRM, Wanted.BODY})
"""What any sentence may name: only that of one about the thing asked for is its."""


@dataclass(frozen=True, slots=True)
class Lack:
    """Why a question is refused; `detail` is the year, place, field or paper."""

    missing: Missing
    detail: str = ""
    given: str = field(default="", compare=False)
    """The years for which the documents do give it, where another one is asked for."""


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
    unfilled = _unfilled(asked, best, found)
    if unfilled:
        return unfilled
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
        or _of_another_document(asked, best, found, document_of)
    ):
        return Lack(Missing.TOPIC)
    needed = needed_for(asked)
    if needed is not None and not told_apart(asked, best, needed, found):
        return Lack(Missing.TOPIC)
    about = _about_it(asked, needed, chosen, found)
    years = aimed_at(asked.text, asked.years)
    standing = bool(years) and (_stands(best, years, document_of) or _of_its_title(asked, best, years))
    if years and needed is not None and not standing:
        given = _given(about, asked, needed)
        about = [one for one in about if speaks_of_year(one, years)]
        if asked.wanted in _COUNTED:
            about = [one for one in about if given_in_year(one.text, years, needed)]
        if not about:
            return Lack(Missing.YEAR, str(years[0]), given)
    if years and not standing and not any(_in_year(one, years, document_of) for one in chosen):
        return Lack(Missing.YEAR, str(years[0]))
    if needed is not None and told_of_the_other(asked.text, best.text, _above(best), needed):
        return _without(asked.wanted)
    if needed is not None and is_of_another_measure(asked.text, "。".join(one.text for one in chosen), needed):
        return _without(asked.wanted)
    showing = chosen if asked.wanted in _UNPRINTED and asked.wanted not in _NAMED_BESIDE else about
    if needed is not None and not any(shows(candidate, asked, needed) for candidate in showing):
        return _without(asked.wanted)
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


def _unfilled(asked: Asked, best: Candidate, found: Sequence[Candidate]) -> Lack | None:
    """A row of a table tells nothing of another row's thing, and a blank cell nothing at all."""
    if best.row is None or (asked.wanted is Wanted.NOTHING and asked.kind is not Kind.RESPONSIBLE):
        return None
    grid, row = best.row
    own, said = own_words(grid, row), pairs(asked.topic) - pairs(" ".join(grid.heads))
    named = own & (pairs(asked.text) | pairs(asked.expansions))
    if len(named) < OF_ROW * len(own) and len(named) < OF_ROW * len(said) and not _calls_it(asked, row, grid, found):
        return Lack(Missing.TOPIC)
    columns = columns_asked(asked, grid)
    if columns and all(is_empty(row.cells[at]) for at in columns):
        return Lack(Missing.FIELD, grid.heads[columns[0]])
    return None


def _calls_it(asked: Asked, row: GridRow, grid: Grid, found: Sequence[Candidate]) -> bool:
    """Does the row alone hold much of what the question shares with all that was found, and no other name is said?

    赖氨酸菌株 is no 苏氨酸菌株: nothing found prints 赖氨.
    """
    printed = fold("\n".join({one.evidence.clause.text for one in found})).lower()
    words = [fold(word).lower() for word in asked.topic.split()]
    cells = {fold(cell).lower() for cell in row.cells}
    for word in words:
        starts = (word.find(run) for run in _shared(word, fold(row.line).lower()) if run not in cells)
        if any(at > 0 and word[at - 1 : at + 1] not in printed for at in starts):
            return False
    others = set().union(*(pairs(" ".join(one.cells)) for one in grid.rows if one.cells != row.cells))
    said = {pair for word in words for pair in pairs(word) if pair in printed} - pairs(" ".join(grid.heads))
    return bool(said) and len(said & (pairs(" ".join(row.cells)) - others)) >= OF_ROW * len(said)


def _of_another_document(
    asked: Asked, best: Candidate, found: Sequence[Candidate], document_of: Callable[[str], Document]
) -> bool:
    """A value is asked for, of what another document found has in its title, and the answer's never prints."""
    if asked.wanted is Wanted.NOTHING or asked.documents or best.covered >= ABOUT_IT:
        return False
    home = best.evidence.document
    others = {one.evidence.document.id: one.evidence.document for one in found if one.evidence.document.id != home.id}
    named = {word for one in others.values() for word in _shared(fold(asked.text), fold(one.title))}
    if not named:
        return False
    said = fold(f"{home.title}{document_of(home.id).source.text}")
    absent = [word for word in named if not any(pair in said for pair in pairs(word))]
    texts = [fold(f"{one.title}{document_of(one.id).source.text}") for one in others.values()] if absent else []
    return any(2 * sum(word in text for text in texts) <= len(texts) + 1 for word in absent)


def _shared(question: str, title: str) -> list[str]:
    """The longest runs of a question that stand in a title too."""
    found, at = list[str](), 0
    while at < len(question) - 1:
        end = at + 1
        while end < len(question) and question[at : end + 1] in title:
            end += 1
        run = question[at:end].strip("的")
        if len(run) >= NAMING:
            found.append(run)
        at = max(end, at + 1)
    return found


def _without(wanted: Wanted) -> Lack:
    return Lack(_LACKING[wanted]) if wanted in _LACKING else Lack(Missing.FIELD, _UNPRINTED[wanted])


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


def speaks_of_year(candidate: Candidate, years: Sequence[int]) -> bool:
    """Does the sentence speak of one of the years, or of none in a document of that year: 2月份 is of 2020 there?"""
    spoken = governing_years(candidate) or {candidate.evidence.document.year}
    return bool(spoken & set(years))


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


def _stands(best: Candidate, years: Sequence[int], document_of: Callable[[str], Document]) -> bool:
    """A rule of a law names no year: it holds in those after it was made, until its end or as far as one may look."""
    others = governing_years(best)
    if _ANY_YEAR.search(best.evidence.clause.printed) or (others and others.isdisjoint(years)):
        return False
    document = document_of(best.evidence.document.id)
    if document.scheme is not NumberingScheme.STATUTE:
        return False
    printed = max((int(year) for year in _ANY_YEAR.findall(document.source.text)), default=0)
    made = best.evidence.document.year or printed
    end = _UNTIL.search(document.source.text)
    return all(made <= year <= (int(end.group(1)) if end else printed + IN_FORCE) for year in years)


def _of_its_title(asked: Asked, best: Candidate, years: Sequence[int]) -> bool:
    """Is a day asked for, and the year that of the paper's name alone: when 2026年度专项 ends is told by 2025年12月?"""
    title = best.evidence.document.title
    named = all(f"{year}年" in title and f"{year}年度" in asked.text for year in years)
    return asked.wanted is Wanted.DATE and named


def _in_year(candidate: Candidate, years: Sequence[int], document_of: Callable[[str], Document]) -> bool:
    """Does the sentence speak of one of the years, or its clause or document be of it, or the document of none?"""
    document = candidate.evidence.document
    printed = f"{candidate.evidence.clause.printed}{candidate.evidence.chunk.context}{document.title}{document.date}"
    spoken = _ANY_YEAR.findall(printed)
    undated = not spoken and not document.year and not _ANY_YEAR.search(document_of(document.id).source.text)
    return undated or speaks_of_year(candidate, years) or any(str(year) in spoken for year in years)


def _said(chosen: Sequence[Candidate]) -> str:
    return "".join(f"{one.led_by}{one.before}{one.text}{one.evidence.clause.heading}" for one in chosen)


def _above(best: Candidate) -> str:
    return f"{best.evidence.document.title}{best.evidence.chunk.context}{best.evidence.clause.heading}{best.led_by}"


def _around(best: Candidate) -> str:
    """A sentence with its clause, the headings above and the title."""
    return f"{best.evidence.document.title}{best.evidence.chunk.context}{best.evidence.clause.printed}"


def shows(candidate: Candidate, asked: Asked, needed: re.Pattern[str]) -> bool:
    """Does the sentence hold the wanted kind of figure, years that only date it not counted?"""
    text = without_names(f"{candidate.led_by}{candidate.text}", asked)
    if asked.wanted in (Wanted.FIGURE, Wanted.SHARE):
        text = re.sub(
            r"^\s*(?:[（(]?[\d一二三四五六七八九十]+[）)、.．])|第[一二三四五六七八九十百\d]+[条款项章]",
            "",
            without_years(text),
        )
        people = people_asked(asked.text)
        if people is not None and (not people.search(text) or of_other_people(asked.text, candidate.text)):
            return False
    if asked.wanted in (Wanted.CITY, Wanted.PROVINCE):
        text = re.sub(rf"(?:{'|'.join(places_in(asked.text)) or '(?!)'})[省市]?", "", text)
    purpose = _CALLED_FOR.search(asked.text)
    before = candidate.before if candidate.before.endswith(("：", ":")) else ""
    if purpose and purpose.group(1) not in f"{candidate.evidence.clause.heading}{before}{text}":
        return False
    if asked.wanted is Wanted.PHONE and of_another_office(asked.text, candidate.text):
        return False
    if asked.wanted is Wanted.MONEY and _GRANT.search(asked.text):
        heads = "".join(candidate.row[0].heads) if candidate.row else ""
        around = f"{candidate.evidence.chunk.context}{candidate.evidence.clause.heading}{before}{heads}{text}"
        if not _GRANTS.search(around):
            return False
    return bool(needed.search(text)) and (
        asked.wanted not in _COUNTED or is_of_what_was_asked(f"{candidate.led_by}{candidate.text}", asked, needed)
    )
