"""A turn that goes on about what was just told is answered out of what stands near it, where that says more.

The turn made whole is answered first. What stands nearest takes its place where that answer is none, is out
of a document that nobody spoke of, only says again what was told, or says less of the turn's own words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.charge.penalty_article import broken
from assistant.finding.rarity import Rarity
from assistant.models import Answer, AnswerStatus, Turn
from assistant.statements import Statement, ground_in
from assistant.turns import swapping
from assistant.turns.followup import Whole
from assistant.turns.nearby import AROUND, CITED, ELSEWHERE, Near, Nearby
from assistant.turns.turning import turning
from assistant.understanding.aspects import told_by
from assistant.understanding.query import Kind
from assistant.understanding.synonyms import Synonyms
from corpus.models import Clause, Document, DocumentSummary
from corpus.numbering import number_of
from corpus.text import visible_length

MARGIN = 0.03
"""By how much what stands near must fit better."""

MORE = 0.15
"""... where a turn does more than name another thing, or the answer says again what was told, as it may have to."""

FEWEST = 0.3
"""Share of a turn's own words by which a sentence speaks of what it names."""

ALL = 0.9
"""... by which it says all of it."""

LONG = 6
MOST = 0.75
"""Characters of a turn's own words from which no sentence need say all of them, and the share that it has to say."""

LITTLE = 0.15
"""... that is enough in a clause just cited that shows the value asked for, beside an answer from elsewhere."""

ROOM = 260
"""Visible characters of a list that stands under a sentence or is pointed to by it."""

_POINTS = re.compile(rf"{swapping.POINTING.pattern}|[那这](?:边|里|儿|块)")
_FURTHER = re.compile(r"展开|细说|细讲|详细|深入|多[说讲]|[再多]说[说点些]")
"""A turn that asks for more than was told."""

_OTHER_KINDS = frozenset({Kind.ABOUT, Kind.COMPARE, Kind.MENTION, Kind.RESPONSIBLE})
_N = r"(?:\d{1,2}|[（(]?[一二三四五六七八九十]{1,3}[）)]?)"
_ITEMS = re.compile(rf"第(?P<all>{_N}(?:[、，和及]第?{_N})*)(?:项|款|类)")


def nearby_told(
    question: str,
    history: Sequence[Turn],
    library: Sequence[DocumentSummary],
    document_of: Callable[[str], Document],
    rarity: Rarity,
    synonyms: Synonyms,
) -> Nearby | None:
    """What stands around the last answer that told something; None where a turn begins anew or goes back."""
    turned = turning(question) if history else None
    before = next((one.answer for one in reversed(history) if one.answer.citations), None)
    if turned is None or before is None or turned.anew or turned.back_to is not None:
        return None
    return Nearby(turned.text, before, library, document_of, rarity, synonyms)


def instead(near: Nearby, whole: Whole | Answer, first: Answer) -> Near | None:
    """What stands near what was told, where it answers a turn better than the answer to the turn made whole."""
    if isinstance(whole, Answer):
        return _beside_a_part(near, first)
    refused = first.status is AnswerStatus.REFUSED
    repeats = near.repeats(first)
    if not _open(near, whole) or ((whole.settled or whole.within) and not (refused or repeats)):
        return None
    refused = refused or passes_over(near, whole, first)
    best = near.best(_reach(near, refused))
    if best is None or any(str(year) not in best.text for year in near.asked.years):
        return None
    if near.asked.documents and best.summary not in near.asked.documents:
        return None
    needed = told_by(whole.text)
    if needed and _shows_all(first.answer, needed) and not _shows_all(best.text, needed):
        return None
    return best if _is_better(near, best, first, refused=refused, repeats=repeats) else None


def passes_over(near: Nearby, whole: Whole | Answer, first: Answer) -> bool:
    """装修费能报吗: is an answer the one just told, or one of another thing, that says nothing of what a turn names?"""
    if isinstance(whole, Answer) or not first.citations or not _open(near, whole) or whole.settled or whole.within:
        return False
    if near.asks_use and near.repeats(first):
        return True
    against = " ".join(broken(near.document_of(one.document_id), one.text) for one in first.citations)
    cited = " ".join(f"{one.title}{one.path}{one.heading}{one.text}" for one in first.citations) + against
    own = max(near.own(text) for text in (*(one.text for one in first.sentences), against))
    if not near.names_another(f"{first.answer} {cited}"):
        return False
    if near.repeats(first):
        return own < (ALL if len(near.words) < LONG else MOST)
    return near.is_ellipsis and own < FEWEST


def _shows_all(text: str, needed: Sequence[re.Pattern[str]]) -> bool:
    """Does it speak of what is asked about a thing, its penalty or its conditions?"""
    return all(one.search(text) for one in needed)


def _open(near: Nearby, whole: Whole) -> bool:
    """May a turn be about what was just told, and about more than who is in charge of it?"""
    asked = near.asked
    return bool(near.words) and not (whole.in_charge or asked.kind in _OTHER_KINDS or asked.foreign_places)


def _reach(near: Nearby, refused: bool) -> int:
    if refused or near.asks_use:
        return ELSEWHERE
    return CITED if _POINTS.search(near.question) else AROUND


def _is_better(near: Nearby, best: Near, first: Answer, *, refused: bool, repeats: bool) -> bool:
    if not (best.shows or (refused and _all_but_shows(near, best))):
        return False
    if near.asks_use and best.shows and not _shows(near, first):
        return True
    if best.told and not repeats and _FURTHER.search(near.question):
        return False
    if best.own < 2 * FEWEST and near.names_more_than(best.text):
        return False
    if best.told and near.names_another(best.text):
        return False
    if near.is_ellipsis and best.own >= ALL and _ITEMS.search(best.text):
        return True
    own = max((near.own(one.text) for one in first.sentences), default=0.0)
    away = refused or not _at_home(near, first)
    if near.needed and best.own >= LITTLE and (best.ring == CITED if away else own < LITTLE):
        return True
    if best.own < FEWEST or (best.ring == ELSEWHERE and best.own < 2 * FEWEST):
        return False
    if not refused:
        if own >= ALL if repeats else own >= FEWEST and _points_to(near, best, first):
            return False
        if _shows(near, first) and (own >= FEWEST or repeats):
            return False
    if best.text == best.clause.heading and best.own < 2 * FEWEST:
        return False
    fits = 0.0 if refused else near.weighed(first)
    return best.weight > fits + (MARGIN if near.is_ellipsis and not repeats else MORE)


def _points_to(near: Nearby, best: Near, first: Answer) -> bool:
    """Does a turn point to what was told, and an answer to it come from no further than the best sentence?"""
    return bool(_POINTS.search(near.question)) and near.ring_of(first) <= best.ring


def _all_but_shows(near: Nearby, best: Near) -> bool:
    """Does it speak of all that a turn names, and only say it in another form than values are printed in?"""
    if best.ring > AROUND or best.own < 2 * FEWEST:
        return False
    return near.counts(best.text) or (near.is_ellipsis and best.own >= ALL)


def _shows(near: Nearby, first: Answer) -> bool:
    """Does it show the kind of value that a turn asks for itself, out of the documents just cited?"""
    if near.needed is None or near.is_ellipsis or not _at_home(near, first):
        return False
    return any(near.needed.search(one.text) for one in first.sentences)


def _at_home(near: Nearby, answer: Answer) -> bool:
    home = {one.document_id for one in near.before.citations}
    return any(one.document_id in home for one in answer.citations)


def _beside_a_part(near: Nearby, first: Answer) -> Near | None:
    """手机的呢: a sentence of the clause just cited that is about it goes before a heading elsewhere that names it.

    Not before one that stands beside the clause just cited: 有色呢 after 钢铁 is the next of the same list.
    """
    best = near.best(CITED) if near.is_ellipsis and near.words else None
    if best is None or best.told or not best.shows or best.own < ALL:
        return None
    document = near.document_of(best.summary.id)
    cited = [document.by_id[one.clause_id] for one in near.before.citations if one.clause_id in document.by_id]
    within = {one.id for clause in cited for one in (clause, *_beside(clause, document))}
    return None if any(one.clause_id in within for one in first.citations) else best


def _beside(clause: Clause, document: Document) -> Sequence[Clause]:
    """The other items of a list, where a clause is one: those that have a heading."""
    above = document.ancestors(clause)
    return [one for one in document.children(above[-1]) if one.heading] if above and clause.heading else ()


def told_of(near: Nearby, best: Near) -> list[Statement]:
    """The sentence with those beside it that say as much of the turn's words, and the list that it leads in to."""
    beside = [one for one in near.of_clause(best.clause) if one.shows and one.own >= ALL * best.own and not one.told]
    said = [best, *(one for one in beside if one.text != best.text)]
    order = [one.text for one in near.of_clause(best.clause)]
    room = ROOM - visible_length(best.text)
    kept: list[Near] = []
    for one in said:
        room -= visible_length(one.text) if kept else 0
        if not kept or room > 0:
            kept.append(one)
    kept.sort(key=lambda one: order.index(one.text))
    return [*(_said(best, best.clause, one.text) for one in kept), *_list_of(near, best)]


def _list_of(near: Nearby, best: Near) -> list[Statement]:
    """The items under a lead-in, or those of the list just told that the sentence points to by their numbers."""
    document = near.document_of(best.summary.id)
    children = document.children(best.clause)
    if best.text.endswith(("：", ":")) or best.text == best.clause.heading:
        return _as_far_as_there_is_room(best, children)
    pointed = _ITEMS.search(best.text)
    if pointed is None:
        return []
    wanted = {_value(one) for one in re.findall(_N, pointed["all"])}
    beside = document.children(document.ancestors(best.clause)[-1]) if document.ancestors(best.clause) else ()
    for items in (children, beside):
        found = [one for one in items if one.num and _value(one.num) in wanted]
        if len(found) == len(wanted):
            return _as_far_as_there_is_room(best, found)
    return []


def _as_far_as_there_is_room(best: Near, items: Sequence[Clause]) -> list[Statement]:
    texts = [(one, one.heading or one.text) for one in items if one.heading or one.text]
    fits = sum(visible_length(text) for _, text in texts) <= ROOM
    return [_said(best, one, text if fits else re.split(r"[（(，,；;。]", text)[0]) for one, text in texts]


def _value(number: str) -> int:
    bare = re.sub(r"[^\d一二三四五六七八九十]", "", number)
    return number_of(bare) if bare else 0


def _said(best: Near, clause: Clause, text: str) -> Statement:
    numbered = text if clause is best.clause else f"{clause.num}{text}"
    return Statement(numbered, (ground_in(best.summary, clause, text),))
