"""Events of the library tab that run side by side: what one shows anew must not take away what another has brought."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import gradio as gr

from tests.ui.desk import HandMadeDesk
from ui.librarian import Opened
from ui.pages import library
from ui.pages.shell import Shell
from ui.visitors import COOKIE

REQUEST = SimpleNamespace(cookies={COOKIE: "a" * 43}, query_params={})


def translated(desk: HandMadeDesk, opened: Opened | None) -> Any:
    """What the reader is given when the page arrives or its language changes."""
    with gr.Blocks() as pages, gr.Tabs() as tabs, gr.Tab("文库") as tab:
        library.build(Shell(pages, desk, "zh", gr.Radio(["zh", "en"]), tabs, tab))
    translate = next(each.fn for each in pages.fns.values() if getattr(each.fn, "__name__", "") == "translate")
    return translate(True, (), None, opened, "en", REQUEST)[-1]


def test_an_open_document_is_shown_in_the_new_language(desk: HandMadeDesk) -> None:
    document = next(iter(desk.library.documents())).id
    assert document in translated(desk, Opened(document, "", ""))


def test_a_document_on_its_way_is_not_closed_by_a_page_that_arrives(desk: HandMadeDesk) -> None:
    assert translated(desk, None) == gr.skip()
