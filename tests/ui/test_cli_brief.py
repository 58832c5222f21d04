"""Briefings from the command line: their length, their documents, and the files they are saved as."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from assistant.export import can_print
from corpus.text import visible_length
from tests.ui.conftest import Wence

JIANGSU = "江苏省科技支撑碳达峰碳中和实施方案.txt"


def test_a_briefing_says_on_which_clause_each_mark_stands(library: Wence) -> None:
    done = library("brief", "写一份氢能的简报")
    assert done.code == 0
    assert done.out.startswith("氢能简报")
    assert "**国家**" in done.out
    assert "\n[1] " in done.out


def test_the_length_may_be_asked_for_or_set(library: Wence) -> None:
    half, one, two = (
        visible_length(library("brief", "写一份氢能的简报", "--length", length, "--json").json["markdown"])
        for length in ("half", "one", "two")
    )
    asked = visible_length(library("brief", "写一份氢能的简报，半页", "--json").json["markdown"])
    assert half < one < two
    assert asked == half


def test_a_document_may_be_set(library: Wence) -> None:
    found = library("brief", "氢能", "--document", JIANGSU, "--json").json
    assert {citation["source"] for citation in found["citations"]} == {JIANGSU}


def test_files_are_written_instead_of_the_terminal(library: Wence, tmp_path: Path) -> None:
    docx, md = tmp_path / "氢能.docx", tmp_path / "氢能.md"
    done = library("brief", "写一份氢能的简报", "--docx", docx, "--md", md)
    assert (done.code, done.out) == (0, "")
    assert str(docx) in done.err
    assert Document(str(docx)).paragraphs[0].text == "氢能简报"
    assert md.read_text(encoding="utf-8").startswith("# 氢能简报\n")


@pytest.mark.slow
@pytest.mark.skipif(not can_print(), reason="there is no LibreOffice here")
def test_a_pdf_is_written_where_there_is_libreoffice(library: Wence, tmp_path: Path) -> None:
    pdf = tmp_path / "氢能.pdf"
    assert library("brief", "写一份氢能的简报", "--pdf", pdf).code == 0
    assert pdf.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--document", "没有.txt"), 1, "没有.txt"),
        (("--docx", "/nowhere/简报.docx"), 1, "/nowhere/简报.docx"),
        (("--length", "three"), 2, "half、one、two"),
    ],
)
def test_what_cannot_be_done_is_said(library: Wence, words: tuple[str, ...], code: int, said: str) -> None:
    done = library("brief", "氢能", *words)
    assert (done.code, done.out) == (code, "")
    assert said in done.err


def test_what_no_document_speaks_of_is_no_failure(library: Wence) -> None:
    done = library("brief", "写一份火星探测的简报")
    assert done.code == 0
    assert "未见相关内容" in done.out
