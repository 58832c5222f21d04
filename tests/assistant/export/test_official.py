"""A paper becomes a Word file in official layout that says what it says elsewhere and opens whatever texts hold."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import pytest
from docx import Document
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
    """The text of every paragraph, links included."""
    return ["".join(node.text or "" for node in one._p.iter(qn("w:t"))) for one in document.paragraphs]


def test_the_words_come_back(document: Any) -> None:
    assert lines(document) == [
        "节水简报",
        "一、国家",
        "到2030年，建成20个海水淡化示范工程。[1]另见[9]。",
        "（一）比较",
        "二、文件来源",
        "三、引文出处",
        "[1][2] 《节水方案》（国科发农〔2023〕45号）一",
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
        (6, "仿宋_GB2312", 12),
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


def test_a_mark_leads_to_its_reference_and_back_and_one_without_stays_text(document: Any) -> None:
    body = document.element.body
    anchors = [one.get(qn("w:anchor")) for one in body.iter(qn("w:hyperlink"))]
    names = [one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))]
    assert anchors == ["note1", "note1", "mark1"]
    assert sorted(names) == ["mark1", "note1", "note2"]
    numbers = [one.get(qn("w:id")) for one in body.iter(qn("w:bookmarkStart"))]
    assert len(set(numbers)) == len(numbers)


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
    text = "".join(lines(read(of_briefing(found))))
    for line in found.markdown.splitlines():
        assert line.strip("* ") in text
    for one in found.citations:
        assert text.count(f"[{one.mark}]") >= 2


def test_an_answer_stands_under_its_question_with_the_words_it_rests_on(assistant: Assistant) -> None:
    question = "浙江到2025年建成多少家节水型企业？"
    paper = of_answer(question, assistant.ask(question))
    assert lines(read(paper))[0] == question
    assert "300家" in "".join(lines(read(paper)))


@pytest.mark.slow
@pytest.mark.skipif(not can_print(), reason="there is no LibreOffice here")
def test_a_paper_becomes_a_pdf() -> None:
    assert to_pdf(to_docx(PAPER)).startswith(b"%PDF-")
