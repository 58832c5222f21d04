"""The widgets of the chat tab: conversations at the left, the conversation with its question box, the evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import gradio as gr

from ui.catalogue import words
from ui.conversation import Conversation
from ui.pages import history
from ui.pages.shell import Shell, script
from ui.sitting import Sitting

QUESTION_CHARACTERS = 2000
EARLIER = 8
"""Exchanges before the newest that are on the page; a button brings as many more."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The widgets of the tab, and what it remembers between events."""

    rail: history.Rail
    past: gr.HTML
    talk: gr.HTML
    filters: gr.HTML
    box: gr.Textbox
    send: gr.Button
    stop: gr.Button
    clear: gr.Button
    side: gr.HTML
    conversation: gr.State
    opened: gr.State
    scope: gr.JSON
    full: gr.State
    sitting: gr.State

    @property
    def page(self) -> list[Any]:
        """What an answer changes."""
        return [self.past, self.talk, self.side, self.conversation, self.opened, self.box, self.send, self.stop]


def lay_out(shell: Shell) -> Parts:
    said = words(shell.language)
    with gr.Row(elem_id="desk"):
        rail = history.lay_out(shell)
        with gr.Column(elem_id="chat", scale=3, min_width=280):
            with gr.Column(elem_id="conversation"):
                past = gr.HTML("", apply_default_css=False, elem_id="past")
                talk = gr.HTML("", js_on_load=script("conversation.js"), apply_default_css=False, elem_id="talk")
            filters = gr.HTML("", js_on_load=script("filters.js"), apply_default_css=False, elem_id="filters")
            with gr.Row(elem_id="composer"):
                box = gr.Textbox(
                    label=said.question_label, placeholder=said.question_placeholder, show_label=False, container=False,
                    lines=1, max_lines=6, max_length=QUESTION_CHARACTERS, autofocus=True, elem_id="question", scale=1,
                )  # fmt: skip
                send = gr.Button(said.send, variant="primary", elem_id="send", scale=0, min_width=72)
                stop = gr.Button(said.stop, visible=False, elem_id="stop", scale=0, min_width=72)
                clear = gr.Button(said.clear, elem_id="clear", scale=0, min_width=72)
        with gr.Column(elem_id="side", scale=2, min_width=280):
            side = gr.HTML("", js_on_load=script("panel.js"), apply_default_css=False, elem_id="panel")
    return Parts(
        rail, past, talk, filters, box, send, stop, clear, side,
        conversation=gr.State(Conversation()), opened=gr.State(None), scope=gr.JSON(visible=False),
        full=gr.State(EARLIER), sitting=gr.State(Sitting()),
    )  # fmt: skip
