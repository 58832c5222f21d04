"""Answers over several documents: which of them hold a thing, and what each says or prints, one beside the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from assistant import wording
from assistant.across.alone import Alone, Ask, length
from assistant.across.cells import cell, in_words_too, of_place
from assistant.across.conditions import conditions
from assistant.across.extremes import first_or_last, in_order_of_force
from assistant.across.features import features
from assistant.across.mentions import SIZE, first_mention, mentions
from assistant.across.opened import with_items
from assistant.across.relations import related
from assistant.across.scans import asks_for_others, asks_who_is_silent
from assistant.across.side_topics import side_topics
from assistant.across.subject import of_leading, subject_of, telling_words, without_comparing
from assistant.answerable.lack import Lack, Missing
from assistant.answerable.values import needed_for, without_names, without_years
from assistant.document import about
from assistant.document.counts import counts
from assistant.document.heaviest import heaviest_fine
from assistant.finding.lookup import EVIDENCE, Lookup
from assistant.finding.rarity import Rarity, fold_case, pairs
from assistant.models import Answer, AnswerStatus
from assistant.outcomes import NEAREST, answered, refused
from assistant.reckoning import no_gap, reckoned
from assistant.restating import restated
from assistant.statements import Statement
from assistant.understanding.fields import About
from assistant.understanding.naming import named_documents, short_name
from assistant.understanding.query import Asked, understand
from assistant.understanding.wanted import Wanted
from corpus.models import DocumentSummary
from corpus.places import places_in
from index.models import DocumentFilter, Evidence

COMPARED = 300
"""Visible characters that a comparison has for all its documents together."""

SCANNED = 40
"""Documents an exact scan goes through at most when a question compares all of them."""

SIDE = 10
"""Clauses of each document looked at for its side of a comparison."""

SIDE_OF_MANY = 6
"""... where more than a handful are compared."""

HANDFUL = 5

SIDE_ANSWER = 200
"""Visible characters of what is answered beside the fields of a document."""

_OF_ANY_GOAL = re.compile(r"提高|提升|增加|增长|扩大|降低|下降|达到?|控制|水平|程度|目标|规模|面积|数量|多少|什么")
_OF_ANY_KIND = re.compile(r"企业|产业|行业|项目|技术|中心|平台|基地|园区|机构|工程")

PRINTING = 3
"""Clauses looked at for a telling word of the topic that none of those nearest to all of it prints."""


class Across:
    """Puts documents side by side, out of what is looked up in each."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup

    def mention(self, asked: Asked, documents: list[DocumentSummary]) -> Answer | None:
        """Which documents have a thing, by reading all of them; None where the question is about no such thing."""
        scope = [(self._lookup.document(summary.id), summary) for summary in _scope(asked, documents)]
        having = features(asked, scope)
        if having and having.without and asks_who_is_silent(asked.text):
            lead = f"没有{having.name}的有{len(having.without)}份文件：{'、'.join(having.without)}。\n{having.lead}"
            return answered(asked, list(having.statements), [], lead=lead)
        if having:
            tail = listed(wording.WITHOUT.format(feature=having.name), having.without)
            return answered(asked, list(having.statements), [], lead=having.lead, tail=tail)
        if asked.about and not asked.quoted:
            said, without = about.field_of_all(asked.about, scope)
            if said and without and asks_who_is_silent(asked.text):
                lead = f"没有写明{wording.field_name(asked.about)}的有{len(without)}份文件：{'、'.join(without)}。"
                return answered(asked, said, [], lead=lead)
            lead = first_or_last(asked.text, [one for _, one in scope]) if asked.about is About.DATE else ""
            if asked.about is About.EFFECTIVE:
                said, lead = in_order_of_force(asked.text, said)
            return answered(asked, said, [], lead=lead, tail=listed(wording.NOT_MENTIONED, without)) if said else None
        both = conditions(asked, scope, self._lookup.rarity)
        if both:
            tail = listed(wording.OTHERS, both.others)
            return answered(asked, list(both.statements), [], lead=both.lead, tail=tail)
        stated = related(asked, scope, self._lookup.rarity)
        if stated:
            tail = listed(wording.OTHERS, stated.without)
            return answered(asked, list(stated.statements), [], lead=stated.lead, tail=tail)
        found = mentions(asked, scope, self._lookup.rarity)
        if found is None and asked.quoted:
            nearest = self._lookup.search(asked.quoted[0], NEAREST, DocumentFilter())
            return refused(asked, Lack(Missing.WORDS, "”、“".join(asked.quoted)), self._lookup.around(nearest))
        if found is None:
            return None
        lead = f"提到“{found.term}”的有{len(found.statements)}份文件："
        if asks_who_is_silent(asked.text) and found.without:
            silent = f"没有提到“{found.term}”的有{len(found.without)}份文件：{'、'.join(found.without)}。"
            return answered(asked, list(found.statements), [], lead=f"{silent}\n{lead}")
        tail = listed(wording.NOT_MENTIONED, found.without)
        return answered(asked, list(found.statements), [], lead=lead, tail=tail)

    def about(
        self,
        asked: Asked,
        field: About,
        documents: list[DocumentSummary],
        where: DocumentFilter,
        ask: Ask | None = None,
    ) -> Answer | None:
        """What each document prints of itself; None where none does and its text may answer.

        What the question asks besides fields is put to the documents by itself, or said to be another question.
        """
        said: list[Statement] = []
        silent: dict[About, list[str]] = {}
        for summary in documents[:SCANNED]:
            document = self._lookup.document(summary.id)
            for one in (field, *asked.also):
                told = any(ground.document is summary for before in said for ground in before.grounds)
                statement = about.field_told(one, asked.text, document, summary, named=told)
                if statement:
                    said.append(statement)
                else:
                    silent.setdefault(one, []).append(short_name(summary))
        if said:
            lacks = [f"{'、'.join(names)}：没有写明{wording.field_name(one)}。" for one, names in silent.items()]
            besides = {part: self._besides(asked, part, documents, ask) for part in asked.besides} if ask else {}
            apart = [part for part in asked.besides if not besides.get(part)]
            lacks += [wording.ASK_APART.format(parts="；".join(apart))] if apart else []
            lead = first_or_last(asked.text, documents) if field is About.DATE else ""
            if field is About.EFFECTIVE and not asked.also:
                said, lead = in_order_of_force(asked.text, said)
            said += [one for more in besides.values() for one in more]
            return answered(asked, said, [], lead=lead, tail="".join(lacks), partial=bool(lacks))
        if field in about.PRINTED:
            evidence = self._title_evidence(documents[0]) or self._lookup.evidence(asked, NEAREST, where)
            return refused(asked, Lack(Missing.FIELD, wording.field_name(field)), evidence)
        return None

    def _besides(self, asked: Asked, part: str, documents: list[DocumentSummary], ask: Ask) -> list[Statement]:
        """The answer of the documents to a part that asks for no field of theirs; empty where they have none."""
        put = understand(part, self._lookup.documents(None), tuple(documents), asked.synonyms)
        own = ask(put)
        held = {one.id for one in documents}
        if own.status is not AnswerStatus.ANSWERED or any(one.document_id not in held for one in own.citations):
            return []
        told = restated(own, self._lookup) or []
        return told if length(told) <= SIDE_ANSWER else []

    def _title_evidence(self, summary: DocumentSummary) -> list[Evidence]:
        found = self._lookup.search(summary.title, 12, DocumentFilter(document_ids=frozenset({summary.id})))
        front = [one for one in found if one.clause.path_text in ("标题", "正文前言")]
        return front + [one for one in found if one not in front]

    def places_apart(self, asked: Asked, where: DocumentFilter) -> Answer | None:
        """What clauses say of each of several places that name no document; None where they name none of them."""
        said: list[Statement] = []
        silent: list[str] = []
        for place in asked.foreign_places:
            found = self._lookup.search(f"{place} {asked.topic}", EVIDENCE, where)
            side = of_place(asked, place, found, self._lookup.rarity, COMPARED // len(asked.foreign_places))
            said += side
            silent += [] if side else [place]
        if not said:
            return None
        return answered(asked, said, [], tail=listed(wording.NOT_FOUND, silent), partial=bool(silent))

    def compare(
        self, asked: Asked, documents: list[DocumentSummary], where: DocumentFilter, ask: Ask
    ) -> tuple[Answer, list[Evidence]]:
        """What each document says on the same question, and the clauses it was read from."""
        printed = self._fields(asked, documents, where) or self._counts(asked, documents)
        printed = printed or self._fines(asked, documents)
        if printed:
            return printed, []
        budget = max(60, COMPARED // max(1, len(documents)))
        own = side_topics(asked, documents, self._lookup.rarity)
        bare = _without_names(asked)
        put = {one.id: of_leading(without_comparing(*_asked_of(one, bare, own))) for one in documents}
        k = SIDE if len(documents) <= HANDFUL else SIDE_OF_MANY
        found = {summary.id: self._side(put[summary.id], summary, where, k) for summary in documents}
        subject = subject_of(put[documents[0].id], self._lookup.rarity)
        sides = {summary.id: self._said(put[summary.id], summary, found[summary.id], budget) for summary in documents}
        if asked.documents and not any(sides.values()):
            # In other words than the documents': then the nearest each has is what there is.
            subject = None
            sides = {one.id: cell(put[one.id], found[one.id], self._lookup.rarity, budget) for one in documents}
        sides = {id_: with_items(side, self._lookup.document) for id_, side in sides.items()}
        if asked.documents and not asked.quoted and not SIZE.search(asked.topic):
            alone = Alone(self._lookup, ask, budget)
            for one in documents:
                room = COMPARED - sum(length(side) for id_, side in sides.items() if id_ != one.id)
                sides[one.id] = alone.nearer(put[one.id], one, sides[one.id], found[one.id], room)
        said = [one for summary in documents for one in sides[summary.id]]
        read = [one for summary in documents for one in found[summary.id]]
        if not said:
            nearest = [one for summary in documents for one in found[summary.id][:2]]
            return refused(asked, Lack(Missing.TOPIC), self._lookup.around(nearest), limited=not where.empty), []
        lack = _without_figure(asked, said) or _figures_of_others(put.values(), asked, said, self._lookup.rarity)
        if lack is not None:
            return refused(asked, lack, self._lookup.around(read[:NEAREST]), limited=not where.empty), []
        if no_gap(asked, said):
            return refused(
                asked, Lack(Missing.FIGURE), self._lookup.around(read[:NEAREST]), limited=not where.empty
            ), []
        result = reckoned(asked, said)
        said += [result] if result else []
        silent = [short_name(summary) for summary in documents if not sides[summary.id]]
        partial = bool(silent) and bool(asked.documents)
        # Documents that are named are asked in the question's own words, which need not be theirs.
        proved = subject is not None and (bool(asked.quoted) or not asked.documents)
        silence = wording.NOT_MENTIONED if proved else wording.NOT_FOUND
        return answered(asked, said, read, tail=listed(silence, silent), partial=partial), read

    def _fields(self, asked: Asked, documents: list[DocumentSummary], where: DocumentFilter) -> Answer | None:
        return self.about(asked, asked.about, documents, where) if asked.about else None

    def _counts(self, asked: Asked, documents: Sequence[DocumentSummary]) -> Answer | None:
        """How many of a thing each document has; None where not all of them show it."""
        if not asked.documents:
            return None
        said: list[Statement] = []
        for summary in documents:
            found = counts(asked, self._lookup.document(summary.id), summary)
            if not found:
                return None
            said += [replace(one, lead=short_name(summary)) for one in found]
        return answered(asked, said, [])

    def _fines(self, asked: Asked, documents: Sequence[DocumentSummary]) -> Answer | None:
        """The heaviest fine of each document; None where that is not what is asked, or none prints one."""
        found = [(one, heaviest_fine(asked, self._lookup.document(one.id), one)) for one in documents]
        said = [replace(fine, lead=short_name(one)) for one, fine in found if fine]
        silent = [short_name(one) for one, fine in found if not fine]
        return answered(asked, said, [], tail=listed(wording.NOT_FOUND, silent), partial=bool(silent)) if said else None

    def _side(self, asked: Asked, summary: DocumentSummary, where: DocumentFilter, k: int) -> list[Evidence]:
        """The clauses of one document nearest to the topic, those with quoted words, and with words that those miss."""
        within = replace(where, document_ids=frozenset({summary.id}))
        found = self._lookup.search(f"{asked.topic} {asked.expansions}", k, within)
        known = {one.clause.id for one in found}
        for quoted in asked.quoted:
            found += [one for one in self._lookup.search(quoted, k, within) if one.clause.id not in known]
        text = self._lookup.text(summary.id)
        for words in telling_words(asked.topic, text, self._lookup.rarity):
            if not any(words in fold_case(one.text) for one in found):
                more = self._lookup.search(words, PRINTING, within)
                found += [one for one in more if words in fold_case(one.text)]
        return found

    def _said(self, asked: Asked, summary: DocumentSummary, found: list[Evidence], budget: int) -> list[Statement]:
        """What one document says; nothing where it holds the words of the subject nowhere."""
        subject = subject_of(asked, self._lookup.rarity)
        side = cell(asked, found, self._lookup.rarity, budget, subject)
        words = asked.quoted or sorted(subject.words if subject else ())
        # The search brings the best clauses only: silent is who holds the words nowhere.
        return side or (self._mentioned(words, asked, summary) if words else [])

    def _mentioned(self, words: Sequence[str], asked: Asked, summary: DocumentSummary) -> list[Statement]:
        document = self._lookup.document(summary.id)
        found = first_mention(words, document, summary, asked, self._lookup.rarity)
        needed = needed_for(asked)
        return [found] if found and (needed is None or needed.search(found.text)) else []


def _without_figure(asked: Asked, said: Sequence[Statement]) -> Lack | None:
    """Is a figure asked for that no document gives: two neighbours without one are no comparison."""
    needed = needed_for(asked) if asked.wanted in (Wanted.FIGURE, Wanted.MONEY, Wanted.SHARE) else None
    if (
        needed is None
        or in_words_too(asked.text)
        or any(needed.search(without_names(without_years(one.text), asked)) for one in said)
    ):
        return None
    return Lack(Missing.MONEY if asked.wanted is Wanted.MONEY else Missing.FIGURE)


def _figures_of_others(put: Iterable[Asked], asked: Asked, said: Sequence[Statement], rarity: Rarity) -> Lack | None:
    """Is a figure asked for, and does no document say a word of the thing where it gives one?

    Of a kind that no document knows, the noun tells nothing: 物流企业 is not told by 节水型企业.
    """
    if needed_for(asked) is None or asked.wanted not in (Wanted.FIGURE, Wanted.SHARE):
        return None
    topics = [_OF_ANY_GOAL.sub(" ", without_years(one.topic)) for one in put]
    matter = set().union(*map(pairs, topics))
    own = {one for one in pairs(_OF_ANY_KIND.sub(" ", " ".join(topics))) if len(one) > 1}
    if rarity.complete and not all(map(rarity.known, own)):
        matter = own
    told = " ".join(f"{one.text} {ground.clause.heading}" for one in said for ground in one.grounds)
    wider = set().union(*(pairs(one.expansions) for one in put))
    return None if not matter or (matter | wider) & pairs(told) else Lack(Missing.FIGURE)


def _scope(asked: Asked, documents: Sequence[DocumentSummary]) -> Sequence[DocumentSummary]:
    """The documents that are looked through: those named, or all but those that the question leaves out."""
    if asked.documents and asks_for_others(asked.text):
        named = {one.id for one in asked.documents}
        return [one for one in documents if one.id not in named]
    return asked.documents or documents


def _without_names(asked: Asked) -> Asked:
    """The question with what its documents are called left out: 发改委 of their names leads to no clause of theirs."""
    text = asked.text
    for words in (*_named_in(text, asked.documents), *(words for _, words in asked.called)):
        text = text.replace(words, " ")
    return replace(asked, text=text)


def _named_in(text: str, documents: Sequence[DocumentSummary]) -> tuple[str, ...]:
    return named_documents(text, documents).words if documents else ()


def _asked_of(document: DocumentSummary, asked: Asked, own: Mapping[str, str]) -> tuple[Asked, str]:
    """The question and topic as put to one document: without the places of all, and only with its own quoted words."""
    topic = own.get(document.id, asked.topic)
    for place in {place for one in asked.documents for place in places_in(one.title)}:
        topic = topic.replace(place, " ")
    if not own:
        return asked, topic
    text = asked.text
    # Behind the last name stands also what is asked of all.
    for id_ in [one for one in list(own)[:-1] if one != document.id]:
        for words in own[id_].split():
            text = text if words in topic else text.replace(words, " ")
    quoted = tuple(words for words in asked.quoted if words in topic)
    return replace(asked, text=text, quoted=quoted), topic


def listed(what: str, names: Sequence[str]) -> str:
    """The names of documents behind what is said of all of them; nothing where there are none."""
    return f"{what}：{'、'.join(names)}。" if names else ""
