"""A table of targets as a spreadsheet: numbers as numbers, text never as a formula, each row with its clause."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from assistant.export.reference import printed_path
from assistant.targets.models import Agreement, TargetRow, TargetTable
from assistant.targets.wording import TableWords, measure_text, named_only, table_words, value_text
from assistant.validity import force_word

_Column = tuple[Callable[[TableWords], str], int, Callable[[TargetRow, TableWords], str | float | None]]
_COLUMNS: tuple[_Column, ...] = (
    (lambda words: words.place, 9, lambda row, words: row.place),
    (lambda words: words.year, 10, lambda row, words: row.year),
    (lambda words: words.subject, 16, lambda row, words: row.subject),
    (lambda words: words.indicator, 36, lambda row, words: row.indicator),
    (lambda words: words.value, 22, lambda row, words: value_text(row, words)),
    (lambda words: words.low, 14, lambda row, words: None if named_only(row) else row.low),
    (lambda words: words.high, 14, lambda row, words: None if row.high == row.low or named_only(row) else row.high),
    (lambda words: words.unit, 12, lambda row, words: None if named_only(row) else row.unit),
    (lambda words: words.bound, 8, lambda row, words: "" if named_only(row) else words.bounds[row.bound]),
    (lambda words: words.measure, 8, measure_text),
    (lambda words: words.base_year, 10, lambda row, words: row.base_year),
    (lambda words: words.check, 12, lambda row, words: checked(row, words)),
    (lambda words: words.quote, 60, lambda row, words: row.quote),
    (lambda words: words.document, 40, lambda row, words: titled(row)),
    (lambda words: words.number, 22, lambda row, words: row.number),
    (lambda words: words.clause, 18, lambda row, words: printed_path(row.path)),
)
_MARKED = {Agreement.SAME: "E7F0FA", Agreement.DIFFERS: "FBE3D6"}


def titled(row: TargetRow) -> str:
    """The document's title, and that it is repealed or the like."""
    stated = force_word(row.passage)
    return f"{row.title}（{stated}）" if stated and stated not in row.title else row.title


def checked(row: TargetRow, words: TableWords) -> str:
    """重复 or 不一致, with the number of the group."""
    said = words.agreements[row.agreement]
    return f"{said}（{row.group}）" if said else ""


def to_xlsx(table: TargetTable, language: str = "zh") -> bytes:
    """The file's content: one sheet, its head frozen and filtered."""
    from openpyxl import Workbook
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    words = table_words(language)
    book = Workbook()
    sheet: Any = book.active
    sheet.title = words.title[:31]
    sheet.append([label(words) for label, _, _ in _COLUMNS])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for line, row in enumerate(table.rows, start=2):
        for column, (_, _, value) in enumerate(_COLUMNS, start=1):
            content = value(row, words)
            cell = sheet.cell(line, column)
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            if isinstance(content, str) and content:
                cell.value = ILLEGAL_CHARACTERS_RE.sub("", content)
                cell.data_type = "s"
            elif content is not None and content != "":
                cell.value = content
            if row.agreement in _MARKED:
                cell.fill = PatternFill("solid", fgColor=_MARKED[row.agreement])
    for column, (_, width, _) in enumerate(_COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(_COLUMNS))}{len(table.rows) + 1}"
    content_of_file = io.BytesIO()
    book.save(content_of_file)
    return content_of_file.getvalue()
