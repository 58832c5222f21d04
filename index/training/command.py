"""What the commands that make a model have in common: their options, and how they begin."""

from __future__ import annotations

import argparse
import logging
import os
import time
from collections.abc import Iterable
from pathlib import Path

import torch

from index.training import recipe

log = logging.getLogger(__name__)


def options(prog: str, description: str | None, *, out: str, seed: int, steps: int) -> argparse.ArgumentParser:
    """A parser of the options that every training takes; `out` says what its folder is."""
    parser = argparse.ArgumentParser(prog=prog, description=description)
    parser.add_argument("--data", type=Path, required=True, help="folder with the three training files")
    parser.add_argument("--written", type=Path, default=recipe.WRITTEN, help="folder of what was written for it")
    parser.add_argument("--out", type=Path, required=True, help=out)
    parser.add_argument("--seed", type=int, default=seed)
    parser.add_argument("--steps", type=int, default=steps)
    parser.add_argument("--threads", type=int, default=2)
    return parser


def begin(threads: int) -> None:
    """Sets up logs and threads."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    os.environ["TOKENIZERS_PARALLELISM"] = "true"
    torch.set_num_threads(threads)


def followed(losses: Iterable[float], steps: int, *, every: int) -> float:
    """Goes through the losses of a training, logs every so many steps, and gives what the loss is in the end.

    It is a running mean over the last fifty steps or so.
    """
    loss, begun = 0.0, time.monotonic()
    for step, value in enumerate(losses, 1):
        loss = value if step == 1 else 0.98 * loss + 0.02 * value
        if step % every == 0:
            log.info("step %d of %d, loss %.3f, %.0f s", step, steps, loss, time.monotonic() - begun)
    return loss
