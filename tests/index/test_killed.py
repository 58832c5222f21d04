"""SIGKILL at any moment of an ingest: the library opens, what was committed is there, the doctor mends the rest."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from corpus.library import Library
from index.doctor import FindingKind
from index.indexer import Indexer
from index.retriever import HybridRetriever
from tests import fakes

KILLS = 20
FILES = 40

WRITER = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    from corpus.library import Library
    from index import indexer, indexes, rebuilding
    from tests import fakes

    indexer.FOLLOWED_AT_ONCE = indexes.DOCUMENTS_AT_ONCE = 5
    rebuilding.CHUNKS_AT_FIRST = rebuilding.CHUNKS_AT_ONCE = 40
    home, files, old = (Path(argument) for argument in sys.argv[1:4])
    library = Library(home)
    add = library.add

    def told(document, chunks):
        outcome = add(document, chunks)
        print(document.id, flush=True)
        return outcome

    library.add = told
    writer = indexer.Indexer(home, library, fakes.HashingEmbedder())
    import chromadb
    print("ready", flush=True)
    writer.ingest([old])
    writer.ingest([files])
    writer.reindex()
    print("done", flush=True)
    """
)
"""Adds files, replaces one, rebuilds; says each document once it is committed."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = tmp_path / "files"
    files.mkdir()
    for number in range(FILES):
        lines = [
            f"第{number}号绿色低碳方案",
            *(f"{n}. 第{number}号文件的第{n}项任务，推进绿色低碳。" for n in range(1, 9)),
        ]
        (files / f"{number:02}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return files


def kill_after(seconds: float, home: Path, files: Path, old: Path) -> tuple[list[str], bool]:
    """What a writer had said to be committed before it was killed, and whether it was done."""
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(home), str(files), str(old)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([os.getcwd(), os.environ.get("PYTHONPATH", "")])},
    )
    assert process.stdout is not None and process.stdout.readline() == "ready\n"
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    said = process.stdout.read().split()
    process.wait()
    return [line for line in said if line != "done"], "done" in said


@pytest.mark.slow
def test_nothing_committed_is_lost_and_the_doctor_mends_the_rest(tmp_path: Path, folder: Path):
    draw = random.Random(20)
    old = tmp_path / "old" / "07.txt"
    old.parent.mkdir()
    old.write_text("旧的第7号方案\n1. 旧任务。\n", encoding="utf-8")
    interrupted, mended, longest = 0, 0, 1.0
    for kill in range(KILLS):
        home = tmp_path / f"home{kill}"
        said, done = kill_after(draw.uniform(0, longest), home, folder, old)
        longest = longest * 0.8 if done else longest
        interrupted += not done
        mended += check(home, said)
    assert interrupted >= KILLS // 2
    assert mended  # some of the kills came between the store and the indexes


def check(home: Path, said: list[str]) -> bool:
    """Opens, mends, searches; says whether there was anything to mend."""
    library = Library(home)
    assert library.damage() == ()
    held = {document.id for document in library.documents()}
    lost = set(said) - held
    assert lost <= set(said[:1])  # the old text of 07.txt, for which the new one came
    assert not lost or library.find("07.txt").title == "第7号绿色低碳方案"
    indexer = Indexer(home, library, fakes.HashingEmbedder())
    report = indexer.doctor(mend=True)
    assert report.sound
    assert FindingKind.STORE_DAMAGED not in {finding.kind for finding in report.findings}
    assert held == {document.id for document in library.documents()}
    retriever = HybridRetriever(home, library, fakes.HashingEmbedder())
    for document in library.documents():
        hits = retriever.retrieve(f"{document.title}的任务", 10)
        assert document.id in {hit.document.id for hit in hits}
    retriever.close()
    library.close()
    return bool(report.findings)
