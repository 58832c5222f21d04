"""A scripted model that answers from the clauses it was sent, in their own words: the best sentences, with their keys.

It weighs words by how few of the sentences sent hold them, and takes the clauses to
stand in the order of their worth, which is how they are sent.
"""

from __future__ import annotations

import math
from collections import Counter

from assistant.prompts import REFUSAL
from assistant.rarity import pairs
from corpus.text import sentences
from tests.chat_server.acts import Say, Sent

NEARLY = 0.85
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
    """The sentence nearest to the question, and one more where it is nearly as near: the clauses alone."""
    want = pairs(sent.question)
    said = [
        (rank, key, span.of(text))
        for rank, (key, text) in enumerate(sent.clauses.items())
        for span in sentences(text)
        if len(span.of(text)) >= 6
    ]
    counts = Counter(pair for _, _, sentence in said for pair in pairs(sentence))

    def worth(entry: tuple[int, str, str]) -> float:
        rank, _, sentence = entry
        shared = sum(math.log(1 + len(said) / counts[pair]) for pair in want & pairs(sentence))
        return shared * (1 - RANK * rank) / (1 + 0.002 * len(sentence))

    ranked = sorted(said, key=worth, reverse=True)
    if not ranked or worth(ranked[0]) <= 0:
        return Say(REFUSAL, size=50)
    best = [one for one in ranked[:2] if worth(one) >= NEARLY * worth(ranked[0])]
    return Say("".join(f"{sentence.rstrip('。；')}。[{key}]" for _, key, sentence in best), size=50)
