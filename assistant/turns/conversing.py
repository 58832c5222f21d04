"""A turn of a conversation: another look at the answer before, one of its items, or a question made whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from assistant import wording
from assistant.charge.charging import ASKED, asks_who
from assistant.finding.rarity import Rarity
from assistant.models import Answer, AnswerStatus, Turn
from assistant.outcomes import answered, nearest_cited
from assistant.turns.beside import asks_what_else, others_beside
from assistant.turns.followup import Whole, make_whole
from assistant.turns.goals import asks_how, way_to
from assistant.turns.joining import joined
from assistant.turns.narrowing import asks_the_same, narrowed, tells, words_beside
from assistant.turns.nth import Nth, nth
from assistant.turns.of_what_was_told import of_what_was_told
from assistant.turns.penalties import asks_what_comes, penalty_for, penalty_named
from assistant.turns.reshaping import in_full, listed, reshaped
from assistant.turns.shown_items import Item, items_asked_for, items_led_in_to, items_shown
from assistant.turns.swapping import subject_words, with_case
from assistant.turns.turning import taken_up, turning
from assistant.understanding.pointing import clauses_at, place_in, rest_of
from assistant.understanding.query import Asked, Kind, understand
from assistant.understanding.wanted import Wanted
from corpus.models import Document, DocumentSummary

_INTO = re.compile(r"^(?:那么?|再看看?|换成?|还有|至于|这|呢|,)*(?:里面?|中|当中|下面?)?的?")

_THIS = re.compile(r"[这该](?:一?[块项个点件类种]|方面|部分)|它")

_OF_ALL = re.compile(
    r"^(?:那么?|这)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[条项][一-龥]{0,4}?(?:里面?|中|当中)的?(?=第)"
)
"""20条里第8条: how many there are beside the one that is meant."""

_ORDINAL = re.compile(r"第(?P<n>[一二三四五六七八九十]{1,3}|\d{1,2})(?P<of>条|项|个?方面|点|个|类|款)")
_NOUN = re.compile(r"原则|要求|任务|措施|目标|标准|条件|情形|工程|行动|理由|原因|内容|思路|职责|规定")
_BARE = re.compile(r"[那么就呢吗吧？?。，,\s]")

LISTS_BACK = 2
"""Turns looked back through for a list that a turn points into."""

_Open = Callable[[str], Document]


def in_conversation(
    question: str,
    history: Sequence[Turn],
    library: Sequence[DocumentSummary],
    document_of: _Open,
    rarity: Rarity,
) -> Answer | Whole:
    """What a turn comes to after the turns before it: an answer out of theirs, or a question to be answered."""
    turned = turning(question) if history else None
    if turned is None or turned.anew:
        return make_whole(question, history, library)
    earlier = history if turned.back_to is None else taken_up(turned.back_to, history, library)
    text = turned.text or question
    answers = [turn.answer for turn in earlier if turn.answer.sentences]
    found = _looked_at_again(text, earlier, answers[-1], library, document_of, rarity) if answers else None
    return found or _pointed(text, earlier, library, document_of, rarity) or make_whole(question, history, library)


def _looked_at_again(
    text: str,
    history: Sequence[Turn],
    last: Answer,
    library: Sequence[DocumentSummary],
    document_of: _Open,
    rarity: Rarity,
) -> Answer | Whole | None:
    """The last answers as one table, the last in another form, the way to the goal or the penalty for what it told."""
    found = joined(text, history) or reshaped(text, last, library, document_of)
    if found is None and asks_what_else(text):
        found = others_beside(last, library, document_of)
    found = found or of_what_was_told(text, last, library, document_of)
    found = found or _punished(text, last, library, document_of, rarity)
    return found or (way_to(last, library, document_of) if last.citations and asks_how(text) else None)


def _punished(
    question: str, last: Answer, library: Sequence[DocumentSummary], document_of: _Open, rarity: Rarity
) -> Answer | None:
    """What comes of not doing what was told, where all of it stands in one document."""
    ids = dict.fromkeys(one.document_id for one in last.citations)
    summaries = [one for one in library if one.id in ids]
    if len(ids) != 1 or not summaries:
        return None
    document = document_of(summaries[0].id)
    told = [document.by_id[one.clause_id] for one in last.citations if one.clause_id in document.by_id]
    duty = " ".join((*(one.text for one in last.sentences), *(one.text for one in told)))
    said = penalty_for(question, told, duty, last.question, summaries[0], document, rarity)
    if not said and asks_what_comes(last.question):
        said = penalty_named(question, summaries[0], document, rarity)
    asked = understand(f"{last.question.rstrip('？?。')}，{question}", library)
    return answered(asked, said, []) if said else None


def _pointed(
    question: str, history: Sequence[Turn], library: Sequence[DocumentSummary], document_of: _Open, rarity: Rarity
) -> Answer | Whole | None:
    """What a turn asks of some items of the list before it, or of the part of it that it names."""
    question = _OF_ALL.sub("", question)
    summaries = {one.id: one for one in library}
    asked = understand(question, library)
    number = nth(question)
    if number is not None and _of_the_same_row(question, history[-1].question, library):
        return None
    if number is not None and not asked.documents:
        items = _listed_before(history, library, summaries, document_of, rarity)
        chosen = _chosen(number, items)
        if chosen:
            return _penalty_of(chosen, asked, document_of, rarity) or _said_of(
                chosen, number.rest, asked, library, document_of
            )
        if number.tells_all:
            return _without_item(question, items, history[-1], library, document_of)
        if items:
            return None
    cited = [turn.answer for turn in history if turn.answer.citations]
    placed = _placed(question, asked, cited[-1], library, document_of) if cited else None
    if placed:
        return placed
    part = narrowed(question, asked, cited[-1], summaries, document_of, rarity) if cited else None
    if part is None:
        return None
    rest, before = words_beside(question, part), understand(cited[-1].question, library)
    if tells(rest, asked) and asks_the_same(question):
        if before.wanted is not Wanted.NOTHING:
            return None
        rest = ASKED if before.kind is Kind.RESPONSIBLE else ""
    return _said_of([part], rest, asked, library, document_of)


def _of_the_same_row(question: str, before: str, library: Sequence[DocumentSummary]) -> bool:
    """第二条呢, after 方案的第一条原则是什么: that question is put for another of the row; no list was shown."""
    now = _ORDINAL.search(question)
    if now is None or _BARE.sub("", question.replace(now.group(), "")):
        return False
    row = [one for one in _ORDINAL.finditer(before) if now["of"] == one["of"] and _NOUN.match(before, one.end())]
    return any(now["n"] != one["n"] for one in row) and bool(understand(before, library).documents)


def _placed(
    question: str, asked: Asked, last: Answer, library: Sequence[DocumentSummary], document_of: _Open
) -> Whole | None:
    """What is asked of the clauses under a place in the document just cited: 那专栏3里的通道有哪些."""
    place, ids = place_in(question), {one.document_id for one in last.citations}
    documents = asked.documents or tuple(one for one in library if one.id in ids)
    if not place or len(documents) != 1:
        return None
    document = document_of(documents[0].id)
    rest = _INTO.sub("", rest_of(question))
    pointed = _THIS.search(rest)
    if pointed:
        subject = subject_words(last.question, library).replace(" ", "")
        rest = f"{rest[: pointed.start()]}{subject}{rest[pointed.end() :]}"
    tops = [one for one in clauses_at(place, document) if pointed or document.children(one)]
    if not tops or (not pointed and tells(rest, asked)):
        return None
    items = [Item(documents[0], one) for one in tops]
    return Whole(f"《{documents[0].title}》{rest}", _with_those_under(items, document_of), documents, within=True)


def _listed_before(
    history: Sequence[Turn],
    library: Sequence[DocumentSummary],
    summaries: Mapping[str, DocumentSummary],
    document_of: _Open,
    rarity: Rarity,
) -> list[Item]:
    """The items of the last list shown, or of the one that the last question names; none where no list was."""
    for turn in reversed(history[-LISTS_BACK:]):
        items = _without_heads(items_shown(turn.answer, summaries, document_of), document_of)
        if items and not _of_several_levels(items, document_of):
            return items
        before = understand(turn.answer.question or turn.question, library)
        cited = {one.document_id for one in turn.answer.citations}
        named = before.documents or tuple(one for one in library if one.id in cited)
        if before.kind is Kind.LIST or before.wanted is Wanted.FIGURE:
            under = [items_asked_for(before.text, one, document_of(one.id)) for one in named if len(named) == 1]
            if under and under[0]:
                return under[0]
        if before.kind is Kind.LIST and not items and len(cited) == 1 and len(named) == 1:
            document = document_of(named[0].id)
            told = [document.by_id[one.clause_id] for one in turn.answer.citations if one.clause_id in document.by_id]
            led = items_led_in_to(before.topic, told, named[0], document, rarity)
            if led:
                return led
        if items:
            return items
    return []


def _without_heads(items: Sequence[Item], document_of: _Open) -> list[Item]:
    """The items that an answer lists, without the heading that it tells them under."""
    above = [{each.id for each in document_of(one.summary.id).ancestors(one.clause)} for one in items]
    heads = [one for one in items if len(items) > 2 and sum(one.clause.id in ids for ids in above) == len(items) - 1]
    return [one for one in items if one not in heads]


def _of_several_levels(items: Sequence[Item], document_of: _Open) -> bool:
    """Does one of them stand under another? Then they are no list."""
    ids = {one.clause.id for one in items}
    return any(ids & {above.id for above in document_of(one.summary.id).ancestors(one.clause)} for one in items)


def _chosen(number: Nth, items: Sequence[Item]) -> list[Item]:
    """The items at the places said; none where one of them is not there."""
    places = [place - 1 if place > 0 else len(items) + place for place in number.places]
    return [items[at] for at in places] if all(0 <= at < len(items) for at in places) else []


def _penalty_of(chosen: Sequence[Item], asked: Asked, document_of: _Open, rarity: Rarity) -> Answer | None:
    """第一项没做到会怎么罚: what comes of not doing one item of a list."""
    summary, clauses = chosen[0].summary, [one.clause for one in chosen]
    duty = " ".join(one.text or one.clause.printed for one in chosen)
    said = penalty_for(asked.text, clauses, duty, "", summary, document_of(summary.id), rarity)
    return (
        answered(replace(asked, text=f"《{summary.title}》“{chosen[0].name}”，{asked.text}"), said, [])
        if said
        else None
    )


def _said_of(
    chosen: Sequence[Item], rest: str, asked: Asked, library: Sequence[DocumentSummary], document_of: _Open
) -> Answer | Whole:
    """The items in full, the headings under them, or the question put to them alone."""
    documents = tuple(dict.fromkeys(one.summary for one in chosen))
    named = "、".join(f"“{one.name}”" for one in chosen)
    text = f"{f'《{documents[0].title}》' if len(documents) == 1 else ''}{named}{rest and f'，{rest}'}"
    if asks_who(rest):
        ids = tuple(one.clause.id for one in chosen)
        return Whole(f"{text.partition('，')[0]}，{ASKED}", ids, documents, in_charge=True)
    under = listed(chosen, document_of) if rest and asked.kind is Kind.LIST else []
    if under or tells(rest, asked):
        return answered(replace(asked, text=text), under or in_full(chosen, document_of), [])
    return Whole(text, _with_those_under(chosen, document_of), documents, within=True)


def _with_those_under(chosen: Sequence[Item], document_of: _Open) -> tuple[str, ...]:
    ids = {one.clause.id for one in chosen}
    for document in {one.summary.id: document_of(one.summary.id) for one in chosen}.values():
        ids |= {clause.id for clause in document.clauses if ids & {one.id for one in document.ancestors(clause)}}
    return tuple(sorted(ids))


def _without_item(
    question: str, items: Sequence[Item], last: Turn, library: Sequence[DocumentSummary], document_of: _Open
) -> Answer | Whole | None:
    """What comes of a number that no list shown has: an article of the law cited, else a refusal that says so."""
    cited = {one.document_id for one in last.answer.citations}
    laws = [one for one in library if one.id in cited and clauses_at(place_in(question), document_of(one.id))]
    if len(laws) == 1:
        return Whole(f"《{laws[0].title}》{''.join(place_in(question))}", documents=tuple(laws), settled=True)
    if with_case(question, last.answer.question):
        return None
    text = wording.NO_SUCH_ITEM.format(count=len(items)) if items else wording.NO_LIST
    return Answer(status=AnswerStatus.REFUSED, answer=text, nearest=nearest_cited(last.answer), question=question)
