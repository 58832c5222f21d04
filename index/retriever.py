"""The one search: which documents, two searches among their chunks, fusion, whole clauses back.

Plain Python over the two indexes; it never writes. Before each search it compares
the library's generation with the one it knows and opens anew what has moved, so
that what another process has added, replaced or removed holds at once.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from threading import RLock
from typing import NamedTuple

from corpus.errors import IndexMismatch, SearchIndexError
from corpus.library import Library
from corpus.models import Chunk, Clause, DocumentSummary
from corpus.text import visible_length
from index.authority import holds_laws
from index.fusion import fuse
from index.indexes import Indexes
from index.lexical import LexicalIndex
from index.manifest import IndexFolder, manifest_of
from index.meaning import strangeness, weight_of_meaning
from index.models import Candidate, DocumentFilter, Evidence, RankedHit
from index.piecewise import PieceMatcher, by_pieces
from index.protocols import Embedder
from index.ranking import Wording, reranked
from index.reach import places_of
from index.reranking import Reranker, by_second_look
from index.runs import by_runs
from index.second_reading import by_reading
from index.standing import standings
from index.validity import by_validity
from index.within import by_rest
from index.worth import worth_reading

logger = logging.getLogger(__name__)

CANDIDATES = 200
QUOTED_CANDIDATES = 50

WHOLE_CLAUSE_CHARACTERS = 950
"""A clause up to this long, white space not counted, is shown whole; of a longer one, its best chunk."""


class _Passage(NamedTuple):
    """A chunk, its clause, and what of it is shown."""

    chunk: Chunk
    clause: Clause
    shown: str


@dataclass
class _View:
    """What is known of the library at one generation."""

    generation: int
    documents: dict[str, DocumentSummary]
    known: frozenset[str] | None
    """Set where an index may hold documents that are not to be found: it then searches these only."""
    passages: dict[str, _Passage] = field(default_factory=dict)

    @cached_property
    def places(self) -> frozenset[str]:
        return places_of(self.documents.values())

    @cached_property
    def laws(self) -> bool:
        return holds_laws(self.documents.values())

    @cached_property
    def length(self) -> float:
        """Characters of an average document."""
        return self.size / max(1, len(self.documents))

    @cached_property
    def size(self) -> int:
        """Characters of all documents."""
        return sum(document.characters for document in self.documents.values())

    def characters(self, allowed: frozenset[str] | None) -> int:
        """Characters of the documents that are searched."""
        if allowed is None:
            return self.size
        return sum(self.documents[id_].characters for id_ in allowed if id_ in self.documents)


class HybridRetriever:
    """Searches the library of one home folder. Safe to share between threads; one search runs at a time.

    `renewed` gives the embedder of the settings as they are now: a process that is
    at work while the indexes are rebuilt with another model goes on with that one.
    """

    def __init__(
        self,
        home: Path,
        library: Library,
        embedder: Embedder,
        *,
        reranker: Reranker | None = None,
        renewed: Callable[[], Embedder] | None = None,
    ) -> None:
        self._folder = IndexFolder(home)
        self._library = library
        self._embedder = embedder
        self._reranker = reranker
        self._renewed = renewed
        self._lock = RLock()
        self._view: _View | None = None
        self._indexes: Indexes | None = None
        self._opened: Path | None = None
        self._at_work = False

    def retrieve(
        self, query: str, k: int = 10, where: DocumentFilter | None = None, *, question: str = ""
    ) -> list[Evidence]:
        """The best `k` clauses of the documents that `where` admits, best first.

        `question` is what the reranker reads, where the query holds more than what was asked.
        """
        if k < 1 or not query.strip():
            return []
        with self._lock:
            try:
                found = self._found(query, k, where, question or query)
            except SearchIndexError:
                if not self._superseded():
                    raise
                # Another process has put new indexes in force and removed these under the search.
                self.close()
                found = self._found(query, k, where, question or query)
            return found[:k]

    def read_again(self, question: str, found: Sequence[Evidence]) -> list[Evidence]:
        """Hits in the order in which they read as the answer, where the words of the question are hardly printed.

        Only with the bundled model, and with no reranker, which has read them already.
        """
        with self._lock:
            if self._reranker is not None or self._view is None or self._indexes is None:
                return list(found)
            if not isinstance(self._embedder, PieceMatcher):
                return list(found)
            held = max((one.lexical for one in found), default=0.0)
            strange = strangeness(self._indexes.lexical.weights(question), held, self._view.size)
            return by_reading(question, found, strange)

    def _found(self, query: str, k: int, where: DocumentFilter | None, question: str) -> list[Evidence]:
        self.refresh()
        view, indexes = self._view, self._indexes
        if view is None or indexes is None:
            return []
        allowed = _allowed(view, where)
        lexical = _by_words(indexes.lexical, query, allowed)
        dense = indexes.dense.search(query, CANDIDATES, allowed)
        weights = indexes.lexical.weights(query)
        of_meaning = weight_of_meaning(weights, lexical, view.characters(allowed))
        fused = fuse(lexical, dense, wanted=CANDIDATES, dense_weight=of_meaning)
        best = worth_reading(query, fused, view.documents, laws=view.laws, places=view.places, wanted=k)
        evidence = self._evidence(view, best, _scores(lexical), _scores(dense))
        if isinstance(self._embedder, PieceMatcher):
            evidence = by_pieces(self._embedder, query, evidence)
        evidence = by_runs(query, evidence)
        ranked = list(reranked(query, evidence, standings(weights, evidence, view.length)))
        found = list(_one_a_stretch(by_rest(query, weights, ranked)))
        if self._reranker is not None:
            found = by_second_look(self._reranker, question, found)
        return by_validity(found, date.today())

    def refresh(self) -> bool:
        """Opens the indexes anew if the library has moved on; says whether it had."""
        with self._lock:
            generation = self._library.generation()
            if self._view is not None and self._view.generation == generation:
                return False
            pending = self._library.pending()
            held = self._library.holdings()
            documents = {document.id: document for document in held if document.status.enabled}
            if pending:
                logger.warning(
                    "%d documents wait to be indexed; unless a writer is at work, run wence doctor --mend", len(pending)
                )
            # While a writer is at work the indexes change under a reader: the open ones stay until it has settled.
            if not pending or self._indexes is None:
                self._reopen(bool(held))
            if not pending:
                self._require_level(generation)
            hidden = bool(pending) or len(documents) < len(held)
            self._view = _View(generation, documents, frozenset(documents) if hidden else None)
            return True

    def close(self) -> None:
        with self._lock:
            if self._indexes is not None:
                self._indexes.close()
            self._indexes = self._view = self._opened = None

    def _reopen(self, filled: bool) -> None:
        folder = self._in_force()
        if folder is None and filled:
            raise SearchIndexError(
                "文库有文件而没有检索索引。请运行 wence doctor --mend 修复。",
                "The library has documents and no search indexes. Run wence doctor --mend to mend it.",
            )
        self.close()
        self._indexes = Indexes.open(folder, self._embedder) if folder else None
        self._opened, self._at_work = folder, True

    def _in_force(self) -> Path | None:
        try:
            return self._folder.matching(manifest_of(self._embedder))
        except IndexMismatch:
            if self._renewed is None or not self._at_work:
                raise
            renewed = self._renewed()
            folder = self._folder.matching(manifest_of(renewed))
            self._embedder = renewed
            return folder

    def _superseded(self) -> bool:
        current = self._folder.current()
        return self._opened is not None and current is not None and current.folder != self._opened

    def _require_level(self, generation: int) -> None:
        stored = self._library.chunk_count()
        indexed = [index.count() for _, index in self._indexes.both] if self._indexes else []
        if any(count != stored for count in indexed) and self._library.generation() == generation:
            self.close()
            raise SearchIndexError(
                "检索索引与文库不一致，检索结果会有遗漏。请运行 wence doctor --mend 修复。",
                "The search indexes do not hold what the library holds; results would be incomplete. "
                "Run wence doctor --mend to mend them.",
            )

    def _evidence(
        self, view: _View, best: Sequence[Candidate], words: Mapping[str, float], meaning: Mapping[str, float]
    ) -> list[Evidence]:
        """What is printed of the best hits, with their scores by words and by meaning."""
        self._look_up(view, [one.chunk_id for one in best])
        found = []
        for one in best:
            # What the library does not hold any more is no evidence, whatever an index says.
            if one.chunk_id in view.passages:
                chunk, clause, shown = view.passages[one.chunk_id]
                scores = (words.get(chunk.id, 0.0), meaning.get(chunk.id, 0.0))
                found.append(Evidence(chunk, clause, one.document, shown, one.score, *scores))
        return found

    def _look_up(self, view: _View, chunk_ids: Iterable[str]) -> None:
        absent = [id_ for id_ in chunk_ids if id_ not in view.passages]
        for id_, (chunk, clause) in self._library.passages(absent).items():
            if chunk.document_id in view.documents:
                view.passages[id_] = _Passage(chunk, clause, _shown(chunk, clause))


def _by_words(index: LexicalIndex, query: str, allowed: frozenset[str] | None) -> list[RankedHit]:
    """The hits of the whole query, then those of its quotes alone: the rest of its words must not crowd them out."""
    hits = index.search(query, CANDIDATES, allowed)
    known, least = {hit.chunk_id for hit in hits}, hits[-1].score if hits else 0.0
    for quote in Wording.of(query).quotes:
        for hit in index.search(quote, QUOTED_CANDIDATES, allowed):
            if hit.chunk_id not in known:
                known.add(hit.chunk_id)
                hits.append(replace(hit, score=min(hit.score, least)))
    return hits


def _scores(hits: Sequence[RankedHit]) -> dict[str, float]:
    return {hit.chunk_id: hit.score for hit in hits}


def _allowed(view: _View, where: DocumentFilter | None) -> frozenset[str] | None:
    if where is None or where.empty:
        return view.known
    return frozenset(id_ for id_, document in view.documents.items() if where.admits(document))


def _shown(chunk: Chunk, clause: Clause) -> str:
    return clause.printed if visible_length(clause.printed) <= WHOLE_CLAUSE_CHARACTERS else chunk.text


def _one_a_stretch(found: Iterable[Evidence]) -> Iterator[Evidence]:
    """The chunks of a clause that is shown whole are one hit; the stretches of a long one are each their own."""
    seen: set[tuple[str, str, str]] = set()
    for evidence in found:
        stretch = (evidence.document.id, evidence.clause.id, evidence.text)
        if stretch not in seen:
            seen.add(stretch)
            yield evidence
