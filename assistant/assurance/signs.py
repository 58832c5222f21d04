"""What tells an answer from a neighbour that shares words with the question: one row of figures a choice. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from assistant.answerable.values import needed_for
from assistant.choosing.candidates import Candidate
from assistant.finding.rarity import Rarity, pairs
from assistant.understanding.query import Asked, Kind
from assistant.understanding.wanted import Wanted
from index.models import Evidence

Floats = npt.NDArray[np.float32]

SIGNS = (
    "score",
    "covered",
    "share",
    "beside",
    "clause found at",
    "best found at",
    "ahead of other clauses",
    "nearness of meaning",
    "nearest meaning",
    "words in sentence",
    "words in clause",
    "topic in sentence",
    "topic in clause",
    "topic in title",
    "known topic in clause",
    "last words in sentence",
    "last words in clause",
    "least part in sentence",
    "least part in clause",
    "last part in clause",
    "rarest word missing in clause",
    "words missing in clause",
    "unknown share",
    "longest run",
    "run as share",
    "pairs of topic",
    "sentences",
    "value asked",
    "value shown",
    "document named",
    "list",
    "measure",
    "responsible",
    "about",
)

LAST = 4
"""Characters at the end of a topic, which most often name what is asked of it."""

_PARTS = re.compile(r"[的、，, 和与及对在为将]|是否|哪些|什么")


def signs(asked: Asked, chosen: Sequence[Candidate], evidence: Sequence[Evidence], rarity: Rarity) -> Floats:
    """One figure for each of `SIGNS`; `chosen` is not empty, best first."""
    best = chosen[0]
    topic = asked.topic or asked.text
    sentence = "".join(f"{one.led_by}{one.before}{one.text}" for one in chosen)
    clause = f"{best.evidence.document.title} {best.evidence.chunk.context} {best.evidence.clause.printed}"
    in_sentence, in_clause, words = pairs(sentence), pairs(clause), pairs(topic)
    others = [one for one in evidence if one.clause.id != best.evidence.clause.id]
    parts = [pairs(part) for part in _PARTS.split(topic) if len(part) > 1] or [words]
    missing = [rarity.weight(word) for word in words - in_clause if rarity.known(word)]
    run = _longest_run("".join(topic.split()), "".join(sentence.split()))
    needed = needed_for(asked)

    def said(of: set[str], where: set[str]) -> float:
        return rarity.weigh(of & where) / (rarity.weigh(of) or 1.0)

    return np.array(
        [
            best.score,
            best.covered,
            best.share,
            best.beside,
            best.evidence.score,
            max((one.score for one in evidence), default=0.0),
            best.evidence.score - max((one.score for one in others), default=0.0),
            best.evidence.dense,
            max((one.dense for one in evidence), default=0.0),
            said(pairs(asked.text), in_sentence),
            said(pairs(asked.text), in_clause),
            said(words, in_sentence),
            said(words, in_clause),
            said(words, pairs(best.evidence.document.title)),
            said({word for word in words if rarity.known(word)}, in_clause),
            said(pairs(topic[-LAST:]), in_sentence),
            said(pairs(topic[-LAST:]), in_clause),
            min(said(part, in_sentence) for part in parts),
            min(said(part, in_clause) for part in parts),
            said(parts[-1], in_clause),
            max(missing, default=0.0),
            len(missing),
            sum(not rarity.known(word) for word in words) / (len(words) or 1),
            run,
            run / (len(topic) or 1),
            len(words),
            len(chosen),
            asked.wanted is not Wanted.NOTHING,
            needed is not None and bool(needed.search(best.text)),
            asked.exact and bool(asked.documents),
            asked.kind is Kind.LIST,
            asked.kind is Kind.MEASURE,
            asked.kind is Kind.RESPONSIBLE,
            asked.kind is Kind.ABOUT,
        ],
        dtype=np.float32,
    )


def _longest_run(question: str, text: str) -> int:
    """Characters of the longest stretch of a question that stands in a text."""
    longest = 0
    for at in range(len(question)):
        while at + longest < len(question) and question[at : at + longest + 1] in text:
            longest += 1
    return longest
