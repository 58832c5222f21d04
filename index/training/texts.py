"""Training texts as one flat array of piece ids, and pairs as stretches of it.

A side of a pair is up to three stretches read one after the other (title, what
stands before a gap, what stands after it), so that a query can be taken out of
its own passage without copying any text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from corpus.simplified import simplified

Ints = npt.NDArray[np.int64]

PARTS = 3
"""Stretches in one side of a pair."""

_BATCH = 5_000


@dataclass(frozen=True, slots=True)
class Stretches:
    """Texts as piece ids: text `i` is `ids[bounds[i]:bounds[i + 1]]`."""

    ids: Ints
    bounds: Ints


@dataclass(frozen=True, slots=True)
class Pairs:
    """Rows of (side, part, start and end) into the flat ids: shape (n, 2, PARTS, 2).

    `groups` (n, 2) numbers the sides: two rows with the same number on a side say
    the same there, and are no negatives of one another. `beside` (m, PARTS, 2) are
    further passages that no query here should know.
    """

    places: Ints
    groups: Ints
    beside: Ints = field(default_factory=lambda: np.zeros((0, PARTS, 2), dtype=np.int64))

    def __len__(self) -> int:
        return len(self.places)

    def take(self, chosen: Ints) -> Pairs:
        return replace(self, places=self.places[chosen], groups=self.groups[chosen])


def encode(tokenizer: Tokenizer, texts: Sequence[str]) -> Stretches:
    """Texts as the embedder reads them: in simplified characters."""
    arrays: list[Ints] = []
    lengths: list[int] = [0]
    for start in range(0, len(texts), _BATCH):
        batch = [simplified(text) for text in texts[start : start + _BATCH]]
        for encoding in tokenizer.encode_batch(batch, add_special_tokens=False):
            arrays.append(np.asarray(encoding.ids, dtype=np.int64))
            lengths.append(len(encoding.ids))
    return Stretches(np.concatenate(arrays), np.cumsum(lengths, dtype=np.int64))


def gather(ids: Ints, stretches: Ints) -> tuple[Ints, Ints]:
    """The ids of each row of stretches (n, parts, 2) one after the other, and where each row begins."""
    lengths = np.maximum(stretches[..., 1] - stretches[..., 0], 0)
    flat = lengths.ravel()
    ends = np.cumsum(flat)
    within = np.arange(int(flat.sum())) - np.repeat(ends - flat, flat)
    rows = lengths.sum(axis=1)
    return ids[np.repeat(stretches[..., 0].ravel(), flat) + within], np.cumsum(rows) - rows
