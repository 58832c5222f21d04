"""Kinds of answers, and which of them a question gets.

What it points to, a field of a document, an exact scan, places or documents side by
side, or the sentences that answer it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant import about, comparison, prompts, wording
from assistant.answerability import Lack, Missing
from assistant.asked_list import asked_list
from assistant.based_on import based_on, title_rested_on
from assistant.conditions import conditions
from assistant.counts import counts
from assistant.doubles import with_doubles
from assistant.enumeration import counted, enumerated
from assistant.extractive import choose, statements
from assistant.followup import Whole
from assistant.heads import counted_up, named_alike, of_the_kind
from assistant.horizon import asks_for_years, asks_who_looks_so_far, looking_so_far, years_of
from assistant.items import with_items
from assistant.locality import names
from assistant.lookup import EVIDENCE, Lookup
from assistant.models import Answer
from assistant.naming import short_name
from assistant.outcomes import NEAREST, answered, refused
from assistant.over_years import over_years
from assistant.pointing import asks_for_clause
from assistant.query import EXTREMES, About, Asked, Kind
from assistant.reckoning import reckoned
from assistant.responsibility import names_responsible, responsible_units, tasks_of_unit
from assistant.statements import Statement, ground
from assistant.subject import subject_of, without_comparing
from assistant.writing.offer import Offer
from corpus.models import Document, DocumentSummary
from corpus.places import places_in
from corpus.text import fold
from index.models import DocumentFilter, Evidence
from index.windows import widened

CONTEXT_LIFT = 1.3
"""A question with its own subject may still go on about the document of the turn before."""

COMPARED = 300
"""Visible characters that a comparison has for all its documents together."""

SCANNED = 40
"""Documents an exact scan goes through at most when a question compares all of them."""


class Answers:
    """What is answered to questions, out of what is looked up; `offers`: a model may write some of it anew."""

    def __init__(self, lookup: Lookup, *, offers: bool) -> None:
        self._lookup = lookup
        self._offers = offers

    def answer(
        self, asked: Asked, whole: Whole, documents: list[DocumentSummary], where: DocumentFilter
    ) -> Answer | Offer:
        """Of the first kind that fits and has something to say, else out of the sentences that answer directly."""
        answer = self._out_of_range(asked, documents, where) or self._scanned(asked, documents)
        if answer:
            return answer
        if (asked.kind is Kind.MENTION or _orders_all(asked)) and len(documents) <= SCANNED:
            answer = self._mention(asked, documents)
            if answer:
                return answer
        pointed = self._lookup.pointed(asked, documents) if asks_for_clause(asked) else []
        if pointed:
            shown = ([one for one in pointed if one.clause.text] or widened(pointed, self._lookup.document))[:NEAREST]
            return answered(asked, [Statement(one.text, (ground(one, one.text),)) for one in shown], shown)
        if asked.kind is Kind.ABOUT and asked.about and (len(asked.documents) == 1 or len(documents) == 1):
            answer = self._about(asked, asked.about, list(asked.documents or documents), where)
            if answer:
                return answer
        if asked.kind is Kind.COMPARE and len(asked.documents or documents) <= SCANNED:
            return self._compare(asked, list(asked.documents or documents), where)
        if len(asked.foreign_places) >= 2 and not asked.documents:
            answer = self._places_apart(asked, where)
            if answer:
                return answer
        evidence = _leaning(self._lookup.considered(asked, where), whole)
        if asked.kind is Kind.RESPONSIBLE and whole.clause_ids:
            cited = [one for one in evidence if one.clause.id in whole.clause_ids]
            evidence = cited if any(names_responsible(one.text) for one in cited) else evidence
        return self._direct(asked, evidence, documents, where)

    def _out_of_range(self, asked: Asked, documents: list[DocumentSummary], where: DocumentFilter) -> Answer | None:
        """A refusal where the documents that were chosen name no place of the question."""
        places = places_in(asked.text)
        if where.empty or not places or len(documents) > SCANNED:
            return None
        texts = [f"{one.place}{one.title}{self._lookup.document(one.id).source.text}" for one in documents]
        if any(names(text, place) for text in texts for place in places):
            return None
        others = self._lookup.documents(None)
        elsewhere = any(one.place == place or names(one.title, place) for one in others for place in places)
        lack = Lack(Missing.RANGE if where.places or elsewhere else Missing.PLACE, "、".join(places))
        return refused(asked, lack, self._lookup.evidence(asked, NEAREST, where), limited=True)

    def _scanned(self, asked: Asked, documents: list[DocumentSummary]) -> Answer | None:
        """What only a look at whole documents tells: what they rest on, and up to which year their goals go."""
        title = title_rested_on(asked.text)
        if (title or asks_who_looks_so_far(asked)) and len(documents) <= SCANNED:
            scope = [(self._lookup.document(one.id), one) for one in documents]
            said, without = based_on(title, scope) if title else looking_so_far(asked, scope)
            if said:
                lead = f"以“{title}”为依据的有{len(said)}份文件：" if title else ""
                return answered(asked, said, [], lead=lead, tail=_listed(wording.OTHERS, without))
        if len(asked.documents or documents) == 1 and asks_for_years(asked.text):
            (summary,) = asked.documents or documents
            said = years_of(asked, self._lookup.document(summary.id), summary)
            return answered(asked, said, []) if said else None
        return None

    def _direct(
        self, asked: Asked, evidence: list[Evidence], documents: list[DocumentSummary], where: DocumentFilter
    ) -> Answer | Offer:
        scope = asked.documents or documents
        scanned = [(self._lookup.document(d.id), d) for d in scope] if len(scope) <= SCANNED else []
        said = tasks_of_unit(asked, scanned) or _listed_by_name(asked, scanned)
        if not said and asked.kind is Kind.RESPONSIBLE:
            said = responsible_units(asked, evidence, self._lookup.rarity)
        if len(scope) == 1 and not said and not asked.of_interpretation:
            said = counts(asked, *scanned[0])
        said = said or over_years(asked, evidence, self._lookup.rarity)
        if said:
            return answered(asked, said, evidence)
        listing = (asked, evidence, self._lookup.rarity, self._lookup.document)
        listed = self._asked_list(asked, evidence) or enumerated(*listing) or of_the_kind(*listing)
        if listed:
            return answered(asked, listed, evidence)
        chosen, lack = choose(asked, evidence, self._lookup.rarity, self._lookup.document)
        if lack is not None:
            return refused(asked, lack, self._lookup.nearest(asked, evidence, where), limited=not where.empty)
        if asked.kind is Kind.RESPONSIBLE and not any(names_responsible(one.text) for one in chosen):
            return refused(asked, Lack(Missing.FIELD, wording.RESPONSIBLE_UNIT), evidence)
        items = with_items(asked, chosen, self._lookup.rarity, self._lookup.document) or counted_up(chosen[0])
        tail = ""
        extracted = items or statements(asked, chosen, self._lookup.rarity)
        if not items:
            extracted, tail = with_doubles(asked, chosen[0], extracted, self._lookup.document)
        return self._offered(asked, answered(asked, extracted, evidence, tail=tail), evidence)

    def _asked_list(self, asked: Asked, evidence: Sequence[Evidence]) -> list[Statement]:
        """The list asked for of the documents that are named, else of those found first."""
        scope = asked.documents[:SCANNED] or tuple(
            {one.document.id: one.document for one in evidence[:NEAREST]}.values()
        )
        return asked_list(asked, [(self._lookup.document(one.id), one) for one in scope], self._lookup.rarity)

    def _offered(
        self, asked: Asked, answer: Answer, evidence: Sequence[Evidence], *, compared: bool = False
    ) -> Answer | Offer:
        """The answer for the model to write anew, where there is one."""
        if not self._offers:
            return answer
        prompt = prompts.COMPARISON if compared else prompts.ANSWER
        return Offer(answer, tuple(evidence), prompt, asked.documents or (), balanced=compared)

    def _about(
        self, asked: Asked, field: About, documents: list[DocumentSummary], where: DocumentFilter
    ) -> Answer | None:
        said: list[Statement] = []
        silent: dict[About, list[str]] = {}
        for summary in documents[:SCANNED]:
            document = self._lookup.document(summary.id)
            for one in (field, *asked.also):
                other = about.other_number(fold(asked.text), document, summary) if one is About.NUMBER else None
                statement = other or about.about_document(one, document, summary)
                if statement:
                    said.append(statement)
                else:
                    silent.setdefault(one, []).append(short_name(summary))
        if said:
            lacks = [f"{'、'.join(names)}：没有写明{wording.field_name(one)}。" for one, names in silent.items()]
            lacks += [wording.ASK_APART.format(parts="；".join(asked.besides))] if asked.besides else []
            return answered(asked, said, [], tail="".join(lacks), partial=bool(lacks))
        if field in (About.NUMBER, About.DATE, About.ADDRESSEES, About.DISCLOSURE):
            evidence = self._title_evidence(documents[0]) or self._lookup.evidence(asked, NEAREST, where)
            return refused(asked, Lack(Missing.FIELD, wording.field_name(field)), evidence)
        return None

    def _title_evidence(self, summary: DocumentSummary) -> list[Evidence]:
        found = self._lookup.search(summary.title, 12, DocumentFilter(document_ids=frozenset({summary.id})))
        front = [one for one in found if one.clause.path_text in ("标题", "正文前言")]
        return front + [one for one in found if one not in front]

    def _mention(self, asked: Asked, documents: list[DocumentSummary]) -> Answer | None:
        scope = [(self._lookup.document(summary.id), summary) for summary in (asked.documents or documents)]
        if asked.about and not asked.quoted:
            said, without = about.field_of_all(asked.about, scope)
            return answered(asked, said, [], tail=_listed(wording.NOT_MENTIONED, without)) if said else None
        both = conditions(asked, scope, self._lookup.rarity)
        if both:
            tail = _listed(wording.OTHERS, both.others)
            return answered(asked, list(both.statements), [], lead=both.lead, tail=tail)
        found = comparison.mentions(asked, scope, self._lookup.rarity)
        if found is None:
            return None
        lead = f"提到“{found.term}”的有{len(found.statements)}份文件："
        return answered(
            asked, list(found.statements), [], lead=lead, tail=_listed(wording.NOT_MENTIONED, found.without)
        )

    def _places_apart(self, asked: Asked, where: DocumentFilter) -> Answer | None:
        """What clauses say of each of several places that name no document; None where they name none of them."""
        said: list[Statement] = []
        silent: list[str] = []
        for place in asked.foreign_places:
            found = self._lookup.search(f"{place} {asked.topic}", EVIDENCE, where)
            cell = comparison.of_place(asked, place, found, self._lookup.rarity, COMPARED // len(asked.foreign_places))
            said += cell
            silent += [] if cell else [place]
        if not said:
            return None
        return answered(asked, said, [], tail=_listed(wording.NOT_FOUND, silent), partial=bool(silent))

    def _compare(self, asked: Asked, documents: list[DocumentSummary], where: DocumentFilter) -> Answer | Offer:
        if asked.about and asked.documents:
            answer = self._about(asked, asked.about, documents, where)
            if answer:
                return answer
        subject = None
        if not asked.documents:
            asked = without_comparing(asked)
            subject = subject_of(asked, self._lookup.rarity)
        budget = max(60, COMPARED // max(1, len(documents)))
        said: list[Statement] = []
        silent: list[str] = []
        used: list[Evidence] = []
        read: list[Evidence] = []
        query = f"{asked.topic} {asked.expansions}"
        for summary in documents:
            within = replace(where, document_ids=frozenset({summary.id}))
            found = self._lookup.search(query, 6, within)
            used += found[:2]
            read += found
            cell = comparison.cell(asked, found, self._lookup.rarity, budget, subject)
            if not cell and subject is not None:
                # The search brings the best clauses only: silent is who holds the words nowhere.
                cell = self._mentioned(sorted(subject.words), asked, summary)
            said += cell
            if not cell:
                silent.append(short_name(summary))
        if not said:
            return refused(asked, Lack(Missing.TOPIC), used, limited=not where.empty)
        result = reckoned(asked, said)
        said += [result] if result else []
        partial = bool(silent) and bool(asked.documents)
        silence = wording.NOT_FOUND if subject is None else wording.NOT_MENTIONED
        answer = answered(asked, said, used, tail=_listed(silence, silent), partial=partial)
        return self._offered(asked, answer, read, compared=True)

    def _mentioned(self, words: Sequence[str], asked: Asked, summary: DocumentSummary) -> list[Statement]:
        document = self._lookup.document(summary.id)
        found = comparison.first_mention(words, document, summary, asked, self._lookup.rarity)
        return [found] if found else []


def _listed_by_name(asked: Asked, scanned: Sequence[tuple[Document, DocumentSummary]]) -> list[Statement]:
    """As many items of that name as the question says, by exact scan: 七大行动, 五个坚持."""
    return (counted(asked, scanned) or named_alike(asked, scanned)) if asked.kind is Kind.LIST else []


def _orders_all(asked: Asked) -> bool:
    """Which document is the oldest, the newest: the dates of all of them answer it."""
    return asked.about is About.DATE and not asked.documents and bool(EXTREMES.search(asked.text))


def _listed(what: str, names: Sequence[str]) -> str:
    return f"{what}：{'、'.join(names)}。" if names else ""


def _leaning(evidence: list[Evidence], whole: Whole) -> list[Evidence]:
    """What the turn before cited comes first when the question leans on it; its documents weigh a little more."""
    top = max((one.score for one in evidence), default=0.0)
    lifted = [
        replace(one, score=max(one.score, top) * 1.5)
        if one.clause.id in whole.clause_ids
        else replace(one, score=one.score * (CONTEXT_LIFT if one.document.id in whole.context else 1.0))
        for one in evidence
    ]
    return sorted(lifted, key=lambda one: -one.score)
