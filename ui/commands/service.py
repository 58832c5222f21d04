"""Verbs that keep the application running and right: serve, doctor, evaluate."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

import click

from ui.commands.bilingual import Command, both
from ui.commands.session import Session, pass_session
from ui.wiring import Services


@click.command(
    "serve",
    cls=Command,
    help=both(
        "打开网页问答。\n\n资料库为空时先导入自带的五份文件。",
        "Serve the web chat.\n\nAn empty library first gets the five bundled documents.",
    ),
)
@click.option("--host", metavar="ADDRESS", help=both("监听的地址，默认 127.0.0.1。", "Address; 127.0.0.1 by default."))
@click.option("--port", type=int, metavar="PORT", help=both("监听的端口，默认 7860。", "Port; 7860 by default."))
@click.option("--no-samples", is_flag=True, help=both("资料库为空也不导入自带文件。", "Leave an empty library empty."))
@click.option("--open", "open_browser", is_flag=True, help=both("打开浏览器。", "Open the browser, if there is one."))
@pass_session
def serve(session: Session, host: str | None, port: int | None, no_samples: bool, open_browser: bool) -> None:
    from ui import server

    session.options |= {"server.host": host, "server.port": port}
    settings = session.settings

    def prepare(report: Callable[[str, str], None]) -> Services:
        return _prepared(session.services, report, samples=not no_samples)

    server.serve(
        prepare,
        host=settings.server.host,
        port=settings.server.port,
        language=settings.language,
        announce=lambda url: session.note(f"问策：{url}（按 Ctrl+C 结束）", f"wence: {url} (Ctrl+C ends it)"),
        open_browser=open_browser and _has_display(),
    )


def _prepared(services: Services, report: Callable[[str, str], None], *, samples: bool) -> Services:
    from ui.samples import fill_if_empty

    if samples and not services.library.documents():
        report("首次启动，正在导入自带的文件……", "First start: adding the bundled documents ...")
        fill_if_empty(services)
    report("正在打开检索索引……", "Opening the search indexes ...")
    services.assistant.search("目标", 1)
    return services


def _has_display() -> bool:
    """Is there a screen? Without one, Python would open a text browser in this very terminal."""
    return sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


VERBS: tuple[click.Command, ...] = (serve,)
