"""Clauses cut into what a page can carry: stretches between commas that stand word for word in their clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.models import Clause, Document, DocumentSummary, Span
from corpus.text import sentences, visible_length
from corpus.vocabulary import ClauseKind, PartRole

SHORTEST = 9
"""A stretch with fewer visible characters is no statement: it goes with the next."""

HEADING = -1
LONGEST_HEADING = 30

_STOPS = "，,；;：:"
_OPEN, _CLOSE = "（(《“「『〔[", "）)》”」』〕]"
_REMARK = re.compile(r"[（(](?:责任|牵头|配合|主办|完成时限)[^）)]{0,6}[：:].*")
_LEADING = "—－-–·• 　\t"
_DANGLING = re.compile(r"(?:并|且|及|以及|和|或者?|从而|进而|同时|其中|特别是|尤其是|的|等)")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of one sentence of a clause: `span` in the clause's text, and where it stands among its sentences.

    A clause's heading counts as its sentence before the first (`HEADING`), `span` being one in the heading.
    """

    document: DocumentSummary
    clause: Clause
    span: Span
    sentence: int
    part: int
    last: bool

    @property
    def text(self) -> str:
        return self.span.of(self.clause.heading if self.sentence == HEADING else self.clause.text)

    @property
    def key(self) -> tuple[str, int]:
        """The sentence it is of."""
        return self.clause.id, self.sentence


def stretches(document: Document, summary: DocumentSummary, within: Sequence[Clause]) -> Iterator[Stretch]:
    """The stretches of some clauses of a document, in order; news leads and remarks on who is responsible left out."""
    for clause in within:
        if clause.part in (PartRole.WEB_TEXT, PartRole.COVER_NOTICE) or clause.kind in _SILENT:
            continue
        titled = clause.kind is ClauseKind.PREAMBLE
        if clause.text and not titled and SHORTEST <= visible_length(clause.heading) <= LONGEST_HEADING:
            yield Stretch(summary, clause, Span(0, len(clause.heading)), HEADING, 0, True)
        for number, sentence in enumerate(_sentences(clause.text)):
            spans = _parts(clause.text, sentence)
            for part, span in enumerate(spans):
                yield Stretch(summary, clause, span, number, part, part == len(spans) - 1)


def between(first: Stretch, last: Stretch) -> str:
    """The words from one stretch of a sentence to another."""
    whole = first.clause.heading if first.sentence == HEADING else first.clause.text
    return whole[first.span.start : last.span.end]


_SILENT = (ClauseKind.SIGNATURE, ClauseKind.TABLE)


def _sentences(text: str) -> Iterator[Span]:
    """Whole sentences: what stands behind a semicolon leans on what is before it."""
    start = -1
    for span in sentences(text):
        start = span.start if start < 0 else start
        if span.of(text)[-1] not in "；;":
            yield Span(start, span.end)
            start = -1
    if start >= 0:
        yield Span(start, span.end)


def _parts(text: str, sentence: Span) -> list[Span]:
    """A sentence between its commas, those within brackets and quotation marks left; short parts joined to the next."""
    remark = _REMARK.search(text, sentence.start, sentence.end)
    end = remark.start() if remark else sentence.end
    cuts = [*_cuts(text, sentence.start, end), end]
    found: list[Span] = []
    start = sentence.start
    for cut in cuts:
        if cut < end and visible_length(_trimmed(text, start, cut).of(text)) < SHORTEST:
            continue
        span = _trimmed(text, start, cut)
        short = visible_length(span.of(text)) < SHORTEST or _DANGLING.match(span.of(text))
        if found and short and span.end > span.start:
            span = Span(found.pop().start, span.end)
        if span.end > span.start:
            found.append(span)
        start = cut
    return found


def _cuts(text: str, start: int, end: int) -> Iterator[int]:
    depth = 0
    for at in range(start, end):
        if text[at] in _OPEN:
            depth += 1
        elif text[at] in _CLOSE:
            depth = max(0, depth - 1)
        elif text[at] in _STOPS and not depth and not _between_digits(text, at):
            yield at + 1


def _between_digits(text: str, at: int) -> bool:
    return text[at] in ",:" and text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and (text[start].isspace() or text[start] in _LEADING):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _STOPS):
        end -= 1
    return Span(start, end)
