"""How far one file is on its way in: of its pages, so many are read; of its clauses, so many are indexed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """What is done to the file now."""

    READING = "reading"
    INDEXING = "indexing"


@dataclass(frozen=True, slots=True)
class Step:
    """So many of so many pages, or clauses."""

    stage: Stage
    done: int
    total: int


Told = Callable[[Step], None]


def untold(step: Step) -> None:
    """Nobody wants to know."""
