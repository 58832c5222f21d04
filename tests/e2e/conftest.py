"""A browser, servers on free ports, and pages that are watched: no console error, no request off this machine."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary, WeakSet

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect, sync_playwright

ROOT = Path(__file__).parents[2]
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
START_SECONDS = 60
REST_SECONDS = 15
CUT_OFF = ("AbortError: signal is aborted", "Unexpected error Connection errored out")
WENCE = str(Path(sys.executable).with_name("wence"))

expect.set_options(timeout=30_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("e2e")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if found is None:
        pytest.fail(f"The browser tests need one of {', '.join(CHROMIUM)} on the PATH (Debian: apt install chromium).")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a page as a new visitor; at the end, every page must have stayed quiet and on this machine."""
    complaints: list[str] = []
    hosts: set[str | None] = set()
    contexts = []

    def open_page(url: str, *, width: int = 1280, height: int = 800, **options: object) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, locale="zh-CN", **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if _is_complaint(page, said) else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: (complaints.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda request: hosts.add(urlsplit(request.url).hostname))
        _watch_events(page)
        page.goto(url)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []
    assert hosts - {None} <= {"127.0.0.1"}


_under_way: WeakKeyDictionary[Page, set[Request]] = WeakKeyDictionary()
_left: WeakSet[Page] = WeakSet()


def _is_complaint(page: Page, said: ConsoleMessage) -> bool:
    return said.type in ("error", "warning") and not (page in _left and said.text.startswith(CUT_OFF))


def _watch_events(page: Page) -> None:
    under_way = _under_way[page] = set()
    page.on("request", lambda request: under_way.add(request) if "/queue/" in request.url else None)
    page.on("requestfinished", lambda request: under_way.discard(request))
    page.on("requestfailed", lambda request: under_way.discard(request))


def reload(page: Page) -> None:
    _leave(page, page.reload)


def go(page: Page, url: str) -> None:
    _leave(page, lambda: page.goto(url))


def _leave(page: Page, away: Callable[[], object]) -> None:
    """Leaves a page when it is at rest.

    The framework may hold its stream of events open with nothing to come (where the server's last word on an event
    is there before its number), and complains as the page is left: those complaints are not the page's.
    """
    end = time.monotonic() + REST_SECONDS
    quiet = 0
    while quiet < 5 and time.monotonic() < end:
        page.wait_for_timeout(100)
        quiet = 0 if _under_way[page] else quiet + 1
    _left.add(page)
    away()
    _left.discard(page)


@contextmanager
def running(*command: str, log: Path) -> Iterator[str]:
    """A server as a process of its own; `{port}` in the command stands for a free port."""
    port = free_port()
    with log.open("w") as output:
        process = subprocess.Popen(
            [part.format(port=port) for part in command], cwd=ROOT, stdout=output, stderr=subprocess.STDOUT
        )
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(10)


def serving(home: Path, *options: str) -> tuple[str, ...]:
    """The command that serves the real application; the bundled documents fill an empty home."""
    return (WENCE, "--home", str(home), "serve", "--port", "{port}", *options)


@pytest.fixture(scope="session")
def bundled_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The real application over the bundled documents, for tests that leave the library as they find it."""
    folder = tmp_path_factory.mktemp("bundled")
    with running(*serving(folder / "home"), log=folder / "log") as url:
        wait_until_ready(url)
        yield url


def desk_server(home: Path, *libraries: str) -> tuple[str, ...]:
    return (sys.executable, "-m", "tests.e2e.desk_server", "{port}", str(home), *libraries)


def wait_until_ready(url: str) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        state = loading_state(url)
        if state == "ready":
            return
        assert state != "failed"
        time.sleep(0.1)
    pytest.fail(f"{url} was not ready within {START_SECONDS} s")


def loading_state(url: str) -> str:
    try:
        with urllib.request.urlopen(f"{url}/loading.json", timeout=5) as reply:
            return str(json.load(reply)["status"])
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return "closed"


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
