"""Everything that can come apart between store and indexes is found, named and mended."""

from __future__ import annotations

import shutil
import sqlite3
from dataclasses import replace

import pytest

from corpus.connection import STORE_NAME
from corpus.library import Library
from index.dense import DenseIndex, embedded
from index.doctor import FindingKind
from index.indexer import Indexer
from index.lexical import LexicalIndex
from index.manifest import IndexFolder
from tests import fakes


def kinds(report):
    return {finding.kind for finding in report.findings}


def current(home):
    return IndexFolder(home).current().folder


def assert_mended(indexer, retriever):
    report = indexer.doctor(mend=True)
    assert report.mended and report.sound and not report.left
    assert indexer.doctor(mend=False).findings == ()
    assert {hit.document.name for hit in retriever.retrieve("绿色低碳节能降耗")} == {"江苏.txt", "宁波.txt"}


def test_a_sound_home_has_no_findings(filled):
    report = filled.doctor(mend=True)
    assert report.findings == () and report.sound and not report.mended


def test_an_empty_home_has_no_findings(indexer):
    assert indexer.doctor(mend=True).sound


def test_a_document_that_the_indexes_have_not_followed(filled, library, retriever):
    document = fakes.document("killed.txt", "绿色低碳")
    library.add(document, fakes.chunk(document))
    report = filled.doctor(mend=False)
    assert kinds(report) == {FindingKind.DOCUMENT_MISSING}
    assert all("killed.txt" in finding.zh for finding in report.findings)
    assert report.summary == ("有 1 份文件等待编入索引。", "Waiting to be indexed: 1 document.")
    filled.doctor(mend=True)
    assert filled.doctor(mend=False).sound
    assert "killed.txt" in {hit.document.name for hit in retriever.retrieve("绿色低碳")}


def test_a_removal_that_the_indexes_have_not_followed(filled, library, write, retriever):
    filled.ingest([write("旧.txt", "旧方案", "一、绿色低碳")])
    library.remove("旧.txt")
    assert kinds(filled.doctor(mend=False)) == {FindingKind.DOCUMENT_UNKNOWN}
    assert_mended(filled, retriever)


def test_a_write_that_was_done_and_not_noted(filled, library, retriever):
    library.mark_pending([library.documents()[0].id])
    assert kinds(filled.doctor(mend=False)) == {FindingKind.WRITE_UNFINISHED}
    assert_mended(filled, retriever)


@pytest.mark.parametrize("name", ["lexical", "dense"])
def test_a_document_that_one_index_has_lost(filled, home, library, retriever, name):
    folder = current(home) / name
    index = LexicalIndex(folder) if name == "lexical" else DenseIndex(embedded(folder), fakes.HashingEmbedder())
    index.remove([library.find("宁波.txt").id])
    index.close()
    report = filled.doctor(mend=False)
    assert kinds(report) == {FindingKind.DOCUMENT_MISSING}
    assert {"lexical": "词语索引", "dense": "向量索引"}[name] in report.findings[
        0
    ].zh and "宁波.txt" in report.findings[0].zh
    assert_mended(filled, retriever)


def test_a_document_that_is_not_whole_in_an_index(filled, home, library, retriever):
    document = library.document(library.find("江苏.txt").id)
    index = LexicalIndex(current(home) / "lexical")
    index.remove([document.id])
    index.add(list(library.chunks(document.id))[:1])
    index.close()
    assert kinds(filled.doctor(mend=False)) == {FindingKind.DOCUMENT_PARTIAL}
    assert_mended(filled, retriever)


@pytest.mark.parametrize("name", ["lexical", "dense"])
def test_a_chunk_too_many_of_a_known_document(filled, home, library, retriever, name):
    folder = current(home) / name
    index = LexicalIndex(folder) if name == "lexical" else DenseIndex(embedded(folder), fakes.HashingEmbedder())
    (first, *_) = library.chunks(library.find("江苏.txt").id)
    index.add([type(first)(**{**{f: getattr(first, f) for f in first.__slots__}, "id": "stray"})])
    index.close()
    assert kinds(filled.doctor(mend=False)) == {FindingKind.DOCUMENT_PARTIAL}
    assert_mended(filled, retriever)


def test_an_index_folder_that_is_gone(filled, home, retriever):
    shutil.rmtree(home / "index")
    assert kinds(filled.doctor(mend=False)) == {FindingKind.INDEX_ABSENT}
    assert_mended(filled, retriever)


@pytest.mark.parametrize("file", ["lexical/meta.json", "dense/chroma.sqlite3"])
def test_an_index_that_cannot_be_read(filled, home, retriever, file):
    (current(home) / file).write_bytes(b"{ damaged" * 1000)
    assert kinds(filled.doctor(mend=False)) == {FindingKind.INDEX_UNREADABLE}
    assert_mended(filled, retriever)


def test_a_manifest_that_cannot_be_read(filled, home, retriever):
    (home / "index" / "manifest.json").write_text("{", encoding="utf-8")
    assert kinds(filled.doctor(mend=False)) == {FindingKind.INDEX_UNREADABLE}
    assert_mended(filled, retriever)


def test_an_index_of_other_settings(filled, home, library):
    other = Indexer(home, library, fakes.HashingEmbedder(name="other"))
    assert kinds(other.doctor(mend=False)) == {FindingKind.INDEX_MISMATCH}
    assert other.doctor(mend=True).sound


def test_documents_that_an_earlier_version_read(filled, home, retriever):
    folder = IndexFolder(home)
    found = folder.current()
    folder.switch(found.folder, replace(found.manifest, reading=0))
    report = filled.doctor(mend=False)
    assert kinds(report) == {FindingKind.READ_EARLIER}
    assert "较早的版本" in report.summary[0] and "wence reindex" in report.findings[0].zh
    assert {hit.document.name for hit in retriever.retrieve("绿色低碳节能降耗")} == {"江苏.txt", "宁波.txt"}
    assert_mended(filled, retriever)


def test_what_is_indexed_again_as_it_was_read_then_may_be_of_an_earlier_version(filled, home, tmp_path):
    shutil.rmtree(home / "index")
    path = tmp_path / "新.txt"
    path.write_text("某市方案\n\n一、目标\n节水。\n", encoding="utf-8")
    filled.ingest([path])
    assert kinds(filled.doctor(mend=False)) == {FindingKind.READ_EARLIER}


def test_what_a_killed_rebuild_left(filled, home, retriever):
    IndexFolder(home).fresh()
    assert kinds(filled.doctor(mend=False)) == {FindingKind.FOLDER_LEFT}
    assert_mended(filled, retriever)


def test_a_damaged_store_is_reported_and_not_called_sound(filled, home, library):
    library.close()
    with sqlite3.connect(home / STORE_NAME) as raw:
        raw.execute("PRAGMA foreign_keys = OFF")
        raw.execute("DELETE FROM documents WHERE id = (SELECT id FROM documents LIMIT 1)")
    reopened = Library(home)
    report = Indexer(home, reopened, fakes.HashingEmbedder()).doctor(mend=True)
    assert FindingKind.STORE_DAMAGED in kinds(report)
    assert not report.sound
