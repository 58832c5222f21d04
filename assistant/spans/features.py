"""What tells that a part of a sentence answers a question: one row of figures for each part.

Most of them are shares of the question's words, weighted by rarity, that stand in
the part, its sentence, the sentences around or the headings above; the others say
what the part shows, where it stands and how well its clause was found.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from assistant.answerable.values import NEEDED
from assistant.choosing.candidates import Candidate
from assistant.finding.rarity import Rarity, fold_case, pairs
from assistant.spans import signs
from assistant.spans.pieces import Piece
from assistant.understanding.query import Asked, Kind
from assistant.understanding.wanted import Wanted
from index.models import Evidence

Floats = npt.NDArray[np.float32]

_ASKING = re.compile(r"什么样|什么|哪些|哪几个|哪几|哪个|哪家|哪种|哪里|哪|如何|怎么样|怎么|怎样|为何|多少|何|几|吗|谁")
_THING = re.compile(r"(?:什么样的|什么|哪些|哪几|哪|多少|几)(?:个|家|种|类|项|条|名|一)?([一-龥A-Za-z]{1,8})")
_THING_ENDS = re.compile(r"[的是和在被将应可能有]")

_OWN = (
    "held",
    "held of best part",
    "rare here",
    "thing asked",
    "before asking word",
    "after asking word",
    "longest run",
)
_PART = ("new words", "new words by length", "length", "enumerating", "shows wanted", "lacks wanted")
_SENTENCE = (
    *("sentence held", "sentence held of best", "whole question held", "held with headings", "sentence rare here"),
    *("sentence rare of best", "sentence thing asked", "sentence before", "sentence after", "sentence longest run"),
    *("sentence longest of best", "sentence length", "sentence shows wanted"),
)
_AROUND = (
    *("last sentence held", "next sentence held", "last sentence rare", "next sentence rare", "last sentence after"),
    *("part before held", "part behind held", "part before after", "left of it", "right of it"),
)
_PLACE = (
    *("place in sentence", "only part", "first part", "first sentence", "sentence number", "best part", "behind best"),
    *("before best", "best sentence", "behind best sentence", "before best sentence", "best of sentence"),
    *("behind best of sentence", "before best of sentence"),
)
_ITEMS = (
    *("items", "item", "next item", "last item", "item of items", "behind colon", "sentence behind colon"),
    *("ends in colon", "sentence ends in colon"),
)
_FOUND = (
    *("retrieval", "rank", "document score", "document best", "document held", "document held of best"),
    *("evidence held", "headings held", "title held"),
)
_SCORED = (
    "score",
    "score rank",
    "score best",
    "score best here",
    "evidence score",
    "score share",
    "outside candidates",
)
_CROSSED = ("phone asked", "duty of measure", "item of list", "item of measure", "enumerating list", "figure wanted")

FEATURES = (
    *_OWN,
    *_PART,
    *(f"part {name}" for name in (*signs.FIGURES, *signs.WORDS)),
    *_SENTENCE,
    *(f"sentence {name}" for name in signs.FIGURES),
    *_AROUND,
    *_PLACE,
    *_ITEMS,
    *_FOUND,
    *_SCORED,
    *_CROSSED,
    *signs.QUESTION,
)


def features(
    asked: Asked, evidence: Sequence[Evidence], parts: Sequence[Piece], scored: Sequence[Candidate], rarity: Rarity
) -> Floats:
    """One row for each part, one column for each name in `FEATURES`; `scored` are the scored sentences, best first."""
    question = _Question(asked, rarity)
    found = _Found(question, evidence)
    scores = _Scores(evidence, scored)
    rows: list[list[float]] = []
    rare = _rare_here(question, parts)
    for at, one in enumerate(evidence):
        stretch = [part for part in parts if part.at == at]
        if stretch:
            view = _Stretch(question, stretch, pairs(f"{one.chunk.context} {one.clause.heading} {one.document.title}"))
            view.weigh_rare(rare)
            rows += [
                [*view.row(place), *found.row(at, view), *scores.row(part), *view.crossed(place), *question.signs]
                for place, part in enumerate(stretch)
            ]
    _against_best(rows)
    return np.array(rows, dtype=np.float32).reshape(len(rows), len(FEATURES))


_BEST_RARE = FEATURES.index("sentence rare of best")
_BEST_RUN = FEATURES.index("sentence longest of best")


def _against_best(rows: list[list[float]]) -> None:
    for column in (_BEST_RARE, _BEST_RUN):
        best = max((row[column] for row in rows), default=0.0) or 1.0
        for row in rows:
            row[column] /= best


class _Question:
    """The words of a question with their weights."""

    def __init__(self, asked: Asked, rarity: Rarity) -> None:
        self.asked = asked
        self.rarity = rarity
        self.signs = signs.of_question(asked)
        own = pairs(asked.topic)
        wider = {pair for pair in pairs(asked.expansions) - own if rarity.known(pair)}
        self.weights = {pair: rarity.weight(pair) for pair in own} | {pair: 0.6 * rarity.weight(pair) for pair in wider}
        self.total = rarity.weigh(own) or 0.1
        self.all = {pair: rarity.weight(pair) for pair in pairs(asked.text)}
        asking = _ASKING.search(asked.text)
        self.before = self._weighted(asked.text[: asking.start()] if asking else asked.text)
        self.after = self._weighted(asked.text[asking.end() :] if asking else "")
        thing = _THING.search(asked.text)
        self.thing = self._weighted(_THING_ENDS.split(thing.group(1))[0] if thing else "")
        self.needed = NEEDED.get(asked.wanted)

    def _weighted(self, text: str) -> dict[str, float]:
        return {pair: self.rarity.weight(pair) for pair in pairs(text)}

    def held(self, words: set[str]) -> float:
        return _held(self.weights, words) / self.total

    def run(self, text: str) -> float:
        """The longest unbroken run of the question's words in `text`, in characters, as a share of eight."""
        longest = length = 0
        folded = fold_case(text)
        for first, second in itertools.pairwise(folded):
            length = length + 1 if first + second in self.all else 0
            longest = max(longest, length)
        return min(longest + 1 if longest else 0, 16) / 8


def _held(weights: dict[str, float], words: set[str]) -> float:
    return sum(weight for pair, weight in weights.items() if pair in words)


def _share(weights: dict[str, float], words: set[str]) -> float:
    total = sum(weights.values())
    return _held(weights, words) / total if total else 0.0


def _union(sets: Iterable[set[str]]) -> set[str]:
    return set().union(*sets)


def _rare_here(question: _Question, parts: Sequence[Piece]) -> dict[str, float]:
    """The question's words by how few sentences of the evidence hold them, as shares of one."""
    said: dict[tuple[int, int], set[str]] = {}
    for part in parts:
        said.setdefault((part.at, part.sentence), set()).update(part.pairs)
    counts = {pair: sum(pair in words for words in said.values()) for pair in question.all}
    top = math.log(1 + len(said)) or 1.0
    weights = {
        pair: question.all[pair] * math.log((1 + len(said)) / (0.5 + count)) / top
        for pair, count in counts.items()
        if count
    }
    total = sum(weights.values()) or 0.1
    return {pair: weight / total for pair, weight in weights.items()}


class _Stretch:
    """The parts of one piece of evidence, and what of the question stands in them and around them."""

    def __init__(self, question: _Question, parts: Sequence[Piece], above: set[str]) -> None:
        self.question = question
        self.parts = parts
        self.above = above
        self.of_sentence: dict[int, list[int]] = {}
        for place, part in enumerate(parts):
            self.of_sentence.setdefault(part.sentence, []).append(place)
        self.said = {key: _union(parts[at].pairs for at in own) for key, own in self.of_sentence.items()}
        self.text = {key: "".join(parts[at].text for at in own) for key, own in self.of_sentence.items()}
        self.held = [question.held(part.pairs) for part in parts]
        self.sentence_held = {key: question.held(words) for key, words in self.said.items()}
        self.best = max(range(len(parts)), key=lambda at: self.held[at])
        self.best_sentence = max(self.sentence_held, key=lambda key: self.sentence_held[key])
        self.shown = {key: signs.figures_of(text) for key, text in self.text.items()}
        self.runs = {key: question.run(text) for key, text in self.text.items()}
        self.item = {key: float(bool(signs.ITEM.match(text))) for key, text in self.text.items()}
        self.colon = {key: float(text.rstrip().endswith(signs.COLON)) for key, text in self.text.items()}
        self.items = min(sum(self.item.values()), 6) / 4
        self.whole = _union(self.said.values())

    def weigh_rare(self, rare: dict[str, float]) -> None:
        self.rare = [_held(rare, part.pairs) for part in self.parts]
        self.sentence_rare = {key: _held(rare, words) for key, words in self.said.items()}

    def row(self, place: int) -> list[float]:
        part = self.parts[place]
        return [
            *self._own(place),
            *signs.figures_of(part.text),
            *signs.words_of(part.text),
            *self._sentence(part.sentence),
            *self.shown[part.sentence],
            *self._around(place),
            *self._place(place),
            *self._items(place),
        ]

    def _own(self, place: int) -> list[float]:
        question, part = self.question, self.parts[place]
        best = max(self.held[at] for at in self.of_sentence[part.sentence]) or 1.0
        weight = question.rarity.weigh(part.pairs) or 0.01
        new = 1 - question.rarity.weigh(pair for pair in part.pairs if pair in question.all) / weight
        length = math.log1p(part.length) / 4
        shows = bool(question.needed and question.needed.search(part.text))
        return [
            self.held[place],
            self.held[place] / best,
            self.rare[place],
            _share(question.thing, part.pairs),
            _share(question.before, part.pairs),
            _share(question.after, part.pairs),
            question.run(part.text),
            new,
            new * length,
            length,
            part.text.count("、") / 4,
            float(shows),
            float(question.needed is not None and not shows),
        ]

    def _sentence(self, key: int) -> list[float]:
        question, words = self.question, self.said[key]
        best = self.sentence_held[self.best_sentence] or 1.0
        return [
            self.sentence_held[key],
            self.sentence_held[key] / best,
            _share(question.all, words),
            question.held(words | self.above),
            self.sentence_rare[key],
            self.sentence_rare[key],
            _share(question.thing, words),
            _share(question.before, words),
            _share(question.after, words),
            self.runs[key],
            self.runs[key],
            math.log1p(sum(self.parts[at].length for at in self.of_sentence[key])) / 5,
            float(bool(question.needed and question.needed.search(self.text[key]))),
        ]

    def _around(self, place: int) -> list[float]:
        key, own = self.parts[place].sentence, self.of_sentence[self.parts[place].sentence]
        at = own.index(place)
        return [
            self.sentence_held.get(key - 1, 0.0),
            self.sentence_held.get(key + 1, 0.0),
            self.sentence_rare.get(key - 1, 0.0),
            self.sentence_rare.get(key + 1, 0.0),
            _share(self.question.after, self.said.get(key - 1, set())),
            self.held[place - 1] if place else 0.0,
            self.held[place + 1] if place + 1 < len(self.parts) else 0.0,
            _share(self.question.after, self.parts[place - 1].pairs) if place else 0.0,
            self.question.held(_union(self.parts[other].pairs for other in own[:at])),
            self.question.held(_union(self.parts[other].pairs for other in own[at + 1 :])),
        ]

    def _place(self, place: int) -> list[float]:
        key = self.parts[place].sentence
        own = self.of_sentence[key]
        at = own.index(place)
        best = max(own, key=lambda other: self.held[other])
        return [
            at / (len(own) - 1) if len(own) > 1 else 0.0,
            float(len(own) == 1),
            float(at == 0),
            float(key == 0),
            min(key, 20) / 20,
            *_beside(place, self.best),
            *_beside(key, self.best_sentence),
            *_beside(place, best),
        ]

    def _items(self, place: int) -> list[float]:
        part = self.parts[place]
        key = part.sentence
        behind = place > 0 and self.parts[place - 1].text.rstrip().endswith(signs.COLON)
        return [
            self.items,
            self.item[key],
            self.item.get(key + 1, 0.0),
            self.item.get(key - 1, 0.0),
            self.items * self.item[key],
            float(behind),
            self.colon.get(key - 1, 0.0),
            float(part.text.rstrip().endswith(signs.COLON)),
            self.colon[key],
        ]

    def crossed(self, place: int) -> list[float]:
        part, asked = self.parts[place], self.question.asked
        figures, words = signs.figures_of(part.text), signs.words_of(part.text)
        listed, measured = float(asked.kind is Kind.LIST), float(asked.kind is Kind.MEASURE)
        phone = self.question.signs[signs.QUESTION.index("asks phone")]
        return [
            figures[signs.FIGURES.index("phone")] * phone,
            words[signs.WORDS.index("duty")] * measured,
            self.item[part.sentence] * listed,
            self.item[part.sentence] * measured,
            part.text.count("、") / 4 * listed,
            figures[0] * float(asked.wanted is Wanted.FIGURE),
        ]


def _beside(place: int, best: int) -> list[float]:
    """Is it the best one; how near behind it; how near before it."""
    near = 1 / (1 + abs(place - best))
    return [float(place == best), near if place > best else 0.0, near if place < best else 0.0]


class _Found:
    """How well each piece of evidence, and its document, was found."""

    def __init__(self, question: _Question, evidence: Sequence[Evidence]) -> None:
        self.question = question
        self.evidence = evidence
        self.top = max((one.score for one in evidence), default=0.0) or 1.0
        self.sums: dict[str, float] = {}
        self.best: dict[str, float] = {}
        said: dict[str, set[str]] = {}
        for one in evidence:
            key = one.document.id
            self.sums[key] = self.sums.get(key, 0.0) + one.score
            self.best[key] = max(self.best.get(key, 0.0), one.score)
            said.setdefault(key, set()).update(pairs(one.text) | pairs(one.document.title))
        self.held = {key: _share(question.all, words) for key, words in said.items()}
        self.most = max(self.held.values(), default=0.0) or 1.0

    def row(self, at: int, view: _Stretch) -> list[float]:
        one = self.evidence[at]
        key = one.document.id
        return [
            one.score / self.top,
            1 / (1 + at),
            self.sums[key] / (max(self.sums.values()) or 1.0),
            self.best[key] / self.top,
            self.held[key],
            self.held[key] / self.most,
            self.question.held(view.whole),
            self.question.held(view.above),
            _share(self.question.all, pairs(one.document.title)),
        ]


class _Scores:
    """What the sentence scorer makes of the sentence that a part stands in."""

    def __init__(self, evidence: Sequence[Evidence], scored: Sequence[Candidate]) -> None:
        number = {id(one): at for at, one in enumerate(evidence)}
        self.top = scored[0].score if scored and scored[0].score > 0 else 1.0
        self.of: dict[int, list[tuple[int, Candidate]]] = {}
        for rank, candidate in enumerate(scored):
            self.of.setdefault(number[id(candidate.evidence)], []).append((rank, candidate))

    def row(self, part: Piece) -> list[float]:
        own = self.of.get(part.at, [])
        here = [one for one in own if one[1].span.start < part.span.end and part.span.start < one[1].span.end]
        best = own[0][1].score / self.top if own else 0.0
        if not here:
            return [0.0, 0.01, 0.0, 0.0, best, 0.0, 1.0]
        rank, candidate = max(here, key=lambda one: _overlap(one[1], part))
        score = candidate.score / self.top
        return [score, 1 / (1 + rank), float(rank == 0), float(candidate is own[0][1]), best, candidate.share, 0.0]


def _overlap(candidate: Candidate, part: Piece) -> int:
    return min(candidate.span.end, part.span.end) - max(candidate.span.start, part.span.start)
