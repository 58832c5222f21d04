"""The web application: Gradio pages and REST endpoints on one FastAPI app.

Nothing leaves the machine: no analytics, no flagging, no run history, fonts and
scripts from this installation only.
"""

from __future__ import annotations

import gradio as gr
from fastapi import FastAPI

from ui import api, downloads
from ui.catalogue import words
from ui.chat import Desk
from ui.pages import frame
from ui.theme import CSS_PATHS, print_style, theme
from ui.visitors import VisitorCookie

NO_UPLOADS = "1kb"
"""No page takes files, but the framework's upload address is there all the same."""


def build_app(desk: Desk, language: str = "zh") -> FastAPI:
    """The application over `desk`, ready to be served."""
    app = FastAPI(title=words("en").product, docs_url=None, redoc_url=None, openapi_url="/api/openapi.json")
    app.add_middleware(VisitorCookie)
    api.attach(app, desk)
    app.include_router(downloads.router(desk))
    gr.mount_gradio_app(
        app,
        build_pages(desk, language),
        path="/",
        theme=theme(),
        css_paths=CSS_PATHS,
        head=print_style(),
        footer_links=[],
        run_history=False,
        enable_monitoring=False,
        max_file_size=NO_UPLOADS,
        show_error=False,
        mcp_server=False,
        ssr_mode=False,
        pwa=False,
    )
    return app


def build_pages(desk: Desk, language: str) -> gr.Blocks:
    """The Gradio pages, unmounted."""
    with gr.Blocks(title=words(language).product, analytics_enabled=False, fill_width=True) as pages:
        frame.build(pages, desk, language)
    return pages.queue(api_open=False, max_size=64)
