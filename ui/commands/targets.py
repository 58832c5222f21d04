"""The verb that puts targets into a table: filtered, compared, printed or saved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ui.commands.bilingual import Command, both
from ui.commands.papers import paper_options, save, write
from ui.commands.session import Session, json_option, pass_session

if TYPE_CHECKING:
    from assistant.targets import TargetRow, TargetTable
    from assistant.targets.wording import TableWords

ORDERS = ("document", "place", "year", "value", "indicator")


@click.command(
    "targets",
    cls=Command,
    help=both(
        "列出各文件中的量化目标，注明数值、年份、地区和出处，并标出重复和不一致之处。",
        "List the quantified targets of the documents: value, year, place and clause; "
        "what is repeated, and what differs, is marked.",
    ),
)
@click.option("--topic", default="", metavar="WORDS", help=both("只列与此有关的。", "Only those on this topic."))
@click.option(
    "--year", type=click.IntRange(1900, 2200), metavar="YYYY", help=both("只列这一年的。", "Only of this year.")
)
@click.option(
    "--place",
    default="",
    metavar="NAME",
    help=both("只列这个地区（含所辖市）的。", "Only of this place and the cities in it."),
)
@click.option(
    "--document",
    "names",
    multiple=True,
    metavar="NAME",
    help=both("只列这份文件的，可重复。", "Only of this document; may be repeated."),
)
@click.option(
    "--sort",
    "order",
    type=click.Choice(ORDERS),
    default="document",
    help=both(
        "排序：文件、地区、年份、数值或指标；默认按文件。",
        "Sort by document (the default), place, year, value or indicator.",
    ),
)
@click.option(
    "--xlsx",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help=both("另存为 Excel 表格。", "Save as a spreadsheet."),
)
@click.option(
    "--plot",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help=both("把可比的数值画成图（SVG）。", "Draw the values that may be compared, as SVG."),
)
@paper_options
@json_option
@pass_session
def targets(
    session: Session,
    topic: str,
    year: int | None,
    place: str,
    names: tuple[str, ...],
    order: str,
    xlsx: Path | None,
    plot: Path | None,
    md: Path | None,
    docx: Path | None,
    pdf: Path | None,
    as_json: bool,
) -> None:
    from assistant.targets import Order
    from assistant.targets import targets as table_of
    from assistant.targets.paper import of_targets
    from assistant.targets.plot import pictured
    from assistant.targets.sheet import to_xlsx

    session.require_documents()
    library = session.services.library
    table = table_of(library, topic=topic, year=year, place=place, documents=names, order=Order(order))
    language = session.language
    saved = save(session, of_targets(table, language), md, docx, pdf)
    if xlsx:
        write(session, xlsx, to_xlsx(table, language))
    if plot:
        write(session, plot, pictured(table, language).encode("utf-8"))
    if as_json:
        session.json(table.model_dump(mode="json"))
    elif not (saved or xlsx or plot):
        _print(session, table)


def _print(session: Session, table: TargetTable) -> None:
    from assistant.targets.wording import table_words

    words = table_words(session.language)
    if not table.rows:
        session.note("没有找到符合条件的量化目标。", "No quantified target fits.")
        return
    title = ""
    for row in table.rows:
        if row.title != title:
            title = row.title
            session.data(f"\n《{title}》{f'（{row.number}）' if row.number else ''}")
        session.data(_line(row, words))


def _line(row: TargetRow, words: TableWords) -> str:
    from assistant.targets.sheet import checked
    from assistant.targets.wording import NO_MEASURE, measure_text, name_text, value_text

    year = str(row.year) if row.year else words.no_year
    said = f"  {row.place} {year}  {name_text(row)}：{value_text(row, words)}"
    measure = measure_text(row, words)
    notes = [measure if measure != NO_MEASURE else "", checked(row, words), row.path]
    return f"{said}  [{'; '.join(note for note in notes if note)}]"


VERBS = (targets,)
