"""The table itself: the targets of the library's documents, filtered, sorted, compared with one another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from assistant.reading import Shelf
from assistant.targets.agreement import compared
from assistant.targets.models import Order, TargetRow, TargetTable
from assistant.understanding.synonyms import Synonyms, built_in
from corpus.errors import DocumentUnknown
from corpus.facts import targets_in
from corpus.facts.models import Target
from corpus.models import Document, DocumentSummary
from corpus.places import places_in, province_of
from corpus.status import force_today
from corpus.text import fold
from corpus.vocabulary import ClauseKind, Level

_LEVELS = tuple(Level)
_NOT_A_TOPIC = re.compile(r"(?:的|有哪些|哪些|发展|相关|有关)?(?:目标|指标|任务|数据|数字)(?:表|有哪些)?$")
_NATION = frozenset({"全国", "国家", "中国", "我国"})
_SHARE = 0.6
"""Share of a topic's character pairs that a row must hold where it does not hold the topic as typed."""

_REMEMBERED = 4096
_known: dict[str, tuple[Target, ...]] = {}


def targets(
    library: Shelf,
    *,
    topic: str = "",
    year: int | None = None,
    place: str = "",
    documents: Iterable[str] = (),
    order: Order = Order.DOCUMENT,
    synonyms: Synonyms | None = None,
) -> TargetTable:
    """The targets that fit; `documents` by file name or id, all that are in use where none is named.

    DocumentUnknown where a named document is not in the library.
    """
    summaries = sorted(
        _named(library, documents) or library.documents(), key=lambda one: (_LEVELS.index(one.level), one.place)
    )
    wanted = _place(place)
    rows = compared([row for summary in summaries for row in _rows(library.document(summary.id), summary)])
    fits = _on_topic(topic, library, synonyms or built_in())
    kept = [
        row
        for row in rows
        if (year is None or row.year == year) and (not wanted or _in_place(row, wanted)) and fits(row)
    ]
    kept.sort(key=_ORDERS[order])
    return TargetTable(topic=topic, year=year, place=place, rows=tuple(kept))


def _named(library: Shelf, names: Iterable[str]) -> tuple[DocumentSummary, ...]:
    known = {key: one for one in library.documents() for key in (one.id, one.name)}
    found: list[DocumentSummary] = []
    for name in names:
        if name not in known:
            raise DocumentUnknown(
                f"参与检索的文件中没有名称或编号为“{name}”的：可能已移除或停用。"
                "现有的文件见网页的“文库”或 wence list。",
                f"No document of the name or id {name!r} is searched: it may have been removed or switched off. The "
                "library tab and wence list show what there is.",
            )
        found.append(known[name])
    return tuple(dict.fromkeys(found))


def _rows(document: Document, summary: DocumentSummary) -> list[TargetRow]:
    return [_row(document, summary, target) for target in _targets_of(document)]


def _targets_of(document: Document) -> tuple[Target, ...]:
    """The document's targets; a text is read once, its id is made of its content."""
    if document.id not in _known:
        if len(_known) >= _REMEMBERED:
            _known.clear()
        _known[document.id] = targets_in(document)
    return _known[document.id]


def _row(document: Document, summary: DocumentSummary, target: Target) -> TargetRow:
    quantity = target.quantity
    return TargetRow(
        subject=target.subject,
        indicator=target.indicator,
        low=quantity.low,
        high=quantity.high,
        unit=quantity.unit,
        bound=quantity.bound,
        printed=quantity.printed,
        direction=target.direction,
        measure=target.measure,
        year=target.year or None,
        base_year=target.base_year or None,
        place=target.place,
        level=summary.level,
        aspired=target.aspired,
        kind=target.kind,
        quote=target.quote,
        document_id=document.id,
        source=summary.name,
        title=summary.title,
        number=summary.number,
        date=summary.date,
        clause_id=target.clause_id,
        path=document.by_id[target.clause_id].path_text,
        force=force_today(summary.status),
    )


def _on_topic(topic: str, library: Shelf, synonyms: Synonyms) -> Callable[[TargetRow], bool]:
    """Whether a row speaks of the topic: as typed in its words or the headings above, or nearly so in its own words."""
    words = [fold(word).lower() for word in _NOT_A_TOPIC.sub("", topic.strip()).split() if fold(word)]
    if not words:
        return lambda row: True
    forms = [tuple(fold(form).lower() for form in synonyms.forms(word)) for word in words]

    def fits(row: TargetRow) -> bool:
        own = fold(f"{row.subject} {row.indicator} {row.quote}").lower()
        above = _above(row, library)
        return all(any(form in own or form in above or _nearly(form, own) for form in choices) for choices in forms)

    return fits


def _above(row: TargetRow, library: Shelf) -> str:
    document = library.document(row.document_id)
    clause = document.by_id[row.clause_id]
    chain = (*document.ancestors(clause), clause)
    return fold(" ".join(one.heading for one in chain if one.kind is not ClauseKind.PREAMBLE)).lower()


def _nearly(form: str, said: str) -> bool:
    pairs = {form[i : i + 2] for i in range(len(form) - 1)}
    return len(pairs) > 1 and sum(pair in said for pair in pairs) / len(pairs) >= _SHARE


def _place(typed: str) -> str:
    """The short name of a place as people type it: 济南市 is 济南, 国家 is 全国."""
    plain = fold(typed)
    if plain in _NATION:
        return "全国"
    named = places_in(plain)
    return named[-1] if named else plain


def _in_place(row: TargetRow, wanted: str) -> bool:
    return row.place == wanted or province_of(row.place) == wanted


_ORDERS: dict[Order, Callable[[TargetRow], Any]] = {
    Order.DOCUMENT: lambda row: 0,
    Order.PLACE: lambda row: (_LEVELS.index(row.level), row.place),
    Order.YEAR: lambda row: row.year or 9999,
    Order.VALUE: lambda row: (row.unit, row.low),
    Order.INDICATOR: lambda row: (row.unit, row.indicator),
}
"""Keys of the orders; sorting is stable, so that rows of equal key keep the order of their documents."""
