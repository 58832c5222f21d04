"""Briefings and answers become papers: sections, lines, tables, and a reference for every mark."""

from __future__ import annotations

import pytest

from assistant.export import Grid, Heading, Line, Note, Paper, to_markdown, to_pdf
from assistant.export import pdf as printing
from assistant.export.markdown import numbered
from assistant.export.paper import blocks, grid, notes
from assistant.models import Citation, CitationStatus
from corpus.errors import InputError


def citation(mark: int, quote: str, status: CitationStatus = CitationStatus.VERIFIED, path: str = "一") -> Citation:
    return Citation(source="甲.txt", path=path, text=quote, title="甲方案", mark=mark, quote=quote, status=status)


def test_markdown_becomes_sections_lines_and_tables() -> None:
    text = (
        "**国家**\n\n* 建成20个工程。[1]\n- **到2030年**：完成。\n\n| 主题 | 甲 |\n| --- | --- |\n| 海水 | 未\\|提及 |"
    )
    assert blocks(text) == (
        Heading("国家"),
        Line("建成20个工程。[1]"),
        Line("到2030年：完成。"),
        Grid(("主题", "甲"), (("海水", "未|提及"),)),
    )


def test_a_table_without_rows_is_none() -> None:
    assert grid("| 主题 | 甲 |\n| --- | --- |") is None
    assert grid("") is None


def test_marks_of_one_clause_share_a_reference() -> None:
    found = notes(
        [citation(1, "建成20个工程"), citation(2, "完成改造。"), citation(3, "别的", path="二")],
        "建成20个工程，完成改造；别的",
    )
    assert found == (Note((1, 2), "《甲方案》一"), Note((3,), "《甲方案》二"))


def test_words_that_the_page_does_not_print_are_quoted_and_doubts_said() -> None:
    (found,) = notes([citation(1, "建成20个工程", CitationStatus.ALTERED)], "建成30个工程[1]")
    assert found.text == "《甲方案》一：“建成20个工程”（引文与原文有出入）"


@pytest.mark.parametrize(("at", "printed"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (23, "二十三")])
def test_sections_are_numbered_in_chinese(at: int, printed: str) -> None:
    assert numbered(at) == printed


def test_as_markdown_a_paper_stands_by_itself() -> None:
    paper = Paper(
        "简报", (Heading("国家"), Line("完成。[1]")), (Note((1,), "《甲方案》一"),), Grid(("文件",), (("甲|乙",),))
    )
    assert to_markdown(paper) == (
        "# 简报\n\n## 一、国家\n\n完成。[1]\n\n## 文件来源\n\n| 文件 |\n| --- |\n| 甲\\|乙 |\n\n"
        "## 引文出处\n\n- [1] 《甲方案》一\n"
    )


def test_without_libreoffice_a_pdf_is_refused_with_a_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "PROGRAMS", ("no-such-program",))
    assert not printing.can_print()
    with pytest.raises(InputError, match="LibreOffice"):
        to_pdf(b"")


def test_a_libreoffice_that_fails_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "PROGRAMS", ("false",))
    with pytest.raises(InputError, match="没能转出"):
        to_pdf(b"")
