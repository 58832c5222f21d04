"""Learns the network, and measures it on questions and passages that nothing was made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch.nn import functional

from index.cross_encoder import BundledCrossEncoder
from index.training.cross.lessons import RIVALS, Batch, tensors
from index.training.cross.network import CrossEncoder
from index.training.cross.rivals import Row, Rows

Figures = dict[str, float]

_TOGETHER = 64
"""Pairs of like length that go through at once: padding costs as much as text."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how fast is learned: the rate rises over the first steps and falls to nothing."""

    steps: int
    questions: int = 32
    rate: float = 6e-4
    rising: int = 100
    decay: float = 0.01
    longest_gradient: float = 1.0

    def rate_at(self, step: int) -> float:
        return self.rate * min(1.0, step / self.rising) * (1.0 - step / self.steps)


def learn(network: CrossEncoder, batches: Iterator[Batch], schedule: Schedule) -> Iterator[float]:
    """Takes one step for each of the first batches and yields its loss: the right passage among eight."""
    optimiser = torch.optim.AdamW(network.parameters(), lr=schedule.rate, weight_decay=schedule.decay)
    network.train()
    for step in range(schedule.steps):
        for group in optimiser.param_groups:
            group["lr"] = schedule.rate_at(step)
        scores = _scores(network, next(batches)).view(schedule.questions, RIVALS + 1)
        loss = functional.cross_entropy(scores, torch.zeros(schedule.questions, dtype=torch.long))
        optimiser.zero_grad()
        torch.autograd.backward([loss])
        torch.nn.utils.clip_grad_norm_(network.parameters(), schedule.longest_gradient)
        optimiser.step()
        yield float(loss.detach())


def _scores(network: CrossEncoder, batch: Batch) -> torch.Tensor:
    asked, said = batch.asked, batch.said
    order = sorted(range(len(said)), key=lambda at: len(said[at]))
    parts = []
    for start in range(0, len(order), _TOGETHER):
        rows = order[start : start + _TOGETHER]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            sides = (*tensors([asked[at] for at in rows]), *tensors([said[at] for at in rows]))
            parts.append(network(*sides, batch.fold).float())
    back = torch.empty(len(order), dtype=torch.long)
    back[torch.tensor(order)] = torch.arange(len(order))
    return torch.cat(parts)[back]


def measure(encoder: BundledCrossEncoder, rows: Rows) -> dict[str, Figures]:
    """Of held-out questions of each set: how often the right passage comes first among its rivals, and MRR."""
    places: dict[str, list[int]] = {}
    for row in rows.held_out:
        places.setdefault(row.set, []).append(_place(encoder, row, rows))
    return {name: _figures(found) for name, found in sorted(places.items())}


def _place(encoder: BundledCrossEncoder, row: Row, rows: Rows) -> int:
    beside = dict.fromkeys((row.right, *row.kin, *row.others))
    scores = encoder.scores(row.question, [rows.passages[at].whole for at in beside])
    return 1 + int((scores[1:] >= scores[0]).sum())


def _figures(places: list[int]) -> Figures:
    found = np.asarray(places)
    return {
        "questions": len(places),
        "right@1": round(float((found == 1).mean()), 3),
        "mrr": round(float((1 / found).mean()), 3),
    }
