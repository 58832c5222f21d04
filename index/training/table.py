"""The learned table: a vector and a weight for every piece, pulled together by in-batch negatives.

A text's vector is the weighted sum of its pieces' vectors, at unit length. The
two are folded into one table on the way out, so that a plain mean and a
normalisation give the same.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch.nn import functional

from index.training.pieces import UNKNOWN_ID
from index.training.texts import Ints, Pairs, gather

_SAME = 0.8
"""Passages as near as that are prints of one rule, in a law and in the measures under it."""

_SMOOTHING = 1e-4
"""How fast a piece's starting weight falls with its frequency: a / (a + p), Arora et al. 2017."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how fast the table learns."""

    steps: int
    batch: int = 2_048
    rate: float = 0.01
    warm_up: int = 50
    temperature: float = 0.05
    dropout: float = 0.15

    def rate_at(self, step: int) -> float:
        """Linear warm-up, then a cosine down to a twentieth."""
        if step < self.warm_up:
            return self.rate * (step + 1) / self.warm_up
        done = (step - self.warm_up) / max(1, self.steps - self.warm_up)
        return self.rate * (0.05 + 0.95 * (1 + math.cos(math.pi * done)) / 2)


class Table(torch.nn.Module):
    """Piece vectors and log weights; the unknown piece stays at zero."""

    def __init__(self, frequencies: npt.NDArray[np.float64], dimension: int, seed: int) -> None:
        super().__init__()
        generator = torch.Generator().manual_seed(seed)
        vectors = torch.randn(len(frequencies), dimension, generator=generator) / math.sqrt(dimension)
        start = np.log(_SMOOTHING / (_SMOOTHING + frequencies))
        self.vectors = torch.nn.Parameter(vectors)
        self.weights = torch.nn.Parameter(torch.from_numpy(start).float())

    def folded(self) -> torch.Tensor:
        table = self.vectors * self.weights.exp().unsqueeze(1)
        known = torch.ones(len(table), 1)
        known[UNKNOWN_ID] = 0.0
        return table * known

    def forward(self, folded: torch.Tensor, ids: torch.Tensor, offsets: torch.Tensor) -> torch.Tensor:
        return functional.normalize(functional.embedding_bag(ids, folded, offsets, mode="sum"), dim=1)


def contrast(
    queries: torch.Tensor,
    passages: torch.Tensor,
    groups: torch.Tensor,
    temperature: float,
    beside: torch.Tensor | None = None,
) -> torch.Tensor:
    """Symmetric InfoNCE: each query must know its passage among the batch's, and the other way round.

    A query must know it among the passages `beside` as well, but for those that say nearly what its own says.
    """
    scores = queries @ passages.T / temperature
    alike = (groups[:, None] == groups[None]).any(dim=2).fill_diagonal_(False)
    scores = scores.masked_fill(alike, -math.inf)
    target = torch.arange(len(scores))
    back = functional.cross_entropy(scores.T, target)
    if beside is not None:
        with torch.no_grad():
            same = passages @ beside.T > _SAME
        scores = torch.cat([scores, (queries @ beside.T / temperature).masked_fill(same, -math.inf)], dim=1)
    return (functional.cross_entropy(scores, target) + back) / 2


def learn(
    table: Table, ids: Ints, batches: Iterator[Pairs], schedule: Schedule, random: np.random.Generator
) -> Iterator[float]:
    """Takes one step for each of `batches` and yields its loss."""
    optimiser = torch.optim.Adam(table.parameters(), lr=schedule.rate, betas=(0.9, 0.98))
    for step, pairs in enumerate(batches):
        for group in optimiser.param_groups:
            group["lr"] = schedule.rate_at(step)
        folded = table.folded()
        read = [_thinned(ids, places, schedule.dropout, random) for places in _texts(pairs)]
        queries, passages, *beside = (table(folded, *one) for one in read)
        loss = contrast(queries, passages, torch.from_numpy(pairs.groups), schedule.temperature, *beside)
        optimiser.zero_grad()
        torch.autograd.backward([loss])
        optimiser.step()
        yield float(loss.detach())


def _texts(pairs: Pairs) -> list[Ints]:
    """Queries, passages, and the passages beside them, where there are any."""
    return [pairs.places[:, 0], pairs.places[:, 1], *([pairs.beside] if len(pairs.beside) else [])]


def _thinned(ids: Ints, places: Ints, dropout: float, random: np.random.Generator) -> tuple[torch.Tensor, torch.Tensor]:
    """The pieces of texts, some of them made unknown so that no single one decides."""
    found, offsets = gather(ids, places)
    found = np.where(random.random(len(found)) < dropout, UNKNOWN_ID, found)
    return torch.from_numpy(found), torch.from_numpy(offsets)
