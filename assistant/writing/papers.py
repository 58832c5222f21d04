"""Papers written by a chat model: each place anew from the clauses that the rules chose for it.

The paper of the rules is complete and checked. A place that the model leaves out, or
does not come to, keeps its words; where the model fails altogether the whole of it does.
"""

from __future__ import annotations

import hashlib
import threading
from collections import Counter, OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from assistant import wording
from assistant.models import AnswerStatus, Trace
from assistant.understanding.naming import short_name
from assistant.writing.confinement import confined_among
from assistant.writing.faults import Fault, WriterFailed, failed
from assistant.writing.grounding import Read
from assistant.writing.placing import Placed, placed
from assistant.writing.reply import Reply
from assistant.writing.request import Request, Written
from assistant.writing.sections import Batch, Task, batched
from assistant.writing.writer import Writer
from corpus.models import DocumentSummary
from corpus.stopping import Stopped

KEPT = 32
"""Papers whose writing is remembered, so that one that is saved as a file is the one that was read."""

_OF_ONE_PART = frozenset({Fault.UNCITED, Fault.EMPTY, Fault.FILTERED})
"""Faults of what was asked or said, after which the next part may yet be written."""

NAMED = 3
"""Places that a notice names."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a model has written, by the numbers of the places, and what the reader should know of it."""

    placed: Mapping[int, Placed] = field(default_factory=dict)
    trace: Trace | None = None
    notice: str = ""
    notice_en: str = ""

    def noted(self, zh: str, en: str) -> Outcome:
        return replace(self, notice=self.notice + zh, notice_en=f"{self.notice_en} {en}".strip())


class ModelPapers:
    """What a writer makes of papers."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._lock = threading.Lock()
        self._kept: OrderedDict[str, Outcome] = OrderedDict()

    def write(self, task: Task, read: Sequence[Read], paper: str, stopped: Stopped) -> Outcome:
        """The outcome; that of before where the same `paper` of the rules was written already without a fault."""
        key = hashlib.sha256(f"{task.prompt.version}\0{task.question}\0{task.characters}\0{paper}".encode()).hexdigest()
        with self._lock:
            known = self._kept.get(key)
        if known:
            return known
        outcome, fault = self._written(task, read, stopped)
        if not fault:
            with self._lock:
                self._kept[key] = outcome
                while len(self._kept) > KEPT:
                    self._kept.popitem(last=False)
        return outcome

    def _written(self, task: Task, read: Sequence[Read], stopped: Stopped) -> tuple[Outcome, str]:
        parts = _Parts(task, ())
        traces: list[Trace] = []
        failure: WriterFailed | None = None
        try:
            confined = confined_among(read)
            self._require_here(confined)
            asked = replace(task, traced=not confined)
            batches = batched(asked, self._writer.endpoint)
            if not batches:
                raise failed(Fault.CONTEXT, self._writer.endpoint)
            parts = _Parts(task, batches)
            for batch in batches:
                try:
                    written = self._reply(batch.request, stopped)
                except WriterFailed as error:
                    traces += [error.trace] if error.trace else []
                    if error.fault not in _OF_ONE_PART:
                        raise
                    failure = failure or error
                else:
                    traces.append(written.trace)
                    parts.add(batch, written.reply)
            if not failure and not parts.whole():
                raise failed(Fault.UNCITED, self._writer.endpoint)
        except WriterFailed as error:
            failure = error
        outcome = _told(task, Outcome(parts.whole(), merged(traces)), failure)
        return self._logged(task, outcome, failure), failure.fault if failure else ""

    def _require_here(self, confined: Sequence[DocumentSummary]) -> None:
        """WriterFailed where the model is elsewhere and the paper rests on documents that must stay on this machine."""
        names = "、".join(map(short_name, confined))
        if names and self._writer.endpoint.remote:
            raise failed(Fault.CONFINED, self._writer.endpoint, documents=names)

    def _reply(self, request: Request, stopped: Stopped) -> Written:
        written = None
        for item in self._writer.write(request, stopped):
            written = item if isinstance(item, Written) else written
        assert written is not None
        return written

    def _logged(self, task: Task, outcome: Outcome, failure: WriterFailed | None) -> Outcome:
        if outcome.trace is None:
            return outcome
        whole = len(outcome.placed) == len(task.slots)
        status = AnswerStatus.ANSWERED if whole or not outcome.placed else AnswerStatus.PARTIAL
        try:
            self._writer.answered(task.question, status, outcome.trace, failure.fault if failure else "")
        except WriterFailed as unlogged:
            return outcome.noted(unlogged.zh, unlogged.en)
        return outcome


class _Parts:
    """What is written of each place, request by request; it counts when every line of the rules has had its turn."""

    def __init__(self, task: Task, batches: Sequence[Batch]) -> None:
        self._task = task
        self._due = Counter(place for batch in batches for place in batch.places)
        self._lines = Counter(place for batch in batches for place, _ in batch.lines)
        self._said: dict[int, list[Placed]] = {}

    def add(self, batch: Batch, reply: Reply) -> None:
        for at, said in placed(reply, [self._task.slots[at] for at in batch.places]).items():
            self._said.setdefault(batch.places[at], []).append(said)

    def whole(self) -> dict[int, Placed]:
        return {
            at: tuple(statement for part in parts for statement in part)
            for at, parts in sorted(self._said.items())
            if len(parts) == self._due[at] and self._lines[at] == len(self._task.slots[at].said)
        }


def _told(task: Task, outcome: Outcome, failure: WriterFailed | None) -> Outcome:
    """The outcome with a word on what failed, and on what stands there in the words of the documents."""
    if failure:
        outcome = outcome.noted(failure.zh, failure.en)
    if not outcome.placed:
        return outcome.noted(*wording.PAPER_WITHOUT_MODEL)
    left = [slot.label for at, slot in enumerate(task.slots) if at not in outcome.placed]
    if not left:
        return outcome
    zh, en = wording.PLACES_KEPT
    names = {"places": "、".join(left[:NAMED]) + ("等" if len(left) > NAMED else ""), "count": len(left)}
    return outcome.noted(zh.format(**names), en.format(**names))


def merged(traces: Sequence[Trace]) -> Trace | None:
    """What several requests took together; None where none was made."""
    if not traces:
        return None
    return traces[0].model_copy(
        update={
            "tokens_in": sum(one.tokens_in for one in traces),
            "tokens_out": sum(one.tokens_out for one in traces),
            "estimated": any(one.estimated for one in traces),
            "total_ms": sum(one.total_ms for one in traces),
            "attempts": sum(one.attempts for one in traces),
            "unknown_marks": sum(one.unknown_marks for one in traces),
        }
    )
