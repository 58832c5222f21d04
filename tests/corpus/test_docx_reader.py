"""Word files as offices write them: numbers drawn by Word, boxes in tables, tracked changes."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from corpus.docx_numbering import chinese, render
from corpus.errors import FormatUnsupported
from corpus.readers import read_source

Build = Callable[[Any], None]


@pytest.fixture
def text_of(tmp_path: Path) -> Callable[[Build], str]:
    def read(build: Build) -> str:
        document = docx.Document()
        build(document)
        document.save(str(tmp_path / "文.docx"))
        return read_source(tmp_path / "文.docx").text

    return read


def add_list(
    document: Any, abstract_id: int, *levels: tuple[str, str], num_ids: tuple[int, ...] = (), start: str = ""
) -> None:
    """A list definition: levels of (format, text), and nums that use it."""
    numbering = document.part.numbering_part.element
    drawn = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for i, (kind, text) in enumerate(levels)
    )
    numbering.insert(
        0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{abstract_id}">{drawn}</w:abstractNum>')
    )
    for num_id in num_ids:
        numbering.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{num_id}"><w:abstractNumId w:val="{abstract_id}"/>{start}</w:num>'
            )
        )


def numbered(document: Any, text: str, level: int, num_id: int = 900) -> None:
    properties = document.add_paragraph(text)._p.get_or_add_pPr()
    properties.append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{num_id}"/></w:numPr>')
    )


OFFICIAL = (
    ("chineseCountingThousand", "%1、"),
    ("chineseCounting", "（%2）"),
    ("decimal", "%3."),
    ("decimalEnclosedCircle", "%4"),
)


def test_official_numbers_that_word_draws_are_written_out(text_of: Callable[[Build], str]) -> None:
    def build(document: Any) -> None:
        add_list(document, 90, *OFFICIAL, num_ids=(900,))
        for words, level in [("总体要求", 0), ("指导思想", 1), ("主要目标", 1), ("加强研究。", 2), ("推动转化。", 2)]:
            numbered(document, words, level)
        numbered(document, "重点任务", 0)
        numbered(document, "第一项", 1)
        numbered(document, "细项", 3)

    assert text_of(build).splitlines() == [
        "一、总体要求",
        "（一）指导思想",
        "（二）主要目标",
        "1. 加强研究。",
        "2. 推动转化。",
        "二、重点任务",
        "（一）第一项",
        "① 细项",
    ]


def test_numbering_set_by_a_style_is_drawn(text_of: Callable[[Build], str]) -> None:
    def build(document: Any) -> None:
        add_list(document, 90, ("chineseCounting", "第%1条"), num_ids=(900,))
        style = document.styles.add_style("条", 1)
        style.element.get_or_add_pPr().append(parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="900"/></w:numPr>'))
        document.add_paragraph("为了规范管理。", style="条")
        document.add_paragraph("本办法适用于本市。", style="条")

    assert text_of(build).splitlines() == ["第一条 为了规范管理。", "第二条 本办法适用于本市。"]


def test_two_nums_of_one_list_count_on_and_an_override_starts_anew(text_of: Callable[[Build], str]) -> None:
    def build(document: Any) -> None:
        override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
        add_list(document, 90, ("decimal", "%1."), num_ids=(900, 901))
        add_list(document, 91, ("decimal", "%1)"), num_ids=(910,))
        document.part.numbering_part.element.append(
            parse_xml(f'<w:num {nsdecls("w")} w:numId="902"><w:abstractNumId w:val="90"/>{override}</w:num>')
        )
        for num_id in (900, 901, 910, 902, 902):
            numbered(document, "项", 0, num_id)

    assert text_of(build).splitlines() == ["1. 项", "2. 项", "1)项", "1. 项", "2. 项"]


def test_a_paragraph_taken_out_of_its_list_has_no_number(text_of: Callable[[Build], str]) -> None:
    def build(document: Any) -> None:
        add_list(document, 90, ("decimal", "%1."), num_ids=(900,))
        numbered(document, "有号", 0)
        numbered(document, "无号", 0, num_id=0)
        numbered(document, "有号", 0)

    assert text_of(build).splitlines() == ["1. 有号", "无号", "2. 有号"]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (99, "九十九"),
        (100, "一百"),
        (105, "一百〇五"),
        (110, "一百一十"),
        (1005, "一千〇五"),
    ],
)
def test_chinese_counting(number: int, words: str) -> None:
    assert chinese(number) == words


@pytest.mark.parametrize(
    ("number", "kind", "drawn"),
    [
        (12, "decimal", "12"),
        (3, "decimalZero", "03"),
        (12, "ideographDigital", "一二"),
        (4, "upperRoman", "IV"),
        (28, "lowerLetter", "bb"),
        (3, "decimalEnclosedCircle", "③"),
        (21, "decimalEnclosedCircle", "21"),
        (2, "ideographTraditional", "乙"),
        (12, "chineseLegalSimplified", "壹拾贰"),
        (1, "decimalFullWidth", "１"),
        (7, "anotherFormat", "7"),
    ],
)
def test_number_formats(number: int, kind: str, drawn: str) -> None:
    assert render(number, kind) == drawn


def test_paragraphs_and_tables_come_in_document_order(text_of: Callable[[Build], str]) -> None:
    def build(document: Any) -> None:
        document.add_paragraph("表前")
        table = document.add_table(rows=2, cols=2)
        for cell, words in zip(table._cells, ["指标", "2025年", "企业数", "500家"], strict=True):
            cell.text = words
        document.add_paragraph("表后")

    assert text_of(build).splitlines() == ["表前", "指标 | 2025年", "企业数 | 500家", "表后"]


def test_merged_cells_are_said_once(text_of: Callable[[Build], str]) -> None:
    def build(document: Any) -> None:
        table = document.add_table(rows=2, cols=3)
        for cell, words in zip(table._cells, "甲乙丙丁戊己", strict=True):
            cell.text = words
        table.cell(0, 1).merge(table.cell(0, 2))
        table.cell(0, 0).merge(table.cell(1, 0))

    assert text_of(build).splitlines() == ["甲 丁 | 乙 丙", " | 戊 | 己"]


def test_a_box_framed_by_a_table_of_one_cell_keeps_its_paragraphs(text_of: Callable[[Build], str]) -> None:
    def build(document: Any) -> None:
        cell = document.add_table(rows=1, cols=1).cell(0, 0)
        cell.text = "专栏1 重点工程"
        cell.add_paragraph("1. 氢能项目。")
        cell.add_paragraph("2. 光伏项目。")

    assert text_of(build).splitlines() == ["专栏1 重点工程", "1. 氢能项目。", "2. 光伏项目。"]


def insert(document: Any, inner: str) -> None:
    body = document.element.body
    body.insert(len(body) - 1, parse_xml(inner.replace("NS", nsdecls("w"), 1)))


def test_insertions_count_and_deletions_do_not(text_of: Callable[[Build], str]) -> None:
    text = text_of(
        lambda document: insert(
            document,
            '<w:p NS><w:r><w:t>新增</w:t></w:r><w:ins w:id="1"><w:r><w:t>500</w:t></w:r></w:ins>'
            '<w:del w:id="2"><w:r><w:delText>300</w:delText></w:r></w:del><w:r><w:t>家</w:t></w:r></w:p>',
        )
    )
    assert text == "新增500家"


def test_hidden_text_and_field_codes_are_left_out(text_of: Callable[[Build], str]) -> None:
    text = text_of(
        lambda document: insert(
            document,
            "<w:p NS><w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
            "<w:r><w:t>第</w:t><w:tab/><w:t>一</w:t><w:br/><w:t>行</w:t></w:r></w:p>",
        )
    )
    assert text == "第\t一\n行"


def test_links_and_content_controls_are_read(text_of: Callable[[Build], str]) -> None:
    text = text_of(
        lambda document: insert(
            document,
            "<w:sdt NS><w:sdtContent><w:p><w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink></w:p></w:sdtContent>"
            "</w:sdt>",
        )
    )
    assert text == "链接"


def test_a_text_box_is_read_once(text_of: Callable[[Build], str]) -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    text = text_of(
        lambda document: insert(
            document,
            f"<w:p NS {mc}><w:r><w:t>框外</w:t><mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice>"
            f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>",
        )
    )
    assert text == "框外\n框内"


def test_the_table_of_contents_is_left_out_with_a_note(tmp_path: Path) -> None:
    document = docx.Document()
    style = document.styles.add_style("11", 1)
    style.element.find(docx.oxml.ns.qn("w:name")).set(docx.oxml.ns.qn("w:val"), "toc 1")
    insert(document, '<w:p NS><w:pPr><w:pStyle w:val="11"/></w:pPr><w:r><w:t>一、总体要求 1</w:t></w:r></w:p>')
    document.add_paragraph("一、总体要求")
    document.save(str(tmp_path / "a.docx"))

    source = read_source(tmp_path / "a.docx")

    assert source.text == "一、总体要求"
    assert source.notes == ("省略了目录 1 行",)


def test_a_file_with_macros_asks_for_a_plain_docx(tmp_path: Path) -> None:
    document = docx.Document()
    document.part._content_type = "application/vnd.ms-word.document.macroEnabled.main+xml"
    out = io.BytesIO()
    document.save(out)
    (tmp_path / "宏.docm").write_bytes(out.getvalue())

    with pytest.raises(FormatUnsupported, match=r"“宏.docm”是 Word 模板或含宏的文档"):
        read_source(tmp_path / "宏.docm")
