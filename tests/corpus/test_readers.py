"""Files of every kind that an office has: read, or refused with a reason and a way out."""

from __future__ import annotations

import hashlib
import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from reportlab.pdfgen import canvas

from corpus import readers
from corpus.errors import (
    FormatUnsupported,
    SourceDamaged,
    SourceEmpty,
    SourceError,
    SourceMissing,
    SourceTooLarge,
)
from corpus.readers import read_source
from tests.growth import assert_linear

TEXT = "关于印发行动方案的通知\n\n一、总体要求\n到2025年，新增企业500家以上。\n"
HTML = "<!DOCTYPE html><html><body><p>一、总体要求</p></body></html>"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def docx_bytes(*paragraphs: str) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs or ("一、总体要求",):
        document.add_paragraph(paragraph)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def pdf_bytes(text: str = "Section 1") -> bytes:
    out = io.BytesIO()
    page = canvas.Canvas(out)
    page.drawString(72, 720, text)
    page.save()
    return out.getvalue()


def zip_bytes(*members: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for member in members:
            archive.writestr(member, "<x/>")
    return out.getvalue()


def write(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


@pytest.mark.parametrize(("name", "kind"), [("通知.txt", "txt"), ("通知.TXT", "txt"), ("通知.md", "md")])
def test_text_is_the_source_of_record_as_it_stands(tmp_path: Path, name: str, kind: str) -> None:
    source = read_source(write(tmp_path, name, TEXT))

    assert source.text == TEXT
    assert (source.name, source.format, source.encoding, source.notes) == (name, kind, "utf-8", ())
    assert source.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()


def test_the_same_words_in_two_encodings_are_one_source(tmp_path: Path) -> None:
    one = read_source(write(tmp_path, "a.txt", TEXT))
    other = read_source(write(tmp_path, "b.txt", TEXT.replace("\n", "\r\n").encode("gb18030")))

    assert one.sha256 == other.sha256
    assert other.notes == ("文字按 GB18030 编码读取",)


def test_markdown_keeps_its_signs(tmp_path: Path) -> None:
    assert read_source(write(tmp_path, "a.md", "# 标题\n\n**一、要求**\n")).text == "# 标题\n\n**一、要求**\n"


@pytest.mark.parametrize(
    ("name", "data", "found", "words"),
    [
        ("方案.txt", docx_bytes(), "docx", "一、总体要求"),
        ("方案.doc", docx_bytes(), "docx", "一、总体要求"),
        ("方案.docx", pdf_bytes(), "pdf", "Section 1"),
        ("方案.txt", HTML, "html", "一、总体要求"),
        ("方案.doc", HTML, "html", "一、总体要求"),
        ("方案.pdf", TEXT, "txt", TEXT),
        ("方案", TEXT, "txt", TEXT),
    ],
)
def test_a_wrongly_named_file_is_read_as_what_it_is_with_a_note(
    tmp_path: Path, name: str, data: bytes | str, found: str, words: str
) -> None:
    source = read_source(write(tmp_path, name, data))

    assert source.format == found
    assert source.text == words
    assert f"已按 {found} 读取" in source.notes[0]


@pytest.mark.parametrize(
    ("name", "data", "error", "zh", "en"),
    [
        ("空.txt", b"", SourceEmpty, "空文件", "is empty"),
        ("空白.txt", " \n\t\u3000\r\n\ufeff", SourceEmpty, "没有文字", "no text"),
        ("空.docx", docx_bytes(" "), SourceEmpty, "没有文字", "no text"),
        ("空.html", "<html><body><script>1</script></body></html>", SourceEmpty, "没有文字", "no text"),
        ("程序.txt", b"MZ\x90\0\x03" + bytes(range(256)) * 9, SourceDamaged, "不是文本", "not text"),
        ("旧.doc", OLE, FormatUnsupported, "另存为 docx 或 pdf", "save it as docx or pdf"),
        ("旧.txt", OLE + "WordDocument".encode("utf-16-le"), FormatUnsupported, "Word 97-2003", "Word 97-2003"),
        ("稿.wps", OLE, FormatUnsupported, "WPS", "WPS"),
        ("密.docx", OLE + "EncryptedPackage".encode("utf-16-le"), FormatUnsupported, "取消密码", "without one"),
        ("稿.ofd", zip_bytes("OFD.xml", "Doc_0/Document.xml"), FormatUnsupported, "ofd", "OFD"),
        ("表.xls", OLE + "Workbook".encode("utf-16-le"), FormatUnsupported, "电子表格", "spreadsheet"),
        ("表.xlsx", zip_bytes("xl/workbook.xml"), FormatUnsupported, "电子表格", "spreadsheet"),
        ("片.ppt", OLE, FormatUnsupported, "演示文稿", "slide show"),
        ("片.pptx", zip_bytes("ppt/presentation.xml"), FormatUnsupported, "演示文稿", "slide show"),
        ("稿.rtf", b"{\\rtf1\\ansi x}", FormatUnsupported, "RTF", "RTF"),
        ("稿.odt", zip_bytes("mimetype", "content.xml"), FormatUnsupported, "OpenDocument", "OpenDocument"),
        ("网页.mht", b"From: <x>\r\nSubject: y\r\nMIME-Version: 1.0\r\n", FormatUnsupported, "mht", "mht"),
        ("包.zip", zip_bytes("a.txt"), FormatUnsupported, "解压", "unpack"),
        ("包.rar", b"Rar!\x1a\x07\x01\0", FormatUnsupported, "解压", "unpack"),
        ("扫描.png", b"\x89PNG\r\n\x1a\n" + bytes(50), FormatUnsupported, "OCR", "OCR"),
        ("扫描.jpg", b"\xff\xd8\xff\xe0" + bytes(50), FormatUnsupported, "OCR", "OCR"),
        ("扫描.bmp", b"BM\x36\x10\0\0\0\0\0\0" + bytes(50), FormatUnsupported, "OCR", "OCR"),
        ("断.docx", docx_bytes()[:9000], SourceDamaged, "不完整", "incomplete"),
        ("断.pdf", pdf_bytes()[:-200], SourceDamaged, "不完整", "incomplete"),
        ("坏.pdf", b"%PDF-1.7\nnothing here\n%%EOF\n", SourceDamaged, "坏.pdf", "坏.pdf"),
        ("坏.docx", zip_bytes("word/document.xml"), SourceDamaged, "已损坏", "damaged"),
    ],
)
def test_what_cannot_be_read_says_why_and_what_to_do(
    tmp_path: Path, name: str, data: bytes | str, error: type[SourceError], zh: str, en: str
) -> None:
    with pytest.raises(error) as caught:
        read_source(write(tmp_path, name, data))

    assert type(caught.value) is error
    assert zh in caught.value.zh
    assert en in caught.value.en
    for message in (caught.value.zh, caught.value.en):
        assert name in message
        assert "\n" not in message


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceMissing, match=r"找不到文件“没有.txt”"):
        read_source(tmp_path / "没有.txt")


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    with pytest.raises(SourceMissing, match=r"是文件夹"):
        read_source(tmp_path)


def test_a_path_through_a_file_is_missing(tmp_path: Path) -> None:
    with pytest.raises(SourceMissing, match=r"找不到文件"):
        read_source(write(tmp_path, "a.txt", TEXT) / "b.txt")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管道.txt")
    with pytest.raises(SourceMissing, match=r"不是普通文件"):
        read_source(tmp_path / "管道.txt")


@pytest.mark.parametrize("path", ["a\0b.txt", "长" * 400 + ".txt"])
def test_a_path_that_the_system_refuses_is_an_error_of_ours(path: str) -> None:
    with pytest.raises(SourceMissing):
        read_source(Path(path))


def test_no_permission_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    path = write(tmp_path, "密.txt", TEXT)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(SourceMissing, match=r"没有权限读取“密.txt”"):
        read_source(path)


def test_a_file_over_the_limit_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "大.pdf"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    monkeypatch.setattr(Path, "read_bytes", lambda self: pytest.fail("was read"))

    with pytest.raises(SourceTooLarge, match=r"“大.pdf”有 100 MB，超过 50 MB"):
        read_source(path)


def test_five_megabytes_without_a_sentence_end_are_read_in_linear_time(tmp_path: Path) -> None:
    words = "关于推进绿色低碳发展的若干措施"

    def work(times: int) -> Callable[[], object]:
        path = write(tmp_path, "长.txt", words * times)
        return lambda: read_source(path)

    assert_linear(work, 5 * 1024 * 1024 // len(words.encode()) // 8)
    assert len(read_source(tmp_path / "长.txt").text) > 1_700_000


@pytest.mark.parametrize("raised", [RecursionError("deep"), MemoryError(), KeyError("x"), zipfile.BadZipFile("y")])
@pytest.mark.parametrize("name", ["a.docx", "a.pdf", "a.html"])
def test_whatever_a_parser_raises_becomes_damage_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, raised: Exception
) -> None:
    def fail(*arguments: object) -> None:
        raise raised

    kind = name.split(".")[1]
    data = {"docx": docx_bytes(), "pdf": pdf_bytes(), "html": HTML.encode()}[kind]
    monkeypatch.setattr(readers.import_module(f"corpus.{kind}_reader"), "read", fail)

    with pytest.raises(SourceDamaged, match=rf"“{name}”已损坏或不完整") as caught:
        read_source(write(tmp_path, name, data))
    assert caught.value.__cause__ is raised


def test_a_name_that_is_no_unicode_can_be_shown(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xcd\xa8\xd6\xaa.txt"))
    try:
        path.write_text(TEXT, encoding="utf-8")
    except OSError:
        pytest.skip("the file system takes Unicode names only")
    read_source(path).name.encode("utf-8")
