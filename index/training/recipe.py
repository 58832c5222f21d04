"""The lesson plan: which texts, which kinds of pairs, how much of each, in which batches."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from index.training import asked, composed, pieces, sources
from index.training import pairs as kinds
from index.training.pairs import BlockPlaces
from index.training.sources import Block, Question
from index.training.texts import Ints, Pairs, Stretches, encode

WRITTEN = Path(__file__).parent
"""Where the questions lie that were written for the training, and the clauses composed for it."""

NEWS_CHARACTERS = 600
_TOKENIZER_LAWS = 45_000
_TOKENIZER_NEWS = 14_000
_WINDOW = 32
_BESIDE = 12_000
_SIMPLIFIED = ("cmrc2018", "lawyer-llama-article", "lawyer-llama-advice")


@dataclass(frozen=True, slots=True)
class Material:
    """All training texts, without what is held out."""

    laws: list[Block]
    news: list[Block]
    questions: dict[str, list[Question]]


@dataclass(frozen=True, slots=True)
class Lesson:
    """One kind of pairs: its share of the batches, how to draw an epoch of it, and passages put beside a batch."""

    name: str
    share: float
    draw: Callable[[np.random.Generator], Pairs]
    beside: Callable[[np.random.Generator], Ints] | None = None


def held_out_key(question: Question) -> str:
    """Encyclopaedia questions are held out with their whole passage, consultations by the question."""
    return question.question if question.set.startswith("lawyer") else question.passage


def read(data: Path, *, written: Path = WRITTEN, held_out: bool = False) -> Material:
    """The texts of `data` to train on, or those held out; `written` holds what was written for the training."""

    def wanted(key: str) -> bool:
        return sources.held_out(key) is held_out

    articles = list(sources.laws(data))
    by_set: dict[str, list[Question]] = {}
    own = asked.questions(data, articles, written / asked.FILE), composed.questions(written / composed.FILE)
    for question in chain(sources.questions(data), *own):
        if wanted(held_out_key(question)):
            by_set.setdefault(question.set, []).append(question)
    laws = [block for block in articles if wanted(block.title)]
    news = [block for block in sources.news(data, NEWS_CHARACTERS) if wanted(block.sentences[0])]
    return Material(laws, news, by_set)


def tokenizer(material: Material, size: int, random: np.random.Generator) -> Tokenizer:
    """Pieces learned on a sample of laws and news and on all questions in simplified characters."""
    texts = [
        *(_text(material.laws[i]) for i in _sample(len(material.laws), _TOKENIZER_LAWS, random)),
        *(_text(material.news[i]) for i in _sample(len(material.news), _TOKENIZER_NEWS, random)),
        *(one.question for name in _SIMPLIFIED for one in material.questions.get(name, [])),
    ]
    return pieces.train(texts, size)


def lay_out(material: Material, learned: Tokenizer) -> tuple[Ints, list[Lesson]]:
    """The flat ids of all texts, and the lessons that point into them."""
    laws, news = kinds.lay_out(material.laws), kinds.lay_out(material.news)
    by_set = {name: _by_turns(rows) for name, rows in sorted(material.questions.items())}
    encoded = encode(learned, [*laws, *news, *(text for texts in by_set.values() for text in texts)])
    law = kinds.block_places(material.laws, encoded)
    report = kinds.block_places(material.news, encoded, len(laws))
    lessons = [*_law_lessons(law), *_news_lessons(report)]
    offset = len(laws) + len(news)
    for name, texts in by_set.items():
        lessons.append(_question_lesson(name, material.questions[name], encoded, offset, law))
        offset += len(texts)
    return encoded.ids, lessons


def _law_lessons(law: BlockPlaces) -> list[Lesson]:
    return [
        Lesson("law sentence", 0.20, lambda r: kinds.sentence_and_rest(law, r, keep=0.15, title=0.5)),
        Lesson("law heading", 0.05, lambda r: kinds.heading_and_text(law, r)),
        Lesson("law neighbour", 0.03, lambda r: kinds.neighbours(law, r)),
    ]


def _news_lessons(report: BlockPlaces) -> list[Lesson]:
    return [
        Lesson("news sentence", 0.15, lambda r: kinds.sentence_and_rest(report, r, keep=0.15, title=0.0)),
        Lesson("news lead", 0.05, lambda r: kinds.lead_and_body(report)),
    ]


_QUESTION_SHARES = {
    asked.ON_LAWS: 0.40,
    asked.ON_NEWS: 0.07,
    composed.SET: 0.10,
    "lawyer-llama-article": 0.03,
    "lawyer-llama-advice": 0.03,
    "cmrc2018": 0.025,
    "drcd": 0.01,
}


def _question_lesson(name: str, rows: list[Question], encoded: Stretches, offset: int, law: BlockPlaces) -> Lesson:
    pairs = kinds.question_and_passage(rows, encoded, offset)
    return Lesson(name, _QUESTION_SHARES[name], lambda _: pairs, _articles(law) if name == asked.ON_LAWS else None)


def _articles(law: BlockPlaces) -> Callable[[np.random.Generator], Ints]:
    """Articles by chance beside the questions written on some: a question must tell its own from those of all laws."""
    return lambda random: kinds.whole_blocks(law, random.integers(0, len(law.first), _BESIDE))


def batches(lessons: list[Lesson], steps: int, size: int, random: np.random.Generator) -> Iterator[Pairs]:
    """Each batch is of one lesson; every other one keeps neighbours together, whose negatives are harder."""
    drawn: dict[str, Iterator[Pairs]] = {lesson.name: _endless(lesson, size, random) for lesson in lessons}
    shares = np.asarray([lesson.share for lesson in lessons])
    order = random.choice(len(lessons), size=steps, p=shares / shares.sum())
    for chosen in order:
        yield next(drawn[lessons[int(chosen)].name])


def _endless(lesson: Lesson, size: int, random: np.random.Generator) -> Iterator[Pairs]:
    together = False
    while True:
        epoch = lesson.draw(random)
        order = _shuffled(len(epoch), _WINDOW if together else 1, random)
        together = not together
        for start in range(0, max(1, len(order) - size + 1), size):
            batch = epoch.take(order[start : start + size])
            yield replace(batch, beside=lesson.beside(random)) if lesson.beside else batch


def _shuffled(count: int, window: int, random: np.random.Generator) -> Ints:
    starts = random.permutation(np.arange(0, count, window))
    order: Ints = (starts[:, None] + np.arange(window)).ravel()
    return order[order < count]


def _sample(count: int, wanted: int, random: np.random.Generator) -> Ints:
    chosen: Ints = random.permutation(count)[:wanted]
    return np.sort(chosen)


def _text(block: Block) -> str:
    return "\n".join((block.title, block.heading, *block.sentences))


def _by_turns(rows: list[Question]) -> list[str]:
    return [text for one in rows for text in (one.question, one.passage)]
