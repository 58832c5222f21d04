"""One method over one set, in a process of its own, as figures: its memory is its own as well."""

from __future__ import annotations

import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from tests.benchmarks import methods
from tests.benchmarks.passage_sets import Passage, Question, read_passages, read_questions
from tests.benchmarks.retrieval_figures import DEPTH, Figures, percentile, quality, times
from tests.benchmarks.samples import sampled, sized
from tests.benchmarks.tutorial import Tutorial

HYBRID, BM25, DENSE, PLAIN, HYBRID_ON_SAMPLE = "hybrid", "bm25", "dense", "plain", "hybrid_on_sample"
ON_SAMPLE = (PLAIN, HYBRID_ON_SAMPLE)
_MEGABYTE = 1024 * 1024
_WARMING = 5
T = TypeVar("T")
_LOOPS = 5_000_000
_STATUS = Path("/proc/self/status")


@dataclass(frozen=True, slots=True)
class Task:
    """What is measured: the files, the embedding model, how many passages a sample has, or all methods with `size`."""

    corpus: Path
    queries: Path
    model: str
    sample: int = 0
    size: int | None = None


def measure(name: str, task: Task) -> Figures:
    """The figures of the method of that name."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as process:
        return process.submit(_measured, name, task).result()


def run(method: methods.Method, passages: Sequence[Passage], questions: Sequence[Question]) -> Figures:
    """Indexes, warms up, asks every question once; the method is closed when it returns."""
    _, index_s, index_cpu_s = _timed(lambda: method.index(passages))
    for question in questions[:_WARMING]:
        method.search(question.text, DEPTH)
    asked = [_timed(partial(method.search, question.text, DEPTH)) for question in questions]
    method.close()
    found, seconds, cpu_seconds = zip(*asked, strict=True)
    return {
        "passages": len(passages),
        **quality(found, questions),
        "index_s": index_s,
        "index_cpu_s": index_cpu_s,
        **times([1_000 * one for one in seconds]),
        "query_cpu_ms_p50": percentile([1_000 * one for one in cpu_seconds], 50),
    }


def _timed(work: Callable[[], T]) -> tuple[T, float, float]:
    """What comes of it, the seconds it took, and the seconds of processors: those do not grow on a busy machine."""
    begun, cpu_begun = time.perf_counter(), time.process_time()
    result = work()
    return result, time.perf_counter() - begun, time.process_time() - cpu_begun


def folder_megabytes(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / _MEGABYTE


def peak_megabytes() -> float:
    """The most memory this process has held, the passages of the benchmark included."""
    if _STATUS.exists():
        return _status("VmHWM")
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (_MEGABYTE if sys.platform == "darwin" else 1024)


def _held_megabytes() -> float:
    """What it holds now; where the system does not say, the most it has held."""
    return _status("VmRSS") if _STATUS.exists() else peak_megabytes()


def _status(name: str) -> float:
    lines = _STATUS.read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{name}:")) / 1024


def loop_seconds() -> float:
    """A fixed piece of work: how fast this machine is just now, to read the other times by."""
    begun = time.perf_counter()
    for number in range(_LOOPS):
        number * number
    return time.perf_counter() - begun


def _measured(name: str, task: Task) -> Figures:
    loop_s, before = loop_seconds(), _held_megabytes()
    passages = read_passages(task.corpus)
    questions = read_questions(task.queries, frozenset(passage.id for passage in passages))
    if name in ON_SAMPLE:
        passages = sampled(passages, questions, task.sample)
    elif task.size is not None:
        passages = sized(passages, questions, task.size)
    corpus_mb = _held_megabytes() - before
    with tempfile.TemporaryDirectory(prefix="wence-passages-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        figures = run(_makers(task)[name](home), passages, questions)
        figures |= {"peak_mb": peak_megabytes(), "corpus_mb": corpus_mb, "disk_mb": folder_megabytes(home)}
    return {**figures, "loop_s": (loop_s + loop_seconds()) / 2}


def _makers(task: Task) -> Mapping[str, Callable[[Path], methods.Method]]:
    hybrid = partial(methods.Hybrid, model=task.model)
    return {
        HYBRID: hybrid,
        BM25: methods.words_alone,
        DENSE: partial(methods.meaning_alone, model=task.model),
        PLAIN: Tutorial,
        HYBRID_ON_SAMPLE: hybrid,
    }
