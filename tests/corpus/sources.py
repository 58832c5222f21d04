"""Short texts as sources, and clauses as lines that a test can read."""

from __future__ import annotations

import hashlib

from corpus.models import Clause, Document, SourceText
from corpus.parsing import parse


def source(text: str, name: str = "某文.txt") -> SourceText:
    return SourceText(name, text, hashlib.sha256(text.encode()).hexdigest(), "txt")


def document(*lines: str) -> Document:
    """The document in some lines."""
    return parse(source("\n".join(lines)))


def paths(found: Document) -> list[str]:
    return [clause.path_text for clause in found.clauses]


def clause(found: Document, path: str) -> Clause:
    return next(one for one in found.clauses if one.path_text == path)
