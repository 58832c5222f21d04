"""A scripted model that answers from the clauses it was sent, in their own words: the best sentences, with their keys.

It weighs words by how few of the sentences sent hold them, and takes the clauses to
stand in the order of their worth, which is how they are sent.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from typing import NamedTuple

from assistant.finding.rarity import pairs
from assistant.prompts import REFUSAL
from corpus.text import sentences
from tests.chat_server.acts import Say, Sent

NEARLY = 0.85
MOST = 4
"""Sentences that answer a question for several things, at most."""

SIDE = 0.3
"""What the best sentence of a document must be worth next to the best of all to be its side of a comparison."""

HEAD = 0.5
"""What a word counts that stands in a clause's heading only."""

MISSES = 0.4
"""What is left to a sentence without the kind of thing that is asked for."""

_MANY = re.compile(r"哪些|哪几|有什么|举措|措施|如何|怎么|怎样|分别")
_FIGURE = re.compile(r"多少|几[个家项名年]|比例|比重|规模|数量|目标值")
_YEAR = re.compile(r"20\d\d")
_SIDES = "比较的问题"
RANK = 0.06
"""What a clause loses for each that stands before it."""


def repeats(sent: Sent) -> Say:
    """The sentences that the rules chose, where they chose any; else those nearest to the question."""
    if sent.outline:
        return papers(sent)
    lines = [f"- {one}" if len(sent.excerpts) > 2 else one for one in sent.excerpts]
    return Say("\n".join(lines), size=50) if lines else answers(sent)


def papers(sent: Sent) -> Say:
    """A paper in the sentences that the rules chose, under their headings."""
    return Say("\n".join(line for heading, said in sent.outline for line in (f"# {heading}", *said)), size=50)


def answers(sent: Sent) -> Say:
    """The sentences that answer best, out of the clauses alone; of each document where documents are compared."""
    said = [
        _Sentence(rank, key, sent.heads[key], span.of(text))
        for rank, (key, text) in enumerate(sent.clauses.items())
        for span in sentences(text)
        if len(span.of(text)) >= 6
    ]
    worth = _Worth(sent.question, said)
    ranked = sorted(said, key=worth, reverse=True)
    if not ranked or worth(ranked[0]) <= 0:
        return Say(REFUSAL, size=50)
    if _SIDES in sent.prompt:
        sides = [[one for one in ranked if one.title == title] for title in dict.fromkeys(one.title for one in ranked)]
        lines = [
            f"{side[0].title}：{''.join(one.cited for one in side[:2] if worth(one) >= NEARLY * worth(side[0]))}"
            for side in sides
            if worth(side[0]) >= SIDE * worth(ranked[0])
        ]
        return Say("\n".join(lines), size=50)
    best = [one for one in ranked if worth(one) >= NEARLY * worth(ranked[0])][
        : MOST if _MANY.search(sent.question) else 2
    ]
    return Say("".join(one.cited for one in best), size=50)


class _Sentence(NamedTuple):
    rank: int
    key: str
    head: str
    text: str

    @property
    def title(self) -> str:
        return self.head.partition("》")[0].strip("《")

    @property
    def cited(self) -> str:
        return f"{self.text.rstrip('。；')}。[{self.key}]"


class _Worth:
    """What a sentence is worth for a question: rare words in common; a figure, a year where one is asked for."""

    def __init__(self, question: str, said: list[_Sentence]) -> None:
        self._question = question
        self._want = pairs(question)
        counts = Counter(pair for one in said for pair in pairs(one.text) | pairs(one.head))
        self._weights = {pair: math.log(1 + len(said) / counts[pair]) for pair in self._want if counts[pair]}

    def __call__(self, one: _Sentence) -> float:
        own, head = pairs(one.text), pairs(one.head)
        shared = sum(
            weight * (1 if pair in own else HEAD if pair in head else 0) for pair, weight in self._weights.items()
        )
        if _FIGURE.search(self._question) and not re.search(r"\d|[一二三四五六七八九十]+[个项家名]", one.text):
            shared *= MISSES
        years = set(_YEAR.findall(self._question))
        if years and _YEAR.search(one.text) and not years & set(_YEAR.findall(one.text)):
            shared *= MISSES
        return shared * (1 - RANK * one.rank) / (1 + 0.002 * len(one.text))
