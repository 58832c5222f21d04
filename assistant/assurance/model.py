"""The learned weights: how likely a choice answers, and how likely the library deals with the matter, by its signs."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from assistant.assurance.signs import SIGNS, Floats

FOLDER = Path(__file__).parent

ANSWERS = "answers.json"
"""How likely a choice answers rather than a neighbour of the clause that would."""

DEALS = "deals.json"
"""How likely the documents deal at all with what is asked."""

FARTHEST = 4.0
"""Standard deviations beyond which a sign counts no more: what was never seen must not decide alone."""


@dataclass(frozen=True)
class AssuranceModel:
    """Logistic regression over the signs at zero mean and unit spread."""

    mean: Floats
    scale: Floats
    weights: Floats
    bias: float

    def probability(self, row: Floats) -> float:
        """How likely it is of a choice with these signs, 0 to 1."""
        normal = np.clip((row - self.mean) / self.scale, -FARTHEST, FARTHEST)
        return float(1 / (1 + np.exp(-(normal @ self.weights + self.bias))))


@cache
def assurance_model(file: Path = FOLDER / ANSWERS) -> AssuranceModel:
    """One of the models that come along, read once."""
    stored = json.loads(file.read_text(encoding="utf-8"))
    if tuple(stored["signs"]) != SIGNS:
        raise ValueError(f"{file.name} was learned for other signs: run python -m assistant.assurance.training")
    mean, scale, weights = (np.array(stored[name], dtype=np.float32) for name in ("mean", "scale", "weights"))
    return AssuranceModel(mean, scale, weights, float(stored["bias"]))
