"""All facts of one document, in the order of its source."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.facts.basis import basis_of
from corpus.facts.deadlines import deadlines
from corpus.facts.duties import duties
from corpus.facts.funds import funds
from corpus.facts.models import Fact, Target
from corpus.facts.repeals import repeals
from corpus.facts.responsible import responsible_in_brackets
from corpus.facts.tables import targets_of_tables
from corpus.facts.targets import targets_of
from corpus.facts.wording import Wording, wordings
from corpus.models import Document


def facts_of(document: Document) -> tuple[Fact, ...]:
    """Every fact the rules find in the document."""
    return tuple(sorted(_found(document), key=lambda fact: (fact.span, fact.kind)))


def targets_in(document: Document) -> tuple[Target, ...]:
    """Only the targets and numbers of things to be built: what a table over a whole library needs."""
    found = [target for wording in wordings(document) for target in _targets(document, wording)]
    return tuple(sorted(found, key=lambda target: target.span))


def _targets(document: Document, wording: Wording) -> Iterator[Target]:
    yield from targets_of(document, wording)
    yield from targets_of_tables(document, wording)


def _found(document: Document) -> Iterator[Fact]:
    yield from basis_of(document)
    for wording in wordings(document):
        yield from responsible_in_brackets(wording)
        yield from duties(wording)
        yield from deadlines(wording)
        yield from funds(wording)
        yield from repeals(wording)
        yield from _targets(document, wording)
