"""The command line as tests call it: in this process, on the real parser, indexes and bundled model."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from corpus.bundled import bundled_documents
from tests.ui.desk import HandMadeDesk, bundled_texts
from ui.cli import run


class Done(NamedTuple):
    """How one run of `wence` ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Wence = Callable[..., Done]


@pytest.fixture
def wence(capsys: pytest.CaptureFixture[str]) -> Wence:
    """Runs `wence` with the words given, on the home folder of WENCE_HOME."""

    def call(*words: object) -> Done:
        capsys.readouterr()
        code = run([str(word) for word in words])
        return Done(code, *capsys.readouterr())

    return call


@pytest.fixture(scope="session")
def filled_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of the five bundled documents; for tests that only read it."""
    home = tmp_path_factory.mktemp("filled")
    code = run(["--home", str(home), "ingest", *(str(document.path) for document in bundled_documents())])
    assert code == 0
    return home


@pytest.fixture
def library(wence: Wence, filled_home: Path) -> Wence:
    """Runs `wence` on the library of bundled documents."""
    return lambda *words: wence("--home", filled_home, *words)


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    """A small official notice in a file of its own."""
    path = tmp_path / "来件" / "节水通知.txt"
    path.parent.mkdir()
    path.write_text(NOTICE, encoding="utf-8")
    return path


NOTICE = """关于做好节水工作的通知

临政发〔2021〕3号

各县（市）人民政府：

    为做好节水工作，现通知如下。

    一、总体目标

    到2025年，全市万元生产总值用水量下降16%。

    二、重点任务

    （一）推进农业节水。新建高标准农田20万亩。

    （二）推进工业节水。推广节水工艺，由市水利局负责。

临江市人民政府
2021年5月6日
"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[HandMadeDesk]:
    """The application's services over the bundled documents."""
    desk = HandMadeDesk(tmp_path, bundled_texts())
    yield desk
    desk.library.close()
    desk.conversations.close()
