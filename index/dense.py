"""Finds chunks by meaning: vectors in Chroma, cosine, embedded in a folder or on a server.

Three properties of Chroma shape this file. Within a process it shares one system per
spelling of a folder's path, and a system does not see in `query` what another
process has written since; so every index opens under a spelling of its own, and
readers open anew when the library has moved on. And a collection takes vectors of
any model of the right dimension; so the model's name stands in its metadata. And a
filter makes it many times slower: few documents are compared one by one, many are
searched without a filter and kept afterwards.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any

from corpus.errors import IndexMismatch, SearchIndexError
from corpus.models import Chunk
from index.background import above
from index.document_vectors import DocumentVectors, VectorsInUse, in_order, nearest
from index.models import RankedHit
from index.protocols import Embedder, Vectors

Connect = Callable[[], Any]
"""Opens a Chroma client; only this file knows more about it."""

COLLECTION = "chunks"
MOST_HITS = 200
"""The largest k that is searched for; HNSW looks at four times as many neighbours."""

FEW_DOCUMENTS = 64
"""So many documents are compared vector by vector; beside a hundred thousand chunks Chroma takes longer for one."""

VECTORS_IN_USE = 50_000
"""Vectors of documents asked about that stay in memory: some 50 MB with the bundled model."""

WIDE = 5 * MOST_HITS
"""Neighbours that are looked at before more documents than a few are picked out of them."""

_HNSW = {"space": "cosine", "ef_construction": 100, "ef_search": 4 * MOST_HITS, "max_neighbors": 32}
_BATCH = 1000
_spellings_taken: set[str] = set()
_spellings_lock = Lock()


def embedded(folder: Path) -> Connect:
    """A connection to Chroma in this process, over `folder`."""
    return lambda: _open_folder(folder)


def server(host: str, port: int = 8000, *, ssl: bool = False) -> Connect:
    """A connection to a running `chroma run`."""
    return lambda: _open_server(host, port, ssl)


class DenseIndex:
    """A Chroma collection of the chunks' vectors, each known by chunk and document id."""

    def __init__(self, connect: Connect, embedder: Embedder) -> None:
        self._embedder = embedder
        self._in_use = VectorsInUse(self._fetched, VECTORS_IN_USE)
        with _translated():
            self._client = connect()
            try:
                self._collection = self._open_collection()
                self._batch = min(_BATCH, self._client.get_max_batch_size())
            except BaseException:
                self._release()
                raise

    def add(self, chunks: Sequence[Chunk]) -> None:
        """Adds or replaces by chunk id; visible to searches when it returns."""
        self._in_use.clear()
        for start in range(0, len(chunks), self._batch):
            self._upsert(chunks[start : start + self._batch])

    def remove(self, document_ids: Sequence[str]) -> None:
        if document_ids:
            with _translated():
                self._in_use.clear()
                self._collection.delete(where=_among(document_ids))

    def document_ids(self) -> frozenset[str]:
        """The documents with at least one chunk in the index."""
        with _translated():
            found = self._collection.get(include=["metadatas"])["metadatas"] or []
        return frozenset(str(metadata["document_id"]) for metadata in found)

    def chunk_ids(self) -> frozenset[str]:
        """Every chunk in the index."""
        with _translated():
            return frozenset(self._collection.get(include=[])["ids"])

    def count(self) -> int:
        with _translated():
            return int(self._collection.count())

    def search(self, query: str, k: int, documents: frozenset[str] | None = None) -> list[RankedHit]:
        """The best `k` up to MOST_HITS, best first, none with a score of zero or below."""
        if k < 1 or documents == frozenset():
            return []
        vector = self._embedder.embed_queries([query])
        if not vector.any():
            return []
        with _translated():
            hits = self._nearest(vector, min(k, MOST_HITS), documents)
        ground = self._embedder.background
        return [RankedHit(hit.chunk_id, above(hit.score, ground)) for hit in hits if hit.score > ground]

    def close(self) -> None:
        """Lets go of the folder; the index cannot be used any more."""
        with _translated():
            self._release()

    def _nearest(self, vector: Vectors, k: int, documents: frozenset[str] | None) -> list[RankedHit]:
        if documents is None:
            return _hits(self._queried(vector, k))
        if len(documents) <= FEW_DOCUMENTS:
            return nearest(self._in_use.of(documents), vector[0], k)
        wide = self._queried(vector, WIDE, include=["distances", "metadatas"])
        owners = {id_: _document(metadata) for id_, metadata in zip(wide["ids"][0], wide["metadatas"][0], strict=True)}
        kept = [hit for hit in _hits(wide) if owners[hit.chunk_id] in documents]
        if len(kept) >= k or len(owners) < WIDE:
            return kept[:k]
        return _hits(self._queried(vector, k, where=_among(documents)))

    def _queried(self, vector: Vectors, k: int, *, where: Any = None, include: Sequence[str] = ("distances",)) -> Any:
        return self._collection.query(query_embeddings=vector, n_results=k, where=where, include=list(include))

    def _fetched(self, document_ids: list[str]) -> dict[str, DocumentVectors]:
        found = self._collection.get(where=_among(document_ids), include=["embeddings", "metadatas"])
        rows: dict[str, list[int]] = {}
        for row, metadata in sorted(enumerate(found["metadatas"]), key=lambda pair: found["ids"][pair[0]]):
            rows.setdefault(_document(metadata), []).append(row)
        return {
            id_: DocumentVectors(tuple(found["ids"][row] for row in own), found["embeddings"][own])
            for id_, own in rows.items()
        }

    def _upsert(self, chunks: Sequence[Chunk]) -> None:
        vectors = self._embedder.embed_passages([passage(chunk) for chunk in chunks])
        with _translated():
            self._collection.upsert(
                ids=[chunk.id for chunk in chunks],
                embeddings=vectors,
                metadatas=[{"document_id": chunk.document_id} for chunk in chunks],
            )

    def _open_collection(self) -> Any:
        made_by = {"model": self._embedder.name, "dimension": self._embedder.dimension}
        collection = self._client.get_or_create_collection(
            COLLECTION, metadata=made_by, configuration={"hnsw": _HNSW}, embedding_function=None
        )
        stored = collection.metadata or {}
        if stored != made_by:
            raise IndexMismatch(
                f"向量索引由模型 {stored.get('model')} 建成，当前模型是 {made_by['model']}。"
                "请运行 wence reindex 重建。",
                f"The vector index was built with the model {stored.get('model')}, the model in force is "
                f"{made_by['model']}. Run wence reindex to rebuild it.",
            )
        return collection

    def _release(self) -> None:
        self._client.close()
        with _spellings_lock:
            _spellings_taken.discard(self._client.get_settings().persist_directory)


def _among(document_ids: Iterable[str]) -> Any:
    return {"document_id": {"$in": sorted(document_ids)}}


def _document(metadata: Mapping[str, Any]) -> str:
    return str(metadata["document_id"])


def _hits(found: Any) -> list[RankedHit]:
    return in_order((id_, 1.0 - far) for id_, far in zip(found["ids"][0], found["distances"][0], strict=True))


def passage(chunk: Chunk) -> str:
    """What is embedded of a chunk: its place in the document in front of its words."""
    return " ".join(part for part in (chunk.title, chunk.context, chunk.text) if part)


def _open_folder(folder: Path) -> Any:
    import chromadb
    from chromadb.config import Settings

    folder.mkdir(parents=True, exist_ok=True)
    # A spelling that fails to open stays taken: Chroma keeps the broken system under it.
    return chromadb.PersistentClient(path=_unused_spelling(folder), settings=Settings(anonymized_telemetry=False))


def _open_server(host: str, port: int, ssl: bool) -> Any:
    import chromadb
    from chromadb.config import Settings

    return chromadb.HttpClient(host=host, port=port, ssl=ssl, settings=Settings(anonymized_telemetry=False))


def _unused_spelling(folder: Path) -> str:
    with _spellings_lock:
        spelling = str(folder)
        while spelling in _spellings_taken:
            spelling += "/."
        _spellings_taken.add(spelling)
        return spelling


@contextmanager
def _translated() -> Iterator[None]:
    from chromadb.errors import ChromaError

    try:
        yield
    except (ChromaError, ValueError, OSError, RuntimeError) as exc:
        raise SearchIndexError(
            f"向量索引无法读写（{exc}）。请检查磁盘剩余空间，再运行 wence doctor。",
            f"The vector index cannot be read or written ({exc}). Check the free disk space, then run wence doctor.",
        ) from exc
