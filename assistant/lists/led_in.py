"""The list whose lead-in is nearest to the question, among all that a document leads in to.

A lead-in says what is listed (下列方式), of whom or what it is said, and on which side it
stands: what is allowed, forbidden, punished, or no such thing at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.finding.rarity import Rarity, pairs
from assistant.lists.listings import Listing, above, listings, name_of
from assistant.lists.named import HOLLOW, led_by, lists_asked, subject_of
from assistant.lists.sorts import is_of, of_the_side, sorts_of
from assistant.understanding.query import Asked, Kind
from corpus.models import Clause, Document
from corpus.vocabulary import ClauseKind

OF_THE_SORT = 0.3
"""What a list gains whose lead-in says that it is of the sort asked for."""

NEARER = 0.2
"""How much better a lead-in must fit than the one above the best sentence."""

SURE = 1.1
"""How well it must fit where the best sentence belongs to no list."""

TOLD = 0.4
"""Share of the question's own words that must stand above the list."""

TOLD_BESIDE = 0.25
"""... where the best sentence is of a list on the other side."""

_OF_EACH = re.compile(r"(?:哪|什么|啥)[一-龥]{0,2}(?:情形|情况|条件|人)")
"""哪种情况 asks for all of them, though it says one."""


@dataclass(frozen=True, slots=True)
class _Fit:
    score: float
    sorted: bool
    told: float


def nearest_lead(asked: Asked, document: Document, rarity: Rarity, own: Clause | None) -> Clause | None:
    """The clause whose lead-in the question asks for, where it fits better than that of `own`."""
    if asked.kind is not Kind.LIST and not (lists_asked(asked) or _OF_EACH.search(asked.text)):
        return None
    fits = [
        (_fit(asked, one, document, rarity), one)
        for one in listings(document)
        if one.lead and one.items[0].clause is not one.clause and one.clause.kind is not ClauseKind.HEADING
    ]
    here = max((fit.score for fit, one in fits if own and one.clause.id == own.id), default=0.0)
    best = max(fits, key=lambda one: one[0].score, default=None)
    against = own is not None and not here
    if best is None or not best[0].sorted or best[0].told < (TOLD_BESIDE if against else TOLD):
        return None
    enough = here + NEARER if own else SURE
    return best[1].clause if best[0].score >= enough else None


def _fit(asked: Asked, listing: Listing, document: Document, rarity: Rarity) -> _Fit:
    lead = led_by(listing.lead)
    if not of_the_side(asked.text, lead):
        return _Fit(0.0, False, 0.0)
    label = pairs(HOLLOW.sub(" ", lead))
    said = pairs(asked.text) | pairs(asked.expansions)
    named = rarity.weigh(label & said) / (rarity.weigh(label) or 1.0)
    own = {pair for pair in pairs(subject_of(asked)) if len(pair) > 1 and rarity.known(pair)}
    higher = " ".join(
        [document.title, name_of(listing.clause), *(name_of(one) for one in above(listing.clause, document))]
    )
    told = rarity.weigh(own & pairs(f"{lead} {higher}")) / (rarity.weigh(own) or 1.0)
    sorted_ = any(is_of(sort, lead) for sort in sorts_of(asked.text))
    return _Fit(named + told + OF_THE_SORT * sorted_, sorted_, told)
