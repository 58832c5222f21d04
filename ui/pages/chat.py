"""The chat page: a conversation, a question box, and the evidence panel beside it.

Handlers are thin: they take what the widgets hold, call `ui.chat`, and hand the
result to a presenter. A visitor's conversation lives in session state alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import gradio as gr

from ui import chat
from ui.catalogue import words
from ui.chat import Frame
from ui.conversation import Conversation
from ui.pages.shell import QUIET, READING, Shell, script
from ui.panel import Opened

QUESTION_CHARACTERS = 2000
PARALLEL_QUESTIONS = 4


def build(shell: Shell) -> None:
    """Lays the tab out and ties its events."""
    desk, switch, said = shell.desk, shell.switch, words(shell.language)
    conversation = gr.State(Conversation())
    opened = gr.State(None)

    with gr.Row(elem_id="desk"):
        with gr.Column(elem_id="chat", scale=3, min_width=280):
            talk = gr.HTML("", js_on_load=script("conversation.js"), apply_default_css=False, elem_id="conversation")
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

    page = [talk, side, conversation, opened, box, send, stop]

    def show(frame: Frame, language: str, *, busy: bool, typed: Any = gr.skip()) -> list[Any]:  # noqa: B008
        said = words(language)
        return [
            chat.conversation(desk, frame.conversation, said, frame.shown),
            chat.panel(desk, frame.opened, said),
            frame.conversation,
            frame.opened,
            typed,
            gr.update(visible=not busy),
            gr.update(visible=busy),
        ]

    def ask(question: str, past: Conversation, language: str) -> Iterator[list[Any]]:
        if not question.strip() or (past.last and past.last.pending):
            yield [gr.skip()] * len(page)
            return
        frames = chat.ask(desk, past, question.strip()[:QUESTION_CHARACTERS])
        first = next(frames)
        yield show(first, language, busy=True, typed="")
        lit = first.opened
        for frame in frames:
            final = frame.shown is None
            outputs = show(frame, language, busy=not final)
            if frame.opened == lit:
                # Meanwhile the reader may have opened something else.
                outputs[1] = outputs[3] = gr.skip()
            lit = frame.opened
            yield outputs

    def suggest(event: gr.EventData, past: Conversation, language: str) -> Iterator[list[Any]]:
        yield from ask(str(event._data.get("question", "")), past, language)

    def halt(past: Conversation, current: Opened | None, language: str) -> list[Any]:
        return show(Frame(past.stopped(), current), language, busy=False)

    def restart(language: str) -> list[Any]:
        return show(Frame(Conversation(), None), language, busy=False, typed="")

    def cite(event: gr.EventData, past: Conversation, current: Opened | None, language: str) -> list[Any]:
        mark, clause = event._data.get("mark"), event._data.get("clause")
        found = chat.follow(
            past, str(event._data.get("turn", "")), mark=mark if isinstance(mark, int) else None,
            clause_id=str(clause or ""), chosen=True,
        )  # fmt: skip
        return [chat.panel(desk, found or current, words(language)), found or current]

    def translate(past: Conversation, current: Opened | None, language: str) -> list[Any]:
        said = words(language)
        return [
            chat.conversation(desk, past, said),
            chat.panel(desk, current, said),
            gr.update(label=said.question_label, placeholder=said.question_placeholder),
            gr.update(value=said.send),
            gr.update(value=said.stop),
            gr.update(value=said.clear),
        ]

    # "multiple": after a stop the browser would otherwise wait for the call that was given up.
    asking = dict(
        outputs=page,
        trigger_mode="multiple",
        concurrency_limit=PARALLEL_QUESTIONS,
        concurrency_id="questions",
        **QUIET,
    )
    translated = [talk, side, box, send, stop, clear]

    typed = gr.on([box.submit, send.click], ask, [box, conversation, switch], **asking)
    suggested = talk.suggest(suggest, [conversation, switch], **asking)
    stop.click(halt, [conversation, opened, switch], page, cancels=[typed, suggested], **READING)
    clear.click(restart, [switch], page, cancels=[typed, suggested], **READING)
    for source in (talk, side):
        source.cite(cite, [conversation, opened, switch], [side, opened], trigger_mode="always_last", **READING)
    shell.relabel(translate, [conversation, opened], translated)
