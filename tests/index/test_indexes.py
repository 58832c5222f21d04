"""The two indexes together: they follow the library, some documents at a time."""

from __future__ import annotations

import pytest

from index import indexes
from index.indexes import Indexes
from tests import fakes


@pytest.fixture
def opened(tmp_path):
    both = Indexes.open(tmp_path / "index", fakes.HashingEmbedder())
    yield both
    both.close()


def fill(library, count: int):
    made = [fakes.document(f"{n}.txt", f"文件{n}", f"第{n}项绿色低碳任务") for n in range(count)]
    for document in made:
        library.add(document, fakes.chunk(document))
    return made


@pytest.mark.parametrize(("documents", "chunks"), [(1, 100), (2, 100), (100, 1), (100, 3), (100, 100)])
def test_they_hold_what_the_library_holds_however_much_is_written_at_once(
    opened, library, monkeypatch, documents, chunks
):
    monkeypatch.setattr(indexes, "DOCUMENTS_AT_ONCE", documents)
    monkeypatch.setattr(indexes, "CHUNKS_AT_ONCE", chunks)
    made = fill(library, 5)
    library.remove(made[0].id)
    opened.follow(library, library.pending())
    for _, index in opened.both:
        assert index.chunk_ids() == library.chunk_ids().keys()
    assert library.pending() == ()


def test_many_small_documents_are_written_in_one_go(opened, library, monkeypatch):
    fill(library, 60)
    added = []
    add = type(opened.dense).add
    monkeypatch.setattr(type(opened.dense), "add", lambda self, chunks: (added.append(len(chunks)), add(self, chunks)))
    opened.follow(library, library.pending())
    assert added == [library.chunk_count()]


def test_a_document_is_never_parted(opened, library, monkeypatch):
    monkeypatch.setattr(indexes, "CHUNKS_AT_ONCE", 1)
    fill(library, 3)
    added = []
    add = type(opened.lexical).add
    monkeypatch.setattr(
        type(opened.lexical), "add", lambda self, chunks: (added.append(len(chunks)), add(self, chunks))
    )
    opened.follow(library, library.pending())
    assert added == [2, 2, 2]
