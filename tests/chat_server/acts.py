"""What the server does with one request."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

EXCERPTS = "初步摘出的句子"
KEY = re.compile(r"^\[(k[0-9a-f]{7})\] ([^\n]*)\n", re.MULTILINE)


@dataclass(frozen=True)
class Sent:
    """A request as it came over the wire."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]

    @property
    def prompt(self) -> str:
        return "\n".join(str(message["content"]) for message in self.body.get("messages", []))

    @property
    def clauses(self) -> dict[str, str]:
        """The clauses between the fences, by their keys."""
        fence = re.search(r"^(<<<[0-9a-f]{16}>>>)$", self.prompt, re.MULTILINE)
        assert fence is not None
        fenced = self.prompt.split(f"\n{fence[1]}\n", 1)[1].split(f"\n{fence[1]}\n")[0]
        fenced = fenced.rpartition(EXCERPTS)[0] or fenced
        found = list(KEY.finditer(fenced))
        ends = [one.start() for one in found[1:]] + [len(fenced)]
        return {one[1]: fenced[one.end() : end].strip() for one, end in zip(found, ends, strict=True)}

    @property
    def heads(self) -> dict[str, str]:
        """What stands beside each key: document, place and heading of its clause."""
        return {key: head for key, head in KEY.findall(self.prompt)}

    @property
    def excerpts(self) -> tuple[str, ...]:
        """The sentences that the rules chose, each with its keys."""
        return tuple(re.findall(r"^- (.*)$", self.prompt.rpartition(EXCERPTS)[2], re.MULTILINE))

    @property
    def outline(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """For a paper: its headings and the sentences under each, with their keys."""
        under: dict[str, list[str]] = {}
        for sign, text in re.findall(r"^([#-]) (.*)$", self.prompt.rpartition(EXCERPTS)[2], re.MULTILINE):
            if sign == "#":
                under[text] = []
            elif under:
                under[list(under)[-1]].append(text)
        return tuple((heading, tuple(lines)) for heading, lines in under.items())

    @property
    def question(self) -> str:
        return re.findall(r"(?:问题|比较的问题|简报的要求|比较的专题)：(.*)", self.prompt)[-1]

    def key(self, words: str) -> str:
        """The key of the clause that holds `words`."""
        return next(key for key, text in self.clauses.items() if words in text)


@dataclass(frozen=True)
class Say:
    """Streams the text in pieces of `size`, with a pause before each."""

    text: str
    size: int = 3
    pause: float = 0.0
    first_pause: float = 0.0
    thoughts: str = ""
    """Sent beside the content, as services do that tell thoughts apart."""

    finish: str = "stop"
    usage: tuple[int, int] | None = (100, 20)
    then: str = ""
    """What happens after the text: `cut` hangs up, `stall` says no more, `comments` only keeps the line alive."""

    stall_seconds: float = 5.0


@dataclass(frozen=True)
class Fail:
    """Replies with a status and a body."""

    status: int
    body: dict[str, Any] | str = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Raw:
    """Sends these bytes as the body of a stream."""

    data: bytes
    content_type: str = "text/event-stream"


Act = Say | Fail | Raw


def error(message: str, code: str = "", kind: str = "invalid_request_error") -> dict[str, Any]:
    """The body of an error as OpenAI and those like it send it."""
    return {"error": {"message": message, "type": kind, "code": code or None}}
