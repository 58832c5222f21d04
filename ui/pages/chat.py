"""The chat tab: conversations at the left, the conversation with its question box, the evidence beside it.

Handlers are thin: they take what the widgets hold, call `ui.chat`, and hand the
result to a presenter. A visitor's conversation lives in session state and in the
store of conversations.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import gradio as gr

from assistant.conversation_tables import Rating
from assistant.scope import Scope
from ui import chat, columns
from ui.catalogue import words
from ui.catalogue_chat import REASONS
from ui.chat import Frame, Stops
from ui.conversation import EVERYTHING, Conversation
from ui.filters import scope_of
from ui.pages import history
from ui.pages.shell import QUIET, READING, Shell, script
from ui.panel import Opened

QUESTION_CHARACTERS = 2000
NOTE_CHARACTERS = 1000
PARALLEL_QUESTIONS = 4
EARLIER = 8
"""Exchanges before the newest that are on the page; a button brings as many more."""


def build(shell: Shell) -> None:
    """Lays the tab out and ties its events."""
    parts = _laid_out(shell)
    _Events(shell, parts).tie()


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
    scope: gr.State
    full: gr.State

    @property
    def page(self) -> list[Any]:
        """What an answer changes."""
        return [self.past, self.talk, self.side, self.conversation, self.opened, self.box, self.send, self.stop]


def _laid_out(shell: Shell) -> Parts:
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
        conversation=gr.State(Conversation()), opened=gr.State(None), scope=gr.State(EVERYTHING),
        full=gr.State(EARLIER),
    )  # fmt: skip


class _Events:
    """What the widgets do."""

    def __init__(self, shell: Shell, parts: Parts) -> None:
        self.desk = shell.desk
        self.shell = shell
        self.parts = parts
        self.stops = Stops()

    def tie(self) -> None:
        shell, parts, switch = self.shell, self.parts, self.shell.switch
        # "multiple": after a stop the browser would otherwise wait for the call that was given up.
        asking: dict[str, Any] = {
            "outputs": [*parts.page, *parts.rail.outputs], "trigger_mode": "multiple",
            "concurrency_limit": PARALLEL_QUESTIONS, "concurrency_id": "questions", **QUIET,
        }  # fmt: skip
        state = [parts.conversation, parts.scope, parts.rail.search, switch]
        typed = gr.on([parts.box.submit, parts.send.click], self.ask, [parts.box, *state], **asking)
        suggested = parts.talk.suggest(self.suggest, state, **asking)
        leaving: dict[str, Any] = {"cancels": [typed, suggested], **READING}
        parts.stop.click(
            self.halt, [parts.conversation, parts.opened, parts.rail.search, switch],
            [*parts.page, *parts.rail.outputs], **leaving,
        )  # fmt: skip
        parts.clear.click(self.restart, [switch], [*parts.page, *parts.rail.outputs, parts.full], **leaving)
        parts.rail.list.open(self.reopen, [switch], [*parts.page, *parts.rail.outputs, parts.full], **leaving)
        for source in (parts.talk, parts.side):
            source.cite(
                self.cite, [parts.conversation, parts.opened, switch], [parts.side, parts.opened],
                trigger_mode="always_last", **READING,
            )  # fmt: skip
        parts.talk.rate(self.rate, [parts.conversation], [parts.conversation], trigger_mode="multiple", **READING)
        parts.talk.earlier(
            self.unfold, [parts.conversation, parts.full, switch], [parts.past, parts.full], **READING
        )  # fmt: skip
        parts.filters.narrow(self.narrow, None, [parts.scope], trigger_mode="always_last", **READING)
        history.tie(shell, parts.rail, parts.conversation)
        shell.relabel(
            self.arrive_or_translate, [parts.conversation, parts.opened, parts.scope, parts.full, parts.rail.search],
            [*parts.page, *parts.rail.outputs, parts.filters, parts.clear, parts.rail.search, parts.rail.ratings],
        )  # fmt: skip

    # -- asking ------------------------------------------------------------------

    def ask(
        self, question: str, past: Conversation, scope: Scope, search: str, language: str, request: gr.Request,
        instead: bool = False,
    ) -> Iterator[list[Any]]:  # fmt: skip
        visitor = self.shell.visitor(request)
        if not question.strip() or (past.last and past.last.pending):
            yield [gr.skip()] * len(self.parts.page + self.parts.rail.outputs)
            return
        frames = chat.ask(
            self.desk, past, question.strip()[:QUESTION_CHARACTERS], visitor=visitor, scope=scope,
            instead=instead, stops=self.stops,
        )  # fmt: skip
        first = next(frames)
        unchanged = [gr.skip()] * len(self.parts.rail.outputs)
        yield [*self.show(first, language, busy=True, typed="", earlier=EARLIER), *unchanged]
        lit = first.opened
        for frame in frames:
            final = frame.shown is None and not (frame.conversation.last and frame.conversation.last.pending)
            if final and frame.opened != lit:
                # Gradio sends the last outputs twice: the panel must not be among them, or what the reader opens
                # in between would be closed again.
                yield [*self.show(frame, language, busy=True), *unchanged]
                lit = frame.opened
            outputs = self.show(frame, language, busy=not final)
            if frame.opened == lit:
                # Meanwhile the reader may have opened something else.
                outputs[2] = outputs[4] = gr.skip()
            lit = frame.opened
            listed = history.shown(self.desk, visitor, frame.conversation.id, search, language) if final else unchanged
            yield [*outputs, *listed]

    def suggest(
        self, event: gr.EventData, past: Conversation, scope: Scope, search: str, language: str, request: gr.Request
    ) -> Iterator[list[Any]]:
        question, again = str(event._data.get("question", "")), bool(event._data.get("again"))
        if again and past.last:
            question, scope = past.last.question, past.last.scope
        yield from self.ask(question, past, scope, search, language, request, instead=again)

    def halt(
        self, past: Conversation, current: Opened | None, search: str, language: str, request: gr.Request
    ) -> list[Any]:
        if past.last:
            self.stops.stop(past.last.key)
        shown = self.show(Frame(past.stopped(), current), language, busy=False)
        return [*shown, *history.shown(self.desk, self.shell.visitor(request), past.id, search, language)]

    # -- which conversation ------------------------------------------------------

    def restart(self, language: str, request: gr.Request) -> list[Any]:
        shown = self.show(Frame(Conversation(), None), language, busy=False, typed="", earlier=EARLIER)
        return [*shown, *history.shown(self.desk, self.shell.visitor(request), "", "", language), EARLIER]

    def reopen(self, event: gr.EventData, language: str, request: gr.Request) -> list[Any]:
        visitor = self.shell.visitor(request)
        found = chat.reopened(self.desk, visitor, str(event._data.get("id", "")))
        frame = Frame(found, chat.first_evidence(found))
        shown = self.show(frame, language, busy=False, earlier=EARLIER)
        return [*shown, *history.shown(self.desk, visitor, found.id, "", language), EARLIER]

    def arrive_or_translate(
        self, past: Conversation, current: Opened | None, scope: Scope, full: int, search: str, language: str,
        request: gr.Request,
    ) -> list[Any]:  # fmt: skip
        said, visitor = words(language), self.shell.visitor(request)
        if not past.exchanges:
            past = chat.reopened(self.desk, visitor, str(dict(request.query_params).get("c", "")))
            current = chat.first_evidence(past)
        busy = bool(past.last and past.last.pending)
        page = self.show(Frame(past, current), language, busy=busy, earlier=full)
        page[5] = gr.update(label=said.question_label, placeholder=said.question_placeholder)
        page[6], page[7] = gr.update(value=said.send, visible=not busy), gr.update(value=said.stop, visible=busy)
        return [
            *page,
            *history.shown(self.desk, visitor, past.id, search, language),
            columns.scope(self.desk, scope, said),
            gr.update(value=said.clear),
            *history.labels(said),
        ]

    # -- beside the answer -------------------------------------------------------

    def cite(self, event: gr.EventData, past: Conversation, current: Opened | None, language: str) -> list[Any]:
        mark, clause = event._data.get("mark"), event._data.get("clause")
        found = chat.follow(
            past, str(event._data.get("turn", "")), mark=mark if isinstance(mark, int) else None,
            clause_id=str(clause or ""), chosen=True,
        )  # fmt: skip
        return [columns.panel(self.desk, past, found or current, words(language)), found or current]

    def rate(self, event: gr.EventData, past: Conversation, request: gr.Request) -> Conversation:
        key, verdict = str(event._data.get("key", "")), event._data.get("verdict")
        rating = None
        if verdict in ("up", "down"):
            given = event._data.get("reasons")
            reasons = tuple(one for one in REASONS if isinstance(given, list) and one in given)
            rating = Rating(verdict, reasons, str(event._data.get("note", ""))[:NOTE_CHARACTERS])
        self.desk.conversations.rate(self.shell.visitor(request), past.id, key, rating)
        return past.rated(key, rating)

    def unfold(self, past: Conversation, full: int, language: str) -> list[Any]:
        more = full + 3 * EARLIER
        return [columns.past(self.desk, past, words(language), more), more]

    def narrow(self, event: gr.EventData) -> Scope:
        return scope_of(event._data.get("chosen"))

    # -- the page ----------------------------------------------------------------

    def show(
        self,
        frame: Frame,
        language: str,
        *,
        busy: bool,
        typed: Any = None,
        earlier: int = 0,
    ) -> list[Any]:
        """The outputs of `Parts.page`; what stands before the newest exchange only when `earlier` asks for it."""
        said = words(language)
        return [
            columns.past(self.desk, frame.conversation, said, earlier) if earlier else gr.skip(),
            columns.newest(self.desk, frame.conversation, said, frame.shown),
            columns.panel(self.desk, frame.conversation, frame.opened, said),
            frame.conversation,
            frame.opened,
            gr.skip() if typed is None else typed,
            gr.update(visible=not busy),
            gr.update(visible=busy),
        ]
