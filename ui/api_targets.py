"""The REST endpoint of the table of targets."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from assistant.targets import Order, TargetTable, targets
from ui.chat import Desk

TOPIC_CHARACTERS = 200


def router(desk: Desk) -> APIRouter:
    """The endpoint, under /api."""
    routes = APIRouter()

    @routes.get("/targets")
    def table(
        topic: Annotated[str, Query(max_length=TOPIC_CHARACTERS)] = "",
        year: Annotated[int | None, Query(ge=1900, le=2200)] = None,
        place: Annotated[str, Query(max_length=TOPIC_CHARACTERS)] = "",
        document: Annotated[list[str] | None, Query(description="file name or id; may be repeated")] = None,
        order: Order = Order.DOCUMENT,
    ) -> TargetTable:
        """The quantified targets of the documents in use; repeats and differences of one place are marked."""
        named = document or ()
        return targets(desk.library, topic=topic, year=year, place=place, documents=named, order=order)

    return routes
