"""What there is to choose from: runs of stretches that can stand by themselves, each with its worth on this page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, groupby

from assistant.briefing.request import Commission, Kind
from assistant.briefing.sources import Sources
from assistant.briefing.stretches import Stretch, between, stretches
from assistant.briefing.worth import BOXES, NEAR, Common, Nearness, importance, leans_back, sets_out
from corpus.models import Clause, Document, DocumentSummary
from corpus.text import visible_length
from corpus.vocabulary import PartRole

JOINED = 5
"""Stretches of a sentence that are chosen at once, at most."""

LONGEST = 120
"""Visible characters of several stretches that are chosen at once, at most."""

OF_TOPIC = 0.4
"""What being on the topic is worth by itself."""

LEAST = 0.6
"""Importance below which words are no news to anybody."""


@dataclass(frozen=True, slots=True)
class Run:
    """Stretches that follow one another in a sentence, with what they are worth on this page."""

    stretches: tuple[Stretch, ...]
    worth: float
    share: float

    @property
    def text(self) -> str:
        return between(self.stretches[0], self.stretches[-1])

    @property
    def stands(self) -> bool:
        """Can it be read without what was before and comes after?"""
        return not sets_out(self.stretches[-1]) and not leans_back(self.stretches[0])

    @property
    def fits(self) -> bool:
        return len(self.stretches) == 1 or visible_length(self.text) <= LONGEST


def candidates(
    commission: Commission,
    sources: Sources,
    document: Document,
    summary: DocumentSummary,
    found: Mapping[str, float],
    common: Common,
) -> Iterator[Run]:
    """Every run of up to `JOINED` stretches that can stand by itself; none where the subject is not in print."""
    if not (commission.topic.open or commission.topic.in_print(document.source.text)):
        return
    near = None if commission.topic.open else Nearness(commission.topic, document, sources.rarity, found)
    boxes = BOXES if near is None else 1.0
    least = LEAST if commission.kind is Kind.DOCUMENT else 0.0
    for _, grouped in groupby(stretches(document, summary, _within(document, commission)), key=lambda one: one.key):
        sentence = tuple(grouped)
        shares = [near.of(stretch) if near else 1.0 for stretch in sentence]
        goal = "目标" in above(document, sentence[0].clause)
        worths = [
            _worth(
                common.weighed(importance(stretch, document, sources.rarity, boxes), stretch.text),
                share,
                bool(near),
                0.0 if goal else least,
            )
            for stretch, share in zip(sentence, shares, strict=True)
        ]
        for start, end in combinations(range(len(sentence) + 1), 2):
            run = Run(sentence[start:end], sum(worths[start:end]), max(shares[start:end]))
            if end - start <= JOINED and worths[end - 1] and run.stands and run.fits:
                yield run


def above(document: Document, clause: Clause) -> str:
    """The headings that a clause stands under, its own included."""
    if clause.part is PartRole.CLOSING:
        return "保障"
    return " ".join(one.heading for one in (*document.ancestors(clause), clause))


def _worth(importance: float, share: float, of_topic: bool, least: float) -> float:
    if not of_topic:
        return importance if importance >= least else 0.0
    return (importance + OF_TOPIC) * share**2 if share >= NEAR and importance > 0 else 0.0


def _within(document: Document, commission: Commission) -> list[Clause]:
    """The clauses to choose from; where the topic is a section of the document, those of that section."""
    parts = [PartRole.MAIN, PartRole.CLOSING]
    if not commission.topic.open:
        parts.append(PartRole.ATTACHMENT)
    found = [clause for clause in document.clauses if clause.part in parts]
    wanted = commission.topic.sections
    inside = [clause for clause in found if any(word in above(document, clause) for word in wanted)]
    return inside if any(clause.text for clause in inside) else found
