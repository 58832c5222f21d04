"""A paper that the rules have written, taken apart for a model: which sentences stand in which place.

A place is a section of a briefing, or a cell of a table. A paper is longer than what
many models read or write at once, so it goes to them in parts, each small enough.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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

    def excerpts(self, *, close: bool) -> Iterator[Excerpt]:
        """Its lines as a model is told of them."""
        for said in self.said:
            text = f"{self.name}：{said.text}" if self.name else said.text
            yield Excerpt(text, tuple(one.close if close else one.whole for one in said.cited), self.heading)


@dataclass(frozen=True, slots=True)
class Task:
    """What a model is to write: all places, by which prompt, and how long it may be (0: as long as it likes)."""

    slots: tuple[Slot, ...]
    prompt: Prompt
    question: str
    characters: int = 0
    traced: bool = True

    def request(self, places: Sequence[int], *, close: bool = False) -> Request:
        """The request for some of the places; `close`: with the sentences that are cited, not their whole clauses."""
        slots = [self.slots[at] for at in places]
        excerpts = tuple(one for slot in slots for one in slot.excerpts(close=close))
        share = sum(slot.length for slot in slots) / max(1, sum(slot.length for slot in self.slots))
        return Request(
            self.question,
            tuple({(one.clause.id, one.text): one for excerpt in excerpts for one in excerpt.evidence}.values()),
            self.prompt,
            excerpts,
            traced=self.traced,
            characters=round(self.characters * share),
        )


@dataclass(frozen=True, slots=True)
class Batch:
    """Places that are written at once, by their numbers in the task."""

    places: tuple[int, ...]
    request: Request


def batched(task: Task, endpoint: Endpoint) -> list[Batch]:
    """The requests that the paper takes, each within what the model reads and writes at once.

    What stands under one heading stays together. A heading that is too long by itself is
    left out: it keeps the words of the rules.
    """
    batches: list[Batch] = []
    for _, group in groupby(range(len(task.slots)), key=lambda at: task.slots[at].heading):
        places = tuple(group)
        joined = (*batches[-1].places, *places) if batches else ()
        request = task.request(joined)
        if joined and _written_at_once(request, endpoint) and _read_at_once(request, endpoint):
            batches[-1] = Batch(joined, request)
        else:
            batches += _alone(task, places, endpoint)
    return batches


def _alone(task: Task, places: tuple[int, ...], endpoint: Endpoint) -> list[Batch]:
    requests = (task.request(places, close=close) for close in (False, True))
    return [Batch(places, request) for request in requests if _read_at_once(request, endpoint)][:1]


def _read_at_once(request: Request, endpoint: Endpoint) -> bool:
    room = endpoint.context_tokens - endpoint.answer_tokens
    return len(context_for(request, room).keyed) == len(request.evidence)


def _written_at_once(request: Request, endpoint: Endpoint) -> bool:
    return sum(estimated(one.text) + _OF_SENTENCE for one in request.excerpts) <= endpoint.answer_tokens
