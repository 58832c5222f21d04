"""Answers, conversations and ratings as files: links of the page, for the visitor they belong to and nobody else."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Request, Response

from assistant.briefing import from_conversation
from assistant.export.markdown import to_markdown
from assistant.export.official import to_docx
from assistant.export.paper import Paper, of_briefing
from assistant.recheck import held_by
from ui.attachments import attachment
from ui.catalogue import Words, words
from ui.chat import Desk
from ui.conversation import Conversation
from ui.printed import conversation_paper, paper_of
from ui.ratings import ratings_csv
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
    def markdown_of_all(request: Request, conversation: str, language: str = "zh") -> Response:
        title, talk = _conversation(desk, request, conversation)
        body = to_markdown(conversation_paper(title, talk, words(language))).encode()
        return attachment(body, title, "md", MARKDOWN)

    @routes.get("/{conversation}.docx")
    def word_of_all(request: Request, conversation: str, language: str = "zh") -> Response:
        title, talk = _conversation(desk, request, conversation)
        return attachment(to_docx(conversation_paper(title, talk, words(language))), title, "docx", WORD)

    @routes.get("/{conversation}/briefing.docx")
    def written_up(request: Request, conversation: str, language: str = "zh") -> Response:
        title, talk = _conversation(desk, request, conversation)
        if not talk.turns:
            raise HTTPException(404)
        name = f"{words(language).chat.briefing}-{title}"
        return attachment(to_docx(of_briefing(from_conversation(talk.turns, title))), name, "docx", WORD)

    @routes.get("/{conversation}/{key}.md")
    def markdown(request: Request, conversation: str, key: str, language: str = "zh") -> Response:
        question, paper = _answered(desk, request, conversation, key, words(language))
        return attachment(to_markdown(paper).encode(), question, "md", MARKDOWN)

    @routes.get("/{conversation}/{key}.docx")
    def word(request: Request, conversation: str, key: str, language: str = "zh") -> Response:
        question, paper = _answered(desk, request, conversation, key, words(language))
        return attachment(to_docx(paper), question, "docx", WORD)

    return routes


def _conversation(desk: Desk, request: Request, conversation: str) -> tuple[str, Conversation]:
    """Title and exchanges of a conversation of this visitor's, as they stand before the library of now."""
    visitor = visitor_of(request)
    outline = desk.conversations.outline(visitor, conversation)
    turns = desk.conversations.turns(visitor, conversation) if outline else ()
    if outline is None or not turns:
        raise HTTPException(404)
    return outline.title, Conversation.of(conversation, turns).held_against(held_by(desk.library), len(turns))


def _answered(desk: Desk, request: Request, conversation: str, key: str, said: Words) -> tuple[str, Paper]:
    _, talk = _conversation(desk, request, conversation)
    found = talk.find(key)
    if found is None or found.answer is None:
        raise HTTPException(404)
    return found.question, paper_of(found.question, found.answer, said, found.lost)
