"""`python -m index.training --data DIR --out index/model`: makes the bundled model from the data folder."""

from __future__ import annotations

import argparse
import hashlib
import logging
from pathlib import Path

import numpy as np

from index.embeddings import StaticEmbedder
from index.training import asked, composed, export, held_out, recipe, sources
from index.training.command import begin, options
from index.training.making import make
from index.training.recipe import Material
from index.training.table import Schedule

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
    made = make(material, tokenizer, schedule, dimension=given.dimension, seed=given.seed, random=random)
    export.save(given.out, tokenizer, made.vectors, _record(given, schedule, made.loss))
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
