"""What the library tab does, without a widget: its list, its reports, the sheet of a document, the open document."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from assistant.conversations import Conversations
from corpus.errors import DocumentUnknown, InputError, WenceError
from corpus.library import AddKind
from corpus.models import DocumentStatus
from corpus.vocabulary import Validity
from ui.catalogue import Words
from ui.catalogue_library import library_words
from ui.chat import Desk
from ui.conversation import Problem
from ui.presenters import problem_html
from ui.reader import Reading, gone_html, reader_html
from ui.reports import Taken, problem_text, reports_html
from ui.shelf import list_html, sheet_html

LATEST_CONVERSATIONS = 20
"""The reader marks what the visitor's last so many conversations cite."""

logger = logging.getLogger(__name__)


class Opened(NamedTuple):
    """The document that is open, at which clause, and which words of it are lit."""

    document: str
    clause: str = ""
    quote: str = ""


class Notice(NamedTuple):
    """What was just done, for the line above the list: an entry of the catalogue and the file's name."""

    entry: str
    name: str


def shelf(desk: Desk, words: Words) -> str:
    """The list of documents."""
    try:
        return list_html(desk.keeper.holdings(), library_words(words))
    except WenceError as error:
        return problem_html(Problem.of(error), words)


def reports(taken: Sequence[Taken], notice: Notice | None, words: Words) -> str:
    """What became of the last files, and what was just done."""
    said = library_words(words)
    line = getattr(said.stated, notice.entry).format(name=notice.name) if notice else ""
    return reports_html(taken, said, line)


def taken(desk: Desk, sent: object) -> tuple[Taken, ...]:
    """The files as the page reports them: what the library says of those that it holds."""
    return tuple(_taken(desk, file) for file in sent if isinstance(file, dict)) if isinstance(sent, list) else ()


def _taken(desk: Desk, file: Mapping[str, Any]) -> Taken:
    name, state = str(file.get("name", "")), str(file.get("state", ""))
    if state not in set(AddKind):
        return Taken(name, problem=Problem(str(file.get("zh", "")), str(file.get("en", ""))))
    try:
        document = desk.keeper.find(str(file.get("document", "")))
        return Taken(name, AddKind(state), document, desk.keeper.report(document.id))
    except WenceError as error:
        return Taken(name, problem=Problem.of(error))


# -- one document -------------------------------------------------------------


def sheet(desk: Desk, document: str, words: Words, problem: Problem | None = None) -> str:
    """The sheet of a document; nothing where it has gone meanwhile."""
    said = library_words(words)
    try:
        return sheet_html(desk.keeper.find(document), said, problem_text(problem, said) if problem else "")
    except DocumentUnknown:
        return ""


def save(desk: Desk, stated: Mapping[str, Any]) -> Notice | Problem:
    """States of the document what the sheet holds."""
    try:
        status = DocumentStatus(
            validity=_validity(str(stated.get("validity"))),
            effective_from=str(stated.get("effective_from") or ""),
            effective_until=str(stated.get("effective_until") or ""),
            enabled=stated.get("enabled") is True,
        )
        local_only = stated.get("local_only")
        confined = local_only if isinstance(local_only, bool) else None
        return Notice("saved", desk.keeper.state(str(stated.get("document")), status, confined).name)
    except WenceError as error:
        return Problem.of(error)


def _validity(name: str) -> Validity:
    if name not in set(Validity):
        raise InputError("这种时效性不在可选之列。", "There is no such validity to choose.")
    return Validity(name)


def remove(desk: Desk, document: str) -> Notice | Problem:
    """Takes the document out."""
    try:
        return Notice("removed", desk.keeper.remove(document).name)
    except WenceError as error:
        return Problem.of(error)


# -- reading ------------------------------------------------------------------


def reader(desk: Desk, opened: Opened | None, words: Words, visitor: str) -> str:
    """The open document, with what the visitor's own answers cite from it."""
    if opened is None:
        return ""
    try:
        summary = desk.keeper.find(opened.document)
        document = desk.keeper.document(summary.id)
    except DocumentUnknown:
        return gone_html(words)
    except WenceError as error:
        return problem_html(Problem.of(error), words)
    cited = _cited(desk.conversations, visitor, summary.id)
    return reader_html(Reading(document, summary, opened.clause, cited, opened.quote), words)


def _cited(conversations: Conversations, visitor: str, document_id: str) -> dict[str, tuple[str, ...]]:
    """The quotes of each clause of the document in the visitor's latest conversations."""
    found: dict[str, tuple[str, ...]] = {}
    try:
        for outline in conversations.outlines(visitor)[:LATEST_CONVERSATIONS]:
            for turn in conversations.turns(visitor, outline.id):
                for citation in turn.answer.citations if turn.answer else ():
                    if citation.document_id == document_id:
                        quotes = found.get(citation.clause_id, ())
                        found[citation.clause_id] = tuple(dict.fromkeys((*quotes, citation.quote)))
    except WenceError as error:
        # A document can be read without its marks.
        logger.warning("the conversations cannot be read: %s", error.en)
    return found
