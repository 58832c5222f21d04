"""What there is to choose from: runs of stretches that can stand by themselves, each with its worth on this page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby

from assistant.briefing.page import governing_year
from assistant.briefing.request import Commission, Kind, Manner
from assistant.briefing.sources import Sources
from assistant.briefing.stated import Stated
from assistant.briefing.stretches import HEADING, Stretch, between, stretches
from assistant.briefing.topics import Topic, themes
from assistant.briefing.whose import is_charged, printed_bodies
from assistant.briefing.worth import (
    BOXES,
    NEAR,
    Common,
    Nearness,
    importance,
    is_condition,
    leans_back,
    of_goals,
    sentence_around,
    sets_out,
)
from corpus.models import Clause, Document, DocumentSummary
from corpus.text import visible_length
from corpus.vocabulary import NumberingScheme, PartRole

JOINED = 2
"""Stretches of a sentence that are chosen at once, at most."""

LONGEST = 160
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
    statute = document.scheme is NumberingScheme.STATUTE
    weighing = _Weighing(commission, sources, document, found, common)
    for _, grouped in groupby(stretches(document, summary, clauses_of(document, commission)), key=lambda one: one.key):
        sentence = tuple(grouped)
        weighed = [weighing.of(stretch) for stretch in sentence]
        for start, end in combinations(range(len(sentence) + 1), 2):
            worth = sum(one for one, _ in weighed[start:end])
            run = Run(sentence[start:end], worth, max(share for _, share in weighed[start:end]))
            if weighed[end - 1][0] and run.fits and run.stands and _whole(sentence, start, end, statute):
                yield run


def _whole(sentence: Sequence[Stretch], start: int, end: int, statute: bool) -> bool:
    """Does a run leave out nothing that it rests on, and hold no more than it must?

    What a rule says of a case is nothing without the case, and in a statute nothing without its subject.
    """
    if start and (is_condition(sentence[start - 1]) or (statute and not _after_stop(sentence[start]))):
        return False
    bound = sum(leans_back(one) or is_condition(one) for one in sentence[start:end])
    return statute or end - start <= JOINED + bound


def _after_stop(stretch: Stretch) -> bool:
    return stretch.clause.text[: stretch.span.start].rstrip()[-1:] in "；;：:。"


class _Weighing:
    """What the stretches of one document are worth on this page, and how near they are to its topic."""

    def __init__(
        self,
        commission: Commission,
        sources: Sources,
        document: Document,
        found: Mapping[str, float],
        common: Common,
    ) -> None:
        topic = commission.topic
        self._document, self._rarity, self._common = document, sources.rarity, common
        self._stated = Stated(document)
        self._near = None if topic.open else Nearness(topic, document, sources.rarity, found, self._stated)
        self._figures = commission.manner is Manner.FIGURES
        self._interpretation = commission.interpretation
        self._years = commission.years
        self._without = commission.without
        self._bodies = printed_bodies(commission.whose, document, commission.synonyms)
        self._least = (
            LEAST if commission.kind is Kind.DOCUMENT and not (commission.whose or commission.interpretation) else 0.0
        )

    def of(self, stretch: Stretch) -> tuple[float, float]:
        """Worth and nearness, 0 and 0 where it is not wanted."""
        if self._interpretation and stretch.sentence == HEADING:
            return 0.0, 0.0
        if self._figures and not (self._stated.figure(stretch) and self._of_years(stretch)):
            return 0.0, 0.0
        if any(word in stretch.text for word in self._without) or not self._of_bodies(stretch):
            return 0.0, 0.0
        boxes = 1.0 if self._near else BOXES
        worth = self._common.weighed(importance(stretch, self._document, self._rarity, boxes), stretch.text)
        if self._near is None:
            goal = of_goals(stretch, self._document)
            return (worth if goal or worth >= self._least else 0.0), 1.0
        share = self._near.of(stretch)
        return ((worth + OF_TOPIC) * share**2 if share >= NEAR and worth > 0 else 0.0), share

    def _of_years(self, stretch: Stretch) -> bool:
        return not self._years or governing_year(stretch, stretch.text) in self._years

    def _of_bodies(self, stretch: Stretch) -> bool:
        """Does a clause that charges the bodies say it, or a sentence that names one?"""
        if not self._bodies or is_charged(stretch.clause, self._bodies):
            return True
        said = stretch.clause.heading if stretch.sentence == HEADING else sentence_around(stretch)
        return any(body in said for body in self._bodies)


def above(document: Document, clause: Clause) -> str:
    """The headings that a clause stands under, its own included."""
    if clause.part is PartRole.CLOSING:
        return "保障"
    return " ".join(one.heading for one in (*document.ancestors(clause), clause))


def clauses_of(document: Document, commission: Commission) -> list[Clause]:
    """The clauses to choose from; where the topic is a section of the document, those of that section."""
    parts = [PartRole.MAIN, PartRole.CLOSING]
    if not commission.topic.open:
        parts.append(PartRole.ATTACHMENT)
    found = [clause for clause in document.clauses if clause.part in parts]
    if commission.interpretation:
        found = [one for one in document.clauses if one.part is PartRole.INTERPRETATION] or found
    if commission.without:
        headed = {word for theme in themes() for word in theme.under if set(theme.said) & set(commission.without)}
        out = (*commission.without, *headed)
        found = [clause for clause in found if not any(word in above(document, clause) for word in out)]
    if commission.whose:
        bodies = printed_bodies(commission.whose, document, commission.synonyms)
        found = [one for one in found if is_charged(one, bodies) or any(body in one.printed for body in bodies)]
    return _of_sections(document, found, commission.topic)


def _of_sections(document: Document, clauses: Sequence[Clause], topic: Topic) -> list[Clause]:
    """Of some clauses those in the sections that are the topic; all where it is no section of the document."""
    inside = [clause for clause in clauses if any(word in above(document, clause) for word in topic.sections)]
    return inside if any(clause.text for clause in inside) else list(clauses)
