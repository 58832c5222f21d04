"""What is taught to lie close: a question and its passage, a sentence and its clause, a heading and its text.

Every function draws its pairs from the same seeded generator; called again it
draws others, so that an epoch never repeats the last one's cuts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.training.sources import Block, Question
from index.training.texts import PARTS, Ints, Pairs, Stretches

LONGEST_QUERY = 40
LONGEST_PASSAGE = 220
_SHORTEST = 4
_EMPTY = (0, 0)


@dataclass(frozen=True, slots=True)
class BlockPlaces:
    """Where each block's title, heading and sentences stand in the flat ids: row of starts and one past the end.

    `sentences` holds the bounds of all sentences; block `i` has those from
    `first[i]` to `last[i]`.
    """

    title: Ints
    heading: Ints
    sentences: Ints
    first: Ints
    last: Ints


def lay_out(blocks: Sequence[Block]) -> list[str]:
    """The texts of `blocks` in the order that `block_places` counts on."""
    return [text for block in blocks for text in (block.title, block.heading, *block.sentences)]


def block_places(blocks: Sequence[Block], encoded: Stretches, offset: int = 0) -> BlockPlaces:
    """Places of blocks whose `lay_out` begins at text number `offset` of `encoded`."""
    counts = np.asarray([len(block.sentences) for block in blocks], dtype=np.int64)
    begin = offset + np.concatenate([[0], np.cumsum(counts + 2)[:-1]])
    bounds = encoded.bounds
    title = np.stack([bounds[begin], bounds[begin + 1]], axis=1)
    heading = np.stack([bounds[begin + 1], bounds[begin + 2]], axis=1)
    return BlockPlaces(title, heading, bounds, begin + 2, begin + 2 + counts)


def _cropped(start: Ints, end: Ints, longest: int) -> Ints:
    return np.minimum(end, start + longest)


def _rows(count: int) -> Ints:
    return np.zeros((count, 2, PARTS, 2), dtype=np.int64)


def sentence_and_rest(places: BlockPlaces, random: np.random.Generator, *, keep: float, title: float) -> Pairs:
    """One sentence of a block against the block around it; a part of the passages keep the sentence, or the title."""
    many = np.flatnonzero(places.last - places.first > 1)
    first, last = places.first[many], places.last[many]
    chosen = random.integers(first, last)
    query = np.stack([places.sentences[chosen], places.sentences[chosen + 1]], axis=1)
    window = np.maximum(first, chosen - random.integers(0, 4, len(many)))
    start, end = places.sentences[window], places.sentences[last]
    rows = _rows(len(many))
    rows[:, 0, 0] = _fragment(query, random)
    kept = random.random(len(many)) < keep
    rows[:, 1, 1, 0], rows[:, 1, 1, 1] = start, np.where(kept, query[:, 1], query[:, 0])
    rows[:, 1, 2, 0], rows[:, 1, 2, 1] = query[:, 1], _cropped(query[:, 1], end, LONGEST_PASSAGE)
    titled = random.random(len(many)) < title
    rows[titled, 1, 0] = places.title[many][titled]
    return _usable(rows, many, many)


def heading_and_text(places: BlockPlaces, random: np.random.Generator) -> Pairs:
    """The heading and half of the title against the text of one block under them."""
    under = np.flatnonzero(places.heading[:, 1] > places.heading[:, 0])
    rows = _rows(len(under))
    with_title = random.random(len(under)) < 0.5
    rows[with_title, 0, 0] = places.title[under][with_title]
    rows[:, 0, 1] = places.heading[under]
    start, end = places.sentences[places.first[under]], places.sentences[places.last[under]]
    rows[:, 1, 1, 0], rows[:, 1, 1, 1] = start, _cropped(start, end, LONGEST_PASSAGE)
    return _usable(rows, _runs(places, under), under)


def neighbours(places: BlockPlaces, random: np.random.Generator) -> Pairs:
    """A sentence against the one after it."""
    many = np.flatnonzero(places.last - places.first > 1)
    chosen = random.integers(places.first[many], places.last[many] - 1)
    rows = _rows(len(many))
    for side in range(2):
        rows[:, side, 0, 0] = places.sentences[chosen + side]
        rows[:, side, 0, 1] = places.sentences[chosen + side + 1]
    return _usable(rows, many, many)


def lead_and_body(places: BlockPlaces) -> Pairs:
    """A news text's first sentence against the rest."""
    whole = np.arange(len(places.first), dtype=np.int64)
    rows = _rows(len(whole))
    rows[:, 0, 0, 0], rows[:, 0, 0, 1] = places.sentences[places.first], places.sentences[places.first + 1]
    start, end = places.sentences[places.first + 1], places.sentences[places.last]
    rows[:, 1, 0, 0], rows[:, 1, 0, 1] = start, _cropped(start, end, LONGEST_PASSAGE)
    return _usable(rows, whole, whole)


def question_and_passage(questions: Sequence[Question], encoded: Stretches, offset: int = 0) -> Pairs:
    """Questions and passages laid out by turns from text number `offset`."""
    begin = offset + 2 * np.arange(len(questions), dtype=np.int64)
    rows = _rows(len(questions))
    for side in range(2):
        start, end = encoded.bounds[begin + side], encoded.bounds[begin + side + 1]
        rows[:, side, 0, 0], rows[:, side, 0, 1] = start, _cropped(start, end, LONGEST_PASSAGE)
    return _usable(rows, _numbered([one.question for one in questions]), _numbered([one.passage for one in questions]))


def whole_blocks(places: BlockPlaces, chosen: Ints) -> Ints:
    """The title and text of the blocks `chosen`, as passages: shape (n, PARTS, 2)."""
    rows = np.zeros((len(chosen), PARTS, 2), dtype=np.int64)
    start, end = places.sentences[places.first[chosen]], places.sentences[places.last[chosen]]
    rows[:, 0] = places.title[chosen]
    rows[:, 1, 0], rows[:, 1, 1] = start, _cropped(start, end, LONGEST_PASSAGE)
    return rows


def _fragment(query: Ints, random: np.random.Generator) -> Ints:
    """Half of the queries are cut to a run of a few pieces, as people type them."""
    length = query[:, 1] - query[:, 0]
    wanted = np.where(random.random(len(query)) < 0.5, random.integers(_SHORTEST, 13, len(query)), LONGEST_QUERY)
    wanted = np.minimum(wanted, length)
    start = query[:, 0] + random.integers(0, length - wanted + 1)
    return np.stack([start, start + wanted], axis=1)


def _runs(places: BlockPlaces, chosen: Ints) -> Ints:
    """One number for neighbouring blocks with headings of the same length: taken to be the same heading."""
    length = (places.heading[:, 1] - places.heading[:, 0])[chosen]
    return np.cumsum(np.concatenate([[0], (np.diff(length) != 0).astype(np.int64)]))


def _numbered(texts: Sequence[str]) -> Ints:
    numbers: dict[str, int] = {}
    return np.asarray([numbers.setdefault(text, len(numbers)) for text in texts], dtype=np.int64)


def _usable(rows: Ints, queries: Ints, passages: Ints) -> Pairs:
    """Pairs with enough on both sides to say something, with the groups of their sides."""
    lengths = np.maximum(rows[..., 1] - rows[..., 0], 0).sum(axis=2)
    enough = (lengths >= (_SHORTEST - 1, _SHORTEST)).all(axis=1)
    return Pairs(rows[enough], np.stack([queries, passages], axis=1)[enough])
