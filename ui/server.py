"""Serves the web application: the port first, the application as soon as it is built.

`serve` binds the port, answers it with a loading page, and builds the rest in a
thread: the services, whatever has to be prepared on a first start, and the pages,
whose framework alone takes seconds to import.
"""

from __future__ import annotations

import errno
import logging
import socket
import threading
import webbrowser
from collections.abc import Callable

import uvicorn

from corpus.errors import WenceError
from corpus.system_errors import reason
from ui.catalogue import CHINESE, ENGLISH
from ui.chat import Desk
from ui.doorway import Doorway, State

Report = Callable[[str, str], None]
"""Takes a line on what is going on, in Chinese and in English."""

SHUTDOWN_SECONDS = 2

logger = logging.getLogger(__name__)


class AddressUnusable(WenceError):
    """The page cannot be served at the address that was asked for."""


def serve(
    prepare: Callable[[Report], Desk],
    *,
    host: str = "127.0.0.1",
    port: int = 7860,
    language: str = "zh",
    announce: Callable[[str], None] | None = None,
    open_browser: bool = False,
) -> None:
    """Serves until interrupted. `prepare` runs in a thread and gives the services; it may report on its progress.

    `announce` is told the address as soon as it answers. What goes wrong in
    `prepare` is shown on the loading page, and raised when the server ends.
    """
    listener = _bind(host, port)
    start = Start(prepare, language)
    server = _Server(start.doorway, lambda: _arrived(address(host, port), announce, open_browser))
    try:
        server.run(sockets=[listener])
    except KeyboardInterrupt:
        pass
    finally:
        listener.close()
    if start.failure is not None:
        raise start.failure


def address(host: str, port: int) -> str:
    """The page's address, for a browser on this machine."""
    name = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)
    return f"http://{name}:{port}"


class Start:
    """Builds the application in a thread and tells the doorway how it goes."""

    def __init__(self, prepare: Callable[[Report], Desk], language: str) -> None:
        self.failure: Exception | None = None
        self._prepare = prepare
        self._language = language
        self.doorway = Doorway(language, self._begin)

    def _begin(self) -> None:
        threading.Thread(target=self._run, name="wence-start", daemon=True).start()

    def _run(self) -> None:
        try:
            desk = self._prepare(self._report)
            self._report(CHINESE.loading_pages, ENGLISH.loading_pages)
            from ui.app import build_app

            self.doorway.open_to(build_app(desk, self._language))
        except WenceError as error:
            logger.error("cannot start: %s", error.message("en"))
            self._fail(error, error.message("zh"), error.message("en"))
        except Exception as error:
            logger.exception("cannot start")
            self._fail(error, CHINESE.loading_failed, ENGLISH.loading_failed)

    def _report(self, zh: str, en: str) -> None:
        self.doorway.state = State("starting", zh, en)

    def _fail(self, error: Exception, zh: str, en: str) -> None:
        self.failure = error
        self.doorway.state = State("failed", zh, en)


class _Server(uvicorn.Server):
    """A server that says when it has begun to listen, and does not wait for open event streams at its end."""

    def __init__(self, app: Doorway, started: Callable[[], None]) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                log_level="critical",
                access_log=False,
                lifespan="on",
                timeout_graceful_shutdown=SHUTDOWN_SECONDS,
                ws="none",
            )
        )
        self._started = started

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._started()


def _arrived(url: str, announce: Callable[[str], None] | None, open_browser: bool) -> None:
    if announce is not None:
        announce(url)
    if open_browser:
        threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()


def _bind(host: str, port: int) -> socket.socket:
    try:
        family, _, _, _, endpoint = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(endpoint)
        # Without this a second server could bind the same port before the first one listens.
        listener.listen(128)
    except OSError as error:
        raise _unusable(host, port, error) from error
    return listener


def _unusable(host: str, port: int, error: OSError) -> AddressUnusable:
    if error.errno == errno.EADDRINUSE:
        return AddressUnusable(
            f"端口 {port} 已被占用：问策可能已在运行（{address(host, port)}），或用 --port 换一个端口。",
            f"Port {port} is in use: wence may be running already ({address(host, port)}); "
            "or choose another with --port.",
        )
    if error.errno == errno.EACCES:
        return AddressUnusable(
            f"没有权限使用端口 {port}：请用 --port 换一个 1024 以上的端口。",
            f"No permission to use port {port}: choose one above 1024 with --port.",
        )
    zh, en = reason(error)
    return AddressUnusable(
        f"不能在 {host}:{port} 上提供服务：{zh}。请检查 --host 和 --port。",
        f"Cannot serve at {host}:{port}: {en}. Check --host and --port.",
    )
