"""Curves over the number of clauses as an SVG picture, both axes logarithmic. Pure: values in, text out."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

_WIDTH, _HEIGHT, _LEFT, _TOP, _BOTTOM, _GAP = 220, 190, 48, 34, 44, 60
_COLOURS = ("#1f5fa8", "#b3541e")
_TEXT = 'font-family="sans-serif" font-size="11"'


@dataclass(frozen=True, slots=True)
class Series:
    """One curve: its name, its points from left to right, and those behind them that were only reckoned."""

    label: str
    points: tuple[tuple[float, float], ...]
    reckoned: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Panel:
    """Curves that share a unit."""

    title: str
    series: tuple[Series, ...]


@dataclass(frozen=True, slots=True)
class _Axis:
    """Whole decades from the one below the least value to the one above the greatest."""

    first: int
    last: int

    @classmethod
    def over(cls, values: Sequence[float]) -> _Axis:
        first, last = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
        return cls(first, max(last, first + 1))

    @property
    def decades(self) -> range:
        return range(self.first, self.last + 1)

    def share(self, value: float) -> float:
        return (math.log10(value) - self.first) / (self.last - self.first)


def drawn(panels: Sequence[Panel]) -> str:
    """The panels side by side; every value must be above zero."""
    width = _LEFT + len(panels) * (_WIDTH + _GAP)
    height = _TOP + _HEIGHT + _BOTTOM
    parts = [part for at, panel in enumerate(panels) for part in _panel(panel, _LEFT + at * (_WIDTH + _GAP))]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
    ground = f'<rect width="{width}" height="{height}" fill="#ffffff"/>'
    return "\n".join([head, ground, *parts, "</svg>", ""])


def _panel(panel: Panel, left: float) -> Iterator[str]:
    points = [point for series in panel.series for point in (*series.points, *series.reckoned)]
    across, up = _Axis.over([x for x, _ in points]), _Axis.over([y for _, y in points])
    yield _label(panel.title, left, _TOP - 18)
    for decade in up.decades:
        y = _TOP + _HEIGHT * (1 - up.share(10.0**decade))
        yield f'<line x1="{left}" y1="{y:.1f}" x2="{left + _WIDTH}" y2="{y:.1f}" stroke="#dddddd"/>'
        yield _label(f"{10.0**decade:,g}", left - 6, y + 4, anchor="end")
    for decade in across.decades:
        x = left + _WIDTH * across.share(10.0**decade)
        yield f'<line x1="{x:.1f}" y1="{_TOP}" x2="{x:.1f}" y2="{_TOP + _HEIGHT}" stroke="#eeeeee"/>'
        yield _label(_short(decade), x, _TOP + _HEIGHT + 16, anchor="middle")
    yield _label("clauses", left + _WIDTH / 2, _TOP + _HEIGHT + 34, anchor="middle")

    def place(point: tuple[float, float]) -> tuple[float, float]:
        return left + _WIDTH * across.share(point[0]), _TOP + _HEIGHT * (1 - up.share(point[1]))

    for series, colour in zip(panel.series, _COLOURS, strict=False):
        yield from _curve([place(point) for point in series.points], colour, 'fill="{0}"')
        if series.reckoned:
            carried_on = [place(point) for point in (series.points[-1], *series.reckoned)]
            yield from _curve(carried_on, colour, 'fill="#ffffff" stroke="{0}"', dashes=' stroke-dasharray="4 4"')
    for row, (series, colour) in enumerate(zip(panel.series, _COLOURS, strict=False)):
        yield _label(series.label, left + 8, _TOP + 16 + 15 * row, colour=colour)


def _curve(places: Sequence[tuple[float, float]], colour: str, point: str, *, dashes: str = "") -> Iterator[str]:
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    yield f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"{dashes}/>'
    marked = places[1:] if dashes else places
    yield from (f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" {point.format(colour)}/>' for x, y in marked)


def _label(text: str, x: float, y: float, *, anchor: str = "start", colour: str = "#333333") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" {_TEXT} text-anchor="{anchor}" fill="{colour}">{escape(text)}</text>'


def _short(decade: int) -> str:
    thousands, millions = 3, 6
    if decade >= millions:
        return f"{10 ** (decade - millions)}M"
    return f"{10 ** (decade - thousands)}k" if decade >= thousands else f"{10.0**decade:g}"
