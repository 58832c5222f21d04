"""A home folder with a library, an indexer and a retriever over a small, exact model."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corpus.library import Library
from index.indexer import Indexer
from index.retriever import HybridRetriever
from tests import fakes
from tests.index import training_texts

Write = Callable[..., Path]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def library(home: Path) -> Iterator[Library]:
    opened = Library(home)
    yield opened
    opened.close()


@pytest.fixture
def indexer(home: Path, library: Library) -> Indexer:
    return Indexer(home, library, fakes.HashingEmbedder(), wait_seconds=0.1)


@pytest.fixture
def retriever(home: Path, library: Library) -> Iterator[HybridRetriever]:
    opened = HybridRetriever(home, library, fakes.HashingEmbedder())
    yield opened
    opened.close()


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a file of lines and gives its path."""

    def written(name: str, *lines: str) -> Path:
        path = tmp_path / "files" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    return written


NOTICE = (
    "江苏省绿色低碳发展方案",
    "为推动绿色低碳发展，制定本方案。",
    "一、主要目标",
    "到2025年，新增绿色低碳技术领域高新技术企业1000家。",
    "二、重点任务",
    "加快新型储能技术攻关，建设示范园区。",
)
RULES = (
    "宁波市节能降耗管理办法",
    "第一条 为了节能降耗，制定本办法。",
    "第二条 市发展改革委负责节能降耗的监督管理。",
)


@pytest.fixture
def filled(indexer: Indexer, write: Write) -> Indexer:
    """An indexer whose library holds two documents."""
    results = indexer.ingest([write("江苏.txt", *NOTICE), write("宁波.txt", *RULES)])
    assert [result.error for result in results] == [None, None]
    return indexer


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder to train on."""
    folder = tmp_path_factory.mktemp("data")
    training_texts.put_data(folder)
    return folder


@pytest.fixture(scope="session")
def written(data: Path) -> Path:
    """The folder of what was written for the training on the texts of `data`."""
    training_texts.put_written(data)
    return data
