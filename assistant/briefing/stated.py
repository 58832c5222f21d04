"""What the facts of a document say of its stretches: which of them state a figure, which of them charge somebody."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.briefing.stretches import HEADING, Stretch
from corpus.facts import facts_of
from corpus.facts.models import Fact, FactKind
from corpus.models import Document
from corpus.text import fold

_FIGURES = (FactKind.TARGET, FactKind.BUILD)
_TAIL = 6
"""Characters at the end of a fact that a stretch must hold where the fact began in the stretch before."""


class Stated:
    """The facts of one document, by the stretches that print them."""

    def __init__(self, document: Document) -> None:
        self._facts: dict[str, list[tuple[FactKind, str]]] = {}
        for fact in facts_of(document):
            self._facts.setdefault(fact.clause_id, []).append((fact.kind, fold(fact.quote)))

    def figure(self, stretch: Stretch) -> bool:
        """Is a target printed in it, or a number of things to be built?"""
        return self._states(stretch, _FIGURES)

    def charge(self, stretch: Stretch) -> bool:
        """Does it say who is to do what?"""
        return self._states(stretch, (FactKind.RESPONSIBLE,))

    def _states(self, stretch: Stretch, kinds: Iterable[FactKind]) -> bool:
        if stretch.sentence == HEADING:
            return False
        text = fold(stretch.text)
        return any(
            quote in text or text in quote or quote[-_TAIL:] in text
            for kind, quote in self._facts.get(stretch.clause.id, ())
            if kind in kinds
        )


def charged(document: Document) -> list[Fact]:
    """Who is charged with what, in the order of the document."""
    return [fact for fact in facts_of(document) if fact.kind is FactKind.RESPONSIBLE]
