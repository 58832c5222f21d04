"""Tables that have not seen the questions they are read with.

The bundled table was made of the same questions, and knows them by heart: on its own it puts the
right passage first for 0.98 of those it was made of and for 0.27 of those held out. A network that
learns to read over it would learn to believe it. So the questions are dealt out into folds by their
texts, a table is made without each fold, and turned to lie as the bundled one does (orthogonal
Procrustes, Schönemann 1966): what is learned of a fold over the table that has not seen it holds for
the bundled table and questions that it has not seen.
"""

from __future__ import annotations

import logging
import zlib
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from index.protocols import Vectors
from index.static_embedder import WEIGHTS, StaticEmbedder
from index.training import export, recipe
from index.training.making import make
from index.training.recipe import Material
from index.training.table import Schedule
from index.training.texts import Ints

log = logging.getLogger(__name__)

FOLDS = 2

_DIVISOR = 97
"""Not the divisor by which texts are held out: folds and what is held out have nothing to do with one another."""


@dataclass(frozen=True, slots=True)
class Fold:
    """Questions, and the table that was made without them."""

    asked: Material
    embedder: StaticEmbedder


def folds(material: Material, bundled: StaticEmbedder, kept: Path, *, steps: int, seed: int) -> list[Fold]:
    """The questions of `material` dealt out, each part with its table.

    A table that lies in `kept` is read, one that does not is made, in `steps` batches, and put there.
    """
    dealt = [part(material, number) for number in range(FOLDS)]
    for number in range(FOLDS):
        folder = kept / str(number)
        if not (folder / WEIGHTS).is_file():
            _make(_others(dealt, number), bundled, folder, Schedule(steps), seed)
    return [Fold(asked, StaticEmbedder(kept / str(number))) for number, asked in enumerate(dealt)]


def part(material: Material, number: int) -> Material:
    """The laws and news of `material` with the questions on the texts of one fold."""
    questions = {
        name: [one for one in rows if zlib.crc32(recipe.held_out_key(one).encode()) % _DIVISOR % FOLDS == number]
        for name, rows in material.questions.items()
    }
    return replace(material, questions=questions)


def _others(dealt: list[Material], number: int) -> Material:
    rest = [one.questions for at, one in enumerate(dealt) if at != number]
    return replace(dealt[number], questions={name: [q for part in rest for q in part[name]] for name in rest[0]})


def _make(material: Material, bundled: StaticEmbedder, folder: Path, schedule: Schedule, seed: int) -> None:
    log.info("a table for %s", folder)
    random = np.random.default_rng(seed)
    made = make(material, bundled.tokenizer, schedule, dimension=bundled.dimension, seed=seed, random=random)
    turned = aligned(made.vectors, bundled.table, made.counts)
    export.save(folder, bundled.tokenizer, turned, {"name": f"without fold {folder.name}", "steps": schedule.steps})


def aligned(table: Vectors, wanted: Vectors, counts: Ints) -> Vectors:
    """`table` (pieces, dimension) turned about its origin until its pieces point where those of `wanted` do."""
    telling = np.sqrt(counts / counts.sum())[:, None]
    left, _, right = np.linalg.svd((table * telling).T @ (wanted * telling))
    turned: Vectors = (table @ (left @ right)).astype(np.float32)
    return turned
