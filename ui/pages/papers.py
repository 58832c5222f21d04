"""What briefing and comparison share on the page: a form, and below it the paper that it asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import gradio as gr

from corpus.errors import WenceError
from ui.catalogue import Words, words
from ui.catalogue_papers import papers_words
from ui.chat import Desk
from ui.conversation import Problem
from ui.pages.shell import READING, Shell, script
from ui.papers import Wanted, wanted
from ui.presenters import problem_html

_HTML: dict[str, Any] = {"apply_default_css": False}

Form = Callable[[Desk, Words], str]
Result = Callable[[Desk, Wanted, Words], str]


def section(shell: Shell, name: str, form_of: Form, result_of: Result) -> None:
    """Lays out form and result under `name`, and ties their events."""
    desk, switch = shell.desk, shell.switch
    visited, asked = gr.State(False), gr.State(None)

    with gr.Column(elem_id=name, elem_classes=["papers"]):
        form = gr.HTML("", js_on_load=script("papers.js"), elem_id=f"{name}-form", **_HTML)
        result = gr.HTML("", elem_id=f"{name}-result", **_HTML)

    def shown(at: Wanted | None, language: str) -> str:
        said = words(language)
        if at is None:
            return ""
        try:
            return result_of(desk, at, said)
        except WenceError as error:
            return problem_html(Problem.of(error), said)

    def filled(language: str) -> str:
        said = words(language)
        try:
            known = desk.library.documents()
        except WenceError as error:
            return problem_html(Problem.of(error), said)
        return form_of(desk, said) if known else f'<p class="nothing" role="status">{papers_words(said).empty}</p>'

    def fill(visited: bool, language: str) -> list[Any]:
        # What a visitor has typed stays when the tab is opened again.
        return [gr.skip() if visited else filled(language), True]

    def translate(visited: bool, at: Wanted | None, language: str) -> list[Any]:
        return [filled(language), shown(at, language)] if visited else [gr.skip()] * 2

    def write(event: gr.EventData, language: str) -> list[Any]:
        at = wanted(event._data)
        return [at, shown(at, language)]

    shell.opened(fill, [visited], [form, visited])
    shell.relabel(translate, [visited, asked], [form, result])
    form.write(write, [switch], [asked, result], trigger_mode="once", **READING)
