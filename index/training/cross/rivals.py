"""Beside the passage that answers a question, those that a search takes for it.

Half of what a reader of pairs must tell apart stands in the same document, half is most like
the question among all texts; what says nearly the same as the right passage is no rival.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from index.static_embedder import StaticEmbedder
from index.training import asked, composed
from index.training.cross.apart import Fold
from index.training.recipe import Material

KIN = 10
"""Rivals of the same document."""

OTHERS = 20
"""Rivals of all documents."""

OF_OTHERS = {"cmrc2018": 4_000, "drcd": 4_000, "lawyer-llama-article": 1_500, "lawyer-llama-advice": 1_000}
"""So many questions at most of each set that was not written for the training."""

_SAME = 0.9
_MEANING = 1.5
_LOOKED_AT = 40
_BATCH = 500
_BUCKETS = 1 << 18
_K1, _B = 1.2, 0.6


@dataclass(frozen=True, slots=True)
class Passage:
    """A text and the title of its document, empty where it has none."""

    title: str
    text: str

    @property
    def whole(self) -> str:
        return f"{self.title} {self.text}" if self.title else self.text


@dataclass(frozen=True, slots=True)
class Row:
    """A question, the number of the passage that answers it, and those of its rivals, the nearest first.

    `fold` says which table the question is read with; zero, where it is the bundled one, which has not seen it.
    """

    set: str
    question: str
    right: int
    kin: tuple[int, ...]
    others: tuple[int, ...]
    fold: int = 0


@dataclass(frozen=True, slots=True)
class Rows:
    """Questions to learn from, and questions that were never seen, over the same passages."""

    passages: list[Passage]
    learned: list[Row]
    held_out: list[Row]


def rows(seen: Material, unseen: Material, folds: Sequence[Fold], embedder: StaticEmbedder, written: Path) -> Rows:
    """Every question with its rivals: those of `folds`, which `seen` was dealt into, and those of `unseen`.

    `embedder` is the bundled table, which was made of all that is seen; `written` is the folder of what was written
    for the training.
    """
    found = Rows([], [], [])
    for name, pool in _pools(seen, unseen, written).items():
        texts = _Texts(pool, embedder, len(found.passages))
        found.passages.extend(pool)
        for number, fold in enumerate(folds, 1):
            most = OF_OTHERS[name] // len(folds) if name in OF_OTHERS else None
            search = _Search(texts, fold.embedder, number)
            found.learned.extend(search.rows(name, _questions(fold.asked, name)[:most]))
        found.held_out.extend(_Search(texts, embedder).rows(name, _questions(unseen, name)))
    return found


def _pools(seen: Material, unseen: Material, written: Path) -> dict[str, list[Passage]]:
    """The passages of each set; questions on laws are asked of all laws."""
    laws = (Passage(block.title, "".join(block.sentences)) for block in (*seen.laws, *unseen.laws))
    made_up = (Passage(title, clause) for title, clause, _ in composed.clauses(written / composed.FILE))
    pools: dict[str, Iterable[Passage]] = {asked.ON_LAWS: laws, composed.SET: made_up}
    for name in (asked.ON_NEWS, *OF_OTHERS):
        pools[name] = (Passage("", one.passage) for one in chain(_all(seen, name), _all(unseen, name)))
    return {name: list(dict.fromkeys(pool)) for name, pool in pools.items()}


def _all(material: Material, name: str) -> Sequence[Any]:
    return material.questions.get(name, [])


def _questions(material: Material, name: str) -> list[tuple[str, str]]:
    return [(one.question, one.passage) for one in _all(material, name)]


class _Texts:
    """One pool, its passages numbered from `first`: their words, and their meaning by the bundled table."""

    def __init__(self, pool: Sequence[Passage], embedder: StaticEmbedder, first: int) -> None:
        self.first, self.whole = first, [one.whole for one in pool]
        self.numbers = {text: at for at, text in enumerate(self.whole)}
        self.titles = [one.title for one in pool]
        self.of_title: dict[str, list[int]] = defaultdict(list)
        for at, title in enumerate(self.titles):
            if title:
                self.of_title[title].append(at)
        self.counted = _bm25(self.whole)
        self.vectors = embedder.embed_passages(self.whole)


class _Search:
    """Words and meaning together, as the table of a fold knows it; the bundled one of fold zero."""

    def __init__(self, texts: _Texts, embedder: StaticEmbedder, fold: int = 0) -> None:
        self._texts, self._embedder, self._fold = texts, embedder, fold
        self._vectors = embedder.embed_passages(texts.whole) if fold else texts.vectors

    def rows(self, name: str, questions: Iterable[tuple[str, str]]) -> Iterator[Row]:
        numbers, first = self._texts.numbers, self._texts.first
        known = [one for one in questions if one[1] in numbers]
        for start in range(0, len(known), _BATCH):
            batch = known[start : start + _BATCH]
            asked_here = [question for question, _ in batch]
            words = (_pairs(asked_here) @ self._texts.counted).toarray()
            words /= np.maximum(words.max(axis=1, keepdims=True), 1e-6)
            scores = words + _MEANING * (self._embedder.embed_queries(asked_here) @ self._vectors.T)
            for (question, passage), score in zip(batch, scores, strict=True):
                right = numbers[passage]
                kin, others = self._kin(right, score), self._others(right, score)
                yield Row(name, question, first + right, kin, others, self._fold)

    def _kin(self, right: int, score: npt.NDArray[np.float32]) -> tuple[int, ...]:
        near = [at for at in self._texts.of_title.get(self._texts.titles[right], ()) if at != right]
        return tuple(self._texts.first + at for at in sorted(near, key=lambda at: -score[at])[:KIN])

    def _others(self, right: int, score: npt.NDArray[np.float32]) -> tuple[int, ...]:
        best, vectors = _best(score), self._texts.vectors
        alike = vectors[best] @ vectors[right]
        kept = [int(at) for at, near in zip(best, alike, strict=True) if at != right and near < _SAME]
        return tuple(self._texts.first + at for at in kept[:OTHERS])


def _best(score: npt.NDArray[np.float32]) -> npt.NDArray[np.int64]:
    few = len(score) <= _LOOKED_AT
    top = np.arange(len(score)) if few else np.sort(np.argpartition(-score, _LOOKED_AT)[:_LOOKED_AT])
    ordered: npt.NDArray[np.int64] = top[np.argsort(-score[top], kind="stable")]
    return ordered


def _bm25(texts: Sequence[str]) -> Any:
    """A sparse matrix, pairs of characters by texts: what each pair tells of each text."""
    counts = _pairs(texts, binary=False)
    lengths = np.asarray(counts.sum(axis=1)).ravel()
    held_by = np.bincount(counts.indices, minlength=_BUCKETS)
    rare = np.log(1 + (len(texts) - held_by + 0.5) / (held_by + 0.5)).astype(np.float32)
    row = np.repeat(np.arange(len(texts)), np.diff(counts.indptr))
    length = 1 - _B + _B * lengths[row] / lengths.mean()
    counts.data = (rare[counts.indices] * counts.data * (_K1 + 1) / (counts.data + _K1 * length)).astype(np.float32)
    return counts.T.tocsr()


def _pairs(texts: Sequence[str], *, binary: bool = True) -> Any:
    from sklearn.feature_extraction.text import HashingVectorizer

    hashed = HashingVectorizer(
        analyzer="char",
        ngram_range=(2, 2),
        n_features=_BUCKETS,
        alternate_sign=False,
        norm=None,
        lowercase=False,
        binary=binary,
        dtype=np.float32,
    )
    return hashed.transform(["".join(text.split()) for text in texts])
