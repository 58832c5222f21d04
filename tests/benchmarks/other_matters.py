"""What is told of matters that the documents do not deal with: `python -m tests.benchmarks.other_matters [--show]`.

The golden questions on the bundled plans are asked of the laws, those on the laws of the
plans: whatever is told then is wrong, but for what the two happen to share (碳排放).
`--questions` takes further questions of other matters, a line of JSON each with "question".
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

import click

from assistant.golden import load_questions, own_documents
from assistant.models import AnswerStatus
from corpus.bundled import bundled_documents
from tests.benchmarks.speed import GOLDEN, ingested, services_in

LAWS = GOLDEN / "laws"


@click.command(help=__doc__)
@click.option("--questions", type=click.Path(path_type=Path, exists=True), help="Further questions, asked of both.")
@click.option("--show", is_flag=True, help="Print what is told.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
def main(questions: Path | None, show: bool, as_json: bool) -> None:
    lines = questions.read_text(encoding="utf-8").splitlines() if questions else []
    more = [json.loads(line)["question"] for line in lines if line]
    plans = tuple(document.path for document in bundled_documents())
    told = {
        "laws_asked_of_plans": _told([*_asked(LAWS), *more], plans),
        "plans_asked_of_laws": _told([*_asked(GOLDEN), *more], own_documents(LAWS)),
    }
    figures = {name: {"n": len(all_), "answered": _share(all_)} for name, all_ in told.items()}
    if as_json:
        click.echo(json.dumps(figures, ensure_ascii=False))
        return
    for name, found in figures.items():
        click.echo(f"{name:20s} n {found['n']}  answered {found['answered']:.3f}")
        for question, answer in told[name] if show else ():
            if answer:
                click.echo(f"  {question} | {answer[:80]!r}")


def _asked(golden: Path) -> list[str]:
    return [one.question for one in load_questions(golden / "questions.jsonl") if one.answerable]


def _told(questions: Sequence[str], files: Sequence[Path]) -> list[tuple[str, str]]:
    """Each question with what is told; "" where it is refused."""
    with tempfile.TemporaryDirectory(prefix="wence-other-") as folder, services_in(Path(folder)) as services:
        ingested(services, list(files))
        answers = [services.assistant.ask(question) for question in questions]
    return [
        (question, "" if answer.status is AnswerStatus.REFUSED else answer.answer)
        for question, answer in zip(questions, answers, strict=True)
    ]


def _share(told: Sequence[tuple[str, str]]) -> float:
    return round(sum(bool(answer) for _, answer in told) / len(told), 4)


if __name__ == "__main__":
    main()
