"""What briefing and comparison share on the page: a form, and below it the paper that it asked for."""

from __future__ import annotations

from collections.abc import Callable
from secrets import token_hex
from typing import Any

import gradio as gr

from corpus.errors import WenceError
from corpus.stopping import Stopped, never
from ui.catalogue import Words, words
from ui.catalogue_papers import papers_words
from ui.chat import Desk, Stops
from ui.conversation import Problem
from ui.pages.shell import READING, Shell, script
from ui.papers import Wanted, wanted
from ui.presenters import problem_html

_HTML: dict[str, Any] = {"apply_default_css": False}

Form = Callable[[Desk, Words], str]
Result = Callable[[Desk, Wanted, Words, Stopped], str]

WRITING: dict[str, Any] = {**READING, "concurrency_id": "papers"}
"""A model may take minutes for a paper: readers, and whoever calls it off, do not wait behind it."""

Listed = tuple[tuple[str, str], ...]
"""Ids and titles of the documents that a form lists."""


def section(shell: Shell, name: str, form_of: Form, result_of: Result) -> None:
    """Lays out form and result under `name`, and ties their events."""
    desk, switch = shell.desk, shell.switch
    listed, asked = gr.State(None), gr.State(None)

    with gr.Column(elem_id=name, elem_classes=["papers"]):
        form = gr.HTML("", js_on_load=script("papers.js"), elem_id=f"{name}-form", **_HTML)
        result = gr.HTML("", elem_id=f"{name}-result", **_HTML)

    stops = Stops()

    def shown(at: Wanted, language: str, stopped: Stopped = never) -> str:
        said = words(language)
        try:
            return result_of(desk, at, said, stopped)
        except WenceError as error:
            return problem_html(Problem.of(error), said)

    def filled(language: str) -> tuple[str, Listed]:
        said = words(language)
        try:
            known = desk.library.documents()
        except WenceError as error:
            return problem_html(Problem.of(error), said), ()
        empty = f'<p class="nothing" role="status">{papers_words(said).empty}</p>'
        return form_of(desk, said) if known else empty, tuple((one.id, one.title) for one in known)

    def fill(listed: Listed | None, language: str) -> list[Any]:
        """The form, where it does not list the documents as they are now."""
        html, now = filled(language)
        return [gr.skip() if now == listed else html, now]

    def translate(listed: Listed | None, at: Wanted | None, language: str) -> list[Any]:
        # What is asked for while the page arrives must not be wiped out by an empty result.
        result = shown(at, language) if at else gr.skip()
        return [filled(language)[0], result] if listed is not None else [gr.skip()] * 2

    def write(event: gr.EventData, listed: Listed | None, language: str, request: gr.Request) -> list[Any]:
        at, key = wanted(event._data), str(request.session_hash)
        try:
            html = shown(at, language, stops.begin(key))
        finally:
            stops.end(key)
        # The mark lets the page notice that it came, also where it is what stood there before.
        return [at, f'<div data-made="{token_hex(4)}">{html}</div>', *fill(listed, language)]

    def stop(request: gr.Request) -> None:
        stops.stop(str(request.session_hash))

    shell.opened(fill, [listed], [form, listed])
    shell.relabel(translate, [listed, asked], [form, result])
    form.write(write, [listed, switch], [asked, result, form, listed], trigger_mode="once", **WRITING)
    form.stop(stop, [], [], **READING)
