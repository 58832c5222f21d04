"""`python -m index.training.cross --data DIR --out index/model`: makes the bundled cross-encoder beside its table."""

from __future__ import annotations

import argparse
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import torch

from index.cross_encoder import BundledCrossEncoder
from index.static_embedder import StaticEmbedder
from index.training import recipe
from index.training.command import begin, followed, options
from index.training.cross import apart, rivals
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
    with _kept(given.tables) as folder:
        folds = apart.folds(seen, embedder, folder, steps=given.table_steps, seed=given.table_seed)
    rows = rivals.rows(seen, unseen, folds, embedder, given.written)
    log.info("%d questions, %d held out, %d passages", len(rows.learned), len(rows.held_out), len(rows.passages))
    lessons, schedule = Lessons(rows, embedder, given.seed), Schedule(given.steps)
    tables = [embedder.table, *(fold.embedder.table for fold in folds)]
    network = CrossEncoder(tables, given.width, given.layers)
    followed(learn(network, lessons.batches(schedule.questions), schedule), schedule.steps, every=50)

    export(network, given.out)
    for name, figures in measure(BundledCrossEncoder(embedder, given.out), rows).items():
        log.info("%s %s", name, figures)


@contextmanager
def _kept(folder: Path | None) -> Iterator[Path]:
    """The folder, or where there is none one that is gone in the end."""
    if folder is not None:
        yield folder
        return
    with TemporaryDirectory() as made:
        yield Path(made)


def _options() -> argparse.ArgumentParser:
    out = "folder that holds the table; the weights go beside it"
    parser = options("python -m index.training.cross", __doc__, out=out, seed=1, steps=4_000)
    parser.add_argument("--tables", type=Path, help="folder that keeps the tables made on the way")
    parser.add_argument("--table-steps", type=int, default=2_000)
    begin_alike = "seed of those tables; that of the bundled one, so that they begin alike"
    parser.add_argument("--table-seed", type=int, default=20, help=begin_alike)
    parser.add_argument("--width", type=int, default=WIDTH)
    parser.add_argument("--layers", type=int, default=LAYERS)
    return parser


if __name__ == "__main__":
    main()
