"""The REST endpoints, on the same application and the same assistant as the page.

Document text in JSON is raw: whoever shows it as HTML must escape it. Failures
that a user can do something about come as `{"error": {"zh", "en"}}`.
"""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, FastAPI, Query, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field

from assistant.models import Answer, Passage, Turn
from assistant.reading import ClauseView, view
from corpus.errors import DocumentUnknown, InputError, LibraryLocked, SourceError, SourceTooLarge, WenceError
from ui import api_documents, api_papers, api_targets
from ui.api_failures import Failure, failure_of
from ui.chat import Desk

QUESTION_CHARACTERS = 2000


class AskRequest(BaseModel):
    """A question, with the turns of the conversation before it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    question: str = Field(min_length=1, max_length=QUESTION_CHARACTERS)
    turns: tuple[Turn, ...] = ()


class Health(BaseModel):
    """Whether questions can be asked."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    status: Literal["ready"] = "ready"
    documents: int


_CODES: dict[type[WenceError], int] = {
    DocumentUnknown: 404,
    api_documents.ForeignOrigin: 403,
    InputError: 400,
    SourceTooLarge: 413,
    SourceError: 422,
    LibraryLocked: 409,
}
"""The first that fits; any other failure is 503."""


def attach(app: FastAPI, desk: Desk) -> None:
    """Adds the endpoints, and the translation of failures, to `app`."""
    app.include_router(router(desk))
    app.add_exception_handler(WenceError, _failure)


def router(desk: Desk) -> APIRouter:
    """The endpoints over `desk`."""
    routes = APIRouter(prefix="/api", responses={400: {"model": Failure}, 404: {"model": Failure}})

    @routes.post("/ask")
    def ask(request: AskRequest) -> Answer:
        """Answers a question; `turns` are those of the conversation so far."""
        return desk.assistant.ask(request.question, history=request.turns)

    @routes.get("/search")
    def search(
        q: Annotated[str, Query(min_length=1, max_length=QUESTION_CHARACTERS)],
        k: Annotated[int, Query(ge=1, le=50)] = 10,
    ) -> tuple[Passage, ...]:
        """The clauses that fit best, best first."""
        return desk.assistant.search(q, k)

    @routes.get("/clauses/{clause_id:path}")
    def clause(clause_id: str, quote: str = "") -> ClauseView:
        """One clause in its place in the document, with `quote` located in it."""
        return view(desk.library, clause_id, quote)

    @routes.get("/health")
    def health() -> Health:
        """Ready, and over how many documents."""
        return Health(documents=len(desk.library.documents()))

    routes.include_router(api_documents.router(desk.keeper))
    routes.include_router(api_targets.router(desk))
    routes.include_router(api_papers.router(desk))
    return routes


def _failure(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, WenceError)
    status = next((code for kind, code in _CODES.items() if isinstance(error, kind)), 503)
    return JSONResponse(failure_of(error).model_dump(), status_code=status)
