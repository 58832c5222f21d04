"""Which stretches of the documents a briefing takes, all documents together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from assistant.briefing.page import governing_year
from assistant.briefing.request import Commission, Manner
from assistant.briefing.runs import Run, candidates
from assistant.briefing.sources import Sources
from assistant.briefing.stretches import Stretch
from assistant.briefing.worth import Common, of_goals
from assistant.choosing.selection import COST_POWER, SPENT, Choice, select
from assistant.understanding.naming import short_name
from corpus.models import Clause, Document, DocumentSummary
from corpus.text import visible_length
from corpus.vocabulary import ClauseKind, PartRole

LOOKED_AT = 40
"""Clauses that one search brings, over the whole library or within one document."""

STANDING = 0.5
"""Share of what the best document says on a topic that another must reach to be written from."""

PAIR = 2
"""Documents that are paired stretch by stretch; more are read for what they have in common."""

Read = Sequence[tuple[Document, DocumentSummary]]
"""The documents that are written on, in their order."""


def offered_runs(commission: Commission, sources: Sources, read: Read) -> dict[str, list[Run]]:
    """What each document has to offer, by its id."""
    found = _found(commission, sources, read)
    return {
        summary.id: list(
            candidates(commission, sources, document, summary, found, _common(commission, sources, read, document))
        )
        for document, summary in read
    }


def chosen_stretches(commission: Commission, sources: Sources, read: Read, budget: int) -> list[Stretch]:
    """The stretches that fit into a length; what a heading takes counts with the first under it."""
    runs = offered_runs(commission, sources, read)
    if not commission.whole and len(read) > 1:
        runs = _of_standing(runs)
    offered = [run for document, _ in read for run in runs.get(document.id, ())]
    grouping = _Grouping(read)
    choices = [grouping.choice(run) for run in offered]
    goals = len(read) == 1 and commission.topic.open
    first = [offered.index(run) for run in goals_of(read[0][0], offered)] if goals else []
    chosen = select(choices, budget, sources.rarity, grouping.opening, first)
    kept = {(stretch.key, stretch.part): stretch for at in chosen for stretch in offered[at].stretches}
    return list(kept.values())


def section_of(document: Document, clause: Clause) -> str:
    """The top heading that a clause stands under."""
    if clause.part is PartRole.CLOSING:
        return "组织实施"
    if clause.kind is ClauseKind.PREAMBLE:
        return "总体情况"
    above_it = document.ancestors(clause)
    return (above_it[0] if above_it else clause).heading or "总体"


def branch_of(document: Document, clause: Clause) -> Clause | None:
    """The headed clause below the top one that a task stands under: （一）实施关键核心技术攻坚工程."""
    above_it = document.ancestors(clause)
    if len(above_it) < 2 or not above_it[1].heading or above_it[1].kind is ClauseKind.BOX:
        return None
    return above_it[1]


def goals_of(document: Document, offered: Sequence[Run]) -> list[Run]:
    """The runs worth most of each year that the document sets itself goals for, by year."""
    best: dict[int, Run] = {}
    for run in offered:
        year = governing_year(run.stretches[0], run.text) if of_goals(run.stretches[0], document) else 0
        if year and (year not in best or told(run) > told(best[year])):
            best[year] = run
    kept: list[Run] = []
    for year in sorted(best):
        if not touches(best[year], kept):
            kept.append(best[year])
    return kept


def touches(run: Run, taken: Sequence[Run]) -> bool:
    """Does a run hold a stretch that others hold already?"""
    used = {(stretch.key, stretch.part) for one in taken for stretch in one.stretches}
    return any((stretch.key, stretch.part) in used for stretch in run.stretches)


def told(run: Run) -> float:
    """What a run tells in the room it takes."""
    cost: float = (visible_length(run.text) + SPENT) ** COST_POWER
    return run.worth / cost


def _of_standing(runs: dict[str, list[Run]]) -> dict[str, list[Run]]:
    """The documents that speak of the topic about as plainly as the one that does most."""
    weight = {id: _plainest(own) for id, own in runs.items()}
    top = max(weight.values(), default=0.0)
    return {id: own for id, own in runs.items() if weight[id] >= STANDING * top}


def _plainest(runs: Iterable[Run]) -> float:
    """How plainly a document speaks: its plainest sentence, and two more that say it is not by chance."""
    shares: dict[tuple[str, int], float] = {}
    for run in runs:
        key = run.stretches[0].key
        shares[key] = max(run.share, shares.get(key, 0.0))
    best = [*sorted(shares.values(), reverse=True)[:3], 0.0, 0.0, 0.0]
    return best[0] + 0.25 * (best[1] + best[2])


def _common(commission: Commission, sources: Sources, read: Read, document: Document) -> Common:
    """What the other documents say as well, where it is asked how several of them hang together."""
    linked = commission.manner is Manner.LINKED and len(read) > PAIR
    others = [other.source.text for other, _ in read if other is not document]
    return Common(others if linked else (), sources.rarity)


class _Grouping:
    """To which document, section and clause a run belongs, and what opening one of them costs."""

    def __init__(self, read: Read) -> None:
        self._documents = {summary.id: document for document, summary in read}
        self._several = len(read) > 1
        self.opening = {summary.id: visible_length(short_name(summary)) for _, summary in read} if self._several else {}

    def choice(self, run: Run) -> Choice:
        stretch = run.stretches[0]
        id, clause = stretch.document.id, stretch.clause
        name = section_of(self._documents[id], clause)
        section = f"{id}/{name}"
        if not self._several:
            self.opening[section] = visible_length(name)
        groups = ((id, 0.55), (section, 0.85)) if self._several else ((section, 0.7), *self._branch(clause, id))
        length = visible_length(run.text) + 1
        return Choice.of(run.text, run.worth, length, (*groups, (clause.id, 0.75)), id)

    def _branch(self, clause: Clause, id: str) -> tuple[tuple[str, float], ...]:
        """The heading that a task stands under costs its length where it is first named."""
        branch = branch_of(self._documents[id], clause)
        if branch is None:
            return ()
        self.opening[branch.id] = visible_length(branch.heading)
        return ((branch.id, 1.0),)


def _found(commission: Commission, sources: Sources, read: Read) -> Mapping[str, float]:
    """What a search for the topic makes of the clauses: 0 to 1, the best of all documents being 1."""
    if commission.topic.open:
        return {}
    scores: dict[str, float] = {}
    for _, summary in read:
        for one in sources.evidence(commission.topic.query, LOOKED_AT, frozenset({summary.id})):
            scores[one.clause.id] = max(one.score, scores.get(one.clause.id, 0.0))
    top = max(scores.values(), default=0.0)
    return {id: score / top for id, score in scores.items()} if top > 0 else {}
