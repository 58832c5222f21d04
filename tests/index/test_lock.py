"""One writer a home folder, and who it is."""

from __future__ import annotations

import os
import subprocess
import sys
import threading

import pytest

from corpus.errors import HomeUnusable, LibraryLocked
from index.lock import WriterLock
from tests.index.conftest import NOTICE

HOLD = (
    "import sys, time; from pathlib import Path; from index.lock import WriterLock;"
    "lock = WriterLock(Path(sys.argv[1])); context = lock.held(); context.__enter__();"
    "print('held', flush=True); time.sleep(60)"
)


@pytest.fixture
def holder(home):
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(home)], stdout=subprocess.PIPE, text=True, cwd=os.getcwd()
    )
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.wait()


def test_a_second_writer_is_told_who_the_first_is(holder, indexer, library, write):
    with pytest.raises(LibraryLocked, match=str(holder.pid)):
        indexer.ingest([write("a.txt", *NOTICE)])
    with pytest.raises(LibraryLocked):
        indexer.reindex()
    with pytest.raises(LibraryLocked):
        indexer.doctor(mend=True)
    assert library.documents() == ()


def test_the_lock_of_a_killed_writer_is_free(holder, indexer, write):
    holder.kill()
    holder.wait()
    assert indexer.ingest([write("a.txt", *NOTICE)])[0].error is None


def test_readers_need_no_lock(filled, retriever, home):
    with WriterLock(home).held():
        assert retriever.retrieve("绿色低碳")


def test_two_threads_of_one_process_take_turns(home):
    lock, inside, most = WriterLock(home, wait_seconds=10), [], []

    def work():
        with lock.held():
            inside.append(1)
            most.append(len(inside))
            inside.pop()

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1] * 8
    assert not (home / "writer.json").exists()


def test_a_home_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(HomeUnusable, match="--home"), WriterLock(tmp_path / "file" / "home").held():
        pass
