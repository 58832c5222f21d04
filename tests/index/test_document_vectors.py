"""Vectors of a few documents: exact, fetched once, not kept without end."""

from __future__ import annotations

import numpy as np
import pytest

from index.document_vectors import DocumentVectors, VectorsInUse, in_order, nearest


class Store:
    """Documents of three vectors each; `a` to `d` are there."""

    def __init__(self) -> None:
        self.asked: list[list[str]] = []

    def fetch(self, document_ids: list[str]) -> dict[str, DocumentVectors]:
        self.asked.append(document_ids)
        return {id_: vectors(id_) for id_ in document_ids if id_ in "abcd"}


def vectors(document_id: str) -> DocumentVectors:
    draw = np.random.default_rng(ord(document_id))
    rows = draw.normal(size=(3, 8)).astype(np.float32)
    return DocumentVectors(
        tuple(f"{document_id}{n}" for n in range(3)), rows / np.linalg.norm(rows, axis=1, keepdims=True)
    )


def ids(held: list[DocumentVectors]) -> list[str]:
    return [chunk_id[0] for one in held for chunk_id in one.chunk_ids[:1]]


def test_a_document_is_fetched_once_also_one_that_is_not_there() -> None:
    store = Store()
    in_use = VectorsInUse(store.fetch, 100)
    assert ids(in_use.of(["b", "a"])) == ["a", "b"]
    assert ids(in_use.of({"c", "a", "x"})) == ["a", "c"]
    assert ids(in_use.of({"x"})) == []
    assert store.asked == [["a", "b"], ["c", "x"]]
    in_use.clear()
    assert ids(in_use.of(["a"])) == ["a"]
    assert store.asked[2:] == [["a"]]


def test_those_asked_about_last_are_kept() -> None:
    store = Store()
    in_use = VectorsInUse(store.fetch, 6)
    for wanted in ("a", "b", "a", "c", "a", "b"):
        in_use.of([wanted])
    assert store.asked == [["a"], ["b"], ["c"], ["b"]]
    assert ids(in_use.of(["a", "b", "c", "d"])) == ["a", "b", "c", "d"]


@pytest.mark.parametrize("k", [0, 1, 4, 50])
def test_nearest_is_exact_and_best_first(k: int) -> None:
    held = [vectors(id_) for id_ in "abc"]
    query = vectors("q").vectors[0]
    cosines = {id_: float(row @ query) for one in held for id_, row in zip(one.chunk_ids, one.vectors, strict=True)}
    hits = nearest(held, query, k)
    assert [hit.chunk_id for hit in hits] == sorted(cosines, key=lambda id_: -cosines[id_])[:k]
    assert [hit.score for hit in hits] == pytest.approx([cosines[hit.chunk_id] for hit in hits], abs=1e-6)
    assert nearest([], query, k) == []


def test_what_differs_by_less_than_computing_does_is_in_the_order_of_ids() -> None:
    assert [hit.chunk_id for hit in in_order([("b", 0.5), ("a", 0.5 - 1e-8), ("c", 0.6)])] == ["c", "a", "b"]
