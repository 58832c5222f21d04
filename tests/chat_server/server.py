"""The server itself: OpenAI's chat completions (server-sent events) and Ollama's chat (lines of JSON)."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.chat_server.acts import Act, Fail, Raw, Say, Sent

COMPLETIONS, OLLAMA = "/v1/chat/completions", "/api/chat"


class _Server(ThreadingHTTPServer):
    request_queue_size = 128
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Clients that go away are what some tests are about."""


class ChatServer:
    """Runs on a free port while its `with` lasts; `act` decides what each request gets, `sent` keeps them all."""

    def __init__(self, act: Callable[[Sent], Act]) -> None:
        self.act = act
        self.sent: list[Sent] = []
        self.dropped = threading.Event()
        """Set when a client went away before the reply was over."""
        chat = self

        class Handler(_Handler):
            server_of = chat

        self._http = _Server(("127.0.0.1", 0), Handler)

    @property
    def port(self) -> int:
        return int(self._http.server_address[1])

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    @property
    def ollama_url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def wire(self) -> str:
        """Everything that clients have sent, as one text."""
        return "\n".join(f"{one.headers} {json.dumps(one.body, ensure_ascii=False)}" for one in self.sent)

    def __enter__(self) -> ChatServer:
        threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._http.shutdown()
        self._http.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_of: ChatServer

    def do_POST(self) -> None:
        body = _read(self.rfile.read(int(self.headers.get("Content-Length", 0))))
        sent = Sent(self.path, {name.lower(): value for name, value in self.headers.items()}, body)
        self.server_of.sent.append(sent)
        try:
            self._do(sent, self.server_of.act(sent))
        except (BrokenPipeError, ConnectionResetError):
            self.server_of.dropped.set()
            self.close_connection = True

    do_GET = do_POST

    def _do(self, sent: Sent, act: Act) -> None:
        if isinstance(act, Fail):
            self._whole(act)
        elif self.path not in (COMPLETIONS, OLLAMA):
            self._whole(Fail(404, {"error": {"message": f"no route {self.path}"}}))
        elif isinstance(act, Raw):
            self._head(act.content_type)
            self._chunk(act.data)
            self._chunk(b"")
        elif self.path == COMPLETIONS and not sent.body.get("stream"):
            self._whole(Fail(200, _completion(sent, act)))
        else:
            self._stream(sent, act)

    def _whole(self, act: Fail) -> None:
        data = (act.body if isinstance(act.body, str) else json.dumps(act.body)).encode()
        self.send_response(act.status)
        kind = "text/html" if isinstance(act.body, str) else "application/json"
        for name, value in {"Content-Type": kind, "Content-Length": str(len(data)), **act.headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def _stream(self, sent: Sent, act: Say) -> None:
        openai = self.path == COMPLETIONS
        time.sleep(act.first_pause)
        self._head("text/event-stream" if openai else "application/x-ndjson")
        for line in _openai(sent, act) if openai else _ollama(sent, act):
            self._chunk(line)
        self._after(act, openai)

    def _after(self, act: Say, openai: bool) -> None:
        if act.then == "cut":
            self.close_connection = True
            self.connection.close()
            return
        until = time.monotonic() + (act.stall_seconds if act.then else 0)
        while time.monotonic() < until:
            time.sleep(0.05)
            if act.then == "comments" and openai:
                self._chunk(b": keep-alive\n\n")
            elif _gone(self.connection):
                raise BrokenPipeError
        if openai:
            self._chunk(b"data: [DONE]\n\n")
        self._chunk(b"")

    def _head(self, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()

    def _chunk(self, data: bytes) -> None:
        self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        self.wfile.flush()

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing: a test's output is the test's."""


def _read(data: bytes) -> dict[str, Any]:
    """The body of a request; of one that is not in JSON, that it was there."""
    try:
        return dict(json.loads(data))
    except ValueError:
        return {"unread": len(data)}


def _gone(connection: Any) -> bool:
    """Has the client closed its end?"""
    connection.setblocking(False)
    try:
        return connection.recv(1) == b""
    except BlockingIOError:
        return False
    except OSError:
        return True
    finally:
        connection.setblocking(True)


def _pieces(act: Say, text: str | None = None) -> Iterator[str]:
    text = act.text if text is None else text
    for at in range(0, len(text), act.size):
        time.sleep(act.pause)
        yield text[at : at + act.size]


def _openai(sent: Sent, act: Say) -> Iterator[bytes]:
    head = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1, "model": sent.body["model"]}

    def event(**rest: Any) -> bytes:
        return f"data: {json.dumps({**head, **rest}, ensure_ascii=False)}\n\n".encode()

    def choice(delta: dict[str, Any], finish: str | None = None) -> list[dict[str, Any]]:
        return [{"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish}]

    yield event(choices=choice({"role": "assistant", "content": ""}))
    for piece in _pieces(act, act.thoughts):
        yield event(choices=choice({"content": None, "reasoning_content": piece}))
    for piece in _pieces(act):
        yield event(choices=choice({"content": piece}))
    if act.then:
        return
    yield event(choices=choice({}, act.finish))
    if act.usage and (sent.body.get("stream_options") or {}).get("include_usage"):
        yield event(choices=[], usage=_usage(act.usage))


def _ollama(sent: Sent, act: Say) -> Iterator[bytes]:
    head = {"model": sent.body["model"], "created_at": "2026-01-01T00:00:00Z"}

    def line(content: str, **rest: Any) -> bytes:
        message = {"role": "assistant", "content": content}
        return (json.dumps({**head, "message": message, **rest}, ensure_ascii=False) + "\n").encode()

    for piece in _pieces(act, act.thoughts):
        thought = {"role": "assistant", "content": "", "thinking": piece}
        yield (json.dumps({**head, "message": thought, "done": False}) + "\n").encode()
    for piece in _pieces(act):
        yield line(piece, done=False)
    if not act.then:
        counts = dict(zip(("prompt_eval_count", "eval_count"), act.usage or (), strict=False))
        yield line("", done=True, done_reason=act.finish, total_duration=1, **counts)


def _completion(sent: Sent, act: Act) -> dict[str, Any]:
    assert isinstance(act, Say)
    message = {"role": "assistant", "content": act.text}
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": sent.body["model"],
        "choices": [{"index": 0, "message": message, "finish_reason": act.finish}],
        "usage": _usage(act.usage or (0, 0)),
    }


def _usage(tokens: tuple[int, int]) -> dict[str, int]:
    return {"prompt_tokens": tokens[0], "completion_tokens": tokens[1], "total_tokens": sum(tokens)}
