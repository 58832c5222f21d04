"""The first lines on a document: number, issuers, date, and what it rests on, each cited where it is printed."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.briefing.page import Part
from assistant.document.about import header_ground
from corpus.models import Document, DocumentSummary, Span
from corpus.text import fold, visible_length

BASIS = 110
"""Visible characters that the legal basis may take; what goes beyond is left to the document."""


def facts_of_head(document: Document, summary: DocumentSummary) -> list[list[Part]]:
    """Two lines, as far as the document prints them: what it is, and what it rests on."""
    meta = document.metadata
    spans = [("发文字号：", meta.number.text, meta.number.span)] if meta.number else []
    if meta.issuers:
        names = "、".join(issuer.text for issuer in meta.issuers)
        spans.append(("发文机关：", names, Span(meta.issuers[0].span.start, meta.issuers[-1].span.end)))
    if meta.date:
        spans.append(("成文日期：", meta.date.text, meta.date.span))
    lines = [_parts(document, summary, spans), basis_parts(document, summary)]
    return [line for line in lines if line]


def basis_parts(document: Document, summary: DocumentSummary) -> list[Part]:
    """What the document rests on, as a line; empty where it prints no basis."""
    return _parts(document, summary, _basis(document))


def _basis(document: Document) -> list[tuple[str, str, Span]]:
    """What the document rests on, as much of it as there is room for."""
    room = BASIS
    kept: list[tuple[str, str, Span]] = []
    for field in document.metadata.legal_basis:
        room -= visible_length(field.text)
        if room >= 0:
            kept.append(("" if kept else "依据：", field.text, field.span))
    return kept


def _parts(document: Document, summary: DocumentSummary, spans: Iterable[tuple[str, str, Span]]) -> list[Part]:
    found = ((lead, text, header_ground(document, summary, span)) for lead, text, span in spans)
    return [Part(ground, text, lead) for lead, text, ground in found if ground and len(fold(ground.quote)) >= 4]
