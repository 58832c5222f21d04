"""The run of parts that answers: the one with the best expected overlap with what a reader would mark.

With p the share of a part that belongs to the answer and n its length, a run of
length N stands for 2 sum(p n) / (N + G), its expected F1 where answers to such a
question are G long. A small G gives the words that carry, a large one the whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from assistant.spans.pieces import Piece

LONGEST = 400
"""Visible characters a run may have, if it is more than one part."""

TIGHT = 0.5
"""Share of the expected length by which the words that carry are cut."""

WIDE = 2.0
"""... by which the answer around them is."""


@dataclass(frozen=True, slots=True)
class Run:
    """Parts `first` to `last`, both in the same piece of evidence, and their expected F1."""

    first: int
    last: int
    value: float


def tight_run(parts: Sequence[Piece], likely: npt.NDArray[np.floating], length: float) -> Run:
    """The words that carry the answer."""
    return _best(parts, likely, TIGHT * length, range(len(parts)), None)


def wide_run(parts: Sequence[Piece], likely: npt.NDArray[np.floating], length: float, inner: Run) -> Run:
    """The answer around them, in whole sentences."""
    at = parts[inner.first].at
    starts = [place for place in range(inner.first + 1) if parts[place].at == at]
    outer = _best(parts, likely, WIDE * length, starts, inner.last)
    first, last = outer.first, outer.last
    while first and _same_sentence(parts[first - 1], parts[first]):
        first -= 1
    while last + 1 < len(parts) and _same_sentence(parts[last + 1], parts[last]):
        last += 1
    return Run(first, last, outer.value)


def _same_sentence(one: Piece, other: Piece) -> bool:
    return (one.at, one.sentence) == (other.at, other.sentence)


def _best(
    parts: Sequence[Piece],
    likely: npt.NDArray[np.floating],
    length: float,
    starts: Sequence[int],
    through: int | None,
) -> Run:
    """The best run that begins at one of `starts` and, where `through` is given, goes at least so far."""
    best = Run(0, 0, -1.0)
    for first in starts:
        said = size = 0.0
        for last in range(first, len(parts)):
            if parts[last].at != parts[first].at:
                break
            size += parts[last].length
            said += float(likely[last]) * parts[last].length
            if size > LONGEST and last > first and (through is None or last > through):
                break
            value = 2 * said / (size + length)
            if value > best.value and (through is None or last >= through):
                best = Run(first, last, value)
    return best
