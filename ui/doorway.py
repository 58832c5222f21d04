"""What answers on the port: a loading page at first, the application when it is ready.

Plain ASGI without a framework, because importing one takes longer than anyone
should look at an empty window. The application is put in place by
`open_to`, from whichever thread built it.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, MutableMapping
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from ui.catalogue import CHINESE, ENGLISH, words

if TYPE_CHECKING:
    from fastapi import FastAPI

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

STATE_PATH = "/loading.json"
LOADING_PAGE = Path(__file__).parent / "assets" / "loading.html"

THREADS = 160
"""Requests that wait at once, for a model mostly; with fewer, a page could not be fetched while many answers stream."""

_SECURITY_HEADERS = (
    (
        b"content-security-policy",
        b"default-src 'self' data: blob:; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; "
        b"style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'self'; form-action 'self'; "
        b"frame-ancestors 'self'",
    ),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
)
"""No page may fetch anything from another machine. Gradio's templates need `unsafe-eval`."""


class State(NamedTuple):
    """How far the start has come, in both languages."""

    status: Literal["starting", "ready", "failed"]
    zh: str
    en: str


STARTING = State("starting", CHINESE.loading, ENGLISH.loading)
READY = State("ready", "", "")


class Doorway:
    """An ASGI application that stands in for another one until that is there."""

    def __init__(self, language: str, on_startup: Callable[[], None]) -> None:
        self.state = STARTING
        self._language = language
        self._on_startup = on_startup
        self._app: FastAPI | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._closing = asyncio.Event()
        self._host: asyncio.Task[None] | None = None

    def open_to(self, app: FastAPI) -> None:
        """Starts `app` on the server's loop and hands every request to it; call from another thread."""
        assert self._loop is not None
        asyncio.run_coroutine_threadsafe(self._start(app), self._loop).result()
        self._app = app
        self.state = READY

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._lifespan(receive, send)
        elif scope["type"] == "http" and scope["path"] == STATE_PATH:
            await _reply(send, 200, "application/json", json.dumps(self.state._asdict()))
        elif self._app is not None:
            await self._app(scope, receive, _guarded(send))
        elif scope["type"] == "http":
            await self._stand_in(scope["path"], _guarded(send))

    async def _stand_in(self, path: str, send: Send) -> None:
        if path == "/":
            await _reply(send, 200, "text/html; charset=utf-8", self._loading_page())
        else:
            await _reply(send, 503, "application/json", json.dumps(self.state._asdict()))

    def _loading_page(self) -> str:
        said = words(self._language)
        page = Template(LOADING_PAGE.read_text(encoding="utf-8"))
        return page.substitute(
            html_language=said.html_language,
            product=said.product,
            tagline=said.tagline,
            zh=STARTING.zh,
            en=STARTING.en,
            state_path=STATE_PATH,
        )

    async def _lifespan(self, receive: Receive, send: Send) -> None:
        while True:
            message = await receive()
            if message["type"] == "lifespan.startup":
                self._loop = asyncio.get_running_loop()
                self._on_startup()
                await send({"type": "lifespan.startup.complete"})
            else:
                self._closing.set()
                if self._host is not None:
                    await self._host
                await send({"type": "lifespan.shutdown.complete"})
                return

    async def _start(self, app: FastAPI) -> None:
        """Enters the application's lifespan in a task of its own, which also leaves it."""
        from anyio.to_thread import current_default_thread_limiter

        current_default_thread_limiter().total_tokens = THREADS
        entered: asyncio.Future[None] = asyncio.get_running_loop().create_future()

        async def host() -> None:
            async with app.router.lifespan_context(app):
                entered.set_result(None)
                await self._closing.wait()

        self._host = asyncio.create_task(host())
        await asyncio.wait({self._host, entered}, return_when=asyncio.FIRST_COMPLETED)
        if self._host.done():
            self._host.result()


def _guarded(send: Send) -> Send:
    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*message.get("headers", ()), *_SECURITY_HEADERS]
        await send(message)

    return guarded


async def _reply(send: Send, status: int, kind: str, body: str) -> None:
    content = body.encode()
    headers = [
        (b"content-type", kind.encode()),
        (b"content-length", str(len(content)).encode()),
        (b"cache-control", b"no-store"),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": content})
