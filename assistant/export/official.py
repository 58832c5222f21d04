"""A paper as a Word file in the layout of official documents, GB/T 9704-2012.

Marks are small raised numbers that lead to the references at the end, and back.
"""

from __future__ import annotations

import io
import re
from functools import partial
from typing import Any

from assistant.export import layout
from assistant.export.layout import Face
from assistant.export.markdown import numbered
from assistant.export.paper import Grid, Heading, Note, Paper
from assistant.export.wordml import (
    bookmarked,
    declare_faces,
    keep_together,
    link,
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
    _Writer(document, paper).write()
    page_numbers(document, section)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


class _Writer:
    """Writes the blocks of one paper into a Word document, from top to bottom."""

    def __init__(self, document: Any, paper: Paper) -> None:
        self._document = document
        self._paper = paper
        self._known = {mark for note in paper.notes for mark in note.marks}
        self._cited: set[int] = set()
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
        if self._paper.notes:
            self._heading(Heading("引文出处"))
            for note in self._paper.notes:
                self._note(note)

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
                self._measured(paragraph, layout.SMALL_SIZE * 1.35)
                self._marked(paragraph, text, layout.LEVEL_1 if at == 0 else layout.BODY, layout.SMALL_SIZE)
        keep_together(table)

    def _widths(self, columns: int) -> list[Any]:
        """The first column half as wide as the others."""
        section = self._document.sections[0]
        whole = section.page_width - section.left_margin - section.right_margin
        unit = whole // (2 * columns - 1)
        return [unit, *[2 * unit] * (columns - 1)]

    def _note(self, note: Note) -> None:
        paragraph = self._paragraph()
        self._measured(paragraph, layout.SMALL_SIZE * 1.5)
        for mark in note.marks:
            bookmarked(paragraph, f"note{mark}", partial(self._back, paragraph, mark))
        set_face(paragraph.add_run(printable(f" {note.text}")), layout.BODY, layout.SMALL_SIZE)

    def _back(self, paragraph: Any, mark: int) -> None:
        text = f"[{mark}]"
        run = link(paragraph, text, f"mark{mark}") if mark in self._cited else paragraph.add_run(text)
        set_face(run, layout.BODY, layout.SMALL_SIZE)

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
        def raised() -> None:
            run = link(paragraph, f"[{mark}]", f"note{mark}")
            set_face(run, face, size)
            run.font.superscript = True

        if mark in self._cited:
            raised()
        else:
            self._cited.add(mark)
            bookmarked(paragraph, f"mark{mark}", raised)

    def _paragraph(self, style: str = "Normal", *, indent: bool = False) -> Any:
        paragraph = self._document.add_paragraph(style=style)
        self._measured(paragraph, layout.LINE_PITCH)
        if indent:
            from docx.enum.text import WD_ALIGN_PARAGRAPH
            from docx.shared import Pt

            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
            paragraph.paragraph_format.first_line_indent = Pt(2 * layout.BODY_SIZE)
        return paragraph

    @staticmethod
    def _measured(paragraph: Any, pitch: float) -> None:
        from docx.enum.text import WD_LINE_SPACING
        from docx.shared import Pt

        measures = paragraph.paragraph_format
        measures.space_before = measures.space_after = Pt(0)
        measures.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        measures.line_spacing = Pt(pitch)
