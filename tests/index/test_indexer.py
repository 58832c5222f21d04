"""Taking documents in and out: an outcome for every file, and a library that stays whole when something fails."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from corpus.connection import STORE_NAME
from corpus.errors import (
    DocumentUnknown,
    HomeUnusable,
    IndexMismatch,
    IngestStopped,
    InputError,
    SearchIndexError,
    SourceDamaged,
    SourceEmpty,
    SourceMissing,
)
from corpus.library import AddKind
from corpus.models import DocumentStatus
from corpus.vocabulary import Validity
from index import indexer as indexer_module
from index import inputs, rebuilding
from index.dense import DenseIndex
from index.indexer import Indexer
from index.indexes import Indexes
from index.manifest import IndexFolder
from index.steps import Stage, Step
from tests import fakes
from tests.corpus.test_pdf_reader import pdf
from tests.index.conftest import NOTICE, RULES


def names(library):
    return [document.name for document in library.documents()]


def test_every_file_has_its_outcome(indexer, library, write, tmp_path):
    first = write("江苏.txt", *NOTICE)
    results = indexer.ingest([first, write("副本.txt", *NOTICE), write("空.txt", ""), tmp_path / "缺失.txt"])
    assert [result.outcome and result.outcome.kind for result in results] == [
        AddKind.ADDED,
        AddKind.DUPLICATE,
        None,
        None,
    ]
    assert [type(result.error) for result in results[2:]] == [SourceEmpty, SourceMissing]
    assert results[0].document == library.documents()[0]
    assert results[1].duplicate_of == "江苏.txt"
    assert names(library) == ["江苏.txt"]


def test_new_content_under_the_same_name_replaces_the_old(indexer, library, write):
    indexer.ingest([write("a.txt", *NOTICE)])
    (result,) = indexer.ingest([write("a.txt", *RULES)])
    assert result.outcome.kind is AddKind.REPLACED
    assert [document.title for document in library.documents()] == ["宁波市节能降耗管理办法"]
    assert indexer.doctor(mend=False).sound


def test_two_files_of_one_name_and_different_content_do_not_replace_each_other(indexer, library, write):
    results = indexer.ingest([write("甲/通知.txt", *NOTICE), write("乙/通知.txt", *RULES)])
    assert [type(result.error) for result in results] == [type(None), InputError]
    assert names(library) == ["通知.txt"]
    assert library.documents()[0].title == NOTICE[0]


def test_a_folder_stands_for_its_files_in_order(indexer, library, write, tmp_path):
    write("乙/b.txt", *RULES)
    write("a.txt", *NOTICE)
    write(".hidden/c.txt", "隐藏")
    write("~$a.txt", "临时")
    results = indexer.ingest([tmp_path / "files"])
    assert [result.path.name for result in results] == ["a.txt", "b.txt"]
    assert names(library) == ["a.txt", "b.txt"]


def test_an_empty_folder_is_named(indexer, tmp_path):
    (tmp_path / "leer").mkdir()
    (result,) = indexer.ingest([tmp_path / "leer"])
    assert result.error is not None and "leer" in result.error.zh


def test_progress_counts_every_file(indexer, write):
    calls = []
    indexer.ingest([write("a.txt", *NOTICE), write("b.txt", *RULES)], lambda *call: calls.append(call))
    assert calls == [(0, 2, "a.txt"), (1, 2, "b.txt"), (2, 2, "")]


def test_a_parser_that_gives_up_on_one_file_does_not_stop_the_others(indexer, library, write, monkeypatch):
    parse = indexer_module.parse
    monkeypatch.setattr(indexer_module, "parse", lambda text: parse(text) if text.name == "b.txt" else 1 / 0)
    results = indexer.ingest([write("a.txt", *NOTICE), write("b.txt", *RULES)])
    assert isinstance(results[0].error, SourceDamaged) and "a.txt" in results[0].error.zh
    assert names(library) == ["b.txt"]


def test_removing_takes_a_document_out_of_store_and_indexes(filled, library):
    assert filled.remove("江苏.txt").name == "江苏.txt"
    assert names(library) == ["宁波.txt"]
    assert library.pending() == ()
    assert filled.doctor(mend=False).sound


def test_removing_what_is_not_there_is_named(filled):
    with pytest.raises(DocumentUnknown, match="缺失"):
        filled.remove("缺失")


def test_reindexing_parses_every_source_anew_and_leaves_one_folder(filled, home, library, monkeypatch):
    monkeypatch.setattr(rebuilding, "parse", fakes.parse)
    monkeypatch.setattr(rebuilding, "chunk", fakes.chunk)
    before = IndexFolder(home).current().folder
    assert filled.reindex() == 2
    for document in library.documents():
        assert library.document(document.id) == fakes.parse(library.source(document.id))
    assert IndexFolder(home).current().folder != before
    assert IndexFolder(home).leftovers() == ()
    assert filled.doctor(mend=False).sound


def test_a_rebuild_that_fails_leaves_the_old_indexes_in_force(filled, home, retriever, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(DenseIndex, "add", lambda *_: (_ for _ in ()).throw(SearchIndexError("坏了", "broken")))
        with pytest.raises(SearchIndexError):
            filled.reindex()
    assert retriever.retrieve("新型储能")
    assert not filled.doctor(mend=False).sound  # the unfinished folder
    assert filled.doctor(mend=True).sound
    assert IndexFolder(home).leftovers() == ()


def test_other_settings_are_refused_before_anything_is_written(filled, home, library, write):
    other = Indexer(home, library, fakes.HashingEmbedder(name="other"))
    with pytest.raises(IndexMismatch, match="wence reindex"):
        other.ingest([write("c.txt", "新文件")])
    assert names(library) == ["江苏.txt", "宁波.txt"]
    other.reindex()
    assert other.ingest([write("c.txt", "新文件")])[0].error is None


# --- indexes that cannot follow, homes that cannot be written -----------------------------------------------------


def fail_once(monkeypatch, method="follow"):
    real = getattr(Indexes, method)
    failures = [SearchIndexError("磁盘已满", "disk full")]

    def failing(self, library, document_ids):
        if document_ids and failures:
            raise failures.pop()
        return real(self, library, document_ids)

    monkeypatch.setattr(Indexes, method, failing)


def test_documents_that_the_indexes_cannot_follow_go_out_again(filled, library, write, monkeypatch):
    before = library.documents()
    fail_once(monkeypatch)
    results = filled.ingest([write("新.txt", "新文件"), write("江苏.txt", "江苏新方案")])
    assert [type(result.error) for result in results] == [SearchIndexError, SearchIndexError]
    assert {document.id for document in library.documents()} == {document.id for document in before}
    assert filled.doctor(mend=True).sound
    assert filled.ingest([write("新.txt", "新文件")])[0].error is None


def test_a_run_that_is_called_off_leaves_the_rest_out(filled, library, write):
    before = names(library)
    files = [write(f"{number}.txt", f"第{number}号方案") for number in range(3)]
    asked = iter([False, False, True, True])  # begun, read; the next not begun
    results = filled.ingest(files, stopped=lambda: next(asked, True))
    assert [type(result.error) for result in results] == [IngestStopped] * 3
    assert [result.error.en for result in results][2].startswith("'2.txt' was not added")
    assert names(library) == before
    assert library.pending() == ()
    assert filled.doctor(mend=False).sound
    assert filled.ingest(files[:1])[0].error is None


def test_a_file_is_called_off_in_the_middle_of_its_pages(filled, library, tmp_path):
    path = pdf(tmp_path / "长.pdf", *([f"管好{trade}业用水。"] for trade in "农林牧渔矿"))
    before, steps = names(library), []
    (result,) = filled.ingest([path], step=steps.append, stopped=lambda: len(steps) == 2)
    assert isinstance(result.error, IngestStopped)
    assert steps == [Step(Stage.READING, 1, 5), Step(Stage.READING, 2, 5)]
    assert names(library) == before
    (result,) = filled.ingest([path], step=steps.append)
    assert result.error is None
    assert steps[-1] == Step(Stage.INDEXING, steps[-1].total, steps[-1].total)


def test_a_text_whose_successor_is_called_off_comes_back_with_its_status(filled, library, write):
    stated = DocumentStatus(Validity.TRIAL, effective_from="2024-01-01")
    held = filled.set_status("江苏.txt", stated)
    asked = iter([False, False, True])  # begun, read, and called off while it is indexed
    (result,) = filled.ingest([write("江苏.txt", "江苏新方案")], stopped=lambda: next(asked, True))
    assert isinstance(result.error, IngestStopped)
    assert library.find("江苏.txt").id == held.id
    assert library.find("江苏.txt").status == stated
    assert filled.doctor(mend=True).sound


def test_a_status_needs_no_indexing_and_outlives_a_rebuild(filled, library, monkeypatch):
    filled.set_status("江苏.txt", DocumentStatus(Validity.REPEALED, enabled=False))
    assert library.pending() == ()
    monkeypatch.setattr(rebuilding, "chunk", lambda document: fakes.chunk(document))
    filled.reindex()
    assert library.find("江苏.txt").status == DocumentStatus(Validity.REPEALED, enabled=False)
    assert filled.doctor(mend=False).sound


def test_a_status_of_what_is_not_there_is_named(filled):
    with pytest.raises(DocumentUnknown, match="不在"):
        filled.set_status("不在", DocumentStatus())


def test_the_next_writer_makes_up_for_one_that_was_killed(filled, library, write):
    document = fakes.document("killed.txt", "氢能重卡换电站")
    library.add(document, fakes.chunk(document))
    library.remove("江苏.txt")
    assert library.pending()
    filled.ingest([write("c.txt", "新文件")])
    assert library.pending() == ()
    assert filled.doctor(mend=False).sound


def test_a_home_without_room_is_named_before_anything_is_written(indexer, library, write, monkeypatch):
    monkeypatch.setattr(inputs.shutil, "disk_usage", lambda _: type("Usage", (), {"free": 1000})())
    with pytest.raises(HomeUnusable, match="--home"):
        indexer.ingest([write("a.txt", *NOTICE)])
    assert names(library) == []


def test_a_file_over_the_limit_needs_no_room(indexer, tmp_path, monkeypatch):
    monkeypatch.setattr(inputs, "MAX_BYTES", 10)
    monkeypatch.setattr(inputs.shutil, "disk_usage", lambda _: type("Usage", (), {"free": 9 * 2**20})())
    big = tmp_path / "big.txt"
    big.write_text("字" * 2**20, encoding="utf-8")
    inputs.require_space(tmp_path, [big])


def limited(home: Path, path: Path, most_bytes: int) -> subprocess.CompletedProcess[str]:
    """Ingests one file in a process that may write no file beyond a size: what a full disk looks like from inside."""
    script = textwrap.dedent(
        """
        import sys
        from pathlib import Path
        from corpus.errors import WenceError
        from corpus.library import Library
        from index.indexer import Indexer
        from tests import fakes
        try:
            home = Path(sys.argv[1])
            (result,) = Indexer(home, Library(home), fakes.HashingEmbedder(dimension=512)).ingest([Path(sys.argv[2])])
            error = result.error
        except WenceError as raised:
            error = raised
        print(error.zh if error else "in")
        """
    )
    return subprocess.run(
        [sys.executable, "-c", script, str(home), str(path)],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes)),
        env={**os.environ, "PYTHONPATH": os.pathsep.join([os.getcwd(), os.environ.get("PYTHONPATH", "")])},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )


@pytest.mark.parametrize("most_bytes", [200_000, 1_000_000, 2_000_000])
def test_a_full_home_is_named_and_the_library_stays_as_it_was(home, write, most_bytes):
    lines = [f"{n}. 第{n}项任务，{'推进绿色低碳技术攻关和示范应用' * 8}。" for n in range(1, 900)]
    said = limited(home, write("大.txt", "大方案", *lines), most_bytes).stdout
    assert "空间" in said
    from corpus.library import Library

    library = Library(home)
    assert library.documents() == ()
    assert Indexer(home, library, fakes.HashingEmbedder(dimension=512)).doctor(mend=True).sound


def test_a_home_under_a_file_is_named(tmp_path, library, write):
    (tmp_path / "file").write_text("", encoding="utf-8")
    unusable = Indexer(tmp_path / "file" / "home", library, fakes.HashingEmbedder())
    with pytest.raises(HomeUnusable):
        unusable.ingest([write("a.txt", *NOTICE)])


def test_nothing_but_the_store_and_the_indexes_is_left_in_the_home(filled, home):
    left = {path.name for path in home.iterdir()} - {f"{STORE_NAME}-wal", f"{STORE_NAME}-shm"}
    assert left == {STORE_NAME, "index", "writer.lock"}
