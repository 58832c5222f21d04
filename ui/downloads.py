"""Answers, conversations and ratings as files: links of the page, for the visitor they belong to and nobody else."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Request, Response

from assistant.briefing import from_conversation
from assistant.export.markdown import to_markdown
from assistant.export.official import to_docx
from assistant.export.paper import of_briefing
from assistant.models import Answer, Turn
from ui.attachments import attachment
from ui.catalogue import words
from ui.chat import Desk
from ui.history import conversation_markdown, ratings_csv
from ui.printed import paper_of
from ui.visitors import visitor_of

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MARKDOWN = "text/markdown; charset=utf-8"


def router(desk: Desk) -> APIRouter:
    """The addresses under /export."""
    routes = APIRouter(prefix="/export", include_in_schema=False)

    @routes.get("/ratings.csv")
    def ratings(request: Request, language: str = "zh") -> Response:
        rated = desk.conversations.rated(visitor_of(request))
        return attachment(ratings_csv(rated, words(language)), words(language).chat.feedback, "csv", "text/csv")

    @routes.get("/{conversation}.md")
    def whole(request: Request, conversation: str, language: str = "zh") -> Response:
        visitor = visitor_of(request)
        outline = desk.conversations.outline(visitor, conversation)
        if outline is None:
            raise HTTPException(404)
        turns = desk.conversations.turns(visitor, conversation)
        body = conversation_markdown(outline.title, turns, words(language)).encode()
        return attachment(body, outline.title, "md", MARKDOWN)

    @routes.get("/{conversation}.docx")
    def written_up(request: Request, conversation: str) -> Response:
        visitor = visitor_of(request)
        outline = desk.conversations.outline(visitor, conversation)
        kept = desk.conversations.turns(visitor, conversation) if outline else []
        turns = [Turn(question=turn.question, answer=turn.answer) for turn in kept if turn.answer]
        if outline is None or not turns:
            raise HTTPException(404)
        return attachment(to_docx(of_briefing(from_conversation(turns, outline.title))), outline.title, "docx", WORD)

    @routes.get("/{conversation}/{key}.md")
    def markdown(request: Request, conversation: str, key: str, language: str = "zh") -> Response:
        question, answer = _answered(desk, request, conversation, key)
        return attachment(to_markdown(paper_of(question, answer, words(language))).encode(), question, "md", MARKDOWN)

    @routes.get("/{conversation}/{key}.docx")
    def word(request: Request, conversation: str, key: str, language: str = "zh") -> Response:
        question, answer = _answered(desk, request, conversation, key)
        return attachment(to_docx(paper_of(question, answer, words(language))), question, "docx", WORD)

    return routes


def _answered(desk: Desk, request: Request, conversation: str, key: str) -> tuple[str, Answer]:
    for turn in desk.conversations.turns(visitor_of(request), conversation):
        if turn.key == key and turn.answer is not None:
            return turn.question, turn.answer
    raise HTTPException(404)
