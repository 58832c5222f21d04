"""The curve of time and memory: `python -m tests.benchmarks.scale CORPUS QUERIES [--sizes N,...] [--plot SVG]`.

The product's own search over samples of the corpus and, for sizes beyond it, over
the corpus and passages made of its halves. Every size is measured in a process of
its own; `--keep` gathers the figures of several runs in one file. `--extrapolate`
adds a size that was not run, marked as such wherever it is shown.
"""

from __future__ import annotations

import json
import math
from pathlib import Path

import click

from index.embeddings import BUNDLED
from tests.benchmarks.measuring import HYBRID, Task, measure
from tests.benchmarks.passage_sets import BadFile
from tests.benchmarks.plot import Panel, Series, drawn
from tests.benchmarks.retrieval_figures import Figures, rounded

SIZES = "1000,10000,100000,1000000"
TIMES = ("index_s", "index_cpu_s", "query_ms_p50", "query_ms_p95", "query_cpu_ms_p50")
MEGABYTES = ("peak_mb", "corpus_mb", "disk_mb")
COLUMNS = (*TIMES, *MEGABYTES, "recall@100", "loop_s")


@click.command(help=__doc__)
@click.argument("corpus", type=click.Path(path_type=Path))
@click.argument("queries", type=click.Path(path_type=Path))
@click.option("--sizes", default=SIZES, show_default=True)
@click.option("--model", default=BUNDLED, show_default=True)
@click.option("--keep", type=click.Path(path_type=Path), help="A JSON file that is read first and written after.")
@click.option("--plot", type=click.Path(path_type=Path), help="An SVG file for the curves.")
@click.option("--extrapolate", type=click.IntRange(1), help="A size to reckon from the two largest that were run.")
def main(
    corpus: Path, queries: Path, sizes: str, model: str, keep: Path | None, plot: Path | None, extrapolate: int | None
) -> None:
    figures: dict[int, Figures] = _kept(keep)
    for size in filter(None, sizes.split(",")):
        try:
            figures[int(size)] = rounded(measure(HYBRID, Task(corpus, queries, model, size=int(size))))
        except BadFile as error:
            raise click.ClickException(str(error)) from error
        if keep:
            keep.write_text(json.dumps(figures, indent=1), encoding="utf-8")
    figures = dict(sorted(figures.items()))
    reckoned = {extrapolate: extrapolated(figures, extrapolate)} if extrapolate else {}
    click.echo(table(figures, reckoned))
    if plot:
        plot.write_text(drawn(panels(figures, reckoned)), encoding="utf-8")


def extrapolated(figures: dict[int, Figures], size: int) -> Figures:
    """The two largest sizes carried on: times by the power they grew with, megabytes by a straight line."""
    if len(figures) < 2:
        raise click.UsageError("two sizes are needed to carry on from")
    (one, first), (two, second) = sorted(figures.items())[-2:]
    steps = math.log(size / two) / math.log(two / one)
    found = {name: second[name] * (second[name] / first[name]) ** steps for name in TIMES}
    share = (size - two) / (two - one)
    found |= {name: second[name] + share * (second[name] - first[name]) for name in MEGABYTES}
    return rounded(found)


def table(figures: dict[int, Figures], reckoned: dict[int, Figures]) -> str:
    """The figures as a table in Markdown."""
    head = [["clauses", *COLUMNS], ["---"] * (1 + len(COLUMNS))]
    body = [[f"{size:,}", *_cells(row)] for size, row in figures.items()]
    body += [[f"{size:,} (extrapolated)", *_cells(row)] for size, row in reckoned.items()]
    return "\n".join(f"| {' | '.join(row)} |" for row in head + body)


def _cells(row: Figures) -> list[str]:
    return [f"{row[column]:,}" if column in row else "" for column in COLUMNS]


def panels(figures: dict[int, Figures], reckoned: dict[int, Figures]) -> list[Panel]:
    def curve(label: str, column: str) -> Series:
        run, carried_on = ([(size, row[column]) for size, row in rows.items()] for rows in (figures, reckoned))
        return Series(label, tuple(run), tuple(carried_on))

    return [
        Panel("seconds to index", (curve("clock", "index_s"), curve("processors", "index_cpu_s"))),
        Panel("milliseconds a query", (curve("p50", "query_ms_p50"), curve("p95", "query_ms_p95"))),
        Panel("megabytes", (curve("memory", "peak_mb"), curve("disk", "disk_mb"))),
    ]


def _kept(keep: Path | None) -> dict[int, Figures]:
    if keep is None or not keep.exists():
        return {}
    return {int(size): row for size, row in json.loads(keep.read_text(encoding="utf-8")).items()}


if __name__ == "__main__":
    main()
