"""The table of targets on the page: narrowed by topic, year and place, each row a link to its clause."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import gradio as gr

from assistant.targets import Order, TargetTable, targets
from corpus.errors import WenceError
from ui.catalogue import Words, words
from ui.catalogue_targets import targets_words
from ui.conversation import Problem
from ui.pages.shell import READING, Shell, script
from ui.presenters import problem_html
from ui.target_table import Narrowed, form_html, table_html

_HTML: dict[str, Any] = {"apply_default_css": False}
_TOPIC_CHARACTERS = 100


def build(shell: Shell) -> None:
    """Lays the table out and ties its events."""
    desk, switch = shell.desk, shell.switch
    narrowed, visited = gr.State(Narrowed()), gr.State(False)

    with gr.Column(elem_id="targets"):
        form = gr.HTML("", js_on_load=script("targets.js"), elem_id="targets-form", **_HTML)
        rows = gr.HTML("", elem_id="targets-rows", **_HTML)

    def table(at: Narrowed) -> TargetTable:
        return targets(desk.library, topic=at.topic, year=at.year, place=at.place, order=at.order)

    def shown(at: Narrowed, language: str, *, whole: bool) -> list[Any]:
        said = words(language)
        try:
            head = form_html(targets(desk.library), at, targets_words(said)) if whole else gr.skip()
            return [head, table_html(table(at), at, targets_words(said), language)]
        except WenceError as error:
            return [gr.skip(), _failed(error, said)]

    def fill(at: Narrowed, language: str) -> list[Any]:
        return [*shown(at, language, whole=True), True]

    def translate(visited: bool, at: Narrowed, language: str) -> list[Any]:
        return shown(at, language, whole=True) if visited else [gr.skip()] * 2

    def narrow(event: gr.EventData, language: str) -> list[Any]:
        at = narrowed_by(event._data)
        return [at, shown(at, language, whole=False)[1]]

    shell.opened(fill, [narrowed], [form, rows, visited])
    shell.relabel(translate, [visited, narrowed], [form, rows])
    form.narrow(narrow, [switch], [narrowed, rows], trigger_mode="always_last", **READING)


def narrowed_by(sent: Mapping[str, object]) -> Narrowed:
    """What the form sent; what is no year or no order of ours narrows nothing."""
    year, order = str(sent.get("year", "")), str(sent.get("order", ""))
    return Narrowed(
        topic=str(sent.get("topic", ""))[:_TOPIC_CHARACTERS].strip(),
        year=int(year) if year.isascii() and year.isdigit() else None,
        place=str(sent.get("place", ""))[:_TOPIC_CHARACTERS],
        order=Order(order) if order in set(Order) else Order.DOCUMENT,
    )


def _failed(error: WenceError, said: Words) -> str:
    return problem_html(Problem.of(error), said)
