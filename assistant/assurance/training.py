"""How the weights were made: `python -m assistant.assurance.training --table DIR --out FOLDER`.

The clauses and questions composed for the training of the embedding model make libraries
of six documents, with a quarter of the clauses taken out: what is then chosen for a
question whose clause is gone is no answer, however near it comes. Beside those, as many
questions whose clause is there: what is chosen answers if it is taken from that clause.
`--table` is a table that has not learned these questions (a folder as
`python -m index.training` writes it): the one that has finds their clauses too easily.

Each library is also asked what was written on other documents and on laws and news: its
documents deal with none of that. What tells those choices from the ones that answer is a
model of its own.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import logging
import random
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import repeat
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assistant.answering import Assistant
from assistant.assurance.judging import DOUBTED, UNLIKELY
from assistant.assurance.model import ANSWERS, DEALS, FARTHEST, FOLDER, AssuranceModel
from assistant.assurance.signs import SIGNS, Floats, signs
from assistant.choosing.extractive import choose
from corpus.library import Library
from corpus.text import fold
from index.indexer import Indexer
from index.retriever import HybridRetriever
from index.static_embedder import StaticEmbedder
from index.training import asked as asked_on
from index.training import composed

log = logging.getLogger("assistant.assurance.training")

SHELF = 6
"""Documents of a library: neighbours on other matters are found beside those on the same."""

TAKEN_OUT = 4
"""One clause in so many is taken out at a time."""

HELD_OUT = 5
"""One library in so many is held out."""

STRANGERS = 24
"""Questions of other matters that a library is asked each time: half of them on its kind of document."""

RIDGE = 30.0
ROUNDS = 30


@dataclass(frozen=True)
class Lesson:
    """The signs of a choice, whether it is from the clause that answers, and which library it was made in."""

    row: Floats
    answers: bool
    there: bool
    """Was that clause in the library?"""
    shelf: int
    stranger: bool = False
    """Is the question of a matter that the library does not deal with?"""


def main() -> None:
    options = _options().parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    lessons = list(_lessons(options))
    own = [one for one in lessons if not one.stranger]
    apart = [one for one in lessons if one.stranger or one.answers]
    record = {
        "seed": options.seed,
        "composed": hashlib.sha256(options.composed.read_bytes()).hexdigest(),
        "table": StaticEmbedder(options.table).name,
    }
    for part, some, figures_of in ((ANSWERS, own, measured), (DEALS, apart, told_from_strangers)):
        learned = [one for one in some if one.shelf % HELD_OUT]
        model = learn(learned)
        held = [one for one in some if one.shelf % HELD_OUT == 0]
        figures = {"held out": figures_of(model, held), "learned": figures_of(model, learned)}
        log.info("%s: %d lessons; %s", part, len(some), figures)
        whole = {"questions": len(some), **record, "figures": figures, **stored(model)}
        text = json.dumps(whole, ensure_ascii=False) + "\n"
        (options.out / part).write_text(text, encoding="utf-8")


def learn(lessons: Sequence[Lesson]) -> AssuranceModel:
    """Logistic regression with a ridge by Newton's method: the same lessons give the same model."""
    rows = np.stack([one.row for one in lessons]).astype(np.float64)
    wanted = np.array([one.answers for one in lessons], dtype=np.float64)
    mean, scale = rows.mean(axis=0), rows.std(axis=0) + 1e-3
    normal = np.column_stack([np.clip((rows - mean) / scale, -FARTHEST, FARTHEST), np.ones(len(rows))])
    ridge = RIDGE * np.diag([*np.ones(len(SIGNS)), 0.0])
    weights = np.zeros(len(SIGNS) + 1)
    for _ in range(ROUNDS):
        said = 1 / (1 + np.exp(-(normal @ weights)))
        slope = normal.T @ (said - wanted) + ridge @ weights
        bend = (normal * (said * (1 - said))[:, None]).T @ normal + ridge
        weights -= np.linalg.solve(bend, slope)
    return AssuranceModel(_single(mean), _single(scale), _single(weights[:-1]), float(weights[-1]))


def measured(model: AssuranceModel, lessons: Sequence[Lesson]) -> dict[str, float]:
    """How well right choices are told from wrong ones, and how many of each are doubted."""
    likely = np.array([model.probability(one.row) for one in lessons])
    right = likely[[one.answers for one in lessons]]
    gone = likely[[not one.there for one in lessons]]
    above = float((right[:, None] > gone[None, :]).mean())
    return {
        "right above gone": round(above, 3),
        "right doubted": round(float((right < DOUBTED).mean()), 3),
        "gone doubted": round(float((gone < DOUBTED).mean()), 3),
    }


def told_from_strangers(model: AssuranceModel, lessons: Sequence[Lesson]) -> dict[str, float]:
    """How well right choices are told from those for questions of other matters, and how many of each are refused."""
    likely = np.array([model.probability(one.row) for one in lessons])
    strange = np.array([one.stranger for one in lessons])
    above = float((likely[~strange][:, None] > likely[strange][None, :]).mean())
    return {
        "right above strangers": round(above, 3),
        "right refused": round(float((likely[~strange] < UNLIKELY).mean()), 3),
        "strangers refused": round(float((likely[strange] < UNLIKELY).mean()), 3),
    }


def stored(model: AssuranceModel) -> dict[str, object]:
    """The model as JSON."""
    return {
        "signs": list(SIGNS),
        "mean": _rounded(model.mean),
        "scale": _rounded(model.scale),
        "weights": _rounded(model.weights),
        "bias": round(model.bias, 4),
    }


def _rounded(values: Floats) -> list[float]:
    return [round(float(value), 4) for value in values]


def _single(values: npt.NDArray[np.float64]) -> Floats:
    return values.astype(np.float32)


Papers = dict[str, dict[str, list[str]]]
"""Title to clauses to the questions on each."""


def _lessons(options: argparse.Namespace) -> Iterator[Lesson]:
    """Of all libraries, in their order; as many at a time as there are cores."""
    papers: Papers = defaultdict(lambda: defaultdict(list))
    for title, clause, question in composed.clauses(options.composed):
        papers[title][clause].append(question)
    titles = sorted(papers)
    chance = random.Random(options.seed)
    chance.shuffle(titles)
    shelves = [
        {title: dict(papers[title]) for title in titles[start : start + SHELF]}
        for start in range(0, len(titles), SHELF)
    ]
    elsewhere = asked_on.questions_alone(options.asked)
    strangers = [_strangers(shelf, shelves, elsewhere, chance) for shelf in range(len(shelves))]
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        found = pool.map(_of_shelf, shelves, strangers, range(len(shelves)), repeat(options.table))
        for shelf, lessons in enumerate(found):
            log.info("library %d: %d choices", shelf, len(lessons))
            yield from lessons


def _strangers(shelf: int, shelves: Sequence[Papers], elsewhere: Sequence[str], chance: random.Random) -> list[str]:
    """Questions on the documents of other libraries, and on laws and news, for each time a library is made."""
    others = [
        question
        for at, papers in enumerate(shelves)
        if at != shelf
        for clauses in papers.values()
        for questions in clauses.values()
        for question in questions
    ]
    half = TAKEN_OUT * STRANGERS // 2
    return chance.sample(others, min(half, len(others))) + chance.sample(elsewhere, min(half, len(elsewhere)))


def _of_shelf(papers: Papers, strangers: Sequence[str], shelf: int, table: Path) -> list[Lesson]:
    """The choices in the libraries of some documents, each with other clauses taken out."""
    embedder = StaticEmbedder(table)
    found: list[Lesson] = []
    for gone in range(TAKEN_OUT):
        with tempfile.TemporaryDirectory() as folder:
            found += _without(papers, gone, shelf, strangers[gone::TAKEN_OUT], embedder, Path(folder))
    return found


def _without(
    papers: Papers, gone: int, shelf: int, strangers: Sequence[str], embedder: StaticEmbedder, folder: Path
) -> Iterator[Lesson]:
    """The choices for the questions on the clauses that are gone, on as many others, and of other matters."""
    files = [folder / f"{number}.txt" for number in range(len(papers))]
    for file, (title, clauses) in zip(files, papers.items(), strict=True):
        kept = [clause for at, clause in enumerate(clauses) if at % TAKEN_OUT != gone]
        file.write_text("\n".join((title, "", *kept, "")), encoding="utf-8")
    home = folder / "home"
    there = (gone + 1 + shelf % (TAKEN_OUT - 1)) % TAKEN_OUT
    with closing(Library(home)) as library:
        Indexer(home, library, embedder).ingest(files)
        with closing(HybridRetriever(home, library, embedder)) as retriever:
            assistant = Assistant(library, retriever)
            for clauses in papers.values():
                for at, (clause, questions) in enumerate(clauses.items()):
                    if at % TAKEN_OUT in (gone, there):
                        for question in questions:
                            yield from _lesson(question, clause, at % TAKEN_OUT == there, shelf, assistant)
            for question in strangers:
                for lesson in _lesson(question, "", False, shelf, assistant):
                    yield replace(lesson, stranger=True)


def _lesson(question: str, clause: str, there: bool, shelf: int, assistant: Assistant) -> Iterator[Lesson]:
    """What is chosen for a question, where the rules find nothing lacking."""
    asked, evidence = assistant.found(question)
    chosen, lack = choose(asked, evidence, assistant.rarity, assistant.document)
    if chosen and lack is None:
        answers = there and fold(chosen[0].text) in fold(clause)
        yield Lesson(signs(asked, chosen, evidence, assistant.rarity), answers, there, shelf)


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--table", type=Path, required=True)
    parser.add_argument("--composed", type=Path, default=Path(composed.__file__).with_name(composed.FILE))
    parser.add_argument("--asked", type=Path, default=Path(asked_on.__file__).with_name(asked_on.FILE))
    parser.add_argument("--out", type=Path, default=FOLDER)
    parser.add_argument("--seed", type=int, default=7)
    return parser


if __name__ == "__main__":
    main()
