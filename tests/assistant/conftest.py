"""The assistant over the four fictitious documents: real store, indexes and bundled model."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from assistant.answering import Assistant
from corpus.library import Library
from index.embeddings import load_embedder
from index.indexer import Indexer
from index.protocols import Embedder
from index.retriever import HybridRetriever
from tests.assistant.shelf import TEXTS

MakeAssistant = Callable[[Mapping[str, str]], Assistant]


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    return load_embedder()


@pytest.fixture(scope="session")
def assistant_over(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Iterator[MakeAssistant]:
    """Makes an assistant over some texts by file name, in a home folder of its own."""
    with ExitStack() as opened:

        def make(texts: Mapping[str, str]) -> Assistant:
            folder = tmp_path_factory.mktemp("shelf")
            library = opened.enter_context(closing(Library(folder / "home")))
            if texts:
                results = Indexer(folder / "home", library, embedder).ingest(_written(folder, texts))
                assert [result.error for result in results] == [None] * len(texts)
            retriever = opened.enter_context(closing(HybridRetriever(folder / "home", library, embedder)))
            return Assistant(library, retriever)

        yield make


@pytest.fixture(scope="session")
def assistant(assistant_over: MakeAssistant) -> Assistant:
    """Over the four documents; for tests that only ask."""
    return assistant_over(TEXTS)


def _written(folder: Path, texts: Mapping[str, str]) -> list[Path]:
    paths = [folder / name for name in texts]
    for path in paths:
        path.write_text(texts[path.name], encoding="utf-8")
    return paths
