"""How long an answer takes over a library that is there: `python -m tests.benchmarks.answers HOME QUESTIONS`.

HOME is a home folder with its indexes; QUESTIONS has a line of JSON each, with "question".
By the clock and by the processor's time, so that a busy machine shows.
"""

from __future__ import annotations

import json
from pathlib import Path

import click

from tests.benchmarks.speed import answer_times, services_in


@click.command(help=__doc__)
@click.argument("home", type=click.Path(path_type=Path, exists=True))
@click.argument("questions", type=click.Path(path_type=Path, exists=True))
@click.option("--most", type=click.IntRange(1), default=300, show_default=True, help="Questions asked at most.")
def main(home: Path, questions: Path, most: int) -> None:
    asked = [json.loads(line)["question"] for line in questions.read_text(encoding="utf-8").splitlines() if line]
    with services_in(home) as services:
        figures = answer_times(services, asked[:most])
    for figure, value in figures.items():
        click.echo(f"{figure:26s}{value:8.1f}")


if __name__ == "__main__":
    main()
