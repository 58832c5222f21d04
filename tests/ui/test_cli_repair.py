"""A home folder in trouble, through the command line: what is said, and which command helps."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.connection import STORE_NAME
from corpus.library import Library
from index.lock import WriterLock
from index.manifest import IndexFolder
from tests.ui.conftest import Wence


@pytest.fixture
def stocked(wence: Wence, notice: Path) -> Wence:
    """Runs `wence` on a library of one document."""
    assert wence("ingest", notice).code == 0
    return wence


def found(wence: Wence) -> list[str]:
    return [hit["path"] for hit in wence("search", "农业节水", "--json").json["hits"]]


def test_lost_indexes_are_found_and_mended(stocked: Wence, home: Path) -> None:
    before = found(stocked)
    shutil.rmtree(home / "index")
    assert "wence" in stocked("search", "农业节水").err
    report = stocked("doctor", "--json")
    assert report.code == 1
    assert report.json["sound"] is False
    assert report.json["findings"]
    assert stocked("doctor").out.startswith("检索索引不能用，需要重建。请运行 wence doctor --mend")
    mended = stocked("doctor", "--mend")
    assert (mended.code, mended.err) == (0, "")
    assert found(stocked) == before != []
    assert stocked("doctor").code == 0


def test_indexes_of_another_model_name_the_command_that_rebuilds_them(stocked: Wence, home: Path) -> None:
    before = found(stocked)
    manifest = home / "index" / "manifest.json"
    content = json.loads(manifest.read_text(encoding="utf-8"))
    content["manifest"]["model"] = "another-model"
    manifest.write_text(json.dumps(content), encoding="utf-8")
    for words in (("search", "农业节水"), ("ask", "农业节水")):
        done = stocked(*words)
        assert done.code == 1
        assert "wence reindex" in done.err
        assert "another-model" in done.err
    assert stocked("reindex").code == 0
    assert found(stocked) == before != []


def test_a_library_that_someone_else_is_writing_names_the_writer(stocked: Wence, home: Path, tmp_path: Path) -> None:
    other = tmp_path / "另一份.txt"
    other.write_text("关于另一件事的通知\n\n一、做好另一件事。\n", encoding="utf-8")
    with WriterLock(home).held():
        done = stocked("ingest", other)
        assert done.code == 1
        assert str(os.getpid()) in done.err
        assert len(done.err.splitlines()) == 1
        assert found(stocked) != []
    assert stocked("ingest", other).code == 0


@pytest.mark.slow
def test_a_model_that_is_not_there_is_named(stocked: Wence, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("WENCE_EMBEDDING_MODEL", str(tmp_path / "no-such-model"))
    done = stocked("search", "农业节水")
    assert done.code == 1
    assert "no-such-model" in done.err
    assert "Traceback" not in done.err


def test_what_a_killed_run_left_is_told_in_plain_words_first(stocked: Wence, home: Path) -> None:
    library = Library(home)
    library.mark_pending([document.id for document in library.documents()])
    library.close()
    first, *details = stocked("doctor").out.splitlines()
    assert first == "有 1 份文件等待编入索引。请运行 wence doctor --mend 修复。"
    assert details
    assert stocked("--language", "en", "doctor").out.startswith("Waiting to be indexed: 1 document.")


def test_who_serves_what_an_earlier_version_read_is_told_how_to_read_it_again(
    stocked: Wence, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.server.serve", lambda *_, **__: None)
    assert stocked("serve").err == ""
    folder = IndexFolder(home)
    current = folder.current()
    assert current is not None
    folder.switch(current.folder, replace(current.manifest, reading=0))
    assert "wence reindex" in stocked("serve").err
    assert found(stocked) != []
    assert stocked("reindex").code == 0
    assert stocked("serve").err == ""


def test_serve_goes_on_where_no_manifest_tells_who_read_the_documents(
    stocked: Wence, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.server.serve", lambda *_, **__: None)
    (home / "index" / "manifest.json").write_text("{", encoding="utf-8")
    assert stocked("serve").code == 0


@pytest.mark.parametrize("words", [("list",), ("serve",)])
def test_a_row_that_cannot_be_read_ends_the_command_without_its_bytes(
    stocked: Wence, home: Path, words: tuple[str, ...]
) -> None:
    with sqlite3.connect(home / STORE_NAME) as raw:
        raw.execute("UPDATE documents SET summary = CAST(x'fffefdfcfb' AS TEXT)")
    done = stocked(*words)
    assert done.code == 1
    assert "已损坏" in done.err
    assert "\ufffd" not in done.err
    assert len(done.err.splitlines()) == 1
