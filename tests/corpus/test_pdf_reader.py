"""Pdf files with a text layer, and those without."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

from corpus.errors import IngestStopped, SourceDamaged
from corpus.readers import read_source

FONT = "STSong-Light"


def pdf(path: Path, *pages: list[str], password: str = "") -> Path:
    """A pdf with one text line under the other on each page; an empty page has a drawing only."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    out = io.BytesIO()
    lock = StandardEncryption(password) if password else None
    sheet = canvas.Canvas(out, encrypt=lock)
    for lines in pages:
        sheet.setFont(FONT, 14)
        sheet.rect(60, 60, 20, 20)
        for number, line in enumerate(lines):
            sheet.drawString(72, 760 - 28 * number, line)
        sheet.showPage()
    sheet.save()
    path.write_bytes(out.getvalue())
    return path


def test_lines_are_kept_and_a_page_break_is_a_blank_line(tmp_path: Path) -> None:
    path = pdf(tmp_path / "a.pdf", ["一、总体要求", "到2025年，新增企业500家以上，推动"], ["绿色低碳发展。"])

    source = read_source(path)

    assert source.text == "一、总体要求\n到2025年，新增企业500家以上，推动\n\n绿色低碳发展。"
    assert (source.format, source.notes) == ("pdf", ())


@pytest.mark.parametrize("number", ["- 3 -", "— 3 —", "－3－", "3", "第 3 页", "第3页 共10页", "3 / 10"])
def test_page_numbers_are_dropped(tmp_path: Path, number: str) -> None:
    assert read_source(pdf(tmp_path / "a.pdf", ["正文。", number])).text == "正文。"


@pytest.mark.parametrize("line", ["3. 加强研究", "2025年", "3%", "（3）"])
def test_lines_that_only_look_like_page_numbers_stay(tmp_path: Path, line: str) -> None:
    assert read_source(pdf(tmp_path / "a.pdf", ["正文。", line])).text == f"正文。\n{line}"


def test_heads_and_feet_that_the_pages_share_are_dropped_with_a_note(tmp_path: Path) -> None:
    pages = [["某市人民政府公报", f"第{each}部分的内容。", f"第{each}期", f"{each}"] for each in range(1, 5)]

    source = read_source(pdf(tmp_path / "a.pdf", *pages))

    assert source.text.split("\n\n") == [f"第{each}部分的内容。" for each in range(1, 5)]
    assert source.notes == ("省略了每页重复的页眉或页脚",)


def test_a_scanned_pdf_asks_for_text_recognition(tmp_path: Path) -> None:
    with pytest.raises(SourceDamaged, match=r"“扫描.pdf”是扫描件（2 页都没有文字层）.*OCR"):
        read_source(pdf(tmp_path / "扫描.pdf", [], []))


def test_pages_without_text_among_others_are_noted(tmp_path: Path) -> None:
    source = read_source(pdf(tmp_path / "a.pdf", ["正文。"], []))

    assert source.text == "正文。"
    assert source.notes == ("2 页中有 1 页没有文字（可能是图片）",)


def test_a_pdf_locked_by_a_password_says_so(tmp_path: Path) -> None:
    with pytest.raises(SourceDamaged, match=r"“密.pdf”有打开密码"):
        read_source(pdf(tmp_path / "密.pdf", ["正文。"], password="secret"))


def test_a_pdf_that_only_forbids_copying_is_read(tmp_path: Path) -> None:
    sheet = canvas.Canvas(str(tmp_path / "a.pdf"), encrypt=StandardEncryption("", "secret"))
    sheet.drawString(72, 720, "Section 1")
    sheet.save()

    assert read_source(tmp_path / "a.pdf").text == "Section 1"


def test_a_text_layer_without_a_character_map_is_not_passed_on(tmp_path: Path) -> None:
    with pytest.raises(SourceDamaged, match=r"文字层无法识别"):
        read_source(pdf(tmp_path / "a.pdf", ["(cid:12)(cid:99)(cid:7)(cid:1204) 1"]))


def test_a_damaged_pdf_leaves_the_log_quiet(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    data = pdf(tmp_path / "a.pdf", ["正文。"]).read_bytes()
    (tmp_path / "b.pdf").write_bytes(re.sub(rb"startxref\n\d+", b"startxref\n7", data))
    read_source(tmp_path / "b.pdf")
    assert not caplog.records


def test_after_each_page_the_reader_says_how_far_it_is_and_can_be_called_off(tmp_path: Path) -> None:
    file = pdf(tmp_path / "三页.pdf", ["一、甲"], ["二、乙"], ["三、丙"])
    told: list[tuple[int, int]] = []
    read_source(file, lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        raise IngestStopped("停", "stopped")

    told.clear()
    with pytest.raises(IngestStopped):
        read_source(file, stop)
    assert told == [(1, 3)]
