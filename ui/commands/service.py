"""Verbs that keep the application running and right: serve and doctor."""

from __future__ import annotations

import contextlib
import logging
import os
import sys
from collections.abc import Callable
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from corpus.errors import LibraryLocked
from ui.commands.bilingual import Command, both
from ui.commands.progress import bar
from ui.commands.session import Session, json_option, pass_session

if TYPE_CHECKING:
    from index.doctor import DoctorReport
    from ui.wiring import Services


@click.command(
    "serve",
    cls=Command,
    help=both(
        "打开网页问答。\n\n文库为空时先导入自带的五份文件。",
        "Serve the web chat.\n\nAn empty library first gets the five bundled documents.",
    ),
)
@click.option("--host", metavar="ADDRESS", help=both("监听的地址，默认 127.0.0.1。", "Address; 127.0.0.1 by default."))
@click.option("--port", type=int, metavar="PORT", help=both("监听的端口，默认 7860。", "Port; 7860 by default."))
@click.option("--no-samples", is_flag=True, help=both("文库为空也不导入自带文件。", "Leave an empty library empty."))
@click.option("--open", "open_browser", is_flag=True, help=both("打开浏览器。", "Open the browser, if there is one."))
@pass_session
def serve(session: Session, host: str | None, port: int | None, no_samples: bool, open_browser: bool) -> None:
    from corpus.errors import SearchIndexError
    from index.manifest import READ_EARLIER, IndexFolder
    from ui import server

    session.options |= {"server.host": host, "server.port": port}
    settings = session.settings
    # A home that cannot be used ends the command here, as it ends every other, not on a page.
    held = session.services.library.holdings()
    # Indexes that cannot be read are told of on the page, beside the documents, which can.
    with contextlib.suppress(SearchIndexError):
        if held and IndexFolder(settings.home).read_earlier():
            session.note(*READ_EARLIER)
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s", force=True)

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

    if samples and not services.library.holdings():
        report("首次启动，正在导入自带的文件……", "First start: adding the bundled documents ...")
        fill_if_empty(services)
    _mend_interrupted(services, report)
    report("正在打开检索索引……", "Opening the search indexes ...")
    services.assistant.search("目标", 1)
    return services


def _mend_interrupted(services: Services, report: Callable[[str, str], None]) -> None:
    """A run that was killed leaves documents that the indexes have not followed: they follow now."""
    if services.library.pending():
        report("上次写入被中断，正在修复索引……", "The last run was cut off: mending the indexes ...")
        # With a writer at work the documents are its own to follow; the page is served meanwhile.
        with contextlib.suppress(LibraryLocked):
            services.indexer.doctor(mend=True)


def _has_display() -> bool:
    """Is there a screen? Without one, Python would open a text browser in this very terminal."""
    return sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


@click.command(
    "doctor",
    cls=Command,
    help=both(
        "检查文库和索引是否完好。\n\n有未修复的问题时退出码为 1。",
        "Check that library and indexes are sound.\n\nThe exit code is 1 while something is wrong.",
    ),
)
@click.option("--mend", is_flag=True, help=both("修复找到的问题。", "Put right what is found."))
@json_option
@pass_session
@click.pass_context
def doctor(context: click.Context, session: Session, mend: bool, as_json: bool) -> None:
    with bar(session.words("检查文库", "Checking"), timed=True) as progress:
        report = session.services.indexer.doctor(mend, progress)
    if as_json:
        session.json(asdict(report) | {"sound": report.sound})
    else:
        _print_report(session, report)
    if not report.sound:
        context.exit(1)


def _print_report(session: Session, report: DoctorReport) -> None:
    zh, en = report.summary
    if report.findings and not report.mended:
        zh, en = f"{zh}请运行 wence doctor --mend 修复。", f"{en} Run wence doctor --mend to put that right."
    session.data(session.words(zh, en))
    for finding in report.findings:
        session.data(f"  {finding.message(session.language)}")
    if not report.mended:
        return
    if report.sound:
        session.data(session.words("已全部修复。", "All of it is put right."))
    else:
        session.data(session.words("以下问题未能修复：", "Not put right:"))
        for finding in report.left:
            session.data(f"  {finding.message(session.language)}")


VERBS: tuple[click.Command, ...] = (doctor, serve)
