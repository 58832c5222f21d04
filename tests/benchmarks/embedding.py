"""Dense retrieval alone on STARD: laypeople's questions over statute articles, beside the speed of embedding.

    python -m tests.benchmarks.embedding --data DIR [--model NAME] [--json]

reads `stard-corpus.jsonl.xz` and `stard-dev.jsonl` from DIR. They are for
measuring only; nothing in the project is trained on them.
"""

from __future__ import annotations

import argparse
import json
import lzma
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from index.embeddings import BUNDLED, load_embedder
from index.protocols import Embedder, Vectors

CORPUS = "stard-corpus.jsonl.xz"
QUESTIONS = "stard-dev.jsonl"
CUTOFFS = (1, 5, 10, 30, 100)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.embedding", description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", default=BUNDLED)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    begun = time.perf_counter()
    embedder = load_embedder(options.model)
    figures = {
        "model": embedder.name,
        "load_s": round(time.perf_counter() - begun, 3),
        **measure(embedder, options.data),
    }
    lines = json.dumps(figures, indent=2) if options.json else "\n".join(f"{key:14}{figures[key]}" for key in figures)
    sys.stdout.write(lines + "\n")


def measure(embedder: Embedder, data: Path) -> dict[str, Any]:
    """MRR@10 and recall at the cut-offs, with the rates of embedding and of one query."""
    articles = list(rows(data / CORPUS))
    asked = list(rows(data / QUESTIONS))
    begun = time.perf_counter()
    passages = embedder.embed_passages([f"{row['title']}\n{row['text']}" for row in articles])
    taken = time.perf_counter() - begun
    begun = time.perf_counter()
    queries = np.concatenate([embedder.embed_queries([row["question"]]) for row in asked])
    query_ms = 1_000 * (time.perf_counter() - begun) / len(asked)
    ids = np.asarray([row["id"] for row in articles])
    found = ids[ranked(queries, passages, max(CUTOFFS))]
    relevant = [set(row["relevant"]) for row in asked]
    return {
        **scores(found, relevant),
        "passages_per_s": round(len(articles) / taken),
        "query_ms": round(query_ms, 3),
    }


def ranked(queries: Vectors, passages: Vectors, k: int) -> np.ndarray:
    """Rows of the `k` most similar passages, best first; every passage is compared."""
    similar = queries @ passages.T
    best = np.argpartition(-similar, k, axis=1)[:, :k]
    order = np.argsort(-np.take_along_axis(similar, best, axis=1), axis=1, kind="stable")
    return np.take_along_axis(best, order, axis=1)


def scores(found: np.ndarray, relevant: list[set[int]]) -> dict[str, float]:
    hits = np.asarray([[identity in wanted for identity in row] for row, wanted in zip(found, relevant, strict=True)])
    wanted = np.asarray([len(one) for one in relevant])
    first = np.where(hits[:, :10].any(axis=1), 1 / (1 + hits[:, :10].argmax(axis=1)), 0.0)
    recalls = {f"recall@{k}": round(float((hits[:, :k].sum(axis=1) / wanted).mean()), 3) for k in CUTOFFS}
    return {"mrr@10": round(float(first.mean()), 3), **recalls}


def rows(path: Path) -> Iterator[dict[str, Any]]:
    raw = path.read_bytes()
    text = lzma.decompress(raw) if path.suffix == ".xz" else raw
    yield from map(json.loads, text.decode("utf-8").splitlines())


if __name__ == "__main__":
    main()
