"""A paper becomes a Word file in official layout that says what it says elsewhere and opens whatever texts hold."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import pdfplumber
import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Pt

from assistant.answering import Assistant
from assistant.export import Grid, Heading, Line, Note, Paper, can_print, of_answer, of_briefing, to_docx, to_pdf

PAPER = Paper(
    "节水简报",
    (
        Heading("国家"),
        Line("到2030年，建成20个海水淡化示范工程。[1]另见[9]。"),
        Heading("（一）比较", 2),
        Grid(("主题", "国家", "浙江"), (("海水淡化", "建成20个示范工程。[1]", "未提及"),)),
    ),
    (Note((1, 2), "《节水方案》（国科发农〔2023〕45号）一"),),
    Grid(("文件", "文号"), (("《节水方案》", "国科发农〔2023〕45号"),)),
)


def read(paper: Paper) -> Any:
    return Document(io.BytesIO(to_docx(paper)))


@pytest.fixture(scope="module")
def document() -> Any:
    return read(PAPER)


def lines(document: Any) -> list[str]:
    """The text of every paragraph, links and the numbers of endnotes included."""
    return ["".join(map(printed, one._p.iter(qn("w:t"), qn("w:endnoteReference")))) for one in document.paragraphs]


def printed(node: Any) -> str:
    return node.get(qn("w:id")) if node.tag == qn("w:endnoteReference") else node.text or ""


def endnotes(document: Any) -> list[str]:
    """What the endnotes say, by their order, the separators left out."""
    parts = [one.target_part for one in document.part.rels.values() if one.reltype.endswith("/endnotes")]
    found = parse_xml(parts[0].blob).findall(qn("w:endnote")) if parts else []
    return [
        "".join(node.text for node in one.iter(qn("w:t"))).strip() for one in found if one.get(qn("w:type")) is None
    ]


def test_the_words_come_back(document: Any) -> None:
    assert lines(document) == [
        "节水简报",
        "一、国家",
        "到2030年，建成20个海水淡化示范工程。[1]另见[9]。",
        "（一）比较",
        "二、文件来源",
    ]
    table = [
        ["".join(t.text for t in cell._tc.iter(qn("w:t"))) for cell in row.cells] for row in document.tables[0].rows
    ]
    assert table == [["主题", "国家", "浙江"], ["海水淡化", "建成20个示范工程。[1]", "未提及"]]


def test_the_page_has_the_measures_of_official_documents(document: Any) -> None:
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(one.mm) for one in margins] == [37, 35, 28, 26]


@pytest.mark.parametrize(
    ("line", "face", "size"),
    [
        (0, "方正小标宋简体", 22),
        (1, "黑体", 16),
        (2, "仿宋_GB2312", 16),
        (3, "楷体_GB2312", 16),
    ],
)
def test_each_level_has_its_face_and_size(document: Any, line: int, face: str, size: int) -> None:
    runs = document.paragraphs[line].runs
    assert {run._element.rPr.rFonts.get(qn("w:eastAsia")) for run in runs} == {face}
    assert {run.font.size for run in runs} == {Pt(size)}


def test_faces_that_are_not_installed_have_stand_ins() -> None:
    with zipfile.ZipFile(io.BytesIO(to_docx(PAPER))) as held:
        fonts = held.read("word/fontTable.xml").decode("utf-8")
    assert re.search(r'w:name="仿宋_GB2312"><w:altName w:val="仿宋,FangSong', fonts)


def test_a_mark_is_an_endnote_and_leads_back_to_it_where_it_comes_again(document: Any) -> None:
    body = document.element.body
    assert endnotes(document) == ["《节水方案》（国科发农〔2023〕45号）一"]
    assert len(list(body.iter(qn("w:endnoteReference")))) == 1
    assert [one.get(qn("w:anchor")) for one in body.iter(qn("w:hyperlink"))] == ["mark1"]
    assert [one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))] == ["mark1"]


NOTES = (Note((1, 3), "《甲》一"), Note((2,), "《乙》二", "新增300家"), Note((4,), "《丙》三"))


def test_marks_of_one_clause_are_told_once_and_a_reference_without_a_mark_is_kept() -> None:
    document = read(Paper("题", (Line("先乙。[2]再甲。[1]又甲。[3]再乙。[2]"),), NOTES))
    assert endnotes(document) == ["《乙》二：“新增300家”", "《甲》一", "同2"]
    assert lines(document) == ["题", "先乙。[1]再甲。[2]又甲。[3]再乙。[1]", "一、引文出处", "《丙》三"]


def test_endnotes_are_counted_in_figures_where_word_and_libreoffice_look_for_it(document: Any) -> None:
    for settings in (document.settings.element, document.sections[0]._sectPr):
        assert [one.get(qn("w:val")) for one in settings.xpath("./w:endnotePr/w:numFmt")] == ["decimal"]
    order = [one.tag for one in document.sections[0]._sectPr]
    assert order.index(qn("w:footerReference")) < order.index(qn("w:endnotePr")) < order.index(qn("w:pgSz"))


def test_a_file_comes_back_the_same_through_python_docx() -> None:
    content = to_docx(PAPER)
    saved = io.BytesIO()
    Document(io.BytesIO(content)).save(saved)
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(saved) as after:
        assert sorted(before.namelist()) == sorted(after.namelist())
        for name in ("word/document.xml", "word/endnotes.xml", "word/settings.xml", "word/fontTable.xml"):
            assert before.read(name) == after.read(name)


def test_pages_are_numbered_on_the_outer_side(document: Any) -> None:
    section = document.sections[0]
    for footer in (section.footer, section.even_page_footer):
        assert "".join(node.text for node in footer._element.iter(qn("w:t"), qn("w:instrText"))) == "— PAGE —"
    assert section.footer.paragraphs[0].alignment != section.even_page_footer.paragraphs[0].alignment


def test_a_wide_table_lies_across_the_page() -> None:
    wide = Paper("比较", (Grid(("主题", "甲", "乙", "丙", "丁"), (("一",) * 5,)),))
    section = read(wide).sections[0]
    assert section.page_width > section.page_height


@pytest.mark.parametrize(
    "text", ["", "<b>&amp;</b>", "\x00\x0b铃\x07", "😀𠀀", "[1][2][1]", "一" * 5000, "|||", "\ufffe"]
)
def test_any_text_makes_a_file_that_opens(text: str) -> None:
    paper = Paper(text, (Heading(text), Line(text), Grid((text, text), ((text, text),))), (Note((1,), text, text),))
    again = "".join(lines(read(paper)))
    assert "铃" in again or "铃" not in text


def test_a_briefing_keeps_every_line_and_every_mark(assistant: Assistant) -> None:
    found = assistant.brief("写一份浙江节水方案的简报")
    document = read(of_briefing(found))
    text = "".join(lines(document))
    for line in found.markdown.splitlines():
        assert line.strip("* ") in text
    assert len(endnotes(document)) == len(found.citations)


def test_an_answer_stands_under_its_question_with_the_words_it_rests_on(assistant: Assistant) -> None:
    question = "浙江到2025年建成多少家节水型企业？"
    paper = of_answer(question, assistant.ask(question))
    assert lines(read(paper))[0] == question
    assert "300家" in "".join(lines(read(paper)))


@pytest.mark.slow
@pytest.mark.skipif(not can_print(), reason="there is no LibreOffice here")
def test_a_paper_becomes_a_pdf_with_its_endnotes() -> None:
    pdf = to_pdf(to_docx(PAPER))
    assert pdf.startswith(b"%PDF-")
    with pdfplumber.open(io.BytesIO(pdf)) as printed_pages:
        words = "".join(page.extract_text() for page in printed_pages.pages)
    assert re.search(r"1\s*《节水方案》（国科发农〔2023〕45\s*号）一", words)
