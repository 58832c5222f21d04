"""A question that leans on the turns before it, made whole.

那宁波呢 changes the document, 2030年的呢 the year, 谁负责 asks about the clause just
cited; a question that names its own subject stands as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.charge import charging
from assistant.models import Answer, Turn
from assistant.turns import swapping
from assistant.turns.consequences import what_follows
from assistant.turns.counting import another_of_them, which_of_them
from assistant.turns.sides import one_side
from assistant.turns.turning import asked_again, taken_up, thing_named, turning, with_document_before
from assistant.understanding.fields import About
from assistant.understanding.pointing import place_in
from assistant.understanding.query import Asked, Kind, understand, years_in
from corpus.models import DocumentSummary

_LEANING = re.compile(
    r"^(?:那|还|这|它|[他她]们|其|上述|前面|刚才|再|另外|具体|详细|最后|最终)|呢[？?]?$|(?:这|那)(?:一)?(?:条|项|点|个(?!月|季度?|学期|星期|礼拜|周|年)|"
    r"部分|时(?![候间代]))|^(?:为什么|谁|责任|牵头|文号|什么时候|何时|联系)|"
    r"第[一二三四五六七八九十\d]+(?:条|点|个|方面|项)|^(?:其中|里面|里头|当中)|[它其该此](?:的|要|会|由|中)|上面|前者|后者"
)

_IN_THE_END = re.compile("最后|最终")
"""What is asked so is asked of what was talked of, whatever it names."""

_OF_IT = re.compile(r"^[，,]?(?:那么?)?(?:它们?|[这那该](?:里面?|个|项|些)?|其中?|里[面头边]|当中)?的?")

_MATTER_OF_IT = re.compile(
    r"(?:那么?|再|还有|另外|至于)?(?:在|对)?(?P<matter>[^，,。？?这那它]{2,10}?)(?:方面|这块|这一块|领域|上|这方面)[，,]?(?:它|[他她]们|那边|那里)"
    r"(?P<asks>[^，,。？?]{3,}[？?。]*)$"
)
"""人才方面它要引进多少: another matter of what was talked of."""

OWN_SUBJECT = 6
"""A question with a topic of more characters than this brings its own subject."""

LONGEST_SUBJECT = 24

NAME = 2
"""Characters with which a title and a question begin alike where the question names its place."""


@dataclass(frozen=True, slots=True)
class Whole:
    """The question as it stands alone; `clause_ids` are what the turn before cited, where it leans on that."""

    text: str
    clause_ids: tuple[str, ...] = ()
    documents: tuple[DocumentSummary, ...] | None = None
    context: frozenset[str] = frozenset()
    """Ids of the documents of the turn before, where the question brings its own subject."""
    within: bool = False
    """Is it asked of just those clauses?"""
    in_charge: bool = False
    """Is nothing asked but who is in charge of those clauses?"""
    own: str = ""
    """The words of the turn itself, where it asks who is in charge."""
    settled: bool = False
    """Is it plain how the turn is meant, so that it is read in no other way?"""


def make_whole(question: str, history: Sequence[Turn], library: Sequence[DocumentSummary]) -> Whole:
    """The question with what it leaves out put in from the turn before."""
    question = with_document_before(question.strip(), history, library)
    turned = turning(question) if history else None
    if turned is None:
        return Whole(question)
    turned = replace(turned, text=asked_again(turned.text, library))
    if turned.back_to is not None:
        earlier = taken_up(turned.back_to, history, library)
        return _taken_up(turned.back_to, turned.text or question, earlier, library)
    return Whole(turned.text, settled=True) if turned.anew else _made_whole(turned.text, history, library)


def _taken_up(what: str, question: str, history: Sequence[Turn], library: Sequence[DocumentSummary]) -> Whole:
    """What is asked of something talked of before, by its name, with its document where the question names none."""
    whole = _made_whole(question, history, library)
    asked, named = understand(question, library), understand(what, library)
    thing = thing_named(what, library)
    if thing and question != what and not (whole.settled or asked.documents or asked.kind is Kind.ABOUT):
        documents = whole.documents or named.documents
        asks = question if thing in question else f"{thing}{_OF_IT.sub('', question)}"
        return Whole(f"{_titled(documents)}{asks}", documents=documents or None)
    if asked.documents or not named.documents or whole.documents:
        return whole
    return replace(whole, documents=named.documents, text=f"{_titled(named.documents)}{whole.text}")


def _made_whole(question: str, history: Sequence[Turn], library: Sequence[DocumentSummary]) -> Whole:
    last = _leant_on(_up_to_figure(question, history))
    if last is None:
        return Whole(question)
    before = last.answer.question or last.question
    previous = understand(before, library)
    question = _of_that_place(question, last, previous)
    question = swapping.with_year_reckoned(_in_that_year(question, previous), previous)
    with_thing = swapping.with_thing_first(question, library)
    question = with_thing or question
    asked = understand(question, library)
    talked_of = _documents_of(last, previous, library)
    documents = asked.documents or talked_of
    cited = tuple(dict.fromkeys(citation.clause_id for citation in last.answer.citations))
    if charging.asks_who(question):
        return Whole(
            f"{_stem(before)}，{_who(question, asked)}",
            cited,
            documents or None,
            in_charge=True,
            own=question,
            settled=True,
        )
    counted = which_of_them(question, before) or another_of_them(question, before)
    if counted:
        return Whole(counted, settled=True)
    elsewhere = _elsewhere(question, before, asked, library)
    if elsewhere:
        return elsewhere
    same = swapping.asks_whether_same(question)
    elsewhere_too = "" if same else swapping.put_to_others(question, before, asked, library)
    if elsewhere_too:
        return Whole(elsewhere_too, settled=True)
    subject = swapping.subject_words(before, library).replace(" ", "")
    follows = what_follows(question, before, subject, asked, tuple(documents))
    if follows:
        return Whole(f"{_titled(documents)}{follows}", documents=tuple(documents))
    matter = _MATTER_OF_IT.match(question)
    if matter and documents and not asked.documents:
        return Whole(
            f"{_titled(documents)}{matter['matter']}{matter['asks']}", documents=tuple(documents), settled=True
        )
    leans = bool(with_thing or _LEANING.search(question)) or same
    if _stands_alone(asked, leans):
        return Whole(question, settled=_own(asked) > OWN_SUBJECT and _opens_elsewhere(question, asked, talked_of))
    side = one_side(question, before, last.answer.answer)
    if side:
        return Whole(side, cited, documents or None, settled=True)
    swapped = _swapped(question, before, asked, previous, last.answer, library)
    if swapped:
        return swapped
    another = swapping.with_thing(question, before, asked, library)
    if another:
        named = understand(another, library).documents
        return Whole(another, cited, None if named else documents or None)
    if with_thing and asked.kind is Kind.RESPONSIBLE:
        return Whole(_with_document(question, asked, documents), documents=documents or None)
    if asked.kind is Kind.RESPONSIBLE and _own(asked) <= OWN_SUBJECT:
        return Whole(f"{_stem(before)}，{question}", cited, documents or None)
    if asked.kind is Kind.ABOUT and (leans or _own(asked) <= OWN_SUBJECT):
        leaning = cited if asked.about is About.CONTACT else ()
        return Whole(_with_document(question, asked, documents), leaning, documents or None)
    if not leans and _own(asked) > OWN_SUBJECT:
        return Whole(question, context=frozenset(document.id for document in documents))
    whole = _with_subject(question, before, asked, previous, documents, library)
    return Whole(whole, cited, documents or None)


_THERE = re.compile(r"^(?:那么?)?(?:它|那[里边儿]|当地|该[省市县区])(?!们)")


def _of_that_place(question: str, last: Turn, previous: Asked) -> str:
    """十堰呢, then 它还要建什么: the place that the talk has just gone to."""
    place = previous.all_places[0] if len(previous.all_places) == 1 else ""
    went = place and swapping.HEAD.sub("", swapping.TAIL.sub("", last.question.strip())) in (place, f"{place}市")
    return _THERE.sub(place, question) if went else question


_THAT_YEAR = re.compile(r"(?:那一?|同)年(?![度级龄内前后])")


def _in_that_year(question: str, previous: Asked) -> str:
    """集中供暖那年有什么要求: the year that the question before asks about."""
    return _THAT_YEAR.sub(f"{previous.years[0]}年", question) if len(previous.years) == 1 else question


def _leant_on(history: Sequence[Turn]) -> Turn | None:
    """The last turn with an answer, or without one where it named its own subject."""
    for turn in reversed(history):
        refused = turn.answer.nearest and turn.answer.question == turn.question
        if turn.answer.citations or refused:
            return turn
    return None


def _up_to_figure(question: str, history: Sequence[Turn]) -> Sequence[Turn]:
    """湘潭也是60%吗: the turns up to the one that told the figure; all where none did, or none is said."""
    value = swapping.same_value(question)
    at = next((at for at in range(len(history), 0, -1) if value and value in history[at - 1].answer.answer), 0)
    return history[:at] if at else history


def _stands_alone(asked: Asked, leans: bool) -> bool:
    """Does it name what it is about: documents, a place, or all of the library?"""
    if leans:
        return False
    names = bool(asked.documents or asked.foreign_places)
    return (names and _own(asked) >= 4) or asked.kind in (Kind.MENTION, Kind.COMPARE)


def _opens_elsewhere(question: str, asked: Asked, talked_of: Sequence[DocumentSummary]) -> bool:
    """Does it begin with the place of other documents than those talked of: 桦南县禁烧管得最紧的是哪两段日子?"""
    named = [one for one in asked.documents if one not in talked_of]
    return len(named) == len(asked.documents) and any(_opens_with(question, one) for one in named)


def _opens_with(question: str, document: DocumentSummary) -> bool:
    begins = question[:NAME]
    return document.title.startswith(begins) or bool(document.place and question.startswith(document.place))


def _own(asked: Asked) -> int:
    return len(asked.topic.replace(" ", ""))


def _elsewhere(question: str, before: str, asked: Asked, library: Sequence[DocumentSummary]) -> Whole | None:
    """山东省那份呢，准备建什么中心: a new question on another document, about the subject of the one before."""
    place, asks = swapping.place_and_question(question, library)
    if not place:
        return None
    own = understand(asks, library)
    if charging.asks_who(asks):
        return Whole(
            f"{place}{swapping.subject_words(before, library).replace(' ', '')}，{_who(asks, own)}", settled=True
        )
    leans = _own(own) <= OWN_SUBJECT or bool(swapping.POINTING.search(asks))
    subject = swapping.subject_words(before, library).replace(" ", "")[:LONGEST_SUBJECT] if leans else ""
    return Whole(
        f"{place}{subject}，{asks}", documents=understand(place, library).documents or asked.documents, settled=True
    )


def _who(question: str, asked: Asked) -> str:
    """Who is in charge, in words that are understood anywhere."""
    if asked.kind is Kind.RESPONSIBLE:
        return question
    return charging.PARTNERS if charging.asks_who_else(question) else charging.ASKED


def _swapped(
    question: str, before: str, asked: Asked, previous: Asked, said: Answer, library: Sequence[DocumentSummary]
) -> Whole | None:
    """`那宁波呢`, `2030年的呢`, `第三方面呢`: the question before, with the one thing changed that is named now."""
    same = _cited_alone(said, library) if not previous.documents else ()
    within = swapping.with_case(question, before) if not asked.documents else ""
    printed = tuple(one.clause_id for one in said.citations if within and swapping.says_case(question, one.text))
    if printed:
        return Whole(within, printed, _cited_alone(said, library) or None, within=True, settled=True)
    within = within or swapping.with_year(question, before, asked, previous)
    if within:
        return Whole(within, documents=same or None, settled=True)
    other = swapping.with_the_other(question, before, said.answer)
    if other:
        return Whole(other, documents=same or None, settled=True)
    another = swapping.with_place(question, before, library) or swapping.elsewhere_and_when(
        question, before, asked, previous, library
    )
    return Whole(another, settled=not swapping.asks_whether_same(question)) if another else None


def _documents_of(last: Turn, previous: Asked, library: Sequence[DocumentSummary]) -> tuple[DocumentSummary, ...]:
    return previous.documents or _cited_alone(last.answer, library)


def _cited_alone(answer: Answer, library: Sequence[DocumentSummary]) -> tuple[DocumentSummary, ...]:
    """The document that an answer rests on, where it is one."""
    cited = {citation.document_id for citation in answer.citations}
    return tuple(document for document in library if document.id in cited) if len(cited) == 1 else ()


def _stem(before: str) -> str:
    return re.sub(r"[？?。]+$", "", before)


def _titled(documents: Sequence[DocumentSummary]) -> str:
    return f"《{documents[0].title}》" if len(documents) == 1 else ""


def _with_document(question: str, asked: Asked, documents: Sequence[DocumentSummary]) -> str:
    return question if asked.documents else f"{_titled(documents)}{question}"


def _with_subject(
    question: str,
    before: str,
    asked: Asked,
    previous: Asked,
    documents: Sequence[DocumentSummary],
    library: Sequence[DocumentSummary],
) -> str:
    """Puts document, year and subject of the question before in front, as far as this one names none."""
    parts = [] if asked.documents else [_titled(documents)]
    if not asked.years and previous.years and re.search(r"那时|届时|到时候?|呢", question):
        parts.append("、".join(f"{year}年" for year in previous.years))
    of_header = previous.kind is Kind.ABOUT and bool(swapping.asking(question))
    carries = not of_header and not place_in(question)
    goes_on = _own(asked) <= OWN_SUBJECT or swapping.POINTING.search(question) or _IN_THE_END.match(question)
    if carries and goes_on:
        words = swapping.subject_words(before, library).split()
        subject = "".join(word for word in words if word not in question and not years_in(word))[:LONGEST_SUBJECT]
        parts += [f"{subject}，"] if subject else []
    return "".join(parts) + question
