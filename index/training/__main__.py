"""`python -m index.training --data DIR --out index/model`: makes the bundled model from the data folder."""

from __future__ import annotations

import argparse
import hashlib
import logging
import time
from pathlib import Path

import numpy as np
import torch

from index.embeddings import StaticEmbedder
from index.training import asked, composed, export, held_out, recipe, sources
from index.training.command import begin, options, smoothed
from index.training.recipe import Material
from index.training.table import Schedule, Table, learn
from index.training.texts import Ints

log = logging.getLogger("index.training")

_NAME = "wence-static"


def main() -> None:
    given = _options().parse_args()
    begin(given.threads)
    schedule = Schedule(given.steps)
    random = np.random.default_rng(given.seed)

    material = recipe.read(given.data, written=given.written)
    log.info("%d law blocks, %d news texts, questions %s", len(material.laws), len(material.news), _sizes(material))
    tokenizer = recipe.tokenizer(material, given.pieces, random)
    ids, lessons = recipe.lay_out(material, tokenizer)
    log.info("%d pieces in %d ids", tokenizer.get_vocab_size(), len(ids))

    table = Table(_frequencies(ids, tokenizer.get_vocab_size()), given.dimension, given.seed)
    batches = recipe.batches(lessons, schedule.steps, schedule.batch, random)
    loss, recent = 0.0, time.monotonic()
    for step, value in enumerate(learn(table, ids, batches, schedule, random), 1):
        loss = smoothed(loss, value, step)
        if step % 100 == 0:
            log.info("step %d of %d, loss %.3f, %.1f s", step, schedule.steps, loss, time.monotonic() - recent)
            recent = time.monotonic()

    with torch.no_grad():
        export.save(given.out, tokenizer, table.folded().numpy(), _record(given, schedule, loss))
    scores = held_out.measure(
        StaticEmbedder(given.out), recipe.read(given.data, written=given.written, held_out=True), material
    )
    for name, figures in scores.items():
        log.info("%s %s", name, figures)


def _options() -> argparse.ArgumentParser:
    parser = options("python -m index.training", __doc__, out="folder for the model", seed=20, steps=2_800)
    parser.add_argument("--pieces", type=int, default=40_000)
    parser.add_argument("--dimension", type=int, default=256)
    return parser


def _frequencies(ids: Ints, size: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    return np.bincount(ids, minlength=size) / len(ids)


def _sizes(material: Material) -> dict[str, int]:
    return {name: len(rows) for name, rows in sorted(material.questions.items())}


def _record(options: argparse.Namespace, schedule: Schedule, loss: float) -> dict[str, object]:
    return {
        "name": f"{_NAME}-{options.dimension}",
        "seed": options.seed,
        "steps": schedule.steps,
        "batch": schedule.batch,
        "pieces": options.pieces,
        "loss": round(loss, 4),
        "data": {file.name: _digest(file) for file in _sources(options)},
    }


def _sources(options: argparse.Namespace) -> list[Path]:
    given = [options.data / name for name in (sources.LAWS, sources.NEWS, sources.QUESTIONS)]
    return [*given, *(options.written / name for name in (asked.FILE, composed.FILE))]


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
