"""Makes a table of some material: lays out its texts, draws its lessons and learns them, and logs how far it is."""

from __future__ import annotations

import logging
from typing import NamedTuple

import numpy as np
import torch
from tokenizers import Tokenizer

from index.protocols import Vectors
from index.training import recipe
from index.training.command import followed
from index.training.recipe import Material
from index.training.table import Schedule, Table, learn
from index.training.texts import Ints

log = logging.getLogger(__name__)


class Made(NamedTuple):
    """The table (pieces, dimension), how often each piece stood in the texts, and the last loss."""

    vectors: Vectors
    counts: Ints
    loss: float


def make(
    material: Material,
    tokenizer: Tokenizer,
    schedule: Schedule,
    *,
    dimension: int,
    seed: int,
    random: np.random.Generator,
) -> Made:
    ids, lessons = recipe.lay_out(material, tokenizer)
    log.info("%d pieces in %d ids", tokenizer.get_vocab_size(), len(ids))
    counts = np.bincount(ids, minlength=tokenizer.get_vocab_size())
    table = Table(counts / len(ids), dimension, seed)
    batches = recipe.batches(lessons, schedule.steps, schedule.batch, random)
    loss = followed(learn(table, ids, batches, schedule, random), schedule.steps, every=100)
    with torch.no_grad():
        return Made(table.folded().numpy(), counts, loss)
