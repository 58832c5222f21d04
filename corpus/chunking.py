"""Clauses into chunks: what is indexed and found, each one stretch of one clause."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.models import Chunk, Clause, Document
from corpus.text import sentences, visible_length

CHUNKER = "clause-sentences-2"

READING = 1
"""Raised when a source is read into another document than before: libraries are then told to read theirs again."""
"""Changes whenever the same document would be cut otherwise: goes into the index manifest."""

CHUNK_CHARACTERS = 420
"""A clause up to this many visible characters is one chunk; longer ones are cut behind sentences."""

LEAD_IN = 200
"""Visible characters that the words leading in to a list may have to stand above each of its items."""

_SLICE = 900
"""A sentence longer than this is cut anyway: nothing that is cited may pass 1,000 characters."""


def chunk(document: Document) -> tuple[Chunk, ...]:
    """The chunks of a document in its order; every printed character of every clause is in exactly one."""
    chunks: list[Chunk] = []
    for clause in document.clauses:
        context = _context(document, clause)
        for at, text in enumerate(_stretches(clause.printed)):
            chunks.append(
                Chunk(
                    id=f"{clause.id}.{at}",
                    document_id=document.id,
                    clause_id=clause.id,
                    text=text,
                    context=context,
                    title=document.title,
                    part=clause.part,
                    order=len(chunks),
                )
            )
    return tuple(chunks)


def document_of(chunk_id: str) -> str:
    """The id of the document that a chunk is of: the ids of its clauses and chunks begin with it."""
    return chunk_id.partition(".")[0]


def _context(document: Document, clause: Clause) -> str:
    """The headings above a clause, from the top, and the words that lead in to it where it is one of several items."""
    above = document.ancestors(clause)
    words = [one.heading for one in above if one.heading]
    led_in = lead_in(above[-1]) if above else ""
    return " ".join([*words, led_in] if led_in else words)


def lead_in(clause: Clause) -> str:
    """The last sentence of a clause if it only opens a list: 有下列情形之一的，…：, else nothing."""
    if not clause.text.rstrip().endswith(("：", ":")):
        return ""
    last = [span.of(clause.text) for span in sentences(clause.text) if span.of(clause.text).strip()][-1]
    whole = clause.text if visible_length(clause.text) <= LEAD_IN else last
    return whole.strip() if visible_length(whole) <= LEAD_IN else ""


def _stretches(printed: str) -> Iterator[str]:
    """Runs of whole sentences of about equal size, each at most CHUNK_CHARACTERS visible characters."""
    size = visible_length(printed)
    if size <= CHUNK_CHARACTERS:
        if printed.strip():
            yield printed
        return
    target = size / -(-size // CHUNK_CHARACTERS)
    start, length = 0, 0
    for span in (piece for sentence in sentences(printed) for piece in _short(sentence.start, sentence.end)):
        long = visible_length(printed[span[0] : span[1]])
        if length and (length + long > CHUNK_CHARACTERS or length >= target):
            yield printed[start : span[0]].rstrip()
            start, length = span[0], 0
        length += long
    if printed[start:].strip():
        yield printed[start:].rstrip()


def _short(start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _SLICE:
        yield start, start + _SLICE
        start += _SLICE
    yield start, end
