"""The values of a fact: what a clause states, word for word, with its figure, its year and its place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from corpus.models import Span


class FactKind(StrEnum):
    """What a fact is about."""

    TARGET = "target"
    DEADLINE = "deadline"
    RESPONSIBLE = "responsible"
    FUND = "fund"
    BUILD = "build"
    BASIS = "basis"
    REPEAL = "repeal"


class Bound(StrEnum):
    """How a printed figure binds: 以上, 以下, 左右, 级, or as it stands."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOUT = "about"
    ORDER = "order"


class Direction(StrEnum):
    """Whether the figure is the size of a change, and of which."""

    LEVEL = "level"
    RISE = "rise"
    FALL = "fall"


class Measure(StrEnum):
    """A stock is there at a time (达到, 培育); a flow comes in over a time (新增, 引进, 年均)."""

    STOCK = "stock"
    FLOW = "flow"


class Role(StrEnum):
    """What a unit has to do with a task."""

    LEAD = "lead"
    RESPONSIBLE = "responsible"
    COOPERATING = "cooperating"
    SUPERVISING = "supervising"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure in the base unit of its kind (千瓦, 吨, 元, %); `printed` is what stands in the text.

    `high` equals `low` unless a range is printed.
    """

    low: float
    high: float
    unit: str
    bound: Bound
    printed: str


@dataclass(frozen=True, slots=True)
class Fact:
    """What one clause states: `quote` is source[span] without the line breaks of pages."""

    kind: FactKind
    clause_id: str
    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Target(Fact):
    """A quantified target, or a number of things to be built.

    `indicator` is what is measured, `subject` whose (""where the document's place as a whole is meant);
    years are 0 where the text sets none; `aspired` says 力争, 努力.
    """

    subject: str
    indicator: str
    quantity: Quantity
    direction: Direction
    measure: Measure
    year: int
    base_year: int
    place: str
    aspired: bool


@dataclass(frozen=True, slots=True)
class Deadline(Fact):
    """By when, or within what time, something is to be done: `due` as printed, `year` 0 for a length of time."""

    due: str
    year: int
    task: str


@dataclass(frozen=True, slots=True)
class Responsible(Fact):
    """Which units are charged with what, and in which role."""

    role: Role
    units: tuple[str, ...]
    task: str


@dataclass(frozen=True, slots=True)
class Fund(Fact):
    """Money: its amount where one is printed, and the fund or purpose it is for."""

    purpose: str
    quantity: Quantity | None


@dataclass(frozen=True, slots=True)
class Basis(Fact):
    """A document that this one rests on."""

    title: str
    number: str


@dataclass(frozen=True, slots=True)
class Repeal(Fact):
    """A document or a rule that ceases to be in force."""

    title: str
    number: str
