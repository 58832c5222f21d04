"""`python -m index.training.cross --data DIR --out index/model`: makes the bundled cross-encoder beside its table."""

from __future__ import annotations

import argparse
import logging
import time

import torch

from index.cross_encoder import BundledCrossEncoder
from index.static_embedder import StaticEmbedder
from index.training import recipe
from index.training.command import begin, options, smoothed
from index.training.cross import rivals
from index.training.cross.learning import Schedule, learn, measure
from index.training.cross.lessons import Lessons
from index.training.cross.network import LAYERS, WIDTH, CrossEncoder, export

log = logging.getLogger("index.training.cross")


def main() -> None:
    given = _options().parse_args()
    begin(given.threads)
    torch.manual_seed(given.seed)

    embedder = StaticEmbedder(given.out)
    seen, unseen = (recipe.read(given.data, written=given.written, held_out=held_out) for held_out in (False, True))
    rows = rivals.rows(seen, unseen, embedder, given.written)
    log.info("%d questions, %d held out, %d passages", len(rows.learned), len(rows.held_out), len(rows.passages))
    lessons, schedule = Lessons(rows, embedder, given.seed), Schedule(given.steps)
    network = CrossEncoder(embedder.table, given.width, given.layers)
    loss, begun = 0.0, time.monotonic()
    for step, value in enumerate(learn(network, lessons.batches(schedule.questions), schedule), 1):
        loss = smoothed(loss, value, step)
        if step % 50 == 0:
            log.info("step %d of %d, loss %.3f, %.0f s", step, schedule.steps, loss, time.monotonic() - begun)

    export(network, given.out)
    for name, figures in measure(BundledCrossEncoder(embedder, given.out), rows).items():
        log.info("%s %s", name, figures)


def _options() -> argparse.ArgumentParser:
    out = "folder that holds the table; the weights go beside it"
    parser = options("python -m index.training.cross", __doc__, out=out, seed=1, steps=1_600)
    parser.add_argument("--width", type=int, default=WIDTH)
    parser.add_argument("--layers", type=int, default=LAYERS)
    return parser


if __name__ == "__main__":
    main()
