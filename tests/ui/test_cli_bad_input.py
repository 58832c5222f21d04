"""Files and folders that cannot be used: a clear line on each, and the library as it was."""

from __future__ import annotations

import io
import os
import sqlite3
import zipfile
from pathlib import Path

import pytest

from tests.ui.conftest import Wence

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1016)
CUT_ZIP = b"PK\x03\x04" + bytes(40)


def zipped(*names: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return content.getvalue()


BAD_FILES = {
    "空文件.txt": b"",
    "只有空白.txt": b" \n\t\n",
    "乱码.txt": bytes(range(256)) * 40,
    "旧格式.doc": OLE2,
    "金山.wps": OLE2,
    "版式.ofd": zipped("OFD.xml", "Doc_0/Document.xml"),
    "截断.docx": CUT_ZIP,
    "截断.pdf": b"%PDF-1.7\n1 0 obj\n",
    "图片.png": b"\x89PNG\r\n\x1a\n" + bytes(64),
    "名不副实.pdf": zipped("notes.txt"),
}


@pytest.fixture
def bad_file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / request.param
    path.write_bytes(BAD_FILES[request.param])
    return path


@pytest.mark.parametrize("bad_file", BAD_FILES, indirect=True)
def test_a_bad_file_is_named_and_the_others_go_in(wence: Wence, notice: Path, bad_file: Path) -> None:
    done = wence("ingest", bad_file, notice)
    assert done.code == 1
    assert "Traceback" not in done.err
    assert [line for line in done.err.splitlines() if bad_file.name in line]
    assert bad_file.name in done.out
    assert [row["name"] for row in wence("list", "--json").json] == [notice.name]


@pytest.mark.parametrize("bad_file", BAD_FILES, indirect=True)
def test_json_tells_the_reason_of_each_failure(wence: Wence, notice: Path, bad_file: Path) -> None:
    done = wence("--language", "en", "ingest", "--json", notice, bad_file)
    assert done.code == 1
    good, bad = done.json["results"]
    assert (good["outcome"], good["name"]) == ("added", notice.name)
    assert (bad["outcome"], bad["file"]) == ("failed", str(bad_file))
    assert bad_file.name in bad["reason"]


@pytest.mark.parametrize("bad_file", ["旧格式.doc", "金山.wps", "版式.ofd"], indirect=True)
def test_a_format_without_a_reader_gets_the_way_out(wence: Wence, bad_file: Path) -> None:
    assert "pdf" in wence("ingest", bad_file).err


def test_a_missing_file_is_named_and_the_others_go_in(wence: Wence, notice: Path, tmp_path: Path) -> None:
    done = wence("ingest", tmp_path / "没有.txt", notice)
    assert done.code == 1
    assert "没有.txt" in done.err
    assert [row["name"] for row in wence("list", "--json").json] == [notice.name]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads every file")
def test_an_unreadable_file_is_named(wence: Wence, notice: Path) -> None:
    notice.chmod(0)
    done = wence("ingest", notice)
    assert done.code == 1
    assert notice.name in done.err


def test_a_folder_with_nothing_to_read_is_a_failure(wence: Wence, tmp_path: Path) -> None:
    empty = tmp_path / "空"
    empty.mkdir()
    (empty / "data.json").write_text("{}", encoding="utf-8")
    done = wence("ingest", empty)
    assert done.code == 1
    assert "文件夹“空”里没有可以读取的文件" in done.err


def test_a_failed_replacement_leaves_the_old_document(wence: Wence, notice: Path) -> None:
    wence("ingest", notice)
    before = wence("outline", notice.name, "--json").json
    notice.write_bytes(b"")
    assert wence("ingest", notice).code == 1
    assert wence("outline", notice.name, "--json").json == before


@pytest.mark.parametrize("words", [("list",), ("search", "节水"), ("ask", "节水"), ("reindex",), ("serve",)])
def test_a_home_under_a_file_is_named(wence: Wence, notice: Path, words: tuple[str, ...]) -> None:
    home = notice / "home"
    done = wence("--home", home, *words)
    assert done.code == 1
    assert str(home) in done.err
    assert "Errno" not in done.err
    assert len(done.err.splitlines()) == 1


def test_a_home_that_is_a_file_is_named(wence: Wence, notice: Path) -> None:
    done = wence("--home", notice, "list")
    assert done.code == 1
    assert str(notice) in done.err


def test_a_home_written_by_a_newer_version_is_left_alone(wence: Wence, notice: Path, home: Path) -> None:
    wence("ingest", notice)
    (store,) = home.glob("*.sqlite*")
    with sqlite3.connect(store) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    done = wence("list")
    assert done.code == 1
    assert "999" in done.err
    with sqlite3.connect(store) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (999,)
    connection.close()
