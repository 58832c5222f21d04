"""How much meaning counts beside words: the more, the less the words of a question find. Pure.

In a large library some clause always holds a few words of a question by chance, and the
best hit by words counts as one, however little it holds. Who asks in everyday words is
then led by the vectors; who asks in the documents' own words, by the words.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from index.models import RankedHit

AT_LEAST = 1.2
"""How much a cosine of one counts against the best lexical score; from 0.5 to 1.6 little
changes on questions about 300 notices, once whole documents are judged too."""

MORE = 6.0
"""How much more at most, where the words find nothing and the library is large."""

FOUND = 0.7
"""A best hit that holds so much of what the words tell has found them."""

SMALL, LARGE = 1_000_000, 10_000_000
"""Characters of a library in which nothing is found by chance, and of one in which something always is."""


def weight_of_meaning(weights: Mapping[str, float], lexical: Sequence[RankedHit], characters: int) -> float:
    """What a cosine of one counts for a query of words with `weights`, among documents of so many characters."""
    held = max((hit.score for hit in lexical), default=0.0)
    return AT_LEAST + MORE * _chance(characters) * _strange(weights, held)


def strangeness(weights: Mapping[str, float], held: float, characters: int) -> float:
    """How little of what the words of a query tell the best hit by words holds, 0 to 1, in a small library.

    `held` is that hit's score. In a library in which something always is found by chance it says nothing: zero.
    """
    return (1.0 - _chance(characters)) * _strange(weights, held)


def _strange(weights: Mapping[str, float], held: float) -> float:
    tells = sum(weights.values())
    return max(0.0, 1.0 - held / tells / FOUND) if tells else 0.0


def _chance(characters: int) -> float:
    return min(1.0, max(0.0, math.log(max(1, characters) / SMALL) / math.log(LARGE / SMALL)))
