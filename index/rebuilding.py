"""Builds both indexes anew beside the ones in force, and goes on where a rebuild before it was stopped.

Until the last step nothing in force is touched: not the indexes, not the store, of
which searches show the clauses meanwhile. The folder at work keeps a record of what
it holds, so that with a model that takes hours the hours are not lost.
"""

from __future__ import annotations

import hashlib
import json
import logging
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from corpus.chunking import chunk
from corpus.errors import SearchIndexError
from corpus.library import Library
from corpus.models import Chunk, Document, DocumentSummary
from corpus.parsing import parse
from index.dense import passage
from index.indexes import CHUNKS_AT_ONCE, Indexes
from index.manifest import IndexFolder, manifest_of
from index.pacing import PacedEmbedder, in_time
from index.protocols import Embedder

logger = logging.getLogger(__name__)

Progress = Callable[[int, int, str], None]
"""Called with how many are done, how many there are, and the name of the one at work."""

RECORD = "done.jsonl"
CHUNKS_AT_FIRST = 200
RECORDED_EVERY_SECONDS = 30.0
"""About what a rebuild loses when it is stopped."""

_LEAST = 20


@dataclass
class _Batch:
    """Documents that go into the indexes together."""

    documents: list[tuple[str, str]] = field(default_factory=list)
    chunks: list[Chunk] = field(default_factory=list)


class Rebuild:
    """One rebuild of a home folder; the caller holds the writer's lock."""

    def __init__(self, library: Library, folder: IndexFolder, embedder: Embedder, progress: Progress | None) -> None:
        self._library = library
        self._folder = folder
        self._manifest = manifest_of(embedder)
        self._embedder = PacedEmbedder(embedder, self._tell)
        self._progress = progress
        self._total = 0
        self._done = 0
        self._at_work = ""
        self._changed: list[str] = []

    def run(self) -> int:
        """Rebuilds, switches over, and clears what was replaced; how many documents there are."""
        documents = self._library.holdings()
        unfinished = self._folder.unfinished(self._manifest)
        folder = unfinished or self._folder.fresh(self._manifest)
        self._folder.clear_leftovers(keep=folder)
        if not self._build(folder, documents):
            if unfinished is None:
                raise _incomplete()
            logger.warning("the unfinished rebuild in %s cannot be taken up again", folder)
            self._folder.clear_leftovers()
            folder = self._folder.fresh(self._manifest)
            if not self._build(folder, documents):
                raise _incomplete()
        self._library.rewrite(map(self._parsed, self._changed))
        pending = self._library.pending()
        self._folder.switch(folder, self._manifest)
        (folder / RECORD).unlink()
        self._library.settle(pending)
        self._folder.clear_leftovers()
        if self._progress:
            self._progress(self._total, self._total, "")
        return len(documents)

    def _build(self, folder: Path, documents: Sequence[DocumentSummary]) -> bool:
        """Fills the folder; says whether both indexes then hold what they should."""
        self._total, self._done, self._changed = self._library.chunk_count(), 0, []
        record = _Record(folder / RECORD)
        try:
            indexes = _opened(folder, self._embedder)
        except SearchIndexError as error:
            if not record.resumed:
                raise
            logger.warning("cannot open what a rebuild left: %s", error.en)
            return False
        try:
            expected = self._fill(indexes, record, documents)
            return all(index.count() == expected for _, index in indexes.both)
        finally:
            indexes.close()

    def _fill(self, indexes: Indexes, record: _Record, documents: Sequence[DocumentSummary]) -> int:
        if record.resumed:
            _remove(indexes, record.gone({document.id for document in documents}))
        expected, most = 0, CHUNKS_AT_FIRST
        batch = _Batch()
        for document in documents:
            self._at_work = document.name
            chunks = self._chunks(document.id)
            expected += len(chunks)
            digest = _digest(chunks)
            if record.holds(document.id, digest):
                self._tell(len(chunks))
                continue
            batch.documents.append((document.id, digest))
            batch.chunks.extend(chunks)
            if len(batch.chunks) >= most:
                most = self._put(indexes, record, batch)
                batch = _Batch()
        if batch.documents:
            self._put(indexes, record, batch)
        return expected

    def _put(self, indexes: Indexes, record: _Record, batch: _Batch) -> int:
        """Indexes a batch and records it; how large the next one may be."""
        began = time.monotonic()
        if record.resumed:
            # Of what was at work when the rebuild was stopped, an index may hold a part.
            _remove(indexes, [document_id for document_id, _ in batch.documents])
        for _, index in indexes.both:
            index.add(batch.chunks)
        record.add(batch.documents)
        took = time.monotonic() - began
        return in_time(len(batch.chunks), took, RECORDED_EVERY_SECONDS, _LEAST, CHUNKS_AT_ONCE)

    def _chunks(self, document_id: str) -> Sequence[Chunk]:
        document, chunks = self._parsed(document_id)
        if not self._library.holds(document, chunks):
            self._changed.append(document_id)
        return chunks

    def _parsed(self, document_id: str) -> tuple[Document, tuple[Chunk, ...]]:
        document = parse(self._library.source(document_id))
        return document, chunk(document)

    def _tell(self, count: int) -> None:
        self._done += count
        if self._progress:
            # Documents parsed anew may have come out in more chunks than before.
            self._progress(min(self._done, self._total), self._total, self._at_work)


class _Record:
    """The documents that both indexes of a folder hold, each with a digest of its chunks; lines are only added."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._held = dict(_lines(path))
        self.resumed = path.exists()
        path.touch()

    def holds(self, document_id: str, digest: str) -> bool:
        return self._held.get(document_id) == digest

    def gone(self, document_ids: set[str]) -> list[str]:
        """Documents on record that are not among these."""
        return sorted(self._held.keys() - document_ids)

    def add(self, documents: Sequence[tuple[str, str]]) -> None:
        with open(self._path, "a", encoding="utf-8") as file:
            file.writelines(f"\n{json.dumps(document)}" for document in documents)


def _lines(path: Path) -> Iterator[tuple[str, str]]:
    if not path.exists():
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        try:
            document_id, digest = json.loads(line)
        except ValueError:
            continue  # an empty line, or the torn end of a process that was killed
        yield document_id, digest


def _opened(folder: Path, embedder: Embedder) -> Indexes:
    """The indexes of a folder, once both have been read from."""
    indexes = Indexes.open(folder, embedder)
    try:
        for _, index in indexes.both:
            index.chunk_ids()
    except SearchIndexError:
        indexes.close()
        raise
    return indexes


def _remove(indexes: Indexes, document_ids: Sequence[str]) -> None:
    for _, index in indexes.both:
        index.remove(document_ids)


def _digest(chunks: Sequence[Chunk]) -> str:
    digest = hashlib.sha256()
    for one in chunks:
        digest.update(f"{one.id}\0{passage(one)}\0".encode())
    return digest.hexdigest()


def _incomplete() -> SearchIndexError:
    return SearchIndexError(
        "新建的索引不完整，原来的索引仍在使用。请检查磁盘剩余空间，再运行 wence reindex。",
        "The new indexes are not complete; the old ones stay in force. Check the free disk space, then run "
        "wence reindex again.",
    )
