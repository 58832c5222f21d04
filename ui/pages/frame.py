"""The frame of the page: product name, tabs, language and theme; each tab fills its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, NamedTuple

import gradio as gr

from ui.catalogue import LANGUAGES, Words, words
from ui.catalogue_library import library_words
from ui.catalogue_papers import papers_words
from ui.catalogue_targets import targets_words
from ui.chat import Desk
from ui.pages import briefing, chat, comparison, library
from ui.pages.shell import QUIET, READING, Shell, script
from ui.presenters import header_html


class TabPlan(NamedTuple):
    """A tab before it is built."""

    id: str
    title: Callable[[Words], str]
    build: Callable[[Shell], None]


_CHAT = TabPlan("chat", lambda said: said.tab_chat, chat.build)

_LIBRARY = TabPlan("library", lambda said: library_words(said).tab, library.build)

_COMPARISON = TabPlan("comparison", lambda said: targets_words(said).tab, comparison.build)

_BRIEFING = TabPlan("briefing", lambda said: papers_words(said).tab, briefing.build)

TABS: tuple[TabPlan, ...] = (_CHAT, _LIBRARY, _COMPARISON, _BRIEFING)
"""In the order in which they stand."""


def build(pages: gr.Blocks, desk: Desk, language: str) -> None:
    """Lays the frame out in `pages`, which are under construction, and has every tab fill its own."""
    said = words(language)
    stored_language = gr.BrowserState("", storage_key="wence-language", secret="wence")
    with gr.Row(elem_id="top"):
        header = gr.HTML(
            header_html(said), js_on_load=script("shell.js") + script("notices.js"), apply_default_css=False,
            elem_id="header",
        )  # fmt: skip
        switch = gr.Radio(
            choices=list(LANGUAGES), value=language, label=said.language_label, show_label=False, container=False,
            elem_id="language", scale=0, min_width=160,
        )  # fmt: skip
    with gr.Tabs(elem_id="tabs", selected=TABS[0].id, overflow_behavior="wrap") as tabs:
        shell = Shell(pages, desk, language, switch, tabs)
        items = [_tab(plan, shell, said) for plan in TABS]

    def translate(language: str) -> list[Any]:
        said = words(language)
        titles = [gr.update(label=plan.title(said)) for plan in TABS]
        return [header_html(said), gr.update(label=said.language_label), *titles]

    def arrive(stored: str) -> Any:
        # Nothing stored leaves the switch alone: a quick visitor may have clicked it already.
        return stored if stored in dict(LANGUAGES).values() and stored != language else gr.skip()

    shell.relabel(translate, [], [header, switch, *items], js=_SET_PAGE_LANGUAGE)
    pages.load(arrive, [stored_language], [switch], **READING)
    switch.input(None, [switch], [stored_language], js="(language) => language", **QUIET)


def _tab(plan: TabPlan, shell: Shell, said: Words) -> gr.Tab:
    with gr.Tab(plan.title(said), id=plan.id, elem_id=f"tab-{plan.id}") as item:
        plan.build(replace(shell, tab=item))
    return item


_SET_PAGE_LANGUAGE = """(language) => {
    document.documentElement.lang = language === "en" ? "en" : "zh-CN";
    return [language];
}"""
