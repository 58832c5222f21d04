"""A corpus cut down to a sample, or drawn out by passages made of it; the same ones each time."""

from __future__ import annotations

import random
from collections.abc import Sequence

from tests.benchmarks.passage_sets import Passage, Question

_SEED = 20
_ARTICLES = 50


def sampled(passages: Sequence[Passage], questions: Sequence[Question], size: int) -> list[Passage]:
    """All that answers a question and others up to `size`, in the order of the corpus."""
    wanted = frozenset().union(*(question.relevant for question in questions))
    others = [passage.id for passage in passages if passage.id not in wanted]
    drawn = random.Random(_SEED).sample(others, min(max(size - len(wanted), 0), len(others)))
    kept = wanted.union(drawn)
    return [passage for passage in passages if passage.id in kept]


def sized(passages: Sequence[Passage], questions: Sequence[Question], size: int) -> list[Passage]:
    """A sample that holds all that answers, or the whole corpus and made-up passages behind it."""
    if size <= len(passages):
        return sampled(passages, questions, size)
    return [*passages, *made_up(passages, size - len(passages))]


def made_up(passages: Sequence[Passage], count: int) -> list[Passage]:
    """Passages of which each is the first half of one of the corpus and the second half of another.

    Their words, lengths and vectors are those of the field, and hardly two are
    alike; they come as articles of statutes that do not exist.
    """
    draw = random.Random(_SEED)
    made = []
    for number in range(count):
        one, other = draw.choice(passages).text, draw.choice(passages).text
        title = f"虚构条例之{number // _ARTICLES}第{number % _ARTICLES + 1}条"
        made.append(Passage(f"made-{number}", title, one[: (len(one) + 1) // 2] + other[len(other) // 2 :]))
    return made
