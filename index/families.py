"""Short clauses with children, shown together: 基本原则 with its five items answers what the heading alone does not."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from corpus.models import Clause, Document
from corpus.text import visible_length
from index.models import Evidence

FAMILY_CHARACTERS = 500
"""A clause and all below it up to this long, white space not counted, are one hit."""


def gathered(found: Iterable[Evidence], document: Callable[[str], Document], k: int) -> list[Evidence]:
    """The first `k` hits; one on a clause whose family is short shows all of it, and its members follow no more."""
    shown: set[tuple[str, str]] = set()
    hits: list[Evidence] = []
    for evidence in found:
        if len(hits) == k:
            break
        if (evidence.document.id, evidence.clause.id) in shown:
            continue
        members = family(document(evidence.document.id), evidence.clause)
        text = "\n".join(member.printed for member in members)
        if len(members) > 1 and visible_length(text) <= FAMILY_CHARACTERS:
            shown.update((evidence.document.id, member.id) for member in members)
            evidence = replace(evidence, text=text)
        hits.append(evidence)
    return hits


def family(document: Document, clause: Clause) -> list[Clause]:
    """The clause and all below it, in the order of the source."""
    return [clause, *(member for child in document.children(clause) for member in family(document, child))]
