"""The REST endpoints of briefings and comparisons: as JSON, and as files to take away."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel, Field

from assistant.briefing import Length, from_conversation
from assistant.contrast import Contrast, Revision, of_comparison
from assistant.export import Paper, of_briefing, to_docx, to_markdown, to_pdf
from assistant.models import Briefing, Turn
from ui.attachments import attachment
from ui.chat import Desk
from ui.papers import REQUEST_CHARACTERS, TOPIC_CHARACTERS

_KINDS = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "md": "text/markdown; charset=utf-8",
    "pdf": "application/pdf",
}
TURNS = 200
"""Turns of a conversation that are written up at most."""

Kind = Literal["docx", "md", "pdf"]


class BriefingQuery(BaseModel):
    """What a briefing is asked for with."""

    request: str = Field(min_length=1, max_length=REQUEST_CHARACTERS)
    length: Length | None = Field(default=None, description="as the request says where left out")
    document: list[str] = Field(default=[], max_length=50, description="file name or id; may be repeated")


class Conversation(BaseModel):
    """The turns of a conversation, as `ask` takes and gives them."""

    turns: tuple[Turn, ...] = Field(min_length=1, max_length=TURNS)
    title: str = Field(default="", max_length=TOPIC_CHARACTERS)


class ComparisonQuery(BaseModel):
    """What a comparison is asked for with."""

    document: list[str] = Field(default=[], max_length=50, description="file name or id, two of them or more")
    topic: str = Field(default="", max_length=TOPIC_CHARACTERS)
    versions: bool | None = Field(default=None, description="told by the texts where left out")


def router(desk: Desk) -> APIRouter:
    """The endpoints, under /api."""
    routes = APIRouter()

    @routes.get("/brief")
    def brief(asked: Annotated[BriefingQuery, Query()]) -> Briefing:
        """A briefing on a request in one sentence, all of it cited."""
        return _briefing(desk, asked)

    @routes.post("/brief")
    def written_up(talk: Conversation) -> Briefing:
        """A conversation as a briefing: its questions as headings, its answers below them."""
        return from_conversation(talk.turns, talk.title)

    @routes.get("/brief.{kind}", response_class=Response)
    def brief_file(kind: Kind, asked: Annotated[BriefingQuery, Query()]) -> Response:
        """The same briefing as a file."""
        return _file(of_briefing(_briefing(desk, asked)), kind, "briefing")

    @routes.get("/compare")
    def compare(asked: Annotated[ComparisonQuery, Query()]) -> Contrast | Revision:
        """Documents side by side, a row a topic; of two versions of one document, what changed."""
        return _comparison(desk, asked)

    @routes.get("/compare.{kind}", response_class=Response)
    def compare_file(kind: Kind, asked: Annotated[ComparisonQuery, Query()]) -> Response:
        """The same comparison as a file."""
        return _file(of_comparison(_comparison(desk, asked)), kind, "comparison")

    return routes


def _briefing(desk: Desk, asked: BriefingQuery) -> Briefing:
    return desk.assistant.brief(asked.request, length=asked.length, documents=asked.document)


def _comparison(desk: Desk, asked: ComparisonQuery) -> Contrast | Revision:
    return desk.assistant.compare(asked.document, topic=asked.topic, versions=asked.versions)


def _file(paper: Paper, kind: Kind, plain: str) -> Response:
    return attachment(_content(paper, kind), paper.title, kind, _KINDS[kind], plain=plain)


def _content(paper: Paper, kind: Kind) -> bytes:
    if kind == "md":
        return to_markdown(paper).encode("utf-8")
    return to_docx(paper) if kind == "docx" else to_pdf(to_docx(paper))
