"""What is particular to Chroma: which model made it, recall, batches, several handles."""

from __future__ import annotations

import numpy as np
import pytest

from corpus.errors import IndexMismatch, SearchIndexError
from index import dense
from index.dense import MOST_HITS, DenseIndex, embedded, passage
from tests import fakes


class DrawnEmbedder:
    """A vector of its own for every text, drawn from the text: the hard case for neighbour search."""

    name = "drawn"
    dimension = 64
    background = 0.0

    def embed_passages(self, texts):
        return np.stack([self._vector(text) for text in texts])

    embed_queries = embed_passages

    def _vector(self, text):
        drawn = np.random.default_rng(list(text.encode())).normal(size=self.dimension).astype(np.float32)
        return drawn / np.linalg.norm(drawn)


def chunks_of(count: int):
    return fakes.chunk(fakes.document("a.txt", *[f"第{n}条" for n in range(count)]))


def test_it_finds_what_brute_force_finds(tmp_path, monkeypatch):
    monkeypatch.setattr(dense, "_BATCH", 300)  # and what was added in several batches
    embedder, chunks = DrawnEmbedder(), chunks_of(2500)
    index = DenseIndex(embedded(tmp_path), embedder)
    index.add(chunks)
    vectors = embedder.embed_passages([passage(chunk) for chunk in chunks])
    shares = []
    for query in ("绿色", "低碳", "储能", "创新", "补贴"):
        closest = np.argsort(-(vectors @ embedder.embed_queries([query])[0]))[:MOST_HITS]
        got = {hit.chunk_id for hit in index.search(query, MOST_HITS)}
        shares.append(len(got & {chunks[n].id for n in closest}) / MOST_HITS)
    index.close()
    assert np.mean(shares) >= 0.98


WAYS = {"vector by vector": (64, 1000), "picked out": (0, 1000), "by Chroma's filter": (0, 5)}


@pytest.mark.parametrize("way", WAYS)
def test_a_filter_finds_the_best_of_its_documents_each_way(tmp_path, monkeypatch, way):
    few, wide = WAYS[way]
    monkeypatch.setattr(dense, "FEW_DOCUMENTS", few)
    monkeypatch.setattr(dense, "WIDE", wide)
    embedder = DrawnEmbedder()
    documents = [fakes.document(f"{n}.txt", *[f"第{n}号第{m}条" for m in range(5)]) for n in range(30)]
    chunks = [chunk for document in documents for chunk in fakes.chunk(document)]
    among = frozenset(document.id for document in documents[::3])
    index = DenseIndex(embedded(tmp_path), embedder)
    index.add(chunks)
    own = [chunk for chunk in chunks if chunk.document_id in among]
    cosines = embedder.embed_passages([passage(chunk) for chunk in own]) @ embedder.embed_queries(["绿色低碳"])[0]
    closest = [own[n].id for n in np.argsort(-cosines)[:8]]
    assert [hit.chunk_id for hit in index.search("绿色低碳", 8, among)] == closest
    index.close()


def test_what_is_added_or_removed_holds_at_once_for_a_document_asked_about_before(tmp_path):
    index = DenseIndex(embedded(tmp_path), fakes.HashingEmbedder())
    first, second = (fakes.document(f"{n}.txt", f"第{n}号文件", "绿色低碳") for n in range(2))
    index.add(fakes.chunk(first))
    both = frozenset({first.id, second.id})
    assert {hit.chunk_id.split(".")[0] for hit in index.search("绿色低碳", 9, both)} == {first.id}
    index.add(fakes.chunk(second))
    assert {hit.chunk_id.split(".")[0] for hit in index.search("绿色低碳", 9, both)} == both
    index.remove([first.id])
    assert {hit.chunk_id.split(".")[0] for hit in index.search("绿色低碳", 9, both)} == {second.id}
    index.close()


def test_scores_are_cosines(tmp_path):
    embedder, chunks = fakes.HashingEmbedder(), chunks_of(3)
    index = DenseIndex(embedded(tmp_path), embedder)
    index.add(chunks)
    (hit, *_) = index.search(passage(chunks[2]), 1)
    assert hit.chunk_id == chunks[2].id
    assert hit.score == pytest.approx(1.0, abs=1e-5)
    index.close()


@pytest.mark.parametrize("other", [fakes.HashingEmbedder(name="other"), fakes.HashingEmbedder(dimension=32)])
def test_an_index_of_another_model_is_refused_with_the_way_out(tmp_path, other):
    DenseIndex(embedded(tmp_path), fakes.HashingEmbedder()).close()
    with pytest.raises(IndexMismatch, match="wence reindex"):
        DenseIndex(embedded(tmp_path), other)
    DenseIndex(embedded(tmp_path), fakes.HashingEmbedder()).close()


def test_a_handle_opened_later_sees_what_another_has_written(tmp_path):
    writer = DenseIndex(embedded(tmp_path), fakes.HashingEmbedder())
    early = DenseIndex(embedded(tmp_path), fakes.HashingEmbedder())
    writer.add(chunks_of(5))
    writer.close()
    early.close()
    late = DenseIndex(embedded(tmp_path), fakes.HashingEmbedder())
    assert len(late.search("第3条", 10)) == 5
    late.close()
    assert not [spelling for spelling in dense._spellings_taken if str(tmp_path) in spelling]


def test_text_without_a_vector_is_like_nothing(tmp_path):
    embedder = fakes.HashingEmbedder()
    embedder.embed_queries = lambda texts: np.zeros((len(texts), 64), np.float32)
    index = DenseIndex(embedded(tmp_path), embedder)
    index.add(chunks_of(3))
    assert index.count() == 3
    assert index.search("第3条", 5) == []
    index.close()


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(SearchIndexError, match="wence doctor"):
        DenseIndex(embedded(tmp_path / "file" / "dense"), fakes.HashingEmbedder())


def test_a_damaged_folder_is_an_error_of_ours(tmp_path):
    (tmp_path / "chroma.sqlite3").write_bytes(b"this is no database" * 100)
    with pytest.raises(SearchIndexError, match="wence doctor"):
        DenseIndex(embedded(tmp_path), fakes.HashingEmbedder())
