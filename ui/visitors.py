"""Who is asking, as long as there are no accounts: each browser gets a token of its own in a cookie.

The token is random, unreadable for scripts, and worth as much as a password for one
visitor's conversations; nothing else is known about the visitor. Conversations are
kept under its digest, so that the store does not give tokens away.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from http.cookies import CookieError, SimpleCookie
from typing import Any, Protocol

COOKIE = "wence-visitor"
_DAYS = 400
_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Asgi = Callable[[Message, Receive, Send], Awaitable[None]]


class WithCookies(Protocol):
    """A request of Gradio or of FastAPI."""

    @property
    def cookies(self) -> Mapping[str, str]: ...


def visitor_of(request: WithCookies) -> str:
    """The name under which this browser's conversations are kept; empty for one that takes no cookies."""
    token = request.cookies.get(COOKIE, "")
    return hashlib.sha256(token.encode()).hexdigest() if _TOKEN.fullmatch(token) else ""


class VisitorCookie:
    """ASGI middleware: a browser that opens the page without a token is given one."""

    def __init__(self, app: Asgi) -> None:
        self._app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"] == "/" and not _known(scope):
            await self._app(scope, receive, _greeting(send))
        else:
            await self._app(scope, receive, send)


def _known(scope: Message) -> bool:
    for name, value in scope["headers"]:
        if name == b"cookie":
            try:
                found = SimpleCookie(value.decode("latin-1")).get(COOKIE)
            except CookieError:
                continue
            if found and _TOKEN.fullmatch(found.value):
                return True
    return False


def _greeting(send: Send) -> Send:
    async def greeting(message: Message) -> None:
        if message["type"] == "http.response.start":
            cookie = f"{COOKIE}={secrets.token_urlsafe(32)}; Path=/; Max-Age={_DAYS * 86_400}; HttpOnly; SameSite=Lax"
            message["headers"] = [*message.get("headers", ()), (b"set-cookie", cookie.encode())]
        await send(message)

    return greeting
