"""The library tab: the list of documents, files on their way in, and the reader in its place while one is open."""

from __future__ import annotations

from typing import Any

import gradio as gr

from ui import librarian
from ui.catalogue import words
from ui.catalogue_library import library_words
from ui.conversation import Problem
from ui.librarian import Notice, Opened
from ui.links import QUOTE_CHARACTERS
from ui.pages.shell import QUIET, READING, Shell, script
from ui.reports import Taken
from ui.shelf import drop_html

_HTML: dict[str, Any] = {"apply_default_css": False}


def build(shell: Shell) -> None:
    """Lays the tab out and ties its events."""
    desk, switch = shell.desk, shell.switch
    visited, opened = gr.State(False), gr.State(None)
    last: gr.State = gr.State(())
    notice = gr.State(None)

    with gr.Column(elem_id="library"):
        receive = gr.HTML("", js_on_load=script("upload.js"), elem_id="lib-receive", **_HTML)
        reports = gr.HTML("", js_on_load=script("reports.js"), elem_id="lib-reports", **_HTML)
        shelf = gr.HTML("", js_on_load=script("library.js"), elem_id="lib-shelf", **_HTML)
        sheet = gr.HTML("", js_on_load=script("keeping.js"), elem_id="lib-sheet", **_HTML)
    reader = gr.HTML("", js_on_load=script("reader.js"), elem_id="reader", **_HTML)

    def fill(language: str) -> list[Any]:
        said = words(language)
        return [drop_html(library_words(said), desk.keeper.upload_bytes), librarian.shelf(desk, said), True]

    def translate(
        visited: bool, last: tuple[Taken, ...], notice: Notice | None, opened: Opened | None, language: str,
        request: gr.Request,
    ) -> list[Any]:  # fmt: skip
        if not visited:
            return [gr.skip()] * 5
        said = words(language)
        # A document asked for while the page arrives may be on its way: nothing open is no reason to close it.
        document = librarian.reader(desk, opened, said, shell.visitor(request)) if opened else gr.skip()
        return [*fill(language)[:2], librarian.reports(last, notice, said), "", document]

    def received(event: gr.EventData, language: str) -> list[Any]:
        taken = librarian.taken(desk, event._data.get("files"))
        said = words(language)
        return [librarian.reports(taken, None, said), taken, None, librarian.shelf(desk, said)]

    def dismiss() -> list[Any]:
        return ["", (), None]

    def manage(event: gr.EventData, language: str) -> str:
        return librarian.sheet(desk, str(event._data.get("document", "")), words(language))

    def changed(done: Notice | Problem, document: str, last: tuple[Taken, ...], language: str) -> list[Any]:
        said = words(language)
        if isinstance(done, Problem):
            return [librarian.sheet(desk, document, said, done), gr.skip(), gr.skip(), gr.skip()]
        return ["", librarian.reports(last, done, said), done, librarian.shelf(desk, said)]

    def save(event: gr.EventData, last: tuple[Taken, ...], language: str) -> list[Any]:
        return changed(librarian.save(desk, event._data), str(event._data.get("document", "")), last, language)

    def remove(event: gr.EventData, last: tuple[Taken, ...], language: str) -> list[Any]:
        document = str(event._data.get("document", ""))
        return changed(librarian.remove(desk, document), document, last, language)

    def read(event: gr.EventData, language: str, request: gr.Request) -> list[Any]:
        document, clause, quote = (str(event._data.get(name) or "") for name in ("document", "clause", "quote"))
        if not document:
            return ["", None, librarian.shelf(desk, words(language))]
        wanted = Opened(document, clause, quote[:QUOTE_CHARACTERS])
        return [librarian.reader(desk, wanted, words(language), shell.visitor(request)), wanted, gr.skip()]

    writing = dict(concurrency_limit=1, concurrency_id="writers", **QUIET)
    shell.opened(fill, [], [receive, shelf, visited])
    shell.relabel(translate, [visited, last, notice, opened], [receive, shelf, reports, sheet, reader])
    receive.received(received, [switch], [reports, last, notice, shelf], **READING)
    reports.dismiss(dismiss, [], [reports, last, notice], **READING)
    shelf.manage(manage, [switch], [sheet], **READING)
    sheet.closed(lambda: "", [], [sheet], **READING)
    sheet.save(save, [last, switch], [sheet, reports, notice, shelf], **writing)
    sheet.remove(remove, [last, switch], [sheet, reports, notice, shelf], **writing)
    reader.read(read, [switch], [reader, opened, shelf], trigger_mode="always_last", **READING)
