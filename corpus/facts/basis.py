"""What a document rests on: the titles its preamble names, with the number printed behind them."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.facts.models import Basis, FactKind
from corpus.facts.wording import printed
from corpus.models import Clause, Document
from corpus.references import ReferenceKind, references


def basis_of(document: Document) -> Iterator[Basis]:
    """One fact for each title of the metadata's legal basis; the title without its 《》."""
    for field in document.metadata.legal_basis:
        clause = _clause_at(document, field.span.start)
        if clause is None:
            continue
        named = {one.kind: one.key for one in reversed(references(field.text))}
        yield Basis(
            kind=FactKind.BASIS,
            clause_id=clause.id,
            span=field.span,
            quote=printed(document.source.text, field.span),
            title=named.get(ReferenceKind.TITLE, field.text),
            number=named.get(ReferenceKind.NUMBER, ""),
        )


def _clause_at(document: Document, at: int) -> Clause | None:
    return next((one for one in document.clauses if one.span.start <= at < one.span.end), None)
