"""A document as lines to be reviewed by eye: fields first, then one clause a line."""

from __future__ import annotations

from corpus.models import Document

_SHOWN = 14


def outline(document: Document) -> str:
    """Header fields, then `path | heading | first … last words of the body | kind part` for every clause."""
    said = document.metadata
    fields = (
        ("title", said.title and said.title.text),
        ("cover", said.cover_title and said.cover_title.text),
        ("number", said.number and said.number.text),
        ("issuers", "、".join(issuer.text for issuer in said.issuers)),
        ("date", said.date and said.date.iso),
        ("addressees", said.addressees and said.addressees.text),
        ("basis", " ".join(basis.text for basis in said.legal_basis)),
        ("disclosure", said.disclosure and said.disclosure.text),
        ("contact", said.contact and said.contact.text),
        ("type", said.document_type.value),
    )
    header = [f"{name}: {value or ''}".rstrip() for name, value in fields]
    clauses = [
        f"{clause.path_text} | {clause.heading} | {_ends(clause.text)} | {clause.kind.value} {clause.part.value}"
        for clause in document.clauses
    ]
    return "\n".join([*header, "", *clauses, ""])


def _ends(text: str) -> str:
    bare = text.replace("\n", "/")
    return bare if len(bare) <= 2 * _SHOWN + 1 else f"{bare[:_SHOWN]}…{bare[-_SHOWN:]}"
