"""The list of conversations at the left of the chat tab: found, opened, renamed, removed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import gradio as gr

from corpus.errors import WenceError
from ui.catalogue import Words, words
from ui.chat import Desk
from ui.conversation import Conversation, Problem
from ui.history import history_html, utc_now
from ui.pages.shell import READING, Shell, script
from ui.presenters import problem_html
from ui.sheets import ratings_html


@dataclass(frozen=True, slots=True)
class Rail:
    """Its widgets."""

    search: gr.Textbox
    list: gr.HTML
    ratings: gr.Button
    sheet: gr.HTML

    @property
    def outputs(self) -> list[Any]:
        return [self.list]


def lay_out(shell: Shell) -> Rail:
    """The column."""
    said = words(shell.language).chat
    with gr.Column(elem_id="history", scale=0, min_width=200):
        # With no value the browser sends null for it until it is laid out.
        search = gr.Textbox(
            "", label=said.history_search, placeholder=said.history_search, show_label=False, container=False,
            max_lines=1, max_length=100, elem_id="history-search",
        )  # fmt: skip
        listed = gr.HTML("", js_on_load=script("history.js"), apply_default_css=False, elem_id="history-list")
        ratings = gr.Button(said.feedback_open, elem_id="open-ratings", size="sm")
        sheet = gr.HTML("", js_on_load=script("sheet.js"), apply_default_css=False, elem_id="ratings")
    return Rail(search, listed, ratings, sheet)


def tie(shell: Shell, rail: Rail, conversation: gr.State) -> None:
    """What its widgets do beside opening a conversation."""
    desk, switch = shell.desk, shell.switch

    def find(search: str, open_now: Conversation, language: str, request: gr.Request) -> list[Any]:
        return shown(desk, shell.visitor(request), open_now.id, search, language)

    def rename(
        event: gr.EventData, search: str, open_now: Conversation, language: str, request: gr.Request
    ) -> list[Any]:
        desk.conversations.rename(shell.visitor(request), str(event._data.get("id")), str(event._data.get("title", "")))
        return find(search, open_now, language, request)

    def remove(
        event: gr.EventData, search: str, open_now: Conversation, language: str, request: gr.Request
    ) -> list[Any]:
        desk.conversations.remove(shell.visitor(request), str(event._data.get("id")))
        return find(search, open_now, language, request)

    def ratings(language: str, request: gr.Request) -> str:
        return ratings_html(desk.conversations.rated(shell.visitor(request)), words(language))

    state = [rail.search, conversation, switch]
    rail.search.change(find, state, rail.outputs, trigger_mode="always_last", **READING)
    rail.list.rename(rename, state, rail.outputs, trigger_mode="multiple", **READING)
    rail.list.remove(remove, state, rail.outputs, trigger_mode="multiple", **READING)
    rail.ratings.click(ratings, [switch], [rail.sheet], **READING)


def shown(desk: Desk, visitor: str, open_now: str, search: str, language: str) -> list[Any]:
    """The list for `Rail.outputs`."""
    said = words(language)
    if not visitor:
        return [f'<p class="nothing">{said.chat.no_cookies}</p>']
    try:
        outlines = desk.conversations.outlines(visitor, search)
    except WenceError as error:
        return [problem_html(Problem.of(error), said)]
    return [history_html(outlines, open_now, said, searched=bool(search.strip()), now=utc_now())]


def labels(said: Words) -> list[Any]:
    """The words on the search box and the button."""
    search = said.chat.history_search
    return [gr.update(label=search, placeholder=search), gr.update(value=said.chat.feedback_open)]
