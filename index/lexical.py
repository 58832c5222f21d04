"""Finds chunks by their words: BM25 over pre-tokenised text, in a tantivy folder.

tantivy knows nothing of Chinese; it is given tokens with blanks between them. A
filter by document is a clause of the query, so that it holds before ranking.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from math import log
from pathlib import Path
from typing import Any

import tantivy

from corpus.errors import SearchIndexError
from corpus.models import Chunk
from index.models import RankedHit
from index.tokenization import query_tokens, tokenize

FIELD_WEIGHTS: Mapping[str, float] = {"title": 0.1, "context": 0.3, "text": 1.0}
"""How much a word counts by where it stands; tuned on golden questions."""

_WRITER_BYTES = 30_000_000


class LexicalIndex:
    """A tantivy index in a folder; reads what is committed, writes only once asked to."""

    def __init__(self, folder: Path, *, weights: Mapping[str, float] = FIELD_WEIGHTS) -> None:
        self._folder = folder
        self._weights = weights
        self._schema = _schema()
        self._writer: Any = None
        with self._translated():
            folder.mkdir(parents=True, exist_ok=True)
            self._index = tantivy.Index(self._schema, path=str(folder))
            self._searcher = self._index.searcher()

    def add(self, chunks: Sequence[Chunk]) -> None:
        """Adds or replaces by chunk id; visible to searches when it returns."""
        with self._translated():
            writer = self._open_writer()
            for chunk in chunks:
                writer.delete_documents_by_term("chunk_id", chunk.id)
                writer.add_document(_record(chunk))
            self._commit()

    def remove(self, document_ids: Sequence[str]) -> None:
        with self._translated():
            writer = self._open_writer()
            for document_id in document_ids:
                writer.delete_documents_by_term("document_id", document_id)
            self._commit()

    def document_ids(self) -> frozenset[str]:
        """The documents with at least one chunk in the index."""
        return frozenset(record["document_id"][0] for record in self._records())

    def chunk_ids(self) -> frozenset[str]:
        """Every chunk in the index."""
        return frozenset(record["chunk_id"][0] for record in self._records())

    def count(self) -> int:
        return int(self._searcher.num_docs)

    def search(self, query: str, k: int, documents: frozenset[str] | None = None) -> list[RankedHit]:
        """The best `k`, best first, none with a score of zero or below."""
        words = self._words(query)
        if words is None or k < 1 or documents == frozenset() or not self.count():
            return []
        with self._translated():
            found = self._searcher.search(_within(self._schema, words, documents), limit=k, count=False)
            return [RankedHit(self._searcher.doc(at)["chunk_id"][0], score) for score, at in found.hits if score > 0]

    def weights(self, query: str) -> dict[str, float]:
        """The query's tokens by how much they tell: the fewer chunks hold one, the more; times how often it is said."""
        with self._translated():
            return {token: times * self._rarity(token) for token, times in Counter(query_tokens(query)).items()}

    def reload(self) -> None:
        """Sees what another process has committed."""
        with self._translated():
            self._index.reload()
            self._searcher = self._index.searcher()

    def close(self) -> None:
        """Lets go of the folder's writer lock; the index may still be searched."""
        if self._writer is not None:
            with self._translated():
                self._writer.wait_merging_threads()
            self._writer = None

    def _words(self, query: str) -> Any:
        terms = Counter(query_tokens(query))
        queries = [
            (tantivy.Occur.Should, tantivy.Query.boost_query(self._term(field, token), weight * times))
            for token, times in terms.items()
            for field, weight in self._weights.items()
            if weight > 0
        ]
        return tantivy.Query.boolean_query(queries) if queries else None

    def _rarity(self, token: str) -> float:
        held = self._searcher.doc_freq("text", token)
        # Chunks that were removed are counted until tantivy tidies up: never more than there are.
        return log(1 + (max(0, self.count() - held) + 0.5) / (held + 0.5))

    def _term(self, field: str, token: str) -> Any:
        return tantivy.Query.term_query(self._schema, field, token)

    def _records(self) -> Iterator[Any]:
        with self._translated():
            if not self.count():
                return
            found = self._searcher.search(tantivy.Query.all_query(), limit=self.count(), count=False)
            for _, address in found.hits:
                yield self._searcher.doc(address)

    def _open_writer(self) -> Any:
        if self._writer is None:
            self._writer = self._index.writer(_WRITER_BYTES, 1)
        return self._writer

    def _commit(self) -> None:
        self._writer.commit()
        self.reload()

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except (ValueError, OSError, RuntimeError) as exc:
            raise SearchIndexError(
                f"词语索引“{self._folder}”无法读写（{exc}）。请检查磁盘剩余空间，再运行 wence doctor。",
                f"The lexical index {str(self._folder)!r} cannot be read or written ({exc}). "
                "Check the free disk space, then run wence doctor.",
            ) from exc


def _schema() -> Any:
    builder = tantivy.SchemaBuilder()
    for name in ("chunk_id", "document_id"):
        builder.add_text_field(name, stored=True, tokenizer_name="raw", index_option="basic")
    for name in ("title", "context", "text"):
        builder.add_text_field(name, stored=False, tokenizer_name="whitespace", index_option="freq")
    return builder.build()


def _record(chunk: Chunk) -> Any:
    record = tantivy.Document()
    record.add_text("chunk_id", chunk.id)
    record.add_text("document_id", chunk.document_id)
    for field, words in (("title", chunk.title), ("context", chunk.context), ("text", chunk.text)):
        record.add_text(field, " ".join(tokenize(words)))
    return record


def _within(schema: Any, words: Any, documents: frozenset[str] | None) -> Any:
    if documents is None:
        return words
    among = tantivy.Query.term_set_query(schema, "document_id", sorted(documents))
    scoreless = tantivy.Query.const_score_query(among, 0.0)
    return tantivy.Query.boolean_query([(tantivy.Occur.Must, words), (tantivy.Occur.Must, scoreless)])
