"""Kinds of answers, and which of them a question gets.

What it points to, a field of a document, an exact scan, places or documents side by
side, or the sentences that answer it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from assistant import prompts, wording
from assistant.across.answers import SCANNED, Across, listed
from assistant.across.by_place import by_place
from assistant.answerable.another_paper import lacking_paper
from assistant.answerable.answerability import ABOUT_IT
from assistant.answerable.lack import Lack, Missing
from assistant.answerable.unknown_matter import without_unknown
from assistant.answerable.villages_named import names_no_village
from assistant.assurance.judging import is_doubted, is_of_another_matter
from assistant.charge.acting import acts, asks_who_sees_to_all, nearer_who_acts
from assistant.charge.breach import what_follows_breach
from assistant.charge.in_charge import asks_for_body
from assistant.charge.own_verb import says_it
from assistant.charge.penalty_article import penalty_article
from assistant.charge.responsibility import is_about, names_responsible, only_sets_up, responsible_units, tasks_of_unit
from assistant.charge.tasks import tasks_in_text
from assistant.charge.whole_work import leads_the_whole
from assistant.choosing.answered_questions import answered_question
from assistant.choosing.candidates import Candidate
from assistant.choosing.doubles import with_doubles
from assistant.choosing.extractive import choose
from assistant.choosing.meant_hours import hours_meant
from assistant.choosing.parts import asks_of_part, of_part
from assistant.choosing.read_apart import reading_better
from assistant.choosing.saying import statements
from assistant.choosing.spoken_years import years_said
from assistant.choosing.standards import standards_named
from assistant.document.based_on import based_on, title_rested_on
from assistant.document.counts import counts, questions_put
from assistant.document.horizon import asks_for_years, asks_who_looks_so_far, looking_so_far, years_of
from assistant.document.outline import outlined, section_asked, titled_part
from assistant.document.told_by_title import told_by_title
from assistant.finding.locality import is_of, names
from assistant.finding.lookup import Lookup
from assistant.finding.of_place import here, unnamed
from assistant.lists.asked_list import asked_list, place_in_list
from assistant.lists.captioned import captioned
from assistant.lists.enumeration import counted, enumerated
from assistant.lists.heads import counted_up, named_alike, of_the_kind
from assistant.lists.items import unfolded, with_items
from assistant.lists.named import asks_which_too, named_list
from assistant.lists.named_item import behind_caption, item_asked, named_alone
from assistant.lists.of_sort import indicators_of_sort
from assistant.lists.passing_over import passes_over
from assistant.lists.quoted_name import quoted_name
from assistant.lists.table_cells import EACH, cells_asked, rows_asked
from assistant.lists.the_nth import only_the_nth
from assistant.lists.tiered import of_the_tiers, tier_defined
from assistant.models import Answer, AnswerStatus
from assistant.outcomes import NEAREST, answered, refused
from assistant.over_years import over_years
from assistant.several import Several
from assistant.statements import Statement, ground
from assistant.turns.followup import Whole
from assistant.turns.leaning import leaning, of_the_law
from assistant.understanding.aspects import consequence_missing
from assistant.understanding.fields import EXTREMES, About
from assistant.understanding.meant import described, with_document_meant
from assistant.understanding.members_asked import must_be_named, names_none_of_them, some_of_many, unfolding
from assistant.understanding.pointing import asks_for_clause, before
from assistant.understanding.query import Asked, Kind
from assistant.understanding.renaming import renamed
from assistant.understanding.wanted import Wanted, wants
from assistant.within.answers import Within
from assistant.writing.offer import Offer, without_offer
from corpus.models import Document, DocumentSummary
from corpus.places import places_in
from index.models import DocumentFilter, Evidence
from index.windows import widened


class Answers:
    """What is answered to questions, out of what is looked up; `offers`: a model may write some of it anew."""

    def __init__(self, lookup: Lookup, *, offers: bool) -> None:
        self._lookup = lookup
        self._across = Across(lookup)
        self._several = Several(lookup)
        self._within = Within(lookup)
        self._offers = offers

    def answer(
        self, asked: Asked, whole: Whole, documents: list[DocumentSummary], where: DocumentFilter
    ) -> Answer | Offer:
        """What is answered to a question, to each side of one that compares, each part of one that asks for several."""
        found = self._one(asked, whole, documents, where)
        if whole.in_charge:
            return found
        ask_one = partial(self._alone, whole, documents, where)
        told = without_offer(found)
        both = self._within.both(asked, whole.text, told, ask_one)
        made_whole = self._several.whole(asked, both or told, ask_one)
        return made_whole if isinstance(found, Answer) else replace(found, answer=made_whole)

    def _one(
        self, asked: Asked, whole: Whole, documents: list[DocumentSummary], where: DocumentFilter
    ) -> Answer | Offer:
        """Of the first kind that fits and has something to say, else out of the sentences that answer directly."""
        answer = self._out_of_range(asked, documents, where) or self._scanned(asked, documents)
        if answer:
            return answer
        if (asked.kind is Kind.MENTION or _orders_all(asked)) and len(documents) <= SCANNED:
            answer = self._across.mention(asked, documents)
            if answer:
                return answer
        built = self._built(asked, documents)
        if built:
            return built
        pointed = self._lookup.pointed(asked, documents) if asks_for_clause(asked) else []
        if pointed:
            shown = ([one for one in pointed if one.clause.text] or widened(pointed, self._lookup.document))[:NEAREST]
            return answered(asked, [Statement(one.text, (ground(one, one.text),)) for one in shown], shown)
        asked = with_document_meant(asked, documents, self._lookup.rarity, self._lookup.text)
        asked = self._described(asked, where) if asked.kind is Kind.ABOUT else asked
        row = self._row_named(asked, documents) if asked.kind is Kind.ABOUT else []
        if row:
            return answered(asked, row, [])
        if asked.kind is Kind.ABOUT and asked.about and (len(asked.documents) == 1 or len(documents) == 1):
            (summary,) = asked.documents or documents
            lack = lacking_paper(asked, self._lookup.document(summary.id), summary)
            if lack:
                near = self._lookup.around(self._lookup.evidence(asked, NEAREST, where))
                return refused(asked, lack, near, limited=not where.empty)
            ask_one = partial(self._alone, whole, documents, where)
            answer = self._across.about(asked, asked.about, list(asked.documents or documents), where, ask_one)
            if answer:
                return answer
        if asked.kind is Kind.ABOUT and not asked.documents and wants(asked.text) is Wanted.DATE:
            # On which day another paper was adopted is a value that a sentence has to give.
            asked = replace(asked, wanted=Wanted.DATE)
        rows = self._row_named(asked, documents) if len(asked.foreign_places) >= EACH else []
        if rows:
            return answered(asked, rows, [])
        if asked.kind is Kind.COMPARE and len(asked.documents or documents) <= SCANNED:
            ask_one = partial(self._alone, whole, documents, where)
            answer, read = self._across.compare(asked, list(asked.documents or documents), where, ask_one)
            return self._offered(asked, answer, read, compared=True) if read else answer
        if len(asked.foreign_places) >= 2 and not asked.documents:
            answer = self._across.places_apart(asked, where)
            if answer:
                return answer
        if len(asked.all_places) >= 2 and len(asked.documents) <= SCANNED:
            answer = by_place(asked, self._lookup, where, partial(self._alone, whole, documents, where))
            if answer:
                return answer
        cited = self._lookup.cited(whole.clause_ids, asked.documents or documents)
        evidence = leaning(self._lookup.considered(asked, where), cited, whole)
        law = of_the_law(asked, whole) if whole.in_charge or asks_who_sees_to_all(asked) else None
        found = self._direct(
            asked, evidence, documents, where, in_charge=whole.in_charge and law is not None, whole_turn=whole.in_charge
        )
        if not _is_refused(found):
            return found
        if law is not None:
            return self._direct(law, self._lookup.considered(law, where), documents, where, whole_turn=True)
        unplaced = self._lookup.of_no_place(asked, where)
        again = self._direct(asked, unplaced, documents, where) if unplaced else found
        return found if _is_refused(again) else again

    def _alone(self, whole: Whole, documents: list[DocumentSummary], where: DocumentFilter, asked: Asked) -> Answer:
        """What a part of a question, or one side of a comparison, is answered by itself."""
        return without_offer(self._one(asked, whole, documents, where))

    def told(self, asked: Asked, said: Sequence[Statement], documents: Sequence[DocumentSummary]) -> Answer | Offer:
        """An answer of statements that are chosen already."""
        ids = tuple(dict.fromkeys(one.clause.id for statement in said for one in statement.grounds))
        evidence = self._lookup.cited(ids, documents)
        return self._offered(asked, answered(asked, said, evidence), evidence)

    def _out_of_range(self, asked: Asked, documents: list[DocumentSummary], where: DocumentFilter) -> Answer | None:
        """A refusal where the documents that were chosen name no place of the question."""
        places = places_in(asked.text)
        if where.empty or not places or len(documents) > SCANNED:
            return None
        texts = [f"{one.place}{one.title}{self._lookup.document(one.id).source.text}" for one in documents]
        if any(names(text, place) for text in texts for place in places):
            return None
        others = self._lookup.documents(None)
        elsewhere = any(is_of(one, place) for one in others for place in places)
        lack = Lack(Missing.RANGE if where.places or elsewhere else Missing.PLACE, "、".join(places))
        return refused(asked, lack, self._lookup.around(self._lookup.evidence(asked, NEAREST, where)), limited=True)

    def _scanned(self, asked: Asked, documents: list[DocumentSummary]) -> Answer | None:
        """What only a look at whole documents tells: what they rest on, and up to which year their goals go."""
        title = title_rested_on(asked.text)
        if (title or asks_who_looks_so_far(asked)) and len(documents) <= SCANNED:
            scope = [(self._lookup.document(one.id), one) for one in documents]
            said, without = based_on(title, scope) if title else looking_so_far(asked, scope)
            if said:
                lead = f"以“{title}”为依据的有{len(said)}份文件：" if title else ""
                return answered(asked, said, [], lead=lead, tail=listed(wording.OTHERS, without))
        if asks_of_part(asked.text) and len(asked.documents or documents) <= SCANNED:
            scope = [(self._lookup.document(one.id), one) for one in asked.documents or documents]
            told = of_part(asked, scope)
            if told:
                return answered(asked, told, [])
        if len(asked.documents or documents) == 1 and asks_for_years(asked.text):
            (summary,) = asked.documents or documents
            said = years_of(asked, self._lookup.document(summary.id), summary)
            return answered(asked, said, []) if said else None
        return None

    def _built(self, asked: Asked, documents: list[DocumentSummary]) -> Answer | None:
        """How the one document asked about is built."""
        scope = asked.documents or documents
        if len(scope) > 1 and "《" in asked.text and len(scope) <= SCANNED:
            scope = [one for one in scope if titled_part(asked, self._lookup.document(one.id))]
        if len(scope) != 1:
            return None
        said = outlined(asked, self._lookup.document(scope[0].id), scope[0])
        if not said and section_asked(asked, scope[0]):
            return refused(asked, Lack(Missing.TOPIC), [])
        return answered(asked, said, []) if said else None

    def _direct(
        self,
        asked: Asked,
        evidence: list[Evidence],
        documents: list[DocumentSummary],
        where: DocumentFilter,
        *,
        in_charge: bool = False,
        whole_turn: bool = False,
    ) -> Answer | Offer:
        """An answer out of the evidence; `in_charge`: who is in charge is wanted, not just who does something.

        `whole_turn`: it is asked of what was just told, whose words need not stand where the body does.
        """
        scope = asked.documents or documents
        scanned = [(self._lookup.document(d.id), d) for d in scope] if len(scope) <= SCANNED else []
        near = self._near(asked, evidence)
        said = cells_asked(asked, near, evidence, self._lookup.rarity) or item_asked(asked, near, self._lookup.rarity)
        put = None if said else answered_question(asked, near, self._lookup.rarity)
        said = said or (list(put.said) if put else []) or standards_named(asked, evidence, self._lookup.rarity)
        said = said or tasks_of_unit(asked, scanned) or rows_asked(asked, near) or indicators_of_sort(asked, near)
        said = said or _listed_by_name(asked, scanned)
        said = said or leads_the_whole(asked, scanned if asked.documents else [])
        if not said and asked.kind is Kind.RESPONSIBLE and (whole_turn or not self._strange(asked, evidence)):
            said = responsible_units(asked, evidence, self._lookup.rarity, self._lookup.document)
        if len(scope) == 1 and not said:
            said = questions_put(asked, *scanned[0])
        if len(scope) == 1 and not said and not asked.of_interpretation and not place_in_list(asked.text):
            both = named_list(asked, near, self._lookup.rarity) if asks_which_too(asked.text) else []
            said = both or told_by_title(asked, scanned, alike=0) or counts(asked, *scanned[0])
        said = said or tier_defined(asked.text, near)
        said = said or over_years(asked, evidence, self._lookup.rarity)
        if said and not _of_other_years(asked, said):
            return answered(asked, said, evidence)
        listing = (asked, evidence, self._lookup.rarity, self._lookup.document)
        listed = renamed(asked, near) or quoted_name(asked, evidence, self._lookup.rarity)
        listed = listed or told_by_title(asked, near) or asked_list(asked, near, self._lookup.rarity)
        listed = listed or named_alone(asked, near) or behind_caption(asked, near, self._lookup.rarity)
        listed = listed or named_list(asked, near, self._lookup.rarity)
        listed = listed or enumerated(*listing) or of_the_kind(*listing)
        listed = here(asked, listed or captioned(asked, evidence, self._lookup.document), self._lookup.document)
        listed = (
            [] if passes_over(asked, listed, evidence) else of_the_tiers(asked.text, only_the_nth(asked.text, listed))
        )
        if not place_in_list(asked.text):
            listed = without_unknown(asked, listed, self._lookup.rarity, self._lookup.document)
        nearer = self._read_apart(asked, {one.clause.id for said in listed for one in said.grounds}, evidence)
        listed = [] if some_of_many(asked.text, listed) else listed
        if listed and not nearer:
            return answered(asked, unfolded(listed, self._lookup.document), evidence)
        if put is not None:
            evidence = before(self._lookup.cited((put.clause.id,), scope), evidence)[:1]
        found = self._out_of_sentences(asked, nearer or evidence, where, in_charge=in_charge, whole_turn=whole_turn)
        if listed and _is_refused(found):
            return answered(asked, unfolded(listed, self._lookup.document), evidence)
        return found

    def _read_apart(self, asked: Asked, told: set[str], evidence: list[Evidence]) -> list[Evidence]:
        """What was found without what reads far worse, where a list would be told from that."""
        if asked.kind is not Kind.LIST:
            return []
        return reading_better(asked, told, evidence, self._lookup.rarity)

    def _out_of_sentences(
        self, asked: Asked, evidence: list[Evidence], where: DocumentFilter, *, in_charge: bool, whole_turn: bool
    ) -> Answer | Offer:
        """The sentences of the evidence that answer, with what belongs to them; a refusal where none does."""
        chosen, lack = choose(asked, evidence, self._lookup.rarity, self._lookup.document)
        nearer = self._read_apart(asked, {one.evidence.clause.id for one in chosen[:1]}, evidence)
        second = choose(asked, nearer, self._lookup.rarity, self._lookup.document) if nearer else None
        if second is not None and second[1] is None:
            (chosen, lack), evidence = second, nearer
        if not whole_turn and is_of_another_matter(asked, chosen, evidence, self._lookup.rarity):
            lack = Lack(Missing.MATTER) if lack is None or lack.missing is Missing.TOPIC else lack
            return refused(asked, lack, self._lookup.nearest(asked, evidence, where), limited=not where.empty)
        printed = self._printed_units(asked, chosen, evidence)
        if printed:
            return answered(asked, printed, evidence)
        if lack is None or lack.missing in (Missing.TOPIC, Missing.MONEY, Missing.FIGURE):
            near_it = chosen if lack is None else ()
            punished = penalty_article(asked, evidence, self._lookup.rarity, self._lookup.document, near_it)
            if punished:
                return self._offered(asked, answered(asked, punished, evidence), evidence)
        follows = what_follows_breach(asked.text, chosen, self._lookup.document)
        if follows and (lack is None or (lack.missing is Missing.TOPIC and chosen[0].covered >= ABOUT_IT)):
            return self._offered(asked, answered(asked, follows, evidence), evidence)
        if lack is None and consequence_missing(asked.text, "".join(one.text for one in chosen)):
            lack = Lack(Missing.TOPIC)
        if lack is not None:
            return refused(asked, lack, self._lookup.nearest(asked, evidence, where), limited=not where.empty)
        doubted = is_doubted(asked, chosen, evidence, self._lookup.rarity)
        chosen = chosen if in_charge else nearer_who_acts(asked, chosen, evidence, self._lookup.rarity)
        charged = [one.text for one in chosen if not only_sets_up(f"{asked.text} {asked.expansions}", one.text)]
        named = any(names_responsible(text) or (acts(text) and not in_charge) for text in charged)
        named = named and (whole_turn or is_about(asked, chosen[0].evidence, evidence, self._lookup.rarity))
        if asked.kind is Kind.RESPONSIBLE and not named:
            return refused(asked, Lack(Missing.FIELD, wording.RESPONSIBLE_UNIT), self._lookup.around(evidence))
        items = with_items(asked, chosen, self._lookup.rarity, self._lookup.document) or counted_up(asked, chosen[0])
        items = of_the_tiers(asked.text, only_the_nth(asked.text, items))
        tail = ""
        items = [] if some_of_many(asked.text, items) else items
        items = items or self._tasks(asked, evidence)
        if names_no_village(asked.text, "".join(one.text for one in (items or chosen))):
            lack = Lack(Missing.FIELD, wording.WHICH_ONES)
            return refused(asked, lack, self._lookup.nearest(asked, evidence, where), limited=not where.empty)
        if not items and names_none_of_them(asked.text, chosen):
            told = unfolding(asked.text, evidence)
            if told:
                return answered(asked, told, evidence)
            if must_be_named(asked.text) and names_none_of_them(asked.text, chosen, evidence):
                lack = Lack(Missing.FIELD, wording.WHICH_ONES)
                return refused(asked, lack, self._lookup.nearest(asked, evidence, where), limited=not where.empty)
        meant = statements(asked, hours_meant(asked.text, chosen[0], chosen[1:]), self._lookup.rarity)
        extracted = [*items, *meant] if items else statements(asked, chosen, self._lookup.rarity)
        if not items:
            extracted, tail = with_doubles(asked, chosen[0], extracted, self._lookup.document)
        place = unnamed(asked, extracted, self._lookup.document)
        tail += wording.PLACE_UNNAMED.format(place=place) if place else ""
        answer = answered(asked, extracted, evidence, tail=tail, doubted=doubted)
        return self._offered(asked, answer, evidence)

    def _strange(self, asked: Asked, evidence: Sequence[Evidence]) -> bool:
        """Is the question of a matter that the documents do not deal with?"""
        chosen, _ = choose(asked, evidence, self._lookup.rarity, self._lookup.document)
        return is_of_another_matter(asked, chosen, evidence, self._lookup.rarity)

    def _described(self, asked: Asked, where: DocumentFilter) -> Asked:
        """The question with the document that it describes without naming any, where one is on that matter."""
        if asked.documents:
            return asked
        evidence = self._lookup.considered(asked, where)
        return asked if self._strange(asked, evidence) else described(asked, evidence)

    def _printed_units(
        self, asked: Asked, chosen: Sequence[Candidate], evidence: Sequence[Evidence]
    ) -> list[Statement]:
        """The bodies printed for a clause, where a body is asked for and no sentence that was chosen names one."""
        if asked.kind is Kind.RESPONSIBLE or not asks_for_body(asked.text):
            return []
        if any(acts(one.text) or names_responsible(one.text) or says_it(asked, one.text) for one in chosen):
            return []
        return responsible_units(asked, evidence, self._lookup.rarity, self._lookup.document)

    def _row_named(self, asked: Asked, documents: Sequence[DocumentSummary]) -> list[Statement]:
        """The cells of the row of a table that the question names beside what could be a field of the document."""
        scope = asked.documents or documents
        printed = [(self._lookup.document(one.id), one) for one in scope] if len(scope) <= SCANNED else []
        return cells_asked(asked, printed, [], self._lookup.rarity)

    def _tasks(self, asked: Asked, evidence: Sequence[Evidence]) -> list[Statement]:
        """What the body that is named has to do, by the document that is named, else the one found first."""
        scope = asked.documents or tuple(one.document for one in evidence[:1])
        if len(scope) != 1:
            return []
        return tasks_in_text(asked, self._lookup.document(scope[0].id), scope[0], self._lookup.rarity)

    def _near(self, asked: Asked, evidence: Sequence[Evidence]) -> list[tuple[Document, DocumentSummary]]:
        """The documents that are named; of several of a place, or where none is, those found first."""
        called = asked.documents if asked.exact or len(asked.documents) == 1 else ()
        scope = called[:SCANNED] or tuple({one.document.id: one.document for one in evidence[:NEAREST]}.values())
        return [(self._lookup.document(one.id), one) for one in scope]

    def _offered(
        self, asked: Asked, answer: Answer, evidence: Sequence[Evidence], *, compared: bool = False
    ) -> Answer | Offer:
        """The answer for the model to write anew, where there is one."""
        if not self._offers:
            return answer
        prompt = prompts.COMPARISON if compared else prompts.ANSWER
        return Offer(answer, tuple(evidence), prompt, asked.documents or (), balanced=compared)


def _listed_by_name(asked: Asked, scanned: Sequence[tuple[Document, DocumentSummary]]) -> list[Statement]:
    """As many items of that name as the question says, by exact scan: 七大行动, 五个坚持."""
    return (counted(asked, scanned) or named_alike(asked, scanned)) if asked.kind is Kind.LIST else []


def _of_other_years(asked: Asked, said: Sequence[Statement]) -> bool:
    """Is a value of a year asked for, and do all statements speak of other years only?"""
    spoken = [years_said(one.text) for one in said] if asked.years and asked.wanted is not Wanted.NOTHING else []
    return bool(spoken) and all(years and years.isdisjoint(asked.years) for years in spoken)


def _is_refused(found: Answer | Offer) -> bool:
    return isinstance(found, Answer) and found.status is AnswerStatus.REFUSED


def _orders_all(asked: Asked) -> bool:
    """Which document is the oldest, the newest, the first in force: the dates of all of them answer it."""
    return asked.about in (About.DATE, About.EFFECTIVE) and not asked.documents and bool(EXTREMES.search(asked.text))
