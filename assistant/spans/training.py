"""How `weights.json` was made: `python -m assistant.spans.training --data DIR --out FILE`.

DIR holds `documents/` and `questions.jsonl` with `{"question", "source", "answer"}`, the
answer a stretch of its source. The questions are asked with the library's own
retrieval; each part of the evidence learns how much of it belongs to the answer.
Every second question is held out, and reported on. `--beside FILE` takes questions
on other texts (`{"set", "question", "passage", "answer"}`, packed with xz) as lessons that
weigh less; every third passage of them is held out. Nothing of the texts is kept.
"""

from __future__ import annotations

import argparse
import json
import logging
import lzma
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch

from assistant.answering import Assistant
from assistant.spans import signs
from assistant.spans.features import FEATURES, Floats
from assistant.spans.labels import label, overlap
from assistant.spans.model import Net, SpanModel
from assistant.spans.reading import Reading, read
from corpus.library import Library
from corpus.text import fold
from index.embeddings import load_embedder
from index.indexer import Indexer
from index.retriever import HybridRetriever

log = logging.getLogger("assistant.spans.training")

HIDDEN = 32
EPOCHS = 40
BATCH = 8
RATE = 3e-3
DECAY = 0.1
DROPOUT = 0.4
RIDGE = 2.0
NETS = 3
BESIDE = 0.25
PASSAGES = "cmrc2018"
TAUGHT, HELD_OUT = 900, 300


@dataclass(frozen=True)
class Lesson:
    """One question's parts, and how much of each belongs to its answer."""

    reading: Reading
    shares: Floats
    answer: str
    weight: float = 1.0

    @property
    def lengths(self) -> Floats:
        return np.array([part.length for part in self.reading.parts], dtype=np.float32)


def main() -> None:
    options = _options().parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(1)
    with tempfile.TemporaryDirectory() as folder:
        lessons = _lessons(*_questions(options.data), Path(folder, "home"))
        beside: list[Lesson] = []
        if options.beside:
            held, taught = _passages(options.beside, Path(folder, "passages"))
            beside = [replace(one, weight=BESIDE) for one in _lessons(*taught, Path(folder, "beside"))]
            others = _lessons(*held, Path(folder, "held"))
    learned = [one for one in (*lessons[::2], *beside) if one.shares.max(initial=0.0) > 0.3]
    model = learn(learned, options.seed)
    figures = {"held out": _mean(model, lessons[1::2]), "learned": _mean(model, lessons[::2])}
    if options.beside:
        figures |= {"passages held out": _mean(model, others), "passages learned": _mean(model, beside)}
    log.info("%d lessons; overlap %s", len(learned), figures)
    record = {"seed": options.seed, "questions": len(learned), "overlap": figures} | stored(model)
    options.out.write_text(json.dumps(record, ensure_ascii=False) + "\n", encoding="utf-8")


def learn(lessons: Sequence[Lesson], seed: int) -> SpanModel:
    """The same lessons and seed give the same model."""
    rows = np.concatenate([one.reading.rows for one in lessons if one.weight == 1.0])
    mean, scale = rows.mean(axis=0), rows.std(axis=0) + 1e-3
    nets = tuple(_net(lessons, mean, scale, seed + number) for number in range(NETS))
    return SpanModel(mean, scale, nets, _length([one for one in lessons if one.weight == 1.0]))


def stored(model: SpanModel) -> dict[str, object]:
    """The model as JSON."""
    nets = [
        {
            "first": _rounded(net.first),
            "first_bias": _rounded(net.first_bias),
            "second": _rounded(net.second),
            "second_bias": round(net.second_bias, 4),
        }
        for net in model.nets
    ]
    return {
        "features": list(FEATURES),
        "mean": _rounded(model.mean),
        "scale": _rounded(model.scale),
        "length": _rounded(model.length),
        "nets": nets,
    }


def _rounded(values: Floats) -> object:
    return [_rounded(row) for row in values] if values.ndim > 1 else [round(float(value), 4) for value in values]


def _length(lessons: Sequence[Lesson]) -> Floats:
    """Ridge regression of the logarithm of the answer's length on the signs of the question."""
    count = len(signs.QUESTION)
    known = np.stack([np.append(one.reading.rows[0][-count:], 1.0) for one in lessons])
    wanted = np.log([len(one.answer) for one in lessons])
    normal = known.T @ known + RIDGE * np.eye(count + 1)
    return np.asarray(np.linalg.solve(normal, known.T @ wanted), dtype=np.float32)


def _net(lessons: Sequence[Lesson], mean: Floats, scale: Floats, seed: int) -> Net:
    torch.manual_seed(seed)
    random = np.random.default_rng(seed)
    net = torch.nn.Sequential(
        torch.nn.Dropout(DROPOUT / 2),
        torch.nn.Linear(len(FEATURES), HIDDEN),
        torch.nn.ReLU(),
        torch.nn.Dropout(DROPOUT),
        torch.nn.Linear(HIDDEN, 1),
    )
    optimizer = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    batches = [
        (
            torch.tensor(((one.reading.rows - mean) / scale).clip(-8, 8)),
            torch.tensor(one.shares),
            torch.tensor(one.lengths),
            one.weight,
        )
        for one in lessons
    ]
    for epoch in range(EPOCHS):
        for group in optimizer.param_groups:
            group["lr"] = RATE * (1 - 0.9 * epoch / EPOCHS)
        order = random.permutation(len(batches))
        for start in range(0, len(order), BATCH):
            optimizer.zero_grad()
            loss = torch.stack([_loss(net, *batches[number]) for number in order[start : start + BATCH]]).sum() / BATCH
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
    learned = {name: value.detach().numpy() for name, value in net.state_dict().items()}
    return Net(learned["1.weight"].T, learned["1.bias"], learned["4.weight"][0], float(learned["4.bias"][0]))


def _loss(
    net: torch.nn.Module, rows: torch.Tensor, shares: torch.Tensor, lengths: torch.Tensor, weight: float
) -> torch.Tensor:
    """Each part for itself, long ones weighing more, and all of them against one another."""
    said = net(rows)[:, 0]
    alone = torch.nn.functional.binary_cross_entropy_with_logits(said, shares, weight=(lengths / lengths.mean()).sqrt())
    wanted = shares * lengths / (shares * lengths).sum()
    return weight * (2 * alone - 0.1 * (wanted * torch.log_softmax(said, 0)).sum())


def _mean(model: SpanModel, lessons: Sequence[Lesson]) -> float:
    return round(float(np.mean([overlap(model, one.reading, one.answer) for one in lessons])), 3)


def _questions(data: Path) -> tuple[list[Path], list[dict[str, str]]]:
    lines = (data / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    return sorted((data / "documents").iterdir()), [json.loads(line) for line in lines]


Shelf = tuple[list[Path], list[dict[str, str]]]


def _passages(file: Path, folder: Path) -> tuple[Shelf, Shelf]:
    """The passages of a set as files with their questions: every third one, and the others."""
    with lzma.open(file, "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row["set"] == PASSAGES]
    number = {passage: at for at, passage in enumerate(dict.fromkeys(row["passage"] for row in rows))}
    shelves: list[Shelf] = []
    for part, wanted, most in (("held", (0,), HELD_OUT), ("taught", (1, 2), TAUGHT)):
        chosen = [row for row in rows if number[row["passage"]] % 3 in wanted]
        step = max(1, len(chosen) // most)
        chosen = chosen[::step]
        (folder / part).mkdir(parents=True)
        for row in chosen:
            row["source"] = f"{number[row['passage']]:05d}.txt"
            (folder / part / row["source"]).write_text(row["passage"], encoding="utf-8")
        shelves.append((sorted((folder / part).iterdir()), chosen))
    return shelves[0], shelves[1]


def _lessons(files: Sequence[Path], rows: Sequence[dict[str, str]], home: Path) -> list[Lesson]:
    library, embedder = Library(home), load_embedder()
    Indexer(home, library, embedder).ingest(files)
    assistant = Assistant(library, HybridRetriever(home, library, embedder))
    texts = {file.name: fold(file.read_text(encoding="utf-8")) for file in files}
    return [_lesson(row, assistant, texts) for row in rows]


def _lesson(row: dict[str, str], assistant: Assistant, texts: dict[str, str]) -> Lesson:
    asked, evidence = assistant.found(row["question"])
    reading = read(asked, evidence, assistant.rarity)
    right = {at for at, one in enumerate(evidence) if texts[one.document.name] == texts[row["source"]]}
    answer = fold(row["answer"]).rstrip("。;,；，")
    return Lesson(reading, label(reading, evidence, right, answer), answer)


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--beside", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=7)
    return parser


if __name__ == "__main__":
    main()
