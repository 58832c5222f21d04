"""Other ways to read a turn: by its own words, of the clauses just cited, in the document talked of, or anywhere.

A turn made whole carries on the subject of the one before it. Where the answer to that says nothing of what the
turn itself names, 骗取经费的怎么处理 after a question on shares, that of a reading which does is the better one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant import wording
from assistant.answerable.lack import Lack, Missing
from assistant.finding.rarity import pairs
from assistant.models import Answer, AnswerStatus, Turn
from assistant.outcomes import nearest_cited
from assistant.turns import swapping
from assistant.turns.consequences import DEALT_WITH, FINED
from assistant.turns.followup import OWN_SUBJECT, Whole
from assistant.turns.nth import nth
from assistant.turns.own_words import Words
from assistant.turns.turning import turning, turns_meant
from assistant.understanding.aspects import PENALTY
from assistant.understanding.naming import named_documents
from assistant.understanding.query import Asked, Kind, understand
from assistant.writing.offer import Offer, without_offer
from corpus.models import DocumentSummary
from corpus.places import places_in

Found = Answer | Offer

ENOUGH = 0.5
"""Share of its own words that the answer to a turn holds where it is taken as it is."""

MORE = 0.2
"""... that the answer to another reading must hold beyond it."""

AT_HOME = 0.3
"""... that an answer out of the documents talked of may hold less than one out of others."""

ALL_BUT = 0.75
"""... that an answer out of other documents than those talked of must hold."""

OF_SUBJECT = 0.25
"""What the words of the turn before count, where two readings' answers hold the turn's own words alike."""

ALL = 0.99
"""... from which no further reading can say more."""

LEAD = 0.05
"""What a reading must have over an earlier one."""

AT_MOST = 3
"""Documents talked of at once in which a turn is read by itself."""


@dataclass(frozen=True, slots=True)
class Talk:
    """What was talked of: documents, the question that the last turns are about, the clauses cited for it."""

    library: tuple[DocumentSummary, ...] = ()
    documents: tuple[DocumentSummary, ...] = ()
    question: str = ""
    clause_ids: tuple[str, ...] = ()
    refused: bool = False
    """Was there no answer to the last turn?"""

    @property
    def title(self) -> str:
        return f"《{self.documents[0].title}》" if len(self.documents) == 1 else ""


def talk_before(question: str, history: Sequence[Turn], library: Sequence[DocumentSummary]) -> Talk:
    """What the last turns were about, or those that a turn goes back to.

    A turn that only points into a list is about the question of the list.
    """
    history = turns_meant(question, history, library)
    told = [turn for turn in history if turn.answer.citations or turn.answer.nearest]
    if not told:
        return Talk()
    at = len(told) - 1
    while at and nth(told[at].question):
        at -= 1
    cited = dict.fromkeys(one.clause_id for turn in reversed(told[at:]) for one in turn.answer.citations)
    return Talk(
        tuple(library),
        _documents(told, library),
        told[at].answer.question or told[at].question,
        tuple(cited),
        refused=not told[-1].answer.citations,
    )


def _documents(told: Sequence[Turn], library: Sequence[DocumentSummary]) -> tuple[DocumentSummary, ...]:
    """Those that the last answer rests on, or beside a refusal the one that comes nearest; none where they are many."""
    for turn in reversed(told):
        near = {one.document_id for one in turn.answer.nearest}
        ids = {one.document_id for one in turn.answer.citations} or (near if len(near) == 1 else set())
        if ids:
            return tuple(one for one in library if one.id in ids) if len(ids) <= AT_MOST else ()
    return ()


def readings(question: str, whole: Whole, talk: Talk, *, told: bool) -> Iterator[Whole]:
    """The turn by its own words, the nearest place first; none where it only changes one thing of the turn before.

    `told`: is there an answer to it as it was made whole?
    """
    asked = understand(question, talk.library)
    named = (bool(asked.documents) and asked.exact) or asked.kind in (Kind.ABOUT, Kind.COMPARE, Kind.MENTION)
    if not talk.question or named or whole.settled or whole.within or whole.in_charge:
        return
    subject = swapping.subject_words(talk.question, talk.library).replace(" ", "")
    if whole.text.endswith(FINED):
        if not told:
            yield replace(whole, text=whole.text.replace(FINED, DEALT_WITH))
        return
    of_header = understand(talk.question, talk.library).kind is Kind.ABOUT
    if of_header or (talk.refused and not (swapping.ends_open(question) or swapping.asks_whether_same(question))):
        subject = ""
    for text in _by_itself(question, talk.question, told):
        if talk.documents and talk.clause_ids:
            yield Whole(text, talk.clause_ids, talk.documents, within=True)
        if talk.documents:
            if subject:
                yield Whole(f"{talk.title}{subject}，{text}", documents=talk.documents)
            yield Whole(f"{talk.title}{text}", documents=talk.documents)
        if (asked.documents or asked.foreign_places) and subject:
            yield Whole(f"{subject}，{text}")
        if text != whole.text and len(asked.topic.replace(" ", "")) > OWN_SUBJECT:
            yield Whole(text)


def _by_itself(question: str, before: str, told: bool) -> list[str]:
    """The turn without the words that lead in to it; X呢 with what the turn before asks, or what is laid down."""
    text = swapping.HEAD.sub("", turning(question).text)
    bare = re.sub(r"的$", "", swapping.TAIL.sub("", text))
    if not swapping.ends_open(question) or swapping.asking(bare):
        return [text]
    asks = swapping.asking(before)
    if asks and told:
        return [f"{bare}{asks}？"]
    instead = DEALT_WITH if PENALTY[0].search(before) else "有什么规定？"
    return [f"{bare}{one}" for one in (f"{asks}？" if asks else "", instead) if one]


def with_places_said(asked: Asked, library: Sequence[DocumentSummary]) -> Asked:
    """The question with a place as one of its words where the document it is asked of is not that place's.

    到北京的人还得多报什么, asked of a notice of the ministries, is about what that says of Beijing.
    """
    named = named_documents(re.sub(r"《[^》]*》", "", asked.text), library)
    if not named.places or not asked.documents or any(one in asked.documents for one in named.documents):
        return asked
    return replace(asked, topic=f"{' '.join(named.places)} {asked.topic}")


def nearest_told(question: str, whole: Whole, first: Found, others: Iterator[Found], talk: Talk, words: Words) -> Found:
    """The first answer, or that of another reading which speaks of what the turn names, as the first does not.

    An answer out of the documents talked of goes before one out of others that says no more. X呢 is refused where
    nothing that is said has to do with X.
    """
    own, home = words.own(question), {one.id for one in talk.documents}
    held = words.share(without_offer(first), own)
    strayed = bool(home and held) and not _rests_on(without_offer(first), home)
    if not own and words.unprinted(question) and _is_lost(question, whole, without_offer(first), talk):
        return said_nothing(without_offer(first))
    if not own or (held >= ENOUGH and not (talk.refused or strayed)):
        return first
    subject = tuple(form - pairs(talk.title) for form in words.own(talk.question))
    names_more = any(form - pairs(" ".join(places_in(question))) for form in own)
    best: Found | None = None
    most, more = 0.0, 0.0 if talk.refused else MORE
    for other in others:
        answer = without_offer(other)
        share = words.share(answer, own) if _of_its_places(answer, question, talk) else 0.0
        on_subject = words.share(answer, subject)
        if _rests_on(answer, home):
            fits = share > max(0.0, held - AT_HOME) if strayed else share >= max(ENOUGH, held + more)
        else:
            fits = share >= max(ALL_BUT, held + more) and best is None
        weight = share + OF_SUBJECT * on_subject
        if fits and weight > most + LEAD and (names_more or on_subject >= ENOUGH):
            best, most = other, weight
        if best is other and share >= ALL and _rests_on(answer, home):
            break
    if best is None and not held and _is_lost(question, whole, without_offer(first), talk):
        return said_nothing(without_offer(first))
    return best or first


def _is_lost(question: str, whole: Whole, first: Answer, talk: Talk) -> bool:
    """Is an answer that says no word of the turn one to X呢, or one out of documents that nobody spoke of?"""
    if whole.settled or whole.within or whole.in_charge:
        return False
    away = bool(talk.documents) and not _rests_on(first, {one.id for one in talk.documents})
    return swapping.ends_open(question) or (away and not named_documents(question, talk.library).documents)


def said_nothing(answer: Answer) -> Answer:
    """A refusal in place of an answer that is about something else, with what it rests on as the nearest."""
    if answer.status is AnswerStatus.REFUSED:
        return answer
    text = wording.refusal(Lack(Missing.TOPIC), limited=False)
    return Answer(status=AnswerStatus.REFUSED, answer=text, nearest=nearest_cited(answer), question=answer.question)


def _of_its_places(answer: Answer, question: str, talk: Talk) -> bool:
    """Does an answer say every place that the turn names, by its words, its clauses or its documents?"""
    cited = {one.document_id for one in answer.citations}
    places = (f"{one.place}{one.title}" for one in talk.library if one.id in cited)
    said = " ".join((answer.answer, *places, *(one.text for one in answer.citations)))
    return all(place in said for place in places_in(question))


def _rests_on(answer: Answer, documents: set[str]) -> bool:
    return any(one.document_id in documents for one in answer.citations)
