"""The REST endpoints that keep the library: put a file in, look at it, state its status, take it out.

None of their methods can be sent by a form of a foreign web page, and a browser asks
before its scripts send them; a foreign `Origin` is refused all the same.
"""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Depends, Header, Request
from pydantic import BaseModel, ConfigDict, Field

from assistant.reading import headline
from corpus.errors import InputError, WenceError
from corpus.models import DocumentStatus, DocumentSummary
from corpus.report import IngestReport
from corpus.vocabulary import ClauseKind, PartRole, Validity
from index.steps import Step
from ui.api_failures import Failure, failure_of
from ui.keeping import Added, Keeper
from ui.links import reader_url
from ui.receiving import file_name, receive, too_large


class ForeignOrigin(InputError):
    """Another web page than ours asks for a change."""


class StatusRequest(BaseModel):
    """What is to be stated of a document; what is left out stays as it is."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    validity: Validity | None = None
    effective_from: str | None = Field(default=None, description="yyyy-mm-dd, or empty")
    effective_until: str | None = Field(default=None, description="yyyy-mm-dd, or empty")
    enabled: bool | None = Field(default=None, description="is it searched?")
    local_only: bool | None = Field(default=None, description="must it stay on this machine?")


class OutlineClause(BaseModel):
    """A clause in the outline of its document."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    eid: str
    path: str
    headline: str = Field(description="number and heading as printed")
    text: str
    kind: ClauseKind
    part: PartRole
    parent_id: str | None
    url: str = Field(description="its place in the reader")


def _ours(request: Request, origin: Annotated[str, Header()] = "") -> None:
    if origin and urlsplit(origin).netloc != request.headers.get("host", ""):
        raise ForeignOrigin("不接受来自其他网页的改动。", "Changes from other web pages are not accepted.")


def router(keeper: Keeper) -> APIRouter:
    """The endpoints over one library; they stand under /api/documents."""
    routes = APIRouter(prefix="/documents")
    changes = [Depends(_ours)]

    @routes.get("")
    def documents() -> tuple[DocumentSummary, ...]:
        """What is in the library, those switched off included."""
        return keeper.holdings()

    @routes.put("/{name:path}", dependencies=changes)
    async def add(
        name: str, request: Request, content_length: Annotated[int, Header()] = 0, quiet: bool = False
    ) -> Added | Failure:
        """Takes the body in as a file of that name; a new text of a name that is there replaces it.

        With `quiet`, a file that is kept out gets status 200 and `error`: browsers log any other status as a fault.
        """
        try:
            if content_length > keeper.upload_bytes:
                raise too_large(file_name(name), keeper.upload_bytes)
            return await receive(keeper, name, request.stream(), request.is_disconnected)
        except WenceError as error:
            if not quiet:
                raise
            return failure_of(error)

    @routes.get("/{name:path}/progress")
    def progress(name: str) -> Step | None:
        """How far the file of that name is on its way in: of its pages so many read, of its clauses so many indexed."""
        return keeper.progress(file_name(name))

    @routes.get("/{document}/outline")
    def outline(document: str) -> tuple[OutlineClause, ...]:
        """The clauses in the order of the source."""
        found = keeper.document(document)
        return tuple(
            OutlineClause(
                id=clause.id, eid=clause.eid, path=clause.path_text, headline=headline(clause), text=clause.text,
                kind=clause.kind, part=clause.part, parent_id=clause.parent_id, url=reader_url(found.id, clause.eid),
            )
            for clause in found.clauses
        )  # fmt: skip

    @routes.get("/{document}/report")
    def report(document: str) -> IngestReport:
        """What reading the file came to: parts, gaps in the numbering, what was mended."""
        return keeper.report(document)

    @routes.patch("/{document}", dependencies=changes)
    def state(document: str, request: StatusRequest) -> DocumentSummary:
        """States whether the document is in force and since when, is searched, and may leave this machine."""
        status = keeper.find(document).status
        stated = request.model_dump(exclude_none=True, exclude={"local_only"})
        merged = {name: stated.get(name, getattr(status, name)) for name in DocumentStatus.__dataclass_fields__}
        return keeper.state(document, DocumentStatus(**merged), request.local_only)

    @routes.delete("/{document}", dependencies=changes)
    def remove(document: str) -> DocumentSummary:
        """Takes the document out of library and indexes."""
        return keeper.remove(document)

    return routes
