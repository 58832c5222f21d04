"""What every search index must do: one suite for the lexical, the dense and the naive one."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from index.dense import DenseIndex, embedded
from index.lexical import LexicalIndex
from tests import fakes
from tests.index.naive import NaiveIndex

WORDS = ("绿色低碳", "新型储能", "高新技术企业", "科技创新", "节能降耗", "碳达峰", "示范园区", "财政补贴")


@pytest.fixture(params=["lexical", "dense", "naive"])
def index(request, tmp_path):
    if request.param == "naive":
        yield NaiveIndex()
        return
    opened = (
        LexicalIndex(tmp_path)
        if request.param == "lexical"
        else DenseIndex(embedded(tmp_path), fakes.HashingEmbedder())
    )
    yield opened
    opened.close()


def documents(count: int = 6):
    """Documents of some lines each, drawn from few words, so that they have much in common."""
    draw = random.Random(7)
    lines = [["".join(draw.choices(WORDS, k=3)) for _ in range(5)] for _ in range(count)]
    return [fakes.document(f"{n}.txt", f"文件{n}", *some) for n, some in enumerate(lines)]


def fill(index, count: int = 6):
    made = documents(count)
    index.add([chunk for document in made for chunk in fakes.chunk(document)])
    return made


def found(index, query, k=10, among=None):
    return [hit.chunk_id for hit in index.search(query, k, among)]


def test_an_empty_index_finds_nothing(index):
    assert index.search("绿色低碳", 5) == []
    assert (index.count(), index.document_ids(), index.chunk_ids()) == (0, frozenset(), frozenset())


def test_what_was_added_is_found_when_add_returns(index):
    made = fill(index)
    chunks = [chunk for document in made for chunk in fakes.chunk(document)]
    assert index.count() == len(chunks)
    assert index.chunk_ids() == {chunk.id for chunk in chunks}
    assert index.document_ids() == {document.id for document in made}
    target = fakes.document("x.txt", "文件", "人工智能大模型语料")
    index.add(fakes.chunk(target))
    assert found(index, "人工智能大模型语料", 1) == [f"{target.id}.1.0"]


def test_hits_come_best_first_at_most_k_and_above_zero(index):
    fill(index)
    hits = index.search("绿色低碳的示范园区", 7)
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert 0 < len(hits) <= 7
    assert min(scores) > 0
    assert len({hit.chunk_id for hit in hits}) == len(hits)


@pytest.mark.parametrize("query", ["绿色低碳", "高新技术企业的财政补贴", "碳达峰"])
@pytest.mark.parametrize("chosen", [{0}, {1, 3}, {0, 1, 2, 3, 4}])
def test_a_filter_gives_the_hits_of_these_documents_in_the_same_order(index, query, chosen):
    """Filtered before ranking: as if nothing else were asked for, up to a k that all hits fit in."""
    made = fill(index)
    among = frozenset(made[n].id for n in chosen)
    everything = index.search(query, 60)
    assert [hit.chunk_id for hit in index.search(query, 60, among)] == [
        hit.chunk_id for hit in everything if hit.chunk_id.split(".")[0] in among
    ]


def test_a_filter_leaves_k_hits_although_better_ones_are_elsewhere(index):
    index.add([chunk for n in range(12) for chunk in fakes.chunk(fakes.document(f"{n}.txt", f"甲{n}", "绿色低碳发展"))])
    poor = fakes.document("poor.txt", "乙", "绿色低碳发展和节能降耗以及科技创新")
    index.add(fakes.chunk(poor))
    assert f"{poor.id}.1.0" in found(index, "绿色低碳发展", 2, frozenset({poor.id}))


def test_no_document_and_unknown_documents_give_no_hits(index):
    fill(index)
    assert index.search("绿色低碳", 5, frozenset()) == []
    assert index.search("绿色低碳", 5, frozenset({"unknown"})) == []


def test_removed_documents_are_not_found(index):
    made = fill(index)
    index.remove([made[0].id, made[1].id])
    assert index.document_ids() == {document.id for document in made[2:]}
    assert not [id_ for id_ in found(index, "绿色低碳", 60) if id_.split(".")[0] in {made[0].id, made[1].id}]
    index.remove([])
    index.remove(["unknown"])
    assert index.count() == sum(len(fakes.chunk(document)) for document in made[2:])


def test_a_chunk_added_again_replaces_the_old_one(index):
    made = fill(index)
    before = index.count()
    old = fakes.chunk(made[0])[1]
    index.add([replace(old, text="人工智能大模型语料")])
    assert index.count() == before
    assert found(index, "人工智能大模型语料", 1) == [old.id]


@pytest.mark.parametrize("query", ["", "   ", "，。！？", '"( OR *', "a" * 5000])
def test_any_query_is_only_text(index, query):
    fill(index)
    assert isinstance(index.search(query, 5), list)


def test_k_of_zero_and_k_beyond_the_index(index):
    fill(index, 2)
    assert index.search("绿色低碳", 0) == []
    assert len(index.search("绿色低碳", 100)) <= index.count()
