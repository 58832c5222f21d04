"""A paper as a Word file in the layout of official documents, GB/T 9704-2012.

Marks are small raised numbers, the references of Word's own endnotes; a mark that comes again leads to where it
stood first.
"""

from __future__ import annotations

import io
import re
from typing import Any

from assistant.export import layout
from assistant.export.endnotes import Endnotes
from assistant.export.layout import Face
from assistant.export.markdown import numbered
from assistant.export.paper import Grid, Heading, Note, Paper
from assistant.export.wordml import (
    bookmarked,
    declare_faces,
    keep_together,
    link,
    measured,
    page_numbers,
    plain_styles,
    printable,
    set_face,
)

_MARK = re.compile(r"\[(\d{1,3})\]")
TITLE_PROPERTY = 200
"""Characters of the title that the file's properties may hold."""

_WIDE = 5
"""Columns from which a table is laid across the page."""


def to_docx(paper: Paper) -> bytes:
    """The file's content."""
    from docx import Document
    from docx.shared import Mm

    document = Document()
    declare_faces(document)
    plain_styles(document)
    section = document.sections[0]
    width, height = layout.PAPER_MM
    across = any(isinstance(block, Grid) and len(block.head) >= _WIDE for block in paper.blocks)
    section.page_width, section.page_height = (Mm(height), Mm(width)) if across else (Mm(width), Mm(height))
    for side, measure in layout.MARGINS_MM.items():
        setattr(section, f"{side}_margin", Mm(measure))
    document.core_properties.title = printable(paper.title)[:TITLE_PROPERTY]
    document.core_properties.author = ""
    notes = Endnotes()
    _Writer(document, paper, notes).write()
    notes.attach(document)
    page_numbers(document, section)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


class _Writer:
    """Writes the blocks of one paper into a Word document, from top to bottom."""

    def __init__(self, document: Any, paper: Paper, notes: Endnotes) -> None:
        self._document = document
        self._paper = paper
        self._notes = notes
        self._known = {mark: note for note in paper.notes for mark in note.marks}
        self._cited: dict[int, int] = {}
        self._section = 0

    def write(self) -> None:
        self._title()
        for block in self._paper.blocks:
            if isinstance(block, Heading):
                self._heading(block)
            elif isinstance(block, Grid):
                self._table(block, narrow_first=len(block.head) > 2)
            else:
                for line in filter(str.strip, block.text.split("\n")) if "\n" in block.text else (block.text,):
                    self._marked(self._paragraph(indent=True), line, layout.BODY, layout.BODY_SIZE)
        if self._paper.sources:
            self._heading(Heading("文件来源"))
            self._table(self._paper.sources)
        uncited = [note for note in self._paper.notes if not self._cited.keys() & set(note.marks)]
        if uncited:
            self._heading(Heading("引文出处"))
        for note in uncited:
            self._uncited(note)

    def _title(self) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Pt

        paragraph = self._paragraph("Title")
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_after = Pt(layout.LINE_PITCH)
        set_face(paragraph.add_run(printable(self._paper.title)), layout.TITLE, layout.TITLE_SIZE)

    def _heading(self, heading: Heading) -> None:
        paragraph = self._paragraph(f"Heading {heading.level}", indent=True)
        keep_together(paragraph)
        if heading.level == 1:
            self._section += 1
            set_face(
                paragraph.add_run(printable(f"{numbered(self._section)}、{heading.text}")),
                layout.LEVEL_1,
                layout.BODY_SIZE,
            )
        else:
            set_face(paragraph.add_run(printable(heading.text)), layout.LEVEL_2, layout.BODY_SIZE)

    def _table(self, grid: Grid, *, narrow_first: bool = False) -> None:
        table = self._document.add_table(rows=0, cols=len(grid.head), style="Table Grid")
        widths = self._widths(len(grid.head)) if narrow_first else ()
        table.autofit = not widths
        for column, width in zip(table.columns, widths, strict=False):
            column.width = width
        for at, row in enumerate((grid.head, *grid.rows)):
            cells = table.add_row().cells
            for cell, text in zip(cells, row, strict=True):
                if widths:
                    cell.width = widths[cell._tc.grid_offset]
                paragraph = cell.paragraphs[0]
                measured(paragraph, layout.SMALL_SIZE * 1.35)
                self._marked(paragraph, text, layout.LEVEL_1 if at == 0 else layout.BODY, layout.SMALL_SIZE)
        keep_together(table)

    def _widths(self, columns: int) -> list[Any]:
        """The first column half as wide as the others."""
        section = self._document.sections[0]
        whole = section.page_width - section.left_margin - section.right_margin
        unit = whole // (2 * columns - 1)
        return [unit, *[2 * unit] * (columns - 1)]

    def _uncited(self, note: Note) -> None:
        """A reference whose marks stand nowhere in the text, which no endnote can carry."""
        paragraph = self._paragraph()
        measured(paragraph, layout.SMALL_SIZE * 1.5)
        set_face(paragraph.add_run(printable(note.text)), layout.BODY, layout.SMALL_SIZE)

    def _marked(self, paragraph: Any, text: str, face: Face, size: float) -> None:
        """Text with its marks raised and linked to their references; a mark without one stays text."""
        at = 0
        for found in _MARK.finditer(text):
            mark = int(found.group(1))
            if mark not in self._known:
                continue
            set_face(paragraph.add_run(printable(text[at : found.start()])), face, size)
            self._mark(paragraph, mark, face, size)
            at = found.end()
        set_face(paragraph.add_run(printable(text[at:])), face, size)

    def _mark(self, paragraph: Any, mark: int, face: Face, size: float) -> None:
        if mark in self._cited:
            self._raised(link(paragraph, f"[{self._cited[mark]}]", f"mark{mark}"), face, size)
            return
        note = self._known[mark]
        told = next((self._cited[one] for one in note.marks if one in self._cited), 0)

        def written() -> None:
            self._cited[mark], reference = self._notes.add(f"同{told}" if told else note.text)
            for content in ("[", reference, "]"):
                run = paragraph.add_run(content if isinstance(content, str) else None)
                self._raised(run, face, size)
                if not isinstance(content, str):
                    run._r.append(content)

        bookmarked(paragraph, f"mark{mark}", written)

    @staticmethod
    def _raised(run: Any, face: Face, size: float) -> None:
        set_face(run, face, size)
        run.font.superscript = True

    def _paragraph(self, style: str = "Normal", *, indent: bool = False) -> Any:
        paragraph = self._document.add_paragraph(style=style)
        measured(paragraph, layout.LINE_PITCH)
        if indent:
            from docx.enum.text import WD_ALIGN_PARAGRAPH
            from docx.shared import Pt

            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
            paragraph.paragraph_format.first_line_indent = Pt(2 * layout.BODY_SIZE)
        return paragraph
