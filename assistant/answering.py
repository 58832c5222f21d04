"""The one path from a question to a checked answer: page, REST and command line all come here.

understand -> retrieve -> choose sentences -> verify, or refuse with what is missing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from assistant import about, comparison, prompts, wording
from assistant.answerability import Lack, Missing
from assistant.conditions import conditions
from assistant.counts import counts
from assistant.doubles import with_doubles
from assistant.enumeration import counted, enumerated
from assistant.extractive import choose, statements
from assistant.followup import Whole, make_whole
from assistant.hearing import Heard, heard, put_right
from assistant.items import with_items
from assistant.marking import Marks, marked
from assistant.models import Answer, AnswerStatus, Briefing, Draft, Passage, Turn
from assistant.naming import short_name
from assistant.pointing import asks_for_clause, before, evidence_at
from assistant.query import EXTREMES, About, Asked, Kind, understand
from assistant.rarity import Rarity, pairs
from assistant.reckoning import reckoned
from assistant.reshaping import as_table, asks_for_table, in_full, point_asked
from assistant.responsibility import names_responsible, responsible_units, tasks_of_unit
from assistant.routing import routed, speaks_of
from assistant.simplified import simplified
from assistant.statements import Statement, ground, passage
from assistant.synonyms import Synonyms, built_in
from assistant.writing.confinement import Confinement
from assistant.writing.endpoint import Endpoint
from assistant.writing.offer import ModelAnswers, Offer
from assistant.writing.rewriting import Rewriter, Rewriting
from assistant.writing.writer import Writer
from corpus.errors import InputError
from corpus.library import Library
from corpus.models import Document, DocumentSummary
from corpus.text import fold
from index.models import DocumentFilter, Evidence
from index.protocols import Retriever
from index.windows import widened

if TYPE_CHECKING:
    from assistant.briefing import Length
    from assistant.contrast import Contrast, Revision

EVIDENCE = 14
"""Clauses looked at for one answer."""

CONTEXT_LIFT = 1.3
"""A question with its own subject may still go on about the document of the turn before."""

GREETING = 4
"""你好, 谢谢: so short a text in words no document holds asks nothing."""

COMPARED = 300
"""Visible characters that a comparison has for all its documents together."""

NEAREST = 3
SCANNED = 40
"""Documents an exact scan goes through at most when a question compares all of them."""


_BY_TITLE = re.compile(r"《[^《》]{2,}》")
"""What stands in title signs was copied, not typed."""


def never() -> bool:
    """Nobody stops this answer."""
    return False


class Assistant:
    """Answers out of one library."""

    def __init__(
        self,
        library: Library,
        retriever: Retriever,
        *,
        writer: Writer | None = None,
        rewriter: Rewriter | None = None,
        synonyms: Synonyms | None = None,
        today: Callable[[], date] = date.today,
    ) -> None:
        self._library = library
        self._retriever = retriever
        self._writer = writer
        self._rewriting = Rewriting(rewriter, Confinement(library), library.documents) if rewriter else None
        self._models = ModelAnswers(writer, Confinement(library), library) if writer else None
        self._synonyms = synonyms or built_in()
        self._today = today
        self._rarity: tuple[int, Rarity] | None = None

    # --- the ways in -----------------------------------------------------------------------------------------------

    def ask(self, question: str, *, history: Sequence[Turn] = (), where: DocumentFilter | None = None) -> Answer:
        """The checked answer to a question, with the turns before it where it belongs to a conversation."""
        *_, answer = self.stream(question, history=history, where=where)
        assert isinstance(answer, Answer)
        return answer

    def stream(
        self,
        question: str,
        *,
        history: Sequence[Turn] = (),
        where: DocumentFilter | None = None,
        stopped: Callable[[], bool] = never,
    ) -> Iterator[Draft | Answer]:
        """Drafts while a model writes, and the checked answer as the last item; without a model, only that."""
        found = self._answered(question, history, where, stopped)
        if isinstance(found, Answer):
            yield found
        else:
            assert self._models is not None
            yield from self._models.stream(found, stopped)

    @property
    def endpoint(self) -> Endpoint | None:
        """The model that writes, if there is one."""
        return self._writer.endpoint if self._writer else None

    def _answered(
        self, question: str, history: Sequence[Turn], where: DocumentFilter | None, stopped: Callable[[], bool]
    ) -> Answer | Offer:
        asking = heard(question, self._today())
        if not asking.asks:
            return self._notice(asking.text, wording.EMPTY_QUESTION)
        documents = self._documents(where)
        if not documents:
            return self._notice(asking.text, wording.EMPTY_LIBRARY)
        asking = put_right(asking, self.rarity, self._synonyms, lambda text: bool(_BY_TITLE.search(text)))
        found = self._reshaped(asking.text, history, documents) or self._understood(
            asking.text, history, documents, where, stopped
        )
        return _told(found, asking)

    def _reshaped(self, question: str, history: Sequence[Turn], documents: Sequence[DocumentSummary]) -> Answer | None:
        """The answer before as a table, or a point of it in full, where the turn asks for no more."""
        if history and asks_for_table(question) and history[-1].answer.sentences:
            return as_table(history[-1].answer)
        point = point_asked(question, history)
        summary = next((one for one in documents if point and one.id == point.document_id), None)
        said = in_full(point, summary, self.document) if point and summary else []
        return self._finish(understand(question, documents), said, []) if said else None

    def _understood(
        self,
        question: str,
        history: Sequence[Turn],
        documents: list[DocumentSummary],
        where: DocumentFilter | None,
        stopped: Callable[[], bool],
    ) -> Answer | Offer:
        whole = make_whole(question, history, documents)
        if self._rewriting:
            whole = self._rewriting.reworded(whole, question, history, stopped)
        asked = understand(whole.text, documents, whole.documents, self._synonyms)
        if len(asked.topic) <= GREETING and not any(self.rarity.known(pair) for pair in pairs(asked.text)):
            return self._notice(question, wording.EMPTY_QUESTION)
        return self._answer(asked, whole, documents, where or DocumentFilter())

    def search(self, query: str, k: int = 10, where: DocumentFilter | None = None) -> tuple[Passage, ...]:
        """The best clauses for a query, the documents it names first."""
        documents = self._documents(where)
        asked = understand(query, documents, synonyms=self._synonyms)
        found = self._retrieve(asked, 3 * k, where or DocumentFilter())
        return tuple(passage(one) for one in widened(found, self._library.document)[:k])

    def brief(self, request: str, *, length: Length | None = None, documents: Sequence[str] = ()) -> Briefing:
        """A briefing on a request in one sentence; `length` and `documents`, by name or id, overrule what it says."""
        from assistant.briefing import write_briefing

        if not any(char.isalnum() for char in request):
            raise InputError("请写明要什么简报。", "Say what the briefing is to be about.")
        chosen = [self._library.find(name) for name in documents]
        return write_briefing(simplified(request), self, length=length, documents=chosen)

    def compare(self, names: Sequence[str], *, topic: str = "", versions: bool | None = None) -> Contrast | Revision:
        """Documents of the library side by side, by file name or id; of two versions of one, what changed."""
        from assistant.contrast import compared, named

        return compared(named(names, self._library), self, topic=topic, versions=versions)

    # --- what the parts work with ----------------------------------------------------------------------------------

    @property
    def rarity(self) -> Rarity:
        generation = self._library.generation()
        if self._rarity is None or self._rarity[0] != generation:
            self._rarity = (generation, Rarity(f"{c.context} {c.text}" for c in self._library.chunks()))
        return self._rarity[1]

    def documents(self) -> tuple[DocumentSummary, ...]:
        return self._library.documents()

    def document(self, document_id: str) -> Document:
        return self._library.document(document_id)

    def found(self, question: str) -> tuple[Asked, list[Evidence]]:
        """What a question asks, and the evidence that an answer to it is chosen from."""
        asked = understand(" ".join(question.split()), self._documents(None), synonyms=self._synonyms)
        return asked, self._considered(asked, DocumentFilter())

    def evidence(self, query: str, k: int, document_ids: frozenset[str] = frozenset()) -> list[Evidence]:
        """Plain retrieval within some documents, all of them where none is given."""
        return self._retriever.retrieve(query, k, DocumentFilter(document_ids=document_ids))

    def _documents(self, where: DocumentFilter | None) -> list[DocumentSummary]:
        return [document for document in self._library.documents() if where is None or where.admits(document)]

    # --- retrieval -------------------------------------------------------------------------------------------------

    def _retrieve(self, asked: Asked, k: int, where: DocumentFilter) -> list[Evidence]:
        found = routed(self._retriever, asked, k, where)
        return before(evidence_at(asked, self._documents(where), self._library), found)

    def _considered(self, asked: Asked, where: DocumentFilter) -> list[Evidence]:
        return _of_places(self._retrieve(asked, EVIDENCE, where), asked)

    # --- kinds of answers ------------------------------------------------------------------------------------------

    def _answer(
        self, asked: Asked, whole: Whole, documents: list[DocumentSummary], where: DocumentFilter
    ) -> Answer | Offer:
        if (asked.kind is Kind.MENTION or _orders_all(asked)) and len(documents) <= SCANNED:
            answer = self._mention(asked, documents)
            if answer:
                return answer
        pointed = evidence_at(asked, documents, self._library) if asks_for_clause(asked) else []
        if pointed:
            shown = ([one for one in pointed if one.clause.text] or widened(pointed, self.document))[:NEAREST]
            return self._finish(asked, [Statement(one.text, (ground(one, one.text),)) for one in shown], shown)
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
        evidence = _leaning(self._considered(asked, where), whole)
        if asked.kind is Kind.RESPONSIBLE and whole.clause_ids:
            cited = [one for one in evidence if one.clause.id in whole.clause_ids]
            evidence = cited if any(names_responsible(one.text) for one in cited) else evidence
        return self._direct(asked, evidence, documents)

    def _direct(self, asked: Asked, evidence: list[Evidence], documents: list[DocumentSummary]) -> Answer | Offer:
        scope = asked.documents or documents
        scanned = [(self.document(d.id), d) for d in scope] if len(scope) <= SCANNED else []
        said = tasks_of_unit(asked, scanned) or (counted(asked, scanned) if asked.kind is Kind.LIST else [])
        if not said and asked.kind is Kind.RESPONSIBLE:
            said = responsible_units(asked, evidence, self.rarity)
        if len(scope) == 1 and not said:
            said = counts(asked, *scanned[0])
        if said:
            return self._finish(asked, said, evidence)
        listed = enumerated(asked, evidence, self.rarity, self.document)
        if listed:
            return self._finish(asked, listed, evidence)
        chosen, lack = choose(asked, evidence, self.rarity, self.document)
        if lack is not None:
            return self._refuse(asked, lack, evidence)
        if asked.kind is Kind.RESPONSIBLE and not any(names_responsible(one.text) for one in chosen):
            return self._refuse(asked, Lack(Missing.FIELD, wording.RESPONSIBLE_UNIT), evidence)
        items = with_items(asked, chosen, self.rarity, self.document)
        tail = ""
        extracted = items or statements(asked, chosen, self.rarity)
        if not items:
            extracted, tail = with_doubles(asked, chosen[0], extracted, self.document)
        return self._offered(asked, self._finish(asked, extracted, evidence, tail=tail), evidence)

    def _offered(
        self, asked: Asked, answer: Answer, evidence: Sequence[Evidence], *, compared: bool = False
    ) -> Answer | Offer:
        """The answer for the model to write anew, where there is one."""
        if self._models is None:
            return answer
        prompt = prompts.COMPARISON if compared else prompts.ANSWER
        return Offer(answer, tuple(evidence), prompt, asked.documents or (), balanced=compared)

    def _about(
        self, asked: Asked, field: About, documents: list[DocumentSummary], where: DocumentFilter
    ) -> Answer | None:
        said: list[Statement] = []
        silent: list[str] = []
        for summary in documents[:SCANNED]:
            document = self.document(summary.id)
            other = about.other_number(fold(asked.text), document, summary) if field is About.NUMBER else None
            statement = other or about.about_document(field, document, summary)
            if statement:
                said.append(statement)
            else:
                silent.append(short_name(summary))
        if said:
            tail = f"{'、'.join(silent)}：没有写明{wording.field_name(field)}。" if silent else ""
            return self._finish(asked, said, [], tail=tail, partial=bool(silent))
        if field in (About.NUMBER, About.DATE, About.ADDRESSEES, About.DISCLOSURE):
            evidence = self._title_evidence(documents[0]) or self._retrieve(asked, NEAREST, where)
            return self._refuse(asked, Lack(Missing.FIELD, wording.field_name(field)), evidence)
        return None

    def _title_evidence(self, summary: DocumentSummary) -> list[Evidence]:
        found = self._retriever.retrieve(summary.title, 12, DocumentFilter(document_ids=frozenset({summary.id})))
        front = [one for one in found if one.clause.path_text in ("标题", "正文前言")]
        return front + [one for one in found if one not in front]

    def _mention(self, asked: Asked, documents: list[DocumentSummary]) -> Answer | None:
        scope = [(self.document(summary.id), summary) for summary in (asked.documents or documents)]
        if asked.about and not asked.quoted:
            said, without = about.field_of_all(asked.about, scope)
            return self._finish(asked, said, [], tail=_listed(wording.NOT_MENTIONED, without)) if said else None
        both = conditions(asked, scope, self.rarity)
        if both:
            tail = _listed(wording.OTHERS, both.others)
            return self._finish(asked, list(both.statements), [], lead=both.lead, tail=tail)
        found = comparison.mentions(asked, scope, self.rarity)
        if found is None:
            return None
        lead = f"提到“{found.term}”的有{len(found.statements)}份文件："
        return self._finish(
            asked, list(found.statements), [], lead=lead, tail=_listed(wording.NOT_MENTIONED, found.without)
        )

    def _places_apart(self, asked: Asked, where: DocumentFilter) -> Answer | None:
        """What clauses say of each of several places that name no document; None where they name none of them."""
        said: list[Statement] = []
        silent: list[str] = []
        for place in asked.foreign_places:
            found = self._retriever.retrieve(f"{place} {asked.topic}", EVIDENCE, where)
            cell = comparison.of_place(asked, place, found, self.rarity, COMPARED // len(asked.foreign_places))
            said += cell
            silent += [] if cell else [place]
        if not said:
            return None
        return self._finish(asked, said, [], tail=_listed(wording.NOT_FOUND, silent), partial=bool(silent))

    def _compare(self, asked: Asked, documents: list[DocumentSummary], where: DocumentFilter) -> Answer | Offer:
        if asked.about and asked.documents:
            answer = self._about(asked, asked.about, documents, where)
            if answer:
                return answer
        budget = max(60, COMPARED // max(1, len(documents)))
        said: list[Statement] = []
        silent: list[str] = []
        used: list[Evidence] = []
        read: list[Evidence] = []
        query = f"{asked.topic} {asked.expansions}"
        for summary in documents:
            within = replace(where, document_ids=frozenset({summary.id}))
            found = self._retriever.retrieve(query, 6, within)
            used += found[:2]
            read += found
            cell = comparison.cell(asked, found, self.rarity, budget)
            said += cell
            if not cell:
                silent.append(short_name(summary))
        if not said:
            return self._refuse(asked, Lack(Missing.TOPIC), used)
        result = reckoned(asked, said)
        said += [result] if result else []
        partial = bool(silent) and bool(asked.documents)
        answer = self._finish(asked, said, used, tail=_listed(wording.NOT_FOUND, silent), partial=partial)
        return self._offered(asked, answer, read, compared=True)

    # --- the end of every path -------------------------------------------------------------------------------------

    def _finish(
        self,
        asked: Asked,
        said: Sequence[Statement],
        evidence: Sequence[Evidence],
        *,
        lead: str = "",
        tail: str = "",
        partial: bool = False,
    ) -> Answer:
        """Numbers the grounds, checks every quote and figure, and puts the answer together."""
        marks = Marks()
        sentences = [marks.sentence(statement) for statement in said]
        bullet = "- " if len(said) > 2 else ""
        lines = [*([lead] if lead else []), *(f"{bullet}{marked(sentence)}" for sentence in sentences)]
        if tail:
            lines += ["", tail] if len(said) > 2 else [tail]
        cited = {found.clause_id for found in marks.citations}
        return Answer(
            status=AnswerStatus.PARTIAL if partial else AnswerStatus.ANSWERED,
            answer="\n".join(lines) if len(said) > 2 or lead else "\n\n".join(lines),
            citations=marks.citations,
            sentences=tuple(sentences),
            unused=tuple(passage(one) for one in evidence if one.clause.id not in cited)[:8],
            question=asked.text,
        )

    def _refuse(self, asked: Asked, lack: Lack, evidence: Sequence[Evidence]) -> Answer:
        return Answer(
            status=AnswerStatus.REFUSED,
            answer=wording.refusal(lack),
            nearest=tuple(passage(one) for one in evidence[:NEAREST]),
            question=asked.text,
        )

    def _notice(self, question: str, text: str) -> Answer:
        return Answer(status=AnswerStatus.REFUSED, answer=text, question=question)


def _told(found: Answer | Offer, asking: Heard) -> Answer | Offer:
    """The answer with a word on how its question was read."""
    if not asking.said:
        return found
    answer = found if isinstance(found, Answer) else found.answer
    notices = {"notice": f"{asking.said}{answer.notice}", "notice_en": f"{asking.said_en} {answer.notice_en}".strip()}
    answer = answer.model_copy(update=notices)
    return answer if isinstance(found, Answer) else replace(found, answer=answer)


def _orders_all(asked: Asked) -> bool:
    """Which document is the oldest, the newest: the dates of all of them answer it."""
    return asked.about is About.DATE and not asked.documents and bool(EXTREMES.search(asked.text))


def _listed(what: str, names: Sequence[str]) -> str:
    return f"{what}：{'、'.join(names)}。" if names else ""


def _of_places(evidence: list[Evidence], asked: Asked) -> list[Evidence]:
    """An answer about a place rests on what is of it or speaks of it, where there is any such."""
    named = {document.id for document in asked.documents}
    kept = [one for one in evidence if one.document.id in named or speaks_of(one, asked.places)]
    return kept if asked.places and kept else evidence


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
