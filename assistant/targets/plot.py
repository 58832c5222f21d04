"""Comparable targets as an SVG picture: one bar a place and year, as long as its value. Pure: values in, text out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from assistant.targets.models import TargetTable
from assistant.targets.series import Series, comparable
from assistant.targets.wording import TableWords, table_words, value_text
from corpus.errors import InputError
from corpus.facts.models import Bound

_LEFT, _BARS, _RIGHT, _ROW, _HEAD, _PAD = 150, 420, 220, 26, 40, 16
_SOLID, _PALE, _INK, _SOFT = "#1f5fa8", "#9fc0e2", "#222222", "#666666"
_FONT = "font-family=\"'Noto Sans CJK SC','Microsoft YaHei','PingFang SC',sans-serif\""
_OPEN = frozenset({Bound.AT_LEAST, Bound.ORDER})


def pictured(table: TargetTable, language: str = "zh") -> str:
    """The picture of all that may be compared in a table; InputError where nothing may."""
    found = comparable(table.rows)
    if not found:
        raise InputError(
            "这些目标里没有可比的数值：要有两个地区或两个年份的同一指标、同一单位。",
            "Nothing here may be compared: it takes one indicator in one unit, of two places or two years.",
        )
    return drawn(found, table_words(language))


def drawn(series: Sequence[Series], words: TableWords) -> str:
    """The series one below the other, each on a scale of its own that begins at zero."""
    width = _LEFT + _BARS + _RIGHT
    parts: list[str] = []
    top = _PAD
    for one in series:
        parts += _panel(one, words, top)
        top += _HEAD + _ROW * len(one.rows) + _PAD
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {top}" width="{width}" height="{top}" '
        f'role="img" aria-label="{escape(words.title)}">'
    )
    return "\n".join([head, f'<rect width="{width}" height="{top}" fill="#ffffff"/>', *parts, "</svg>", ""])


def _panel(series: Series, words: TableWords, top: float) -> Iterator[str]:
    rows = series.rows
    kind = words.directions[rows[0].direction] or ("" if series.unit == "%" else words.measures[rows[0].measure])
    said = "，".join(part for part in (kind, series.unit) if part)
    yield _text(f"{series.name}（{said}）", 12, top + 18, size=14, weight="bold")
    most = max(row.high for row in rows) or 1.0
    yield f'<line x1="{_LEFT}" y1="{top + 28}" x2="{_LEFT}" y2="{top + _HEAD + _ROW * len(rows)}" stroke="{_SOFT}"/>'
    for at, row in enumerate(rows):
        y = top + _HEAD + _ROW * at
        year = str(row.year) if row.year else words.no_year
        yield _text(f"{row.place} {year}", _LEFT - 8, y + 9, anchor="end")
        low, high = _BARS * row.low / most, _BARS * row.high / most
        yield f'<rect x="{_LEFT}" y="{y - 4}" width="{low:.1f}" height="17" fill="{_SOLID}"/>'
        if high > low:
            yield f'<rect x="{_LEFT + low:.1f}" y="{y - 4}" width="{high - low:.1f}" height="17" fill="{_PALE}"/>'
        if row.bound in _OPEN:
            tip = _LEFT + high
            yield f'<path d="M{tip:.1f} {y - 4} l9 8.5 l-9 8.5 z" fill="{_PALE}"/>'
        yield _text(value_text(row, words), _LEFT + high + 14, y + 9, colour=_SOFT)


def _text(
    text: str, x: float, y: float, *, anchor: str = "start", size: int = 12, weight: str = "normal", colour: str = _INK
) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" {_FONT} font-size="{size}" font-weight="{weight}" text-anchor="{anchor}" '
        f'fill="{colour}">{escape(text)}</text>'
    )
