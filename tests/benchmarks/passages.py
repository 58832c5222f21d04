"""Finding passages: `python -m tests.benchmarks.passages CORPUS QUERIES [--json] [--methods NAME,...] [--model NAME]`.

CORPUS has a line `{"id", "title", "text"}` for each passage, QUERIES a line
`{"id", "question", "relevant": [ids]}` for each question; either may end in .xz.
The product's own search is set beside BM25 alone, vectors alone, and the pipeline
of a tutorial on a sample that holds every relevant passage.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from index.embeddings import BUNDLED
from tests.benchmarks.measuring import BM25, DENSE, HYBRID, HYBRID_ON_SAMPLE, PLAIN, Task, measure
from tests.benchmarks.passage_sets import BadFile
from tests.benchmarks.retrieval_figures import Figures, rounded
from tests.benchmarks.tutorial import missing_packages

METHODS = (HYBRID, BM25, DENSE, PLAIN, HYBRID_ON_SAMPLE)
SAMPLE = 2_000


@click.command(help=__doc__)
@click.argument("corpus", type=click.Path(path_type=Path))
@click.argument("queries", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON object with an object for each method.")
@click.option("--methods", default=",".join(METHODS), show_default=True)
@click.option("--model", default=BUNDLED, show_default=True, help="A sentence-transformers model by name or folder.")
@click.option("--sample", type=click.IntRange(1), default=SAMPLE, show_default=True, help="Passages for the tutorial.")
def main(corpus: Path, queries: Path, as_json: bool, methods: str, model: str, sample: int) -> None:
    names = _chosen(methods)
    task = Task(corpus, queries, model, sample)
    figures: dict[str, Figures] = {}
    for name in names:
        try:
            figures[name] = rounded(measure(name, task))
        except BadFile as error:
            raise click.ClickException(str(error)) from error
        if not as_json:
            click.echo(_lines(name, figures[name]))
    if as_json:
        json.dump(figures, sys.stdout, indent=2)
        click.echo()


def _chosen(methods: str) -> list[str]:
    names = methods.split(",")
    if unknown := [name for name in names if name not in METHODS]:
        raise click.UsageError(f"no method {', '.join(map(repr, unknown))}; there are {', '.join(METHODS)}")
    if PLAIN in names and (missing := missing_packages()):
        raise click.ClickException(
            f"the method {PLAIN!r} needs {', '.join(missing)}: install the development tools (make install), "
            "or name the other methods with --methods"
        )
    return names


def _lines(name: str, figures: Figures) -> str:
    return "\n".join([name, *(f"  {figure:14}{value:12,g}" for figure, value in figures.items())])


if __name__ == "__main__":
    main()
