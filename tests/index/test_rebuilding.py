"""A rebuild beside the indexes in force: what searches see meanwhile, and what is taken up when it is stopped."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap

import pytest

from corpus.errors import IndexMismatch, SearchIndexError
from corpus.library import Library
from index import rebuilding
from index.dense import DenseIndex
from index.indexer import Indexer
from index.indexes import Indexes
from index.manifest import IndexFolder, manifest_of
from index.retriever import HybridRetriever
from tests import fakes

FILES = 12


class Interrupted(Exception):
    pass


class Stopping(fakes.HashingEmbedder):
    """A model of its own that is interrupted after so many passages."""

    def __init__(self, after: int | None = None) -> None:
        super().__init__(name="new", dimension=32)
        self.after = after

    def embed_passages(self, texts):
        if self.after is not None and len(self.passages) + len(texts) > self.after:
            raise Interrupted
        return super().embed_passages(texts)


@pytest.fixture(autouse=True)
def small_batches(monkeypatch):
    monkeypatch.setattr(rebuilding, "CHUNKS_AT_FIRST", 10)
    monkeypatch.setattr(rebuilding, "CHUNKS_AT_ONCE", 10)


@pytest.fixture
def stocked(indexer, write):
    """A library of a dozen documents, with five chunks and more each, indexed by the old model."""
    lines = [
        "为推动工作，制定本方案。",
        "一、目标",
        "到2025年完成。",
        "二、任务",
        *(f"{n}. 完成第{n}项。" for n in (1, 2, 3)),
    ]
    indexer.ingest([write(f"{number:02}.txt", f"第{number}号绿色低碳方案", *lines) for number in range(FILES)])
    return indexer


def stopped(home, library, after):
    """A rebuild with the new model, interrupted; what it had embedded."""
    embedder = Stopping(after)
    with pytest.raises(Interrupted):
        Indexer(home, library, embedder).reindex()
    return embedder.passages


def contents(home, embedder):
    opened = Indexes.open(IndexFolder(home).current().folder, embedder)
    held = [index.chunk_ids() for _, index in opened.both]
    opened.close()
    return held


def names(evidence):
    return [hit.document.name for hit in evidence]


def test_progress_counts_chunks_up_to_all_of_them(home, library, stocked):
    calls = []
    stocked.reindex(lambda *call: calls.append(call))
    total = library.chunk_count()
    done = [call[0] for call in calls]
    assert done == sorted(done) and len(set(done)) > 2
    assert {call[1] for call in calls} == {total}
    assert calls[-1] == (total, total, "")
    assert calls[0][2] == "00.txt" or calls[0][2] == "01.txt"


def test_nothing_in_force_is_touched_before_the_switch(home, library, stocked, monkeypatch):
    monkeypatch.setattr(rebuilding, "parse", fakes.parse)
    monkeypatch.setattr(rebuilding, "chunk", fakes.chunk)
    seen = set()
    before = (library.generation(), library.pending(), IndexFolder(home).current())
    Indexer(home, library, Stopping()).reindex(
        lambda done, total, name: (
            name and seen.add((library.generation(), library.pending(), IndexFolder(home).current()))
        )
    )
    assert seen == {before}
    assert library.pending() == ()
    first = library.documents()[0]
    assert library.document(first.id) == fakes.parse(library.source(first.id))
    assert Indexer(home, library, Stopping()).doctor(mend=False).sound


def test_a_stopped_rebuild_leaves_the_old_indexes_in_force(home, library, stocked, retriever):
    before = names(retriever.retrieve("第3号方案的任务"))
    stopped(home, library, 50)
    assert names(retriever.retrieve("第3号方案的任务")) == before
    with pytest.raises(IndexMismatch, match="wence reindex"):
        HybridRetriever(home, library, Stopping()).retrieve("第3号方案的任务")


def test_a_stopped_rebuild_is_taken_up_where_it_stopped(home, library, stocked):
    first = stopped(home, library, 60)
    second = Stopping()
    Indexer(home, library, second).reindex()
    total = library.chunk_count()
    assert first and len(second.passages) < total
    assert len(first) + len(second.passages) <= total + 20  # a batch that was at work is done again
    assert IndexFolder(home).leftovers() == ()
    assert Indexer(home, library, Stopping()).doctor(mend=False).sound
    assert contents(home, Stopping()) == [frozenset(library.chunk_ids())] * 2


def test_a_rebuild_that_is_taken_up_follows_what_has_changed_since(home, library, stocked, write):
    stopped(home, library, 60)
    stocked.remove("00.txt")
    stocked.ingest([write("01.txt", "改过的方案", "一、另一个目标"), write("新.txt", "新的方案", "一、新的目标")])
    Indexer(home, library, Stopping()).reindex()
    assert contents(home, Stopping()) == [frozenset(library.chunk_ids())] * 2
    assert Indexer(home, library, Stopping()).doctor(mend=False).sound


def test_what_one_index_alone_has_taken_is_written_again(home, library, stocked, monkeypatch):
    add, calls = DenseIndex.add, []

    def failing(self, chunks):
        calls.append(chunks)
        if len(calls) == 3:
            add(self, chunks[:4])
            raise Interrupted
        add(self, chunks)

    monkeypatch.setattr(DenseIndex, "add", failing)
    with pytest.raises(Interrupted):
        Indexer(home, library, Stopping()).reindex()
    Indexer(home, library, Stopping()).reindex()
    assert contents(home, Stopping()) == [frozenset(library.chunk_ids())] * 2


def test_a_rebuild_for_another_model_is_not_taken_up(home, library, stocked):
    stopped(home, library, 60)
    third = fakes.HashingEmbedder(name="third")
    Indexer(home, library, third).reindex()
    assert len(third.passages) == library.chunk_count()
    assert IndexFolder(home).leftovers() == ()


def test_a_folder_that_was_in_force_is_not_taken_for_an_unfinished_one(home, library, stocked, monkeypatch):
    with monkeypatch.context() as killed_before_clearing:
        killed_before_clearing.setattr(IndexFolder, "clear_leftovers", lambda *_, **__: None)
        stocked.reindex()
        stocked.reindex()
    assert len(IndexFolder(home).leftovers()) == 2
    assert IndexFolder(home).unfinished(manifest_of(fakes.HashingEmbedder())) is None
    assert {path.name for path in IndexFolder(home).current().folder.iterdir()} == {"lexical", "dense"}


@pytest.mark.parametrize("damage", ["torn record", "lost record", "no index", "no vectors", "foreign chunks"])
def test_damage_to_what_was_left_costs_time_and_nothing_else(home, library, stocked, damage):
    stopped(home, library, 60)
    left = IndexFolder(home).unfinished(manifest_of(Stopping()))
    record = left / rebuilding.RECORD
    match damage:
        case "torn record":
            record.write_text(record.read_text()[:-20])
        case "lost record":
            record.unlink()
        case "no index":
            (left / "lexical" / "meta.json").write_text("{")
        case "no vectors":
            (left / "dense" / "chroma.sqlite3").write_bytes(b"half a fi")
        case "foreign chunks":
            opened = Indexes.open(left, Stopping())
            document = fakes.document("fremd.txt", "不在文库的方案", "一")
            opened.lexical.add(fakes.chunk(document))
            opened.close()
    Indexer(home, library, Stopping()).reindex()
    assert contents(home, Stopping()) == [frozenset(library.chunk_ids())] * 2
    assert IndexFolder(home).leftovers() == ()


def test_a_manifest_that_cannot_be_read_is_replaced(home, library, stocked, retriever):
    before = names(retriever.retrieve("绿色低碳"))
    (home / "index" / "manifest.json").write_text("{", encoding="utf-8")
    stocked.reindex()
    assert names(retriever.retrieve("绿色低碳")) == before
    assert IndexFolder(home).leftovers() == ()


def test_indexes_that_come_out_incomplete_are_not_put_in_force(home, library, stocked, retriever, monkeypatch):
    before = names(retriever.retrieve("绿色低碳"))
    monkeypatch.setattr(DenseIndex, "count", lambda _: 1)
    with pytest.raises(SearchIndexError, match="原来的索引仍在使用"):
        Indexer(home, library, Stopping()).reindex()
    monkeypatch.undo()
    assert names(retriever.retrieve("绿色低碳")) == before


def test_the_doctor_tells_that_a_stopped_rebuild_can_go_on_and_clears_it(home, library, stocked):
    stopped(home, library, 60)
    (finding,) = stocked.doctor(mend=False).findings
    assert "没有完成" in finding.zh and "not finished" in finding.en
    assert stocked.doctor(mend=True).sound
    assert IndexFolder(home).leftovers() == ()


def test_the_doctor_finishes_a_rebuild_for_the_settings_in_force(home, library, stocked):
    stopped(home, library, 60)
    new, calls = Stopping(), []
    report = Indexer(home, library, new).doctor(mend=True, progress=lambda *call: calls.append(call))
    assert report.sound and report.mended
    assert len(new.passages) < library.chunk_count()
    assert calls[-1][0] == calls[-1][1] == library.chunk_count()


# --- processes ------------------------------------------------------------------------------------------------------

SLOW_WRITER = textwrap.dedent(
    """
    import sys, time
    from pathlib import Path
    from corpus.library import Library
    from index import rebuilding
    from index.indexer import Indexer
    from tests.index.test_rebuilding import Stopping

    class Slow(Stopping):
        def embed_passages(self, texts):
            time.sleep(0.02 * len(texts))
            return super().embed_passages(texts)

    rebuilding.CHUNKS_AT_FIRST = rebuilding.CHUNKS_AT_ONCE = 10
    home, model = Path(sys.argv[1]), Slow()
    Indexer(home, Library(home), model).reindex(lambda done, total, name: print(done, flush=True))
    print(len(model.passages), flush=True)
    """
)


def rebuilder(home):
    paths = os.pathsep.join([os.getcwd(), os.environ.get("PYTHONPATH", "")])
    return subprocess.Popen(
        [sys.executable, "-c", SLOW_WRITER, str(home)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": paths},
    )


@pytest.mark.slow
def test_searches_go_on_beside_a_rebuild_that_is_killed_and_beside_the_one_that_takes_it_up(home, library, stocked):
    with_old = HybridRetriever(home, library, fakes.HashingEmbedder(), renewed=Stopping)
    before = names(with_old.retrieve("第3号方案的任务"))
    assert before
    total, killed_at = library.chunk_count(), 0
    with rebuilder(home) as process:
        while killed_at < total // 2:
            killed_at = int(process.stdout.readline())
            assert names(with_old.retrieve("第3号方案的任务")) == before
        process.send_signal(signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
    assert Library(home).damage() == ()
    assert IndexFolder(home).current().manifest.model == "hashing"
    assert names(with_old.retrieve("第3号方案的任务")) == before
    with pytest.raises(IndexMismatch, match="wence reindex"):
        HybridRetriever(home, library, Stopping()).retrieve("第3号方案的任务")
    with rebuilder(home) as process:
        for line in process.stdout:
            embedded = int(line)
            assert names(with_old.retrieve("第3号方案的任务"))
    assert process.returncode == 0
    assert embedded < total  # the last line: what the killed one had recorded is not embedded again
    assert IndexFolder(home).current().manifest.model == "new"
    assert IndexFolder(home).leftovers() == ()
    assert set(names(with_old.retrieve("第3号方案的任务"))) & set(before)
    with_old.close()
