"""The lesson plan: which texts, which kinds of pairs, how much of each, in which batches."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from index.training import pairs as kinds
from index.training import pieces, sources
from index.training.pairs import BlockPlaces
from index.training.sources import Block, Question
from index.training.texts import Ints, Pairs, Stretches, encode

NEWS_CHARACTERS = 600
_TOKENIZER_LAWS = 45_000
_TOKENIZER_NEWS = 14_000
_WINDOW = 32
_SIMPLIFIED = ("cmrc2018", "lawyer-llama-article", "lawyer-llama-advice")


@dataclass(frozen=True, slots=True)
class Material:
    """All training texts, without what is held out."""

    laws: list[Block]
    news: list[Block]
    questions: dict[str, list[Question]]


@dataclass(frozen=True, slots=True)
class Lesson:
    """One kind of pairs: its share of the batches, and how to draw an epoch of it."""

    name: str
    share: float
    draw: Callable[[np.random.Generator], Pairs]


def held_out_key(question: Question) -> str:
    """Encyclopaedia questions are held out with their whole passage, consultations by the question."""
    return question.question if question.set.startswith("lawyer") else question.passage


def read(data: Path, *, held_out: bool = False) -> Material:
    """The texts of `data` to train on, or those held out of training."""

    def wanted(key: str) -> bool:
        return sources.held_out(key) is held_out

    asked: dict[str, list[Question]] = {}
    for question in sources.questions(data):
        if wanted(held_out_key(question)):
            asked.setdefault(question.set, []).append(question)
    laws = [block for block in sources.laws(data) if wanted(block.title)]
    news = [block for block in sources.news(data, NEWS_CHARACTERS) if wanted(block.sentences[0])]
    return Material(laws, news, asked)


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
    asked = {name: _by_turns(rows) for name, rows in sorted(material.questions.items())}
    encoded = encode(learned, [*laws, *news, *(text for texts in asked.values() for text in texts)])
    law = kinds.block_places(material.laws, encoded)
    report = kinds.block_places(material.news, encoded, len(laws))
    lessons = [*_law_lessons(law), *_news_lessons(report)]
    offset = len(laws) + len(news)
    for name, texts in asked.items():
        lessons.append(_question_lesson(name, material.questions[name], encoded, offset))
        offset += len(texts)
    return encoded.ids, lessons


def _law_lessons(law: BlockPlaces) -> list[Lesson]:
    return [
        Lesson("law sentence", 0.36, lambda r: kinds.sentence_and_rest(law, r, keep=0.15, title=0.5)),
        Lesson("law heading", 0.09, lambda r: kinds.heading_and_text(law, r)),
        Lesson("law neighbour", 0.05, lambda r: kinds.neighbours(law, r)),
    ]


def _news_lessons(report: BlockPlaces) -> list[Lesson]:
    return [
        Lesson("news sentence", 0.25, lambda r: kinds.sentence_and_rest(report, r, keep=0.15, title=0.0)),
        Lesson("news lead", 0.08, lambda r: kinds.lead_and_body(report)),
    ]


_QUESTION_SHARES = {"lawyer-llama-article": 0.06, "lawyer-llama-advice": 0.05, "cmrc2018": 0.04, "drcd": 0.02}


def _question_lesson(name: str, rows: list[Question], encoded: Stretches, offset: int) -> Lesson:
    asked = kinds.question_and_passage(rows, encoded, offset)
    return Lesson(name, _QUESTION_SHARES[name], lambda _: asked)


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
            yield epoch.take(order[start : start + size])


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
