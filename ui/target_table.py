"""The table of targets as HTML: how it is narrowed, its rows, its picture. All words of documents are escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import NamedTuple
from urllib.parse import urlencode

from assistant.export.reference import printed_path
from assistant.targets import Agreement, Order, TargetRow, TargetTable
from assistant.targets.plot import drawn
from assistant.targets.series import Series, comparable
from assistant.targets.wording import TableWords, measure_text, table_words, value_text
from assistant.validity import FORCES
from ui import catalogue
from ui.catalogue_library import LibraryWords, library_words
from ui.catalogue_targets import TargetsWords
from ui.links import reader_link
from ui.shelf import force_html

_BADGES = {Agreement.SAME: "neutral", Agreement.DIFFERS: "altered"}


class Narrowed(NamedTuple):
    """How a reader has narrowed the table."""

    topic: str = ""
    year: int | None = None
    place: str = ""
    order: Order = Order.DOCUMENT


def form_html(table: TargetTable, at: Narrowed, words: TargetsWords) -> str:
    """What the table is narrowed by; `table` is the whole one, whose years and places can be chosen."""
    years = [str(year) for year in sorted({row.year for row in table.rows if row.year})]
    places = list(dict.fromkeys(row.place for row in table.rows if row.place))
    orders = [(order.value, getattr(words, f"by_{order.value}")) for order in Order]
    return (
        f'<h2 id="targets-title">{escape(words.title)}</h2><p class="targets-lead">{escape(words.lead)}</p>'
        f'<form class="targets-form" aria-labelledby="targets-title">'
        f'<label>{escape(words.topic)}<input type="search" name="topic" value="{escape(at.topic)}" '
        f'placeholder="{escape(words.topic_hint)}" maxlength="100"></label>'
        f"{_choice('year', words.year, _all(words, years), str(at.year or ''))}"
        f"{_choice('place', words.place, _all(words, places), at.place)}"
        f"{_choice('order', words.order, orders, at.order.value)}"
        f'<button type="submit">{escape(words.narrow)}</button></form>'
    )


def _all(words: TargetsWords, values: Iterable[str]) -> list[tuple[str, str]]:
    return [("", words.everything), *((value, value) for value in values)]


def _choice(name: str, label: str, options: Iterable[tuple[str, str]], chosen: str) -> str:
    said = "".join(
        f'<option value="{escape(value)}"{" selected" if value == chosen else ""}>{escape(text)}</option>'
        for value, text in options
    )
    return f'<label>{escape(label)}<select name="{name}">{said}</select></label>'


def table_html(table: TargetTable, at: Narrowed, words: TargetsWords, language: str) -> str:
    """The rows with links to their clauses, what they can be saved as, and the values that may be compared."""
    if not table.rows:
        said = words.none if at != Narrowed(order=at.order) else words.empty
        return f'<p class="nothing" role="status">{escape(said)}</p>'
    columns, series = table_words(language), comparable(table.rows)
    library = library_words(catalogue.words(language))
    heads = (columns.place, columns.year, columns.indicator, columns.value, columns.measure, columns.document)
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in heads)
    rows = "".join(_row_html(row, words, columns, library) for row in table.rows)
    return (
        f'<div class="targets-bar"><span role="status">{escape(words.count.format(count=len(table.rows)))}</span>'
        f"{_files_html(at, words, language, bool(series))}</div>"
        f'<div class="targets-scroll" tabindex="0" role="region" aria-labelledby="targets-title">'
        f'<table class="targets-table"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'
        f"{_plot_html(series, words, columns)}"
    )


def _row_html(row: TargetRow, words: TargetsWords, columns: TableWords, library: LibraryWords) -> str:
    year = str(row.year) if row.year else columns.no_year
    whose = f'<bdi class="targets-subject" lang="zh-CN">{escape(row.subject)}</bdi> ' if row.subject else ""
    cells = (
        (columns.place, f'<bdi lang="zh-CN">{escape(row.place)}</bdi>'),
        (columns.year, escape(year)),
        (columns.indicator, f'{whose}<bdi lang="zh-CN">{escape(row.indicator)}</bdi>{_badge(row, words, columns)}'),
        (columns.value, f'<bdi lang="zh-CN" title="{escape(row.quote)}">{escape(value_text(row, columns))}</bdi>'),
        (columns.measure, escape(measure_text(row, columns))),
        (columns.document, _link_html(row, library)),
    )
    inner = "".join(f'<td data-label="{escape(label)}">{content}</td>' for label, content in cells)
    return f'<tr class="{row.agreement.value}">{inner}</tr>'


def _badge(row: TargetRow, words: TargetsWords, columns: TableWords) -> str:
    if row.agreement not in _BADGES:
        return ""
    said = f"{columns.agreements[row.agreement]} · {words.group.format(number=row.group)}"
    return f' <span class="badge {_BADGES[row.agreement]}">{escape(said)}</span>'


def _link_html(row: TargetRow, library: LibraryWords) -> str:
    link = reader_link(row.document_id, row.clause_id, row.quote)
    stated = f" {force_html(row.force, library)}" if row.force in FORCES else ""
    return (
        f'<a {link}><bdi lang="zh-CN">{escape(row.title)}</bdi> '
        f'<span class="targets-clause" lang="zh-CN">{escape(printed_path(row.path))}</span></a>{stated}'
    )


def _files_html(at: Narrowed, words: TargetsWords, language: str, drawable: bool) -> str:
    asked = {"topic": at.topic, "year": at.year or "", "place": at.place, "order": at.order.value}
    query = urlencode({name: value for name, value in asked.items() if value} | {"language": language})
    files = [("xlsx", words.spreadsheet), ("docx", words.word)]
    files += [("svg", words.picture)] if drawable else []
    links = " ".join(
        f'<a href="/api/targets.{kind}?{escape(query)}" download>{escape(text)}</a>' for kind, text in files
    )
    return f'<span class="targets-files">{escape(words.take)} {links}</span>'


def _plot_html(series: tuple[Series, ...], words: TargetsWords, columns: TableWords) -> str:
    if not series:
        return f'<p class="targets-lead">{escape(words.no_plot)}</p>'
    return (
        f'<h2 id="targets-plot">{escape(words.plot)}</h2><p class="targets-lead">{escape(words.plot_hint)}</p>'
        f'<div class="targets-plot" tabindex="0" role="region" aria-labelledby="targets-plot">'
        f"{drawn(series, columns)}</div>"
    )
