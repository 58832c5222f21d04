"""The REST endpoints of the table of targets: as JSON, and as files to take away."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel, Field

from assistant.export import to_docx
from assistant.targets import Order, TargetTable, targets
from assistant.targets.paper import of_targets
from assistant.targets.plot import pictured
from assistant.targets.sheet import to_xlsx
from ui.attachments import attachment
from ui.chat import Desk

TOPIC_CHARACTERS = 200
_KINDS = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "svg": "image/svg+xml",
}


class Criteria(BaseModel):
    """What the table is narrowed by, and sorted."""

    topic: str = Field(default="", max_length=TOPIC_CHARACTERS)
    year: int | None = Field(default=None, ge=1900, le=2200)
    place: str = Field(default="", max_length=TOPIC_CHARACTERS)
    document: list[str] = Field(default=[], description="file name or id; may be repeated")
    order: Order = Order.DOCUMENT
    language: Literal["zh", "en"] = Field(default="zh", description="of the words in a file")


def router(desk: Desk) -> APIRouter:
    """The endpoints, under /api."""
    routes = APIRouter()

    @routes.get("/targets")
    def table(asked: Annotated[Criteria, Query()]) -> TargetTable:
        """The quantified targets of the documents in use; repeats and differences of one place are marked."""
        return _table(desk, asked)

    @routes.get("/targets.{kind}", response_class=Response)
    def file(kind: Literal["xlsx", "docx", "svg"], asked: Annotated[Criteria, Query()]) -> Response:
        """The same table as a spreadsheet, a Word file, or a picture of the values that may be compared."""
        found = _table(desk, asked)
        title = of_targets(found, asked.language).title
        return attachment(_content(found, kind, asked.language), title, kind, _KINDS[kind], plain="targets")

    return routes


def _table(desk: Desk, asked: Criteria) -> TargetTable:
    return targets(
        desk.library,
        topic=asked.topic,
        year=asked.year,
        place=asked.place,
        documents=asked.document,
        order=asked.order,
    )


def _content(table: TargetTable, kind: str, language: str) -> bytes:
    if kind == "xlsx":
        return to_xlsx(table, language)
    if kind == "docx":
        return to_docx(of_targets(table, language))
    return pictured(table, language).encode("utf-8")
