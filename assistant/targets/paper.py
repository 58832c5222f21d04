"""A table of targets on paper, for Word and Markdown: each row with a mark that leads to its clause."""

from __future__ import annotations

from assistant.export.paper import Grid, Note, Paper
from assistant.export.reference import printed_reference
from assistant.targets.models import TargetRow, TargetTable
from assistant.targets.sheet import checked
from assistant.targets.wording import TableWords, measure_text, name_text, table_words, value_text


def of_targets(table: TargetTable, language: str = "zh") -> Paper:
    """The rows as a table, one reference a clause, and the documents with their dates."""
    words = table_words(language)
    marks: dict[str, int] = {}
    for row in table.rows:
        marks.setdefault(row.clause_id, len(marks) + 1)
    told = any(row.group for row in table.rows)
    head: tuple[str, ...] = (words.place, words.indicator, words.value, words.year, words.measure)
    head += (words.check,) if told else ()
    rows = tuple(_cells(row, words, marks[row.clause_id], told) for row in table.rows)
    first = {row.clause_id: row for row in reversed(table.rows)}
    notes = tuple(Note((mark,), printed_reference(first[clause_id].passage)) for clause_id, mark in marks.items())
    return Paper(_title(table, words), (Grid(head, rows),), notes, _sources(table, words))


def _cells(row: TargetRow, words: TableWords, mark: int, told: bool) -> tuple[str, ...]:
    year = str(row.year) if row.year else words.no_year
    value = f"{value_text(row, words)}[{mark}]"
    cells = (row.place, name_text(row), value, year, measure_text(row, words))
    return (*cells, checked(row, words)) if told else cells


def _title(table: TargetTable, words: TableWords) -> str:
    narrowed = [table.place, table.topic, str(table.year) if table.year else ""]
    said = " ".join(part for part in narrowed if part)
    return f"{words.title}（{said}）" if said else words.title


def _sources(table: TargetTable, words: TableWords) -> Grid | None:
    rows = tuple(dict.fromkeys((f"《{row.title}》", row.number, row.date) for row in table.rows))
    return Grid((words.document, words.number, words.date), rows) if rows else None
