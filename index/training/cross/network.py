"""The network that `index.cross_encoder` runs in numpy, as it is learned in torch."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from safetensors.numpy import save
from torch import Tensor, nn
from torch.nn import functional

from index.cross_encoder import FEATURES, FILE, HEADS, KERNEL_MEANS, KERNEL_WIDTHS, QUESTION_PIECES, TEXT_PIECES

WIDTH = 128
LAYERS = 2
DROPOUT = 0.1

_NOTHING = 1e-6
_OUT_OF_SIGHT = -1e9


class Layer(nn.Module):
    """All pieces of both sides look at one another, then each by itself."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.n1, self.n2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.qkv, self.o = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.f1, self.f2 = nn.Linear(width, 2 * width), nn.Linear(2 * width, width)

    def forward(self, state: Tensor, seen: Tensor) -> Tensor:
        many, long, wide = state.shape
        mixed = self.qkv(self.n1(state)).view(many, long, 3, HEADS, wide // HEADS).permute(2, 0, 3, 1, 4)
        near = mixed[0] @ mixed[1].transpose(-1, -2) / math.sqrt(wide // HEADS)
        near = near.masked_fill(~seen[:, None, None], _OUT_OF_SIGHT).softmax(-1).to(mixed.dtype)
        looked = self.o((near @ mixed[2]).transpose(1, 2).reshape(many, long, wide))
        state = state + looked
        inner = self.f2(functional.relu(self.f1(self.n2(state))))
        after: Tensor = state + inner
        return after


class CrossEncoder(nn.Module):
    """Scores pairs of question and text over the vectors of a table, which stay as they are.

    Of `tables`, which lie alike, the first is the one that is used; the others are for learning.
    """

    units: Tensor
    weights: Tensor
    means: Tensor
    widths: Tensor

    def __init__(self, tables: Sequence[npt.NDArray[np.float32]], width: int = WIDTH, layers: int = LAYERS) -> None:
        super().__init__()
        lengths = np.stack([np.linalg.norm(table, axis=1) for table in tables])
        typical = lengths.mean(axis=1)
        self.typical, dimension = float(typical[0]), tables[0].shape[1]
        self.register_buffer("units", torch.from_numpy(np.stack(tables) / np.maximum(lengths, _NOTHING)[..., None]))
        self.register_buffer("weights", torch.from_numpy(lengths / typical[:, None]))
        self.register_buffer("means", torch.tensor(KERNEL_MEANS))
        self.register_buffer("widths", torch.tensor(KERNEL_WIDTHS))
        self.proj, self.feat = nn.Linear(dimension, width), nn.Linear(FEATURES, width)
        self.pos, self.seg = nn.Embedding(QUESTION_PIECES + TEXT_PIECES, width), nn.Embedding(2, width)
        self.layers = nn.ModuleList(Layer(width) for _ in range(layers))
        self.nf, self.att = nn.LayerNorm(width), nn.Linear(width, 1)
        self.out = nn.Sequential(nn.Linear(width, width), nn.ReLU(), nn.Linear(width, 1))
        self.kern = nn.Linear(2 * len(KERNEL_MEANS), 1)

    def forward(self, asked: Tensor, is_asked: Tensor, said: Tensor, is_said: Tensor, table: int = 0) -> Tensor:
        """One score a row; pieces (rows, length), and where there are any; the number of the table to read with."""
        unit, weight = self.units[table], self.weights[table]
        of_asked, of_said = unit[asked], unit[said]
        tells, says = weight[asked] * is_asked, weight[said] * is_said
        like = of_asked @ of_said.transpose(1, 2) * is_asked[:, :, None] * is_said[:, None]
        same = (asked[:, :, None] == said[:, None]) & is_asked[:, :, None] & is_said[:, None]
        near, known = like.amax(2).clamp(min=0.0), same.any(2).float()
        left = torch.stack([tells, near, known, near * tells, torch.ones_like(tells)], -1)
        near, known = like.amax(1).clamp(min=0.0), same.any(1).float()
        by_weight = (like * tells[:, :, None]).amax(1).clamp(min=0.0)
        right = torch.stack([says, near, known, by_weight, torch.zeros_like(says)], -1)
        state = torch.cat(
            [
                self._side(of_asked * tells[..., None], left, 0, 0),
                self._side(of_said * says[..., None], right, QUESTION_PIECES, 1),
            ],
            dim=1,
        )
        state, seen = functional.dropout(state, DROPOUT, self.training), torch.cat([is_asked, is_said], 1)
        for layer in self.layers:
            state = layer(state, seen)
        first = self.nf(state[:, : asked.shape[1]])
        return self._judged(first, tells, is_asked) + self._counted(like, tells, is_asked, is_said)

    def _side(self, vectors: Tensor, told: Tensor, offset: int, side: int) -> Tensor:
        places = self.pos.weight[offset : offset + vectors.shape[1]]
        taken: Tensor = self.proj(vectors) + self.feat(told) + places + self.seg.weight[side]
        return taken

    def _judged(self, state: Tensor, tells: Tensor, is_asked: Tensor) -> Tensor:
        attention = self.att(state).squeeze(-1) + tells.clamp(min=_NOTHING).log()
        attention = attention.masked_fill(~is_asked, _OUT_OF_SIGHT).softmax(1)
        judged: Tensor = self.out((state * attention[..., None]).sum(1)).squeeze(-1)
        return judged

    def _counted(self, like: Tensor, tells: Tensor, is_asked: Tensor, is_said: Tensor) -> Tensor:
        near = torch.exp(-((like[..., None] - self.means) ** 2) / (2 * self.widths**2)) * is_said[:, None, :, None]
        each = near.sum(2).log1p()
        by_weight = (each * tells[..., None]).sum(1) / tells.sum(1, keepdim=True).clamp(min=_NOTHING)
        plain = (each * is_asked[..., None]).sum(1) / is_asked.sum(1, keepdim=True)
        counted: Tensor = self.kern(torch.cat([by_weight, plain], 1)).squeeze(-1)
        return counted


def export(network: CrossEncoder, folder: Path) -> None:
    """What was learned as float16; the vectors stay in the table."""
    learned = {name: value.detach().numpy().astype(np.float16) for name, value in network.named_parameters()}
    learned["layers"] = np.asarray([len(network.layers)], dtype=np.float16)
    weights = {**learned, "typical": np.asarray([network.typical], dtype=np.float32)}
    (folder / FILE).write_bytes(save(weights))
