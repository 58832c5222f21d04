"""Passages as the documents of a library, the way they would be there had the documents themselves been read.

Articles of one statute, told by titles that end in 第X条, are the clauses of one
document; so are passages that share a title. A passage is one chunk.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.models import Chunk, Clause, Document, DocumentMetadata, DocumentPart, Field, SourceText, Span
from corpus.places import place_and_level
from corpus.vocabulary import ClauseKind, DocumentType, NumberingScheme, PartRole
from tests.benchmarks.passage_sets import Passage, PassageId

_ARTICLE = re.compile(r"^(?P<statute>.+?)(?P<num>第[〇零一二三四五六七八九十百千\d]+条(?:之[一二三四五六七八九十]+)?)$")


@dataclass(frozen=True, slots=True)
class Shelved:
    """A document with its chunks, and which passage each chunk is."""

    document: Document
    chunks: tuple[Chunk, ...]
    passage_of: dict[str, PassageId]


def shelve(passages: Sequence[Passage]) -> Iterator[Shelved]:
    """Documents in the order in which the corpus first names them, their passages in the order of the corpus."""
    of_title: dict[str, list[tuple[str, Passage]]] = {}
    for passage in passages:
        title, num = _split(passage.title)
        of_title.setdefault(title, []).append((num, passage))
    for title, numbered in of_title.items():
        document = _document(title, numbered)
        chunks = tuple(_chunk(document, clause, order) for order, clause in enumerate(document.clauses))
        ids = (passage.id for _, passage in numbered)
        yield Shelved(document, chunks, dict(zip((chunk.id for chunk in chunks), ids, strict=True)))


def _split(title: str) -> tuple[str, str]:
    found = _ARTICLE.match(title)
    return (found["statute"], found["num"]) if found else (title, "")


def _document(title: str, numbered: Sequence[tuple[str, Passage]]) -> Document:
    lines = [f"{num}　{passage.text}" if num else passage.text for num, passage in numbered]
    text = "\n".join([title, *lines])
    source = SourceText(name=f"{title}.txt", text=text, sha256=hashlib.sha256(text.encode()).hexdigest(), format="txt")
    clauses, start = [], len(title) + 1
    for at, ((num, passage), line) in enumerate(zip(numbered, lines, strict=True)):
        span, eid = Span(start, start + len(line)), f"main__article_{at + 1}"
        clauses.append(_clause(source.document_id, eid, num or str(at + 1), passage.text, line, span))
        start = span.end + 1
    return Document(
        source=source,
        metadata=_metadata(title),
        scheme=NumberingScheme.STATUTE,
        parts=(DocumentPart(PartRole.MAIN, Span(0, len(text))),),
        clauses=tuple(clauses),
    )


def _metadata(title: str) -> DocumentMetadata:
    place, level = place_and_level(title, ())
    return DocumentMetadata(
        title=Field(title, Span(0, len(title))), document_type=DocumentType.LAW, place=place, level=level
    )


def _clause(document_id: str, eid: str, num: str, text: str, printed: str, span: Span) -> Clause:
    return Clause(
        id=f"{document_id}.{eid}",
        eid=eid,
        path=(num,),
        kind=ClauseKind.ARTICLE,
        num=num,
        heading="",
        text=text,
        printed=printed,
        span=span,
        body_span=Span(span.end - len(text), span.end),
        part=PartRole.MAIN,
    )


def _chunk(document: Document, clause: Clause, order: int) -> Chunk:
    return Chunk(
        id=f"{clause.id}.0",
        document_id=document.id,
        clause_id=clause.id,
        text=clause.printed,
        context="",
        title=document.title,
        part=clause.part,
        order=order,
    )
