"""The application's services for tests of the ways in: the bundled documents, and answers made by hand."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from pathlib import Path

from assistant.briefing import Length, write_briefing
from assistant.contrast import Contrast, Revision, compared, named
from assistant.conversations import Conversations
from assistant.finding.rarity import Rarity
from assistant.models import (
    Answer,
    AnswerStatus,
    Briefing,
    Citation,
    CitationStatus,
    Draft,
    Passage,
    Sentence,
    SentenceStatus,
    Turn,
)
from assistant.writing.endpoint import Endpoint
from corpus.chunking import chunk
from corpus.errors import InputError
from corpus.library import Library
from corpus.models import Clause, Document, DocumentSummary, SourceText
from corpus.parsing import parse
from corpus.readers import read_source
from index.indexer import Indexer
from index.models import DocumentFilter, Evidence
from tests.fakes import HashingEmbedder, source
from ui.keeping import Keeper

DOCUMENTS = Path(__file__).parents[2] / "corpus" / "documents"

HOSTILE = "<img src=x onerror=\"document.title='broken'\"><script>document.title='broken'</script>"
"""Text that must never become an element."""


class HandMadeAssistant:
    """Answers by the words of the question, with citations of real clauses."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self.endpoint: Endpoint | None = None
        self.asked: list[tuple[str, tuple[Turn, ...]]] = []
        self.filters: list[DocumentFilter | None] = []

    def ask(self, question: str, *, history: Sequence[Turn] = (), where: DocumentFilter | None = None) -> Answer:
        self.asked.append((question, tuple(history)))
        if "出错" in question:
            raise InputError("问题不能用：请换一种问法。", "The question cannot be used: put it another way.")
        if "很慢" in question:
            time.sleep(20)
        if "意外" in question:
            raise RuntimeError("a fault of the program")
        if "火星" in question:
            return self._refusal(question)
        return self._answer(question if not history else f"江苏省的{question}")

    def stream(
        self,
        question: str,
        *,
        history: Sequence[Turn] = (),
        where: DocumentFilter | None = None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> Iterator[Draft | Answer]:
        self.filters.append(where)
        if "撰写" in question:
            whole = self._answer(question)
            for end in range(8, len(whole.answer), 8):
                if stopped():
                    return
                yield Draft(text=whole.answer[:end], citations=whole.citations[:1], question=question)
                time.sleep(0.2)
        yield self.ask(question, history=history, where=where)

    def search(self, query: str, k: int = 10, where: DocumentFilter | None = None) -> tuple[Passage, ...]:
        return self._passages()[:k]

    def brief(
        self,
        request: str,
        *,
        length: Length | None = None,
        documents: Sequence[str] = (),
        stopped: Callable[[], bool] = lambda: False,
    ) -> Briefing:
        chosen = [self._library.find(name) for name in documents]
        return write_briefing(request, self, length=length, documents=chosen)

    def compare(
        self,
        names: Sequence[str],
        *,
        topic: str = "",
        versions: bool | None = None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> Contrast | Revision:
        return compared(named(names, self._library), self, topic=topic, versions=versions)

    @cached_property
    def rarity(self) -> Rarity:
        return Rarity(f"{one.context} {one.text}" for one in self._library.chunks())

    def documents(self) -> tuple[DocumentSummary, ...]:
        return self._library.documents()

    def document(self, document_id: str) -> Document:
        return self._library.document(document_id)

    def evidence(self, query: str, k: int, document_ids: frozenset[str] = frozenset()) -> list[Evidence]:
        """Without an index every document may speak of the topic: one clause of each."""
        found = [one for one in self._library.documents() if not document_ids or one.id in document_ids]
        return [self._first(one) for one in found][:k]

    def _first(self, summary: DocumentSummary) -> Evidence:
        piece = next(iter(self._library.chunks(summary.id)))
        clause = self._library.document(summary.id).by_id[piece.clause_id]
        return Evidence(piece, clause, summary, clause.printed, 1.0)

    def _answer(self, question: str) -> Answer:
        target = self._cited("江苏省", "新增绿色低碳技术领域高新技术企业", 1, "新增绿色低碳技术领域高新技术企业1000家")
        other = self._cited("宁波市", "绿色低碳高新技术企业", 2, "这句话并不在条款之中", CitationStatus.ALTERED)
        said = (
            Sentence(
                text="到2025年，江苏新增绿色低碳技术领域高新技术企业1000家。",
                marks=(1,),
                status=SentenceStatus.VERIFIED,
            ),
            Sentence(text="两地相差500家。", marks=(1, 2), status=SentenceStatus.COMPUTED),
            Sentence(text="这个数字每年都会上调。", marks=(), status=SentenceStatus.UNVERIFIED),
        )
        text = (
            "到2025年，江苏新增绿色低碳技术领域高新技术企业**1000家**。[1]两地相差500家。[1][2]\n\n"
            "这个数字每年都会上调。"
        )
        return Answer(
            status=AnswerStatus.ANSWERED, answer=text, citations=(target, other), sentences=said,
            unused=self._passages()[:2], question=question,
        )  # fmt: skip

    def _refusal(self, question: str) -> Answer:
        return Answer(status=AnswerStatus.REFUSED, answer="", nearest=self._passages(), question=question)

    def _passages(self) -> tuple[Passage, ...]:
        found = [self._find("江苏省", "零碳"), self._find("山东省", "氢能"), self._find("宁波市", "储能")]
        return tuple(Passage(text=clause.printed, **place_of_clause(document, clause)) for document, clause in found)

    def _cited(
        self, title: str, words: str, mark: int, quote: str, status: CitationStatus = CitationStatus.VERIFIED
    ) -> Citation:
        document, clause = self._find(title, words)
        return Citation(text=clause.printed, mark=mark, quote=quote, status=status, **place_of_clause(document, clause))

    def _find(self, title: str, words: str) -> tuple[Document, Clause]:
        documents = [self._library.document(summary.id) for summary in self._library.documents()]
        document = next((each for each in documents if title in each.title), documents[0])
        return document, next((clause for clause in document.clauses if words in clause.text), document.clauses[0])


class HandMadeDesk:
    """What `ui.wiring.Services` is to the pages, without an index."""

    def __init__(self, home: Path, documents: Sequence[SourceText] = ()) -> None:
        self.library = Library(home)
        self.conversations = Conversations(home)
        self.assistant = HandMadeAssistant(self.library)
        self.keeper = Keeper(self.library, lambda: Indexer(home, self.library, HashingEmbedder()), upload_bytes=2**20)
        for text in documents:
            document = parse(text)
            self.library.add(document, chunk(document))


def bundled_texts() -> tuple[SourceText, ...]:
    """The bundled documents as read."""
    return tuple(read_source(path) for path in sorted(DOCUMENTS.glob("*.txt")))


def hostile_text() -> SourceText:
    """A document whose name, title and clauses hold markup."""
    return source(f"{HOSTILE}.txt", f"{HOSTILE}实施方案\n\n一、总体要求{HOSTILE}\n\n到2025年，新增{HOSTILE}1000家。\n")


def place_of_clause(document: Document, clause: Clause) -> dict[str, str]:
    return {
        "source": document.name,
        "path": clause.path_text,
        "document_id": document.id,
        "clause_id": clause.id,
        "title": document.title,
        "number": document.metadata.number.text if document.metadata.number else "",
        "heading": clause.heading,
    }
