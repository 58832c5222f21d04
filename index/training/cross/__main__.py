"""`python -m index.training.cross --data DIR --out index/model`: makes the bundled cross-encoder beside its table."""

from __future__ import annotations

import argparse
import logging
import os
import time
from itertools import count
from pathlib import Path

import torch

from index.cross_encoder import BundledCrossEncoder
from index.static_embedder import StaticEmbedder
from index.training import recipe
from index.training.cross import rivals
from index.training.cross.learning import Schedule, learn, measure
from index.training.cross.lessons import Lessons
from index.training.cross.network import LAYERS, WIDTH, CrossEncoder, export

log = logging.getLogger("index.training.cross")


def main() -> None:
    options = _options().parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    os.environ["TOKENIZERS_PARALLELISM"] = "true"
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)

    embedder = StaticEmbedder(options.out)
    seen, unseen = (recipe.read(options.data, written=options.written, held_out=held_out) for held_out in (False, True))
    rows = rivals.rows(seen, unseen, embedder, options.written)
    log.info("%d questions, %d held out, %d passages", len(rows.learned), len(rows.held_out), len(rows.passages))
    lessons, schedule = Lessons(rows, embedder, options.seed), Schedule(options.steps)
    network = CrossEncoder(embedder.table, options.width, options.layers)
    loss, begun = 0.0, time.monotonic()
    for step, value in zip(count(1), learn(network, lessons.batches(schedule.questions), schedule), strict=False):
        loss = value if step == 1 else 0.98 * loss + 0.02 * value
        if step % 50 == 0:
            log.info("step %d of %d, loss %.3f, %.0f s", step, schedule.steps, loss, time.monotonic() - begun)

    export(network, options.out)
    for name, figures in measure(BundledCrossEncoder(embedder, options.out), rows).items():
        log.info("%s %s", name, figures)


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m index.training.cross", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with the three training files")
    parser.add_argument("--written", type=Path, default=recipe.WRITTEN, help="folder of what was written for it")
    parser.add_argument("--out", type=Path, required=True, help="folder that holds the table; the weights go beside it")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, default=1_600)
    parser.add_argument("--width", type=int, default=WIDTH)
    parser.add_argument("--layers", type=int, default=LAYERS)
    parser.add_argument("--threads", type=int, default=2)
    return parser


if __name__ == "__main__":
    main()
