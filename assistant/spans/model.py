"""The learned weights: how likely a part answers, and how long answers to such a question are."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assistant.spans.features import FEATURES, Floats

WEIGHTS = Path(__file__).with_name("weights.json")


@dataclass(frozen=True)
class Net:
    """One hidden layer: rows of features to one figure each."""

    first: Floats
    first_bias: Floats
    second: Floats
    second_bias: float

    def __call__(self, rows: Floats) -> npt.NDArray[np.floating]:
        hidden = np.maximum(rows @ self.first + self.first_bias, 0.0)
        return np.asarray(1 / (1 + np.exp(-(hidden @ self.second + self.second_bias))))


@dataclass(frozen=True)
class SpanModel:
    """Several nets that differ by the seed they were trained from; what they say is averaged."""

    mean: Floats
    scale: Floats
    nets: tuple[Net, ...]
    length: Floats

    def probabilities(self, rows: Floats) -> npt.NDArray[np.floating]:
        """How much of each part belongs to the answer, 0 to 1."""
        normal = np.clip((rows - self.mean) / self.scale, -8, 8)
        return np.asarray(np.mean([net(normal) for net in self.nets], axis=0))

    def expected_length(self, question: list[float]) -> float:
        """Characters of an answer to a question with these signs."""
        return float(np.exp(np.append(question, 1.0) @ self.length))


@cache
def span_model(path: Path = WEIGHTS) -> SpanModel:
    """The model that comes along, read once."""
    stored = json.loads(path.read_text(encoding="utf-8"))
    if tuple(stored["features"]) != FEATURES:
        raise ValueError(f"{path.name} was learned for other features: run python -m assistant.spans.training")
    nets = tuple(
        Net(_floats(one["first"]), _floats(one["first_bias"]), _floats(one["second"]), float(one["second_bias"]))
        for one in stored["nets"]
    )
    return SpanModel(_floats(stored["mean"]), _floats(stored["scale"]), nets, _floats(stored["length"]))


def _floats(values: list[float]) -> Floats:
    return np.array(values, dtype=np.float32)
