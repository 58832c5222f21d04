"""Small clauses shown with their neighbours: a hit on one item of a list brings the list.

A window is one unbroken run of clauses around the one that was found, within its
parent where that fits. Hits in the same window are one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from corpus.models import Clause, Document
from corpus.text import visible_length
from index.models import Evidence

WINDOW_CHARACTERS = 350
"""Visible characters up to which neighbours are taken in; a larger clause stands alone."""


SMALL_CLAUSE = 120
"""Visible characters from which a clause stands alone."""


def widened(
    found: Sequence[Evidence],
    document_of: Callable[[str], Document],
    limit: int = WINDOW_CHARACTERS,
    *,
    from_it: bool = False,
) -> list[Evidence]:
    """The hits with their windows as text, best first, each stretch of a document once.

    `from_it`: a window begins with the clause that was found, where only the first lines of it are shown.
    """
    shown: set[tuple[str, int]] = set()
    kept: list[Evidence] = []
    for evidence in found:
        clauses = document_of(evidence.document.id).clauses
        at = _place(clauses, evidence.clause.id)
        whole = evidence.text == evidence.clause.printed and visible_length(evidence.text) < SMALL_CLAUSE
        if at is None or not whole:
            kept.append(evidence)
            continue
        if (evidence.document.id, at) in shown:
            continue
        taken = {i for document_id, i in shown if document_id == evidence.document.id}
        taken |= set(range(at)) if from_it else set()
        first, last = _window(clauses, at, limit, taken)
        shown.update((evidence.document.id, i) for i in range(first, last + 1))
        text = "\n".join(clause.printed for clause in clauses[first : last + 1] if clause.printed)
        kept.append(replace(evidence, text=text))
    return kept


def _place(clauses: Sequence[Clause], clause_id: str) -> int | None:
    return next((at for at, clause in enumerate(clauses) if clause.id == clause_id), None)


def _window(clauses: Sequence[Clause], at: int, limit: int, taken: set[int]) -> tuple[int, int]:
    """Grows around `at`: up to the parent while all of it fits, else forward, then back."""
    first = last = at
    room = limit - visible_length(clauses[at].printed)
    while True:
        after = last + 1
        if after < len(clauses) and after not in taken and _belongs(clauses, at, after):
            size = visible_length(clauses[after].printed)
            if size <= room:
                last, room = after, room - size
                continue
        before = first - 1
        if before >= 0 and before not in taken and _belongs(clauses, at, before):
            size = visible_length(clauses[before].printed)
            if size <= room:
                first, room = before, room - size
                continue
        return first, last


def _belongs(clauses: Sequence[Clause], at: int, other: int) -> bool:
    """Only clauses of the same part are shown together."""
    return clauses[at].part is clauses[other].part or clauses[other].depth == 1
