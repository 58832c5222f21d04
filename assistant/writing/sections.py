"""A paper that the rules have written, taken apart for a model: which sentences stand in which place.

A place is a section of a briefing, or a cell of a table. A paper is longer than what
many models read or write at once, so it goes to them in parts, each small enough.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from assistant.prompts import Prompt
from assistant.writing.context import context_for
from assistant.writing.endpoint import Endpoint
from assistant.writing.request import Request
from assistant.writing.standing import Excerpt
from assistant.writing.tokens import estimated
from corpus.text import visible_length
from index.models import Evidence

_OF_SENTENCE = 12
"""Tokens that the marks of a sentence take in a reply."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A clause that a line cites: all of it, and its sentences that hold the words cited."""

    whole: Evidence
    close: Evidence


@dataclass(frozen=True, slots=True)
class Said:
    """A line of the rules and the clauses that it rests on."""

    text: str
    cited: tuple[Cited, ...]


@dataclass(frozen=True)
class Slot:
    """A place and what the rules have put there; `name` is the document's, where a heading has a place for each."""

    heading: str
    said: tuple[Said, ...]
    name: str = ""

    @property
    def label(self) -> str:
        return f"{self.heading}（{self.name}）" if self.name else self.heading

    @cached_property
    def documents(self) -> frozenset[str]:
        """The ids of the documents whose words stand there."""
        return frozenset(one.whole.document.id for said in self.said for one in said.cited)

    @cached_property
    def length(self) -> int:
        return sum(visible_length(said.text) for said in self.said)

    def excerpt(self, line: int, *, close: bool) -> Excerpt:
        """One of its lines as a model is told of it."""
        said = self.said[line]
        text = f"{self.name}：{said.text}" if self.name else said.text
        return Excerpt(text, tuple(one.close if close else one.whole for one in said.cited), self.heading)


@dataclass(frozen=True, slots=True)
class Task:
    """What a model is to write: all places, by which prompt, and how long it may be (0: as long as it likes)."""

    slots: tuple[Slot, ...]
    prompt: Prompt
    question: str
    characters: int = 0
    traced: bool = True

    def request(self, lines: Sequence[LineOf], *, close: bool = False) -> Request:
        """The request for some of the lines; `close`: with the sentences that are cited, not their whole clauses."""
        excerpts = tuple(self.slots[place].excerpt(line, close=close) for place, line in lines)
        length = sum(visible_length(self.slots[place].said[line].text) for place, line in lines)
        return Request(
            self.question,
            tuple({(one.clause.id, one.text): one for excerpt in excerpts for one in excerpt.evidence}.values()),
            self.prompt,
            excerpts,
            traced=self.traced,
            characters=round(self.characters * length / max(1, sum(slot.length for slot in self.slots))),
        )


LineOf = tuple[int, int]
"""A line of the rules: the number of its place, and which of the lines there."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What is written at once."""

    lines: tuple[LineOf, ...]
    request: Request

    @property
    def places(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys(place for place, _ in self.lines))


def batched(task: Task, endpoint: Endpoint) -> list[Batch]:
    """The requests that the paper takes, each within what the model reads and writes at once.

    What stands under one heading stays together as far as it goes. A line that is too
    long even with no more than the sentences it cites is left out.
    """
    batches: list[Batch] = []
    for _, group in groupby(range(len(task.slots)), key=lambda at: task.slots[at].heading):
        lines = tuple((at, line) for at in group for line in range(len(task.slots[at].said)))
        joined = (*batches[-1].lines, *lines) if batches else lines
        request = task.request(joined)
        if _fits(request, endpoint):
            batches[-1:] = [Batch(joined, request)]
        else:
            batches += _split(task, lines, endpoint)
    return batches


def _split(task: Task, lines: tuple[LineOf, ...], endpoint: Endpoint) -> list[Batch]:
    """The lines in as many requests as they need, halved until they fit."""
    request = task.request(lines)
    if _fits(request, endpoint) or (len(lines) == 1 and _is_read(request, endpoint)):
        return [Batch(lines, request)]
    if len(lines) == 1:
        request = task.request(lines, close=True)
        return [Batch(lines, request)] if _is_read(request, endpoint) else []
    half = len(lines) // 2
    return [*_split(task, lines[:half], endpoint), *_split(task, lines[half:], endpoint)]


def _fits(request: Request, endpoint: Endpoint) -> bool:
    written = sum(estimated(one.text) + _OF_SENTENCE for one in request.excerpts)
    return written <= endpoint.answer_tokens and _is_read(request, endpoint)


def _is_read(request: Request, endpoint: Endpoint) -> bool:
    room = endpoint.context_tokens - endpoint.answer_tokens
    return len(context_for(request, room).keyed) == len(request.evidence)
