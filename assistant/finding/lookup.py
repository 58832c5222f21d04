"""Where answers are looked up: the documents, how much their words tell, and the evidence for a question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.choosing.goals_set import NOUNS
from assistant.finding.nearest import closest_first
from assistant.finding.of_place import of_no_place, resting_on
from assistant.finding.place_unprinted import strays, without_places
from assistant.finding.rarity import Rarity
from assistant.finding.routing import routed
from assistant.finding.value_shown import showing_first
from assistant.understanding.pointing import before, clauses_of, evidence_at
from assistant.understanding.query import Asked, Kind
from assistant.writing.reranking import SecondLook
from corpus.library import Library
from corpus.models import Document, DocumentSummary
from corpus.vocabulary import PartRole
from index.models import DocumentFilter, Evidence
from index.protocols import Retriever
from index.windows import widened

EVIDENCE = 14
"""Clauses looked at for one answer."""

INTERPRETED = 60
"""... looked through for those of an official interpretation."""


class Lookup:
    """One library and the search in it, as the assistant uses them."""

    def __init__(self, library: Library, retriever: Retriever, second_look: SecondLook | None = None) -> None:
        self._library = library
        self._second_look = second_look
        self._retriever = retriever
        self._rarity: tuple[int, Rarity] | None = None

    @property
    def rarity(self) -> Rarity:
        """How much each word tells, counted again when the library has changed."""
        generation = self._library.generation()
        if self._rarity is None or self._rarity[0] != generation:
            self._rarity = (generation, Rarity(f"{c.context} {c.text}" for c in self._library.chunks()))
        return self._rarity[1]

    def documents(self, where: DocumentFilter | None) -> list[DocumentSummary]:
        """The documents that a filter admits."""
        return [document for document in self._library.documents() if where is None or where.admits(document)]

    def document(self, document_id: str) -> Document:
        return self._library.document(document_id)

    def text(self, document_id: str) -> str:
        return self.document(document_id).source.text

    def search(self, query: str, k: int, where: DocumentFilter) -> list[Evidence]:
        """Plain retrieval: words of a query, whatever they name."""
        return self._retriever.retrieve(query, k, where)

    def pointed(self, asked: Asked, documents: list[DocumentSummary]) -> list[Evidence]:
        """The clauses that a question points to by their place."""
        return evidence_at(asked, documents, self._library)

    def cited(self, clause_ids: Sequence[str], documents: Sequence[DocumentSummary]) -> list[Evidence]:
        """Clauses by their ids, whole, in the order of the ids."""
        return clauses_of(clause_ids, documents, self._library)

    def evidence(self, asked: Asked, k: int, where: DocumentFilter) -> list[Evidence]:
        """The best clauses for a question, those it points to first."""
        return before(self.pointed(asked, self.documents(where)), self._routed(asked, k, where))

    def hits(self, asked: Asked, k: int, where: DocumentFilter) -> list[Evidence]:
        """The same as a search shows them: those that read as the answer first, but for a comparison's, by turns.

        An answer is chosen from sentences, each of which is read by itself, and may not be of
        another place; a search also shows what holds where it was asked for without saying so.
        """
        searched, found = asked, self._routed(asked, k, where)
        if strays(asked, found, self.text):
            searched = without_places(asked)
            found = self._routed(searched, k, where)
        if asked.kind is not Kind.COMPARE:
            found = showing_first(asked, self._retriever.read_again(searched.text, found))
        return before(self.pointed(asked, self.documents(where)), found)

    def _routed(self, asked: Asked, k: int, where: DocumentFilter) -> list[Evidence]:
        found = routed(self._retriever, asked, k, where)
        if self._second_look is not None:
            found = self._second_look.reordered(asked.text, found, asked.documents)
        return found

    def nearest(self, asked: Asked, evidence: list[Evidence], where: DocumentFilter) -> list[Evidence]:
        """What comes nearest where nothing answers: what stands under 主要目标 first where goals are asked for."""
        nouns = [noun for noun in sorted(NOUNS) if noun in asked.topic]
        named = frozenset(document.id for document in asked.documents) or where.document_ids
        within = replace(where, document_ids=named)
        found = [one for noun in nouns for one in self.search(noun, EVIDENCE, within)]
        headed = {one.clause.id: one for one in (*evidence, *found) if one.clause.heading[-2:] in nouns}
        return self.around(before(list(headed.values()), closest_first(asked, evidence, self.rarity)))

    def around(self, found: Sequence[Evidence]) -> list[Evidence]:
        """What is shown of clauses that came near: small ones with those that follow."""
        return widened(found, self.document, from_it=True)

    def considered(self, asked: Asked, where: DocumentFilter) -> list[Evidence]:
        """What an answer is chosen from: of the official interpretation, where the question asks for that."""
        if asked.of_interpretation:
            wide = self.evidence(asked, INTERPRETED, where)
            told = [one for one in wide if one.clause.part is PartRole.INTERPRETATION]
            if told:
                return told[:EVIDENCE]
        return resting_on(asked, self.evidence(asked, EVIDENCE, where), self.document)

    def of_no_place(self, asked: Asked, where: DocumentFilter) -> list[Evidence]:
        """What may answer about a place where no clause that names the place does."""
        if not asked.all_places or (asked.documents and asked.exact):
            return []
        anywhere = replace(asked, documents=())
        return of_no_place(anywhere, self.evidence(anywhere, EVIDENCE, where), self.rarity, self.document)
