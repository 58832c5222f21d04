"""Clauses into chunks: what is indexed and found, each one stretch of one clause."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.models import Chunk, Clause, Document
from corpus.text import sentences, visible_length

CHUNKER = "clause-sentences-1"
"""Changes whenever the same document would be cut otherwise: goes into the index manifest."""

CHUNK_CHARACTERS = 420
"""A clause up to this many visible characters is one chunk; longer ones are cut behind sentences."""

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


def _context(document: Document, clause: Clause) -> str:
    """The headings above a clause, from the top."""
    return " ".join(above.heading for above in document.ancestors(clause) if above.heading)


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
