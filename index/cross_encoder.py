"""The bundled cross-encoder: a small transformer, in plain numpy, that reads a question and a text together.

It starts from the vectors of the bundled table, tells each piece what it is like on the other
side, and lets all pieces of both sides look at one another in two layers. Beside that stand
counts of how near the pieces come to one another, as in kernel pooling (Xiong et al. 2017,
"End-to-End Neural Ad-hoc Ranking with Kernel Pooling"). Learned by `index.training.cross`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from index.blas import on_one_thread
from index.static_embedder import BUNDLED_FOLDER, Ids, StaticEmbedder, bundled_table, damaged
from index.vectors import unit

QUESTION_PIECES = 32
TEXT_PIECES = 144
"""So many pieces are read of a question and of a text, the first ones; a clause of 200 characters has some 120."""

HEADS = 4
FEATURES = 5

KERNEL_MEANS = (1.0, 0.95, 0.85, 0.75, 0.65, 0.55, 0.45, 0.35, 0.25, 0.15, 0.05)
KERNEL_WIDTHS = (0.02, *[0.07] * 10)
"""At which cosines pieces are counted as that like, and how sharply."""

FILE = "cross_encoder.safetensors"

Array = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]

_NOTHING = 1e-6
_OUT_OF_SIGHT = np.float32(-1e9)
_EPSILON = 1e-5


class BundledCrossEncoder:
    """Says how well a text answers a question, against other texts. Safe to share between threads."""

    def __init__(self, embedder: StaticEmbedder, folder: Path = BUNDLED_FOLDER) -> None:
        from safetensors.numpy import load

        self._embedder = embedder
        try:
            weights = load((folder / FILE).read_bytes())
            self._w = {name: values.astype(np.float32) for name, values in weights.items()}
            self._layers = int(self._w["layers"][0])
            self._typical = float(self._w["typical"][0])
        except Exception as exc:
            raise damaged(folder, exc) from exc

    def scores(self, question: str, texts: Sequence[str]) -> Array:
        """One score a text, shape (len(texts),); zero for a text or question without a known piece."""
        found = np.zeros(len(texts), dtype=np.float32)
        asked = self._embedder.pieces_of([question])[0][:QUESTION_PIECES]
        said = [ids[:TEXT_PIECES] for ids in self._embedder.pieces_of(texts)]
        filled = [row for row, ids in enumerate(said) if len(ids)]
        if len(asked) and filled:
            with on_one_thread():
                found[filled] = self._read(asked, [said[row] for row in filled])
        return found

    def _read(self, asked: Ids, said: Sequence[Ids]) -> Array:
        pieces, there = padded(said)
        like_asked, weight_asked = self._vectors(asked)
        distinct, at = np.unique(pieces, return_inverse=True)
        vectors, lengths = self._vectors(distinct)
        at = at.reshape(pieces.shape)
        weight = lengths[at] * there
        like = (vectors @ like_asked.T)[at] * there[..., None]
        same = (pieces[..., None] == asked) & there[..., None]
        near = like.max(axis=1).clip(min=0.0)
        left = self._side(like_asked * weight_asked[:, None], 0)[None] + self._told(
            np.broadcast_to(weight_asked, (len(said), len(asked))),
            near,
            same.any(axis=1),
            near * weight_asked,
            1.0,
        )
        right = self._side(vectors * lengths[:, None], QUESTION_PIECES, at) + self._told(
            weight,
            like.max(axis=2).clip(min=0.0),
            same.any(axis=2),
            (like * weight_asked).max(axis=2).clip(min=0.0),
            0.0,
        )
        state = np.concatenate([left, right], axis=1)
        seen = np.concatenate([np.ones((len(said), len(asked)), dtype=np.bool_), there], axis=1)
        for number in range(self._layers):
            state = self._layer(state, seen, number)
        first = _normal(state[:, : len(asked)], self._w["nf.weight"], self._w["nf.bias"])
        return self._judged(first, weight_asked) + self._counted(like, there, weight_asked)

    def _side(self, vectors: Array, offset: int, at: Ids | None = None) -> Array:
        """Pieces as the transformer takes them: what they are, where they stand, on which side."""
        projected = vectors @ self._w["proj.weight"].T + self._w["proj.bias"]
        taken = projected if at is None else projected[at]
        places = self._w["pos.weight"][offset : offset + taken.shape[-2]]
        side: Array = taken + places + self._w["seg.weight"][0 if at is None else 1]
        return side

    def _told(self, weight: Array, like: Array, same: Mask, like_weighted: Array, side: float) -> Array:
        features = np.stack([weight, like, same, like_weighted, np.full_like(like, side)], axis=-1)
        told: Array = features.astype(np.float32) @ self._w["feat.weight"].T + self._w["feat.bias"]
        return told

    def _layer(self, state: Array, seen: Mask, number: int) -> Array:
        w, name = self._w, f"layers.{number}."
        many, long, wide = state.shape
        normal = _normal(state, w[name + "n1.weight"], w[name + "n1.bias"])
        mixed = (normal.reshape(-1, wide) @ w[name + "qkv.weight"].T + w[name + "qkv.bias"]).reshape(
            many, long, 3, HEADS, wide // HEADS
        )
        query, key, value = mixed.transpose(2, 0, 3, 1, 4)
        near = query @ key.transpose(0, 1, 3, 2) / np.float32(np.sqrt(wide // HEADS))
        near = np.where(seen[:, None, None, :], near, _OUT_OF_SIGHT)
        near = np.exp(near - near.max(axis=-1, keepdims=True))
        near /= near.sum(axis=-1, keepdims=True)
        looked = (near @ value).transpose(0, 2, 1, 3).reshape(-1, wide)
        state = state + (looked @ w[name + "o.weight"].T + w[name + "o.bias"]).reshape(state.shape)
        normal = _normal(state, w[name + "n2.weight"], w[name + "n2.bias"]).reshape(-1, wide)
        inner = np.maximum(normal @ w[name + "f1.weight"].T + w[name + "f1.bias"], 0.0)
        after: Array = state + (inner @ w[name + "f2.weight"].T + w[name + "f2.bias"]).reshape(state.shape)
        return after

    def _judged(self, state: Array, weight: Array) -> Array:
        """What the pieces of the question have seen, those that say most before the others."""
        attention = (state @ self._w["att.weight"].T)[..., 0] + self._w["att.bias"] + np.log(weight.clip(min=_NOTHING))
        attention = np.exp(attention - attention.max(axis=1, keepdims=True))
        attention /= attention.sum(axis=1, keepdims=True)
        pooled = (state * attention[..., None]).sum(axis=1)
        inner = np.maximum(pooled @ self._w["out.0.weight"].T + self._w["out.0.bias"], 0.0)
        judged: Array = (inner @ self._w["out.2.weight"].T + self._w["out.2.bias"])[:, 0]
        return judged

    def _counted(self, like: Array, there: Mask, weight: Array) -> Array:
        means, widths = np.asarray(KERNEL_MEANS, np.float32), np.asarray(KERNEL_WIDTHS, np.float32)
        near = np.exp(-((like[..., None] - means) ** 2) / (2 * widths**2)) * there[..., None, None]
        each = np.log1p(near.sum(axis=1))
        by_weight = (each * weight[:, None]).sum(axis=1) / max(float(weight.sum()), _NOTHING)
        counts = np.concatenate([by_weight, each.mean(axis=1)], axis=1)
        counted: Array = (counts @ self._w["kern.weight"].T + self._w["kern.bias"])[:, 0]
        return counted

    def _vectors(self, ids: Ids) -> tuple[Array, Array]:
        """Unit vectors, and lengths against the length of a typical piece."""
        vectors = self._embedder.vectors_of(ids)
        return unit(vectors), np.linalg.norm(vectors, axis=1) / self._typical


@cache
def bundled_cross_encoder() -> BundledCrossEncoder:
    """The bundled cross-encoder over the bundled table, read once a process."""
    return BundledCrossEncoder(bundled_table())


def padded(said: Sequence[Ids]) -> tuple[Ids, Mask]:
    """Pieces of texts of any length, shape (texts, longest), and where there are any."""
    longest = max(1, *map(len, said))
    ids = np.zeros((len(said), longest), dtype=np.int64)
    there = np.zeros((len(said), longest), dtype=np.bool_)
    for row, one in enumerate(said):
        ids[row, : len(one)], there[row, : len(one)] = one, True
    return ids, there


def _normal(state: Array, weight: Array, bias: Array) -> Array:
    centred = state - state.mean(axis=-1, keepdims=True)
    spread = np.sqrt((centred**2).mean(axis=-1, keepdims=True) + _EPSILON)
    normal: Array = centred / spread * weight + bias
    return normal
