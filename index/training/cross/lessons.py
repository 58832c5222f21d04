"""What is set before the network: a question with the passage that answers it and seven that do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
import torch

from index.cross_encoder import QUESTION_PIECES, TEXT_PIECES, padded
from index.static_embedder import Ids, StaticEmbedder
from index.training import asked, composed
from index.training.cross.rivals import Row, Rows

RIVALS = 7

SHARES = {asked.ON_LAWS: 0.6, "cmrc2018": 0.5, "drcd": 0.4}
"""Of the questions of these sets so many are asked in one round, of the others all."""

WITHOUT_TITLE = 0.3
NUMBERED = 0.4
"""So often a passage stands without its title; an article with a number, as it is printed."""

_NUMBERS = ("第一条 ", "第五条 ", "第十二条 ", "第二十三条 ", "第三十六条 ", "第四十一条 ", "第五十八条 ")
_TITLED = (asked.ON_LAWS, composed.SET)
_FEWEST = 4


@dataclass(frozen=True, slots=True)
class Batch:
    """Questions and passages in pieces: each question eight times, the right passage first; all of one fold."""

    fold: int
    asked: list[Ids]
    said: list[Ids]


class Lessons:
    """Draws batches of questions, each with its passage and rivals by chance."""

    def __init__(self, rows: Rows, embedder: StaticEmbedder, seed: int) -> None:
        self._random = Random(seed)
        self._titles = _cut(embedder, [one.title for one in rows.passages])
        self._texts = _cut(embedder, [one.text for one in rows.passages])
        self._numbers = _cut(embedder, _NUMBERS)
        asked_ids = _cut(embedder, [row.question for row in rows.learned])
        self._asked = {row.question: ids for row, ids in zip(rows.learned, asked_ids, strict=True)}
        self._folds: dict[int, list[Row]] = {}
        for row in rows.learned:
            if len(self._asked[row.question]) and len(row.kin) + len(row.others) >= _FEWEST:
                self._folds.setdefault(row.fold, []).append(row)

    def batches(self, questions: int) -> Iterator[Batch]:
        """Without end, round after round, the folds by turns."""
        turns = [self._endless(rows) for _, rows in sorted(self._folds.items())]
        while True:
            for turn in turns:
                drawn = [next(turn) for _ in range(questions)]
                sides = [self._drawn(row) for row in drawn]
                yield Batch(
                    drawn[0].fold,
                    [asked_ for asked_, said in sides for _ in said],
                    [one for _, said in sides for one in said],
                )

    def _endless(self, rows: list[Row]) -> Iterator[Row]:
        while True:
            waiting = [row for row in rows if self._random.random() < SHARES.get(row.set, 1.0)]
            self._random.shuffle(waiting)
            yield from waiting

    def _drawn(self, row: Row) -> tuple[Ids, list[Ids]]:
        kin = self._random.sample(row.kin, min(len(row.kin), (RIVALS + 1) // 2))
        rest = [one for one in row.others if one not in kin]
        rivals = kin + self._random.sample(rest, min(len(rest), RIVALS - len(kin)))
        rivals += [self._random.choice(rivals) for _ in range(RIVALS - len(rivals))]
        chance = self._random.random()
        return self._asked[row.question][:QUESTION_PIECES], [
            self._printed(number, row.set, chance) for number in (row.right, *rivals)
        ]

    def _printed(self, passage: int, set_: str, chance: float) -> Ids:
        """All passages of a question in one manner, so that the manner tells nothing."""
        title, text = self._titles[passage], self._texts[passage]
        if set_ not in _TITLED or chance < WITHOUT_TITLE:
            return text[:TEXT_PIECES]
        if set_ == asked.ON_LAWS and chance < WITHOUT_TITLE + NUMBERED:
            title = np.concatenate([title, self._random.choice(self._numbers)])
        return np.concatenate([title, text])[:TEXT_PIECES]


def tensors(rows: Sequence[Ids]) -> tuple[torch.Tensor, torch.Tensor]:
    """Pieces of rows of any length, and where there are any, as the network takes them."""
    ids, there = padded(rows)
    return torch.from_numpy(ids), torch.from_numpy(there)


def _cut(embedder: StaticEmbedder, texts: Sequence[str]) -> list[Ids]:
    return [ids[:TEXT_PIECES] for ids in embedder.pieces_of(texts)]
