"""Stand-ins for the model and the parser: small, exact, and the same on every run."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from corpus.models import (
    Chunk,
    Clause,
    Document,
    DocumentDate,
    DocumentMetadata,
    DocumentNumber,
    DocumentPart,
    Field,
    Removal,
    SourceText,
    Span,
)
from corpus.vocabulary import ClauseKind, DocumentType, Level, NumberingScheme, PartRole
from index.protocols import Vectors


class HashingEmbedder:
    """Character pairs hashed into a few dimensions: texts that share words lie near each other."""

    background = 0.0

    def __init__(self, name: str = "hashing", dimension: int = 64) -> None:
        self.name = name
        self.dimension = dimension
        self.passages: list[str] = []

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        self.passages.extend(texts)
        return self.embed_queries(texts)

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        return np.stack([self._vector(text) for text in texts]) if texts else np.zeros((0, self.dimension), np.float32)

    def _vector(self, text: str) -> Vectors:
        vector = np.full(self.dimension, 1e-3, np.float32)
        for pair in pairwise(text):
            digest = hashlib.blake2s("".join(pair).encode(), digest_size=4).digest()
            vector[int.from_bytes(digest, "big") % self.dimension] += 1.0
        return (vector / np.linalg.norm(vector)).astype(np.float32)


def source(name: str, text: str, notes: tuple[str, ...] = ()) -> SourceText:
    return SourceText(name=name, text=text, sha256=hashlib.sha256(text.encode()).hexdigest(), format="txt", notes=notes)


def parse(text: SourceText) -> Document:
    """A first line as title, then one clause a line; a line `# words` starts the interpretation."""
    lines = text.text.splitlines(keepends=True) or [""]
    clauses: list[Clause] = []
    start, part = 0, PartRole.MAIN
    for number, line in enumerate(lines):
        part = PartRole.INTERPRETATION if line.startswith("#") else part
        span = Span(start, start + len(line))
        clauses.append(_clause(text.document_id, number, line.rstrip("\n"), span, part))
        start = span.end
    title = lines[0].strip()
    return Document(
        source=text,
        metadata=_metadata(title),
        scheme=NumberingScheme.OFFICIAL,
        parts=(DocumentPart(PartRole.MAIN, Span(0, len(text.text))),),
        clauses=tuple(clauses),
        removals=(Removal(Span(0, 0), "nothing"),),
        notes=("made by hand",),
    )


def chunk(document: Document) -> tuple[Chunk, ...]:
    """One chunk a clause."""
    return tuple(
        Chunk(
            id=f"{clause.id}.0",
            document_id=document.id,
            clause_id=clause.id,
            text=clause.printed,
            context=document.title,
            title=document.title,
            part=clause.part,
            order=order,
        )
        for order, clause in enumerate(document.clauses)
        if clause.printed
    )


def document(name: str, *lines: str) -> Document:
    return parse(source(name, "\n".join(lines) + "\n"))


def _clause(document_id: str, number: int, line: str, span: Span, part: PartRole) -> Clause:
    return Clause(
        id=f"{document_id}.{number}",
        eid=f"main__level_{number}",
        path=("标题",) if number == 0 else (str(number),),
        kind=ClauseKind.HEADING if number == 0 else ClauseKind.LEVEL,
        num=str(number),
        heading="",
        text=line,
        printed=line,
        span=span,
        body_span=span,
        part=part,
        parent_id=None if number == 0 else f"{document_id}.0",
    )


def _metadata(title: str) -> DocumentMetadata:
    """江苏2023 gives the place and the year; a full header is built for it."""
    if "江苏" not in title:
        return DocumentMetadata(title=Field(title, Span(0, len(title))))
    return DocumentMetadata(
        title=Field(title, Span(0, len(title))),
        issuers=(Field("江苏省科学技术厅", Span(0, 1)), Field("江苏省财政厅", Span(1, 2))),
        number=DocumentNumber("苏科发", 2023, 11, "苏科发〔2023〕11号", Span(2, 3)),
        date=DocumentDate("2023-01-11", "2023年1月11日", Span(3, 4)),
        legal_basis=(Field("《意见》", Span(0, 2)),),
        document_type=DocumentType.PLAN,
        place="江苏",
        level=Level.PROVINCIAL,
    )
