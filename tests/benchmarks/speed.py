"""Speed over the bundled documents: `python -m tests.benchmarks.speed [--json] [--runs N] [--only NAME,...]`.

Every figure is the median of several runs on a warm disk; machines differ, so no
figure is asserted anywhere.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from assistant.golden import load_questions
from corpus.bundled import bundled_documents
from tests.benchmarks.processes import seconds_of_command, serve_times
from ui.settings import load
from ui.wiring import Services, build

GOLDEN = Path(__file__).parents[1] / "golden"
QUERIES = (
    "新增绿色低碳技术领域高新技术企业多少家",
    "碳达峰碳中和科技支撑行动的主要目标",
    "二氧化碳捕集利用与封存技术示范",
    "氢能储运关键技术",
    "哪个部门负责绿色建筑",
    "到2025年单位地区生产总值能耗下降",
    "建立碳排放统计核算体系",
    "人才培养和学科建设",
)


@contextmanager
def fresh_home() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="wence-speed-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


@contextmanager
def services_in(home: Path) -> Iterator[Services]:
    with build(load({"home": home}, {})) as services:
        yield services


def paths() -> list[Path]:
    return [document.path for document in bundled_documents()]


def median_of(runs: int, measure: Callable[[], float]) -> float:
    return statistics.median(measure() for _ in range(runs))


def ingested(services: Services, files: list[Path]) -> float:
    """Seconds that the ingest takes; a benchmark of failures would be a fast one."""
    started = time.perf_counter()
    results = services.indexer.ingest(files)
    seconds = time.perf_counter() - started
    for result in results:
        if result.error is not None:
            raise result.error
    return seconds


def ingest_seconds() -> float:
    """Parse, embed and index the five documents in a process that has started up: model loaded, adapters imported."""
    with fresh_home() as warm, services_in(warm) as services:
        ingested(services, paths()[:1])
    with fresh_home() as home, services_in(home) as services:
        services.indexer.doctor(mend=False)
        return ingested(services, paths())


def search_milliseconds(runs: int) -> dict[str, float]:
    """One search in a running process, over repeated queries; the first round is not counted."""
    with fresh_home() as home, services_in(home) as services:
        ingested(services, paths())
        timings: list[float] = []
        for round_ in range(runs + 1):
            for query in QUERIES:
                started = time.perf_counter()
                services.retriever.retrieve(query, 10)
                if round_:
                    timings.append(1000 * (time.perf_counter() - started))
    return {f"search_{figure}_ms": value for figure, value in percentiles(timings).items()}


def answer_milliseconds(runs: int) -> dict[str, float]:
    """One answer in a running process, over the golden questions."""
    questions = [one.question for one in load_questions(GOLDEN / "questions.jsonl")]
    with fresh_home() as home, services_in(home) as services:
        ingested(services, paths())
        return answer_times(services, questions * runs)


def answer_times(services: Services, questions: list[str]) -> dict[str, float]:
    """Milliseconds an answer, by the clock and by the processor's time; the first is not counted."""
    clock: list[float] = []
    processor: list[float] = []
    services.assistant.ask(questions[0])
    for question in questions:
        began, worked = time.perf_counter(), time.process_time()
        services.assistant.ask(question)
        clock.append(1000 * (time.perf_counter() - began))
        processor.append(1000 * (time.process_time() - worked))
    return {
        f"answer_{name}_{figure}_ms": value
        for name, timings in (("clock", clock), ("processor", processor))
        for figure, value in percentiles(timings).items()
    }


def percentiles(timings: list[float]) -> dict[str, float]:
    ordered = sorted(timings)
    return {"p50": statistics.median(ordered), "p95": ordered[int(0.95 * (len(ordered) - 1))]}


def command_seconds(runs: int) -> dict[str, float]:
    """Whole processes of the installed command."""
    commands = {
        "help_s": ("--help",),
        "list_s": ("list",),
        "search_s": ("search", QUERIES[0]),
        "ask_s": ("ask", QUERIES[0]),
    }
    with fresh_home() as home:
        seconds_of_command(home, "ingest", *map(str, paths()))
        for words in commands.values():
            seconds_of_command(home, *words)
        return {
            name: median_of(runs, lambda words=words: seconds_of_command(home, *words))
            for name, words in commands.items()
        }


def serving_seconds(runs: int) -> dict[str, float]:
    """From the start of `wence serve` on a filled home to the loading page, and to the chat."""
    with fresh_home() as home:
        seconds_of_command(home, "ingest", *map(str, paths()))
        times = [serve_times(home) for _ in range(runs)]
    return {
        "serve_loading_page_s": statistics.median(loading for loading, _ in times),
        "serve_chat_s": statistics.median(chat for _, chat in times),
    }


MEASURES: dict[str, Callable[[int], dict[str, float]]] = {
    "ingest": lambda runs: {"ingest_five_documents_s": median_of(runs, ingest_seconds)},
    "search": search_milliseconds,
    "answers": answer_milliseconds,
    "commands": command_seconds,
    "serve": serving_seconds,
}


@click.command()
@click.option("--json", "as_json", is_flag=True)
@click.option("--runs", type=click.IntRange(1), default=3, show_default=True)
@click.option("--only", default=",".join(MEASURES), show_default=True)
def main(runs: int, only: str, as_json: bool) -> None:
    """Prints the figures of the measures named."""
    figures: dict[str, float] = {}
    for name in only.split(","):
        if name not in MEASURES:
            raise click.UsageError(f"no measure {name!r}; there are {', '.join(MEASURES)}")
        for figure, value in MEASURES[name](runs).items():
            figures[figure] = round(value, 3)
            if not as_json:
                click.echo(f"{figure:26s}{value:8.3f}")
    if as_json:
        json.dump(figures, sys.stdout, indent=2)
        click.echo()


if __name__ == "__main__":
    main()
