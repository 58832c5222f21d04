"""A table of targets: one row a figure, with its clause, and how it agrees with the others."""

from __future__ import annotations

from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from assistant.models import Passage
from corpus.facts.models import Bound, Direction, FactKind, Measure
from corpus.vocabulary import Force, Level


class Agreement(StrEnum):
    """How a row stands to the other rows of its place: alone, said again, or said otherwise."""

    ALONE = "alone"
    SAME = "same"
    DIFFERS = "differs"


class Order(StrEnum):
    """What a table can be sorted by."""

    DOCUMENT = "document"
    PLACE = "place"
    YEAR = "year"
    VALUE = "value"
    INDICATOR = "indicator"


class TargetRow(BaseModel):
    """One figure: what, of whom, how much, by when, where, and the words that say so."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    subject: str = Field(description="whose figure it is; empty where the place as a whole is meant")
    indicator: str = Field(description="what is measured or counted, in the document's words")
    low: float = Field(description="the value in `unit`; of a range, its lower end")
    high: float = Field(description="the value in `unit`; of a range, its upper end")
    unit: str = Field(description="base unit: 千瓦, 吨, 元, %, 家, ...")
    bound: Bound
    printed: str = Field(description="the figure as printed")
    direction: Direction = Field(description="a level, or the size of a rise or a fall")
    measure: Measure = Field(description="a stock at a time, or a flow over a time")
    year: int | None = Field(description="the year it is to be reached by, where the text sets one")
    base_year: int | None = Field(description="the year a change is reckoned from")
    place: str
    level: Level
    aspired: bool = Field(description="力争, 努力: striven for rather than set")
    kind: FactKind
    quote: str = Field(description="word for word in the clause")
    document_id: str
    source: str = Field(description="file name as ingested")
    title: str
    number: str = Field(description="the document's 发文字号")
    date: str = Field(default="", description="the document's date, yyyy-mm-dd")
    clause_id: str
    path: str
    force: Force = Field(default=Force.UNKNOWN, description="does the document hold today?")
    agreement: Agreement = Agreement.ALONE
    group: int = Field(default=0, description="rows of one place on one thing share a number; 0 where a row is alone")

    @property
    def passage(self) -> Passage:
        """Where the row stands, for references."""
        return Passage(
            source=self.source,
            path=self.path,
            text=self.quote,
            document_id=self.document_id,
            clause_id=self.clause_id,
            title=self.title,
            number=self.number,
            force=self.force,
        )


class TargetTable(BaseModel):
    """The rows that fit a topic, a year and a place, sorted."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    topic: str = ""
    year: int | None = None
    place: str = ""
    rows: tuple[TargetRow, ...] = ()
