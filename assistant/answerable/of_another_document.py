"""Is a value asked for of what another document is about?"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.choosing.candidates import Candidate
from assistant.finding.rarity import pairs
from assistant.understanding.query import Asked
from assistant.understanding.wanted import Wanted
from corpus.models import Document
from corpus.text import fold

COVERED = 0.6
"""Share of the question that an answer holds from which it is not doubted."""

NAMING = 2
"""Characters of a run from which it may be a word."""


def of_another_document(
    asked: Asked, best: Candidate, found: Sequence[Candidate], document_of: Callable[[str], Document]
) -> bool:
    """A value is asked for, of what another document found has in its title, and the answer's never prints."""
    if asked.wanted is Wanted.NOTHING or asked.documents or best.covered >= COVERED:
        return False
    home = best.evidence.document
    others = {one.evidence.document.id: one.evidence.document for one in found if one.evidence.document.id != home.id}
    named = {word for one in others.values() for word in shared(fold(asked.text), fold(one.title))}
    if not named:
        return False
    said = fold(f"{home.title}{document_of(home.id).source.text}")
    absent = [word for word in named if not any(pair in said for pair in pairs(word))]
    texts = [fold(f"{one.title}{document_of(one.id).source.text}") for one in others.values()] if absent else []
    return any(2 * sum(word in text for text in texts) <= len(texts) + 1 for word in absent)


def shared(question: str, title: str) -> list[str]:
    """The longest runs of a question that stand in a title too."""
    found, at = list[str](), 0
    while at < len(question) - 1:
        end = at + 1
        while end < len(question) and question[at : end + 1] in title:
            end += 1
        run = question[at:end].strip("的")
        if len(run) >= NAMING:
            found.append(run)
        at = max(end, at + 1)
    return found
