"""The one path from a question to a checked answer: page, REST and command line all come here.

understand -> retrieve -> choose sentences -> verify, or refuse with what is missing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from assistant import wording
from assistant.earlier_year import of_earlier_year
from assistant.finding.lookup import Lookup
from assistant.finding.rarity import Rarity, pairs
from assistant.finding.where_printed import where_printed
from assistant.kinds import Answers
from assistant.models import Answer, AnswerStatus, Briefing, Draft, Passage, Turn
from assistant.outcomes import notice
from assistant.over_years import asked_for_the_year, asks_years_left, with_years_left
from assistant.statements import passage
from assistant.turns.conversing import in_conversation
from assistant.turns.followup import Whole
from assistant.turns.going_on import instead, nearby_told, passes_over, told_of
from assistant.turns.own_words import Words
from assistant.turns.readings import nearest_told, readings, said_nothing, talk_before, with_places_said
from assistant.turns.turning import without_own_place
from assistant.understanding.hearing import Heard, heard, is_civility, is_foreign, put_right
from assistant.understanding.pointing import before
from assistant.understanding.query import Asked, understand
from assistant.understanding.short_names import names_in_full
from assistant.understanding.sides_said import with_sides_called
from assistant.understanding.synonyms import Synonyms, built_in
from assistant.validity import cautioned
from assistant.writing.beside import Gathered, gathered
from assistant.writing.confinement import Confinement
from assistant.writing.endpoint import Endpoint
from assistant.writing.offer import ModelAnswers, Offer, without_offer
from assistant.writing.papers import ModelPapers
from assistant.writing.reranking import Ranker, SecondLook
from assistant.writing.rewriting import Rewriter, Rewriting
from assistant.writing.writer import Writer
from corpus.errors import InputError
from corpus.library import Library
from corpus.models import Document, DocumentSummary
from corpus.simplified import simplified
from corpus.stopping import Stopped, never
from index.models import DocumentFilter, Evidence
from index.protocols import Retriever
from index.windows import widened

if TYPE_CHECKING:
    from assistant.briefing import Length
    from assistant.contrast import Contrast, Revision

GREETING = 4
"""你好, 谢谢: so short a text in words no document holds asks nothing."""

_BY_TITLE = re.compile(r"《[^《》]{2,}》")
"""What stands in title signs was copied, not typed."""

_LATIN = re.compile(r"[A-Za-z]{2}")


class Assistant:
    """Answers out of one library."""

    def __init__(
        self,
        library: Library,
        retriever: Retriever,
        *,
        writer: Writer | None = None,
        rewriter: Rewriter | None = None,
        ranker: Ranker | None = None,
        synonyms: Synonyms | None = None,
        today: Callable[[], date] = date.today,
    ) -> None:
        self._library = library
        second_look = SecondLook(ranker, Confinement(library)) if ranker else None
        self._lookup = Lookup(library, retriever, second_look)
        self._writer = writer
        self._rewriting = Rewriting(rewriter, Confinement(library), library.documents) if rewriter else None
        self._models = ModelAnswers(writer, Confinement(library), library) if writer else None
        self._papers = ModelPapers(writer) if writer else None
        self._synonyms = synonyms or built_in()
        self._today = today
        self._answers = Answers(self._lookup, offers=self._models is not None)

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
        stopped: Stopped = never,
    ) -> Iterator[Draft | Answer]:
        """Drafts while a model writes, and the checked answer as the last item; without a model, only that."""
        found = self._answered(question, history, where, stopped)
        if isinstance(found, Answer):
            yield cautioned(found)
        else:
            assert self._models is not None
            for step in self._models.stream(found, stopped):
                yield cautioned(_with_side_requests(step, found.answer)) if isinstance(step, Answer) else step

    @property
    def endpoint(self) -> Endpoint | None:
        """The model that writes, if there is one."""
        return self._writer.endpoint if self._writer else None

    def _answered(
        self, question: str, history: Sequence[Turn], where: DocumentFilter | None, stopped: Stopped
    ) -> Answer | Offer:
        asking = heard(question, self._today())
        if not asking.asks or is_civility(asking.text):
            return notice(asking.text, wording.EMPTY_QUESTION)
        documents = self._lookup.documents(where)
        if not documents:
            return notice(asking.text, wording.EMPTY_RANGE if self.documents() else wording.EMPTY_LIBRARY)
        if is_foreign(asking.text, self.rarity):
            return notice(asking.text, wording.NOT_CHINESE)
        asking = put_right(asking, self.rarity, self.synonyms, lambda text: bool(_BY_TITLE.search(text)))
        with gathered(stopped) as beside:
            left = asks_years_left(asking.text)
            meant = asked_for_the_year(asking.text) if left else asking.text
            found = self._understood(meant, history, documents, where)
            if left:
                found = with_years_left(without_offer(found), self._today())
            if asking.this_year and without_offer(found).status is AnswerStatus.REFUSED:
                found = of_earlier_year(
                    *(meant, self._today(), without_offer(found), documents),
                    lambda text: without_offer(self._understood(text, history, documents, where)),
                )
        return _told(_told_of_models(found, beside), asking)

    def _understood(
        self,
        question: str,
        history: Sequence[Turn],
        documents: list[DocumentSummary],
        where: DocumentFilter | None,
    ) -> Answer | Offer:
        question = without_own_place(question, history, documents)
        whole = in_conversation(question, history, documents, self.document, self.rarity)
        if isinstance(whole, Answer):
            return self._gone_on(question, history, documents, whole, whole)
        if self._rewriting:
            return self._read(self._rewriting.reworded(whole, question, history), question, documents, where)
        first = self._read(whole, question, documents, where)
        talk = talk_before(question, history, documents)
        told = without_offer(first).status is not AnswerStatus.REFUSED
        read = readings(question, whole, talk, told=told)
        others = (self._read(one, question, documents, where) for one in read)
        words = Words(documents, self.rarity, self.synonyms, self.document)
        found = nearest_told(question, whole, first, others, talk, words)
        return self._gone_on(question, history, documents, whole, found)

    def _gone_on(
        self,
        question: str,
        history: Sequence[Turn],
        documents: list[DocumentSummary],
        whole: Whole | Answer,
        found: Answer | Offer,
    ) -> Answer | Offer:
        """The answer to a turn, or what stands nearer to what was just told."""
        near = nearby_told(question, history, documents, self.document, self.rarity, self.synonyms)
        first = without_offer(found)
        best = instead(near, whole, first) if near else None
        if near is None or best is None:
            return said_nothing(first) if near and passes_over(near, whole, first) else found
        asked = understand(first.question or question, documents, (best.summary,), self.synonyms)
        return self._answers.told(asked, told_of(near, best), documents)

    def _read(
        self, whole: Whole, question: str, documents: list[DocumentSummary], where: DocumentFilter | None
    ) -> Answer | Offer:
        """The answer to a turn as it is read."""
        words = self._words_of(whole.text)
        asked = with_places_said(understand(whole.text, documents, whole.documents, words), documents)
        asked = with_sides_called(asked, documents, self._lookup.text)
        unknown = not any(self.rarity.known(pair) for pair in pairs(asked.text))
        if unknown and not asked.about and len(asked.topic) <= GREETING:
            return notice(question, wording.EMPTY_QUESTION)
        return self._answers.answer(asked, whole, documents, where or DocumentFilter())

    def search(self, query: str, k: int = 10, where: DocumentFilter | None = None) -> tuple[Passage, ...]:
        """The best clauses for a query, the documents it names first."""
        documents = self._lookup.documents(where)
        words = self._words_of(query)
        asked = with_sides_called(understand(query, documents, synonyms=words), documents, self._lookup.text)
        found = self._lookup.hits(asked, 3 * k, where or DocumentFilter())
        printed = where_printed(asked, documents, self._library.document)
        found = before(self._lookup.cited(printed, documents), found)
        return tuple(passage(one) for one in widened(found, self._library.document)[:k])

    def brief(
        self,
        request: str,
        *,
        length: Length | None = None,
        documents: Sequence[str] = (),
        stopped: Stopped = never,
    ) -> Briefing:
        """A briefing on a request in one sentence; `length` and `documents`, by name or id, overrule what it says."""
        from assistant.briefing import printed, select_for
        from assistant.briefing.written import in_words_of_model

        if not any(char.isalnum() for char in request):
            raise InputError("请写明要什么简报。", "Say what the briefing is to be about.")
        if is_foreign(request, self.rarity):
            raise InputError(*wording.REQUEST_NOT_CHINESE)
        chosen = [self._library.find(name) for name in documents]
        selection = select_for(simplified(request), self, length=length, documents=chosen)
        found = printed(selection)
        if self._papers is None:
            return found
        summaries = {one.id: one for one in (*selection.documents, *selection.commission.documents)}
        read = [(self.document(id), summary) for id, summary in summaries.items()]
        return in_words_of_model(selection, found, self._papers, read, stopped)

    def compare(
        self,
        names: Sequence[str],
        *,
        topic: str = "",
        versions: bool | None = None,
        files: bool = False,
        stopped: Stopped = never,
    ) -> Contrast | Revision:
        """Documents side by side, by file name or id; of two versions of one, what changed.

        With `files`, a name that the library lacks may be the path of a file.
        """
        from assistant.contrast import Contrast, compared, named
        from assistant.contrast.written import in_words_of_model

        read = named(names, self._library, files=files)
        found = compared(read, self, topic=topic, versions=versions)
        if self._papers is None or not isinstance(found, Contrast):
            return found
        return in_words_of_model(found, self._papers, read, stopped)

    # --- what the parts work with ----------------------------------------------------------------------------------

    @property
    def rarity(self) -> Rarity:
        return self._lookup.rarity

    @property
    def synonyms(self) -> Synonyms:
        """What people type and what the documents of the library print."""
        return self._synonyms.of_library(self.rarity.prints)

    def _words_of(self, question: str) -> Synonyms:
        """The same, and what short names in the question stand for by the library's own words."""
        return self.synonyms.also(names_in_full(question, self.rarity.printed) if _LATIN.search(question) else ())

    def documents(self) -> tuple[DocumentSummary, ...]:
        return self._library.documents()

    def document(self, document_id: str) -> Document:
        return self._library.document(document_id)

    def found(self, question: str) -> tuple[Asked, list[Evidence]]:
        """What a question asks, and the evidence that an answer to it is chosen from."""
        words = self._words_of(question)
        asked = understand(" ".join(question.split()), self._lookup.documents(None), synonyms=words)
        return asked, self._lookup.considered(asked, DocumentFilter())

    def evidence(self, query: str, k: int, document_ids: frozenset[str] = frozenset()) -> list[Evidence]:
        """Plain retrieval within some documents, all of them where none is given."""
        return self._lookup.search(query, k, DocumentFilter(document_ids=document_ids))


def _told(found: Answer | Offer, asking: Heard) -> Answer | Offer:
    """The answer with a word on how its question was read."""
    return _noticed(found, asking.said, asking.said_en) if asking.said else found


def _told_of_models(found: Answer | Offer, beside: Gathered) -> Answer | Offer:
    """The answer with what was asked of models on the way to it, and what failed of that."""
    for zh, en in reversed(beside.notices):
        found = _noticed(found, zh, en)
    asked = {"side_requests": tuple(beside.requests)}
    if isinstance(found, Answer):
        return found.model_copy(update=asked)
    return replace(found, answer=found.answer.model_copy(update=asked))


def _noticed(found: Answer | Offer, zh: str, en: str) -> Answer | Offer:
    """The answer with more in front of its notice."""
    answer = without_offer(found)
    notices = {"notice": f"{zh}{answer.notice}", "notice_en": f"{en} {answer.notice_en}".strip()}
    answer = answer.model_copy(update=notices)
    return answer if isinstance(found, Answer) else replace(found, answer=answer)


def _with_side_requests(answer: Answer, offered: Answer) -> Answer:
    return answer.model_copy(update={"side_requests": offered.side_requests})
