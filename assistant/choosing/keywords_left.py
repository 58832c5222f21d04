"""A search in keywords asks for each of them: what one sentence leaves unsaid, another of its clause may say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.choosing.candidates import Candidate
from assistant.finding.rarity import says_most
from assistant.understanding.query import Asked, Kind
from corpus.text import visible_length

MOST = 0.75
"""Share of a keyword's pairs that a text must hold to say it."""

ROOM = 160
"""Characters that the sentences added may have together."""


def with_keywords_left(asked: Asked, kept: Sequence[Candidate], scored: Iterable[Candidate]) -> list[Candidate]:
    """The sentences chosen, with others of the best one's clause that say the keywords which none of them says."""
    chosen = list(kept)
    if asked.kind not in (Kind.FACT, Kind.MEASURE, Kind.LIST) or not asked.keywords:
        return chosen
    best = chosen[0].evidence
    told = " ".join((best.document.title, best.document.place, best.chunk.context, *asked.naming))
    others = [one for one in scored if one.evidence.clause is best.clause and one not in chosen]
    room = ROOM
    for word in asked.keywords:
        if any(says_most(text, word, MOST) for text in (told, *(one.text for one in chosen))):
            continue
        saying = next(
            (one for one in others if says_most(one.text, word, MOST) and visible_length(one.text) <= room), None
        )
        if saying is not None:
            chosen.append(saying)
            room -= visible_length(saying.text)
    return chosen
