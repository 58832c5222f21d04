"""The verb that measures: golden questions to figures, on the bundled documents alone."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from corpus.errors import InputError
from ui.commands.bilingual import Command, both
from ui.commands.progress import bar
from ui.commands.session import Session, json_option, pass_session

if TYPE_CHECKING:
    from pydantic import BaseModel

    from assistant.figures import Evaluation
    from ui.wiring import Services

CHECKOUT_GOLDEN = Path(__file__).parents[2] / "tests" / "golden"
AREAS = ("search", "ask", "refuse", "dialog")


@click.command(
    "evaluate",
    cls=Command,
    help=both(
        "用标准问题衡量检索和回答。\n\n"
        "在临时文库上运行，不动你的文库；题目文件夹中有 documents 的用其中的文件，否则用自带文件。",
        "Measure search and answers with golden questions.\n\n"
        "Runs on a temporary library, yours is left alone: of the files in documents beside the questions "
        "where there is such a folder, else of the bundled ones.",
    ),
)
@click.option(
    "--golden",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help=both(
        "含 questions.jsonl 和 dialogs.jsonl 的文件夹；在源码目录中默认为 tests/golden。",
        "Folder with questions.jsonl and dialogs.jsonl; in a checkout, tests/golden by default.",
    ),
)
@click.option(
    "--show", type=click.IntRange(0), default=0, metavar="N", help=both("列出 N 道未答对的题。", "List N misses.")
)
@json_option
@pass_session
def evaluate(session: Session, golden: Path | None, show: int, as_json: bool) -> None:
    measured = _measured(session, _folder(golden))
    if as_json:
        session.json(measured.model_dump(mode="json"))
        return
    for area in AREAS:
        figures: BaseModel = getattr(measured, area)
        values = (f"{name}={value:.3g}" for name, value in figures.model_dump().items())
        session.data(f"{area:8s}{'  '.join(values)}")
    for line in _misses(measured)[:show]:
        session.data(line)


def _folder(golden: Path | None) -> Path:
    if golden is None and not CHECKOUT_GOLDEN.is_dir():
        raise InputError(
            "安装包里不含标准问题：请用 --golden DIR 指定所在的文件夹。",
            "The installed program comes without golden questions: name their folder with --golden DIR.",
        )
    return golden or CHECKOUT_GOLDEN


def _measured(session: Session, golden: Path) -> Evaluation:
    from assistant import evaluation
    from assistant.golden import load_dialogs, load_questions, own_documents

    questions, dialogs = load_questions(golden / "questions.jsonl"), load_dialogs(golden / "dialogs.jsonl")
    own = own_documents(golden)
    with bar(session.words("评测", "Evaluating")) as advance, _library_of(session, own) as services:
        return evaluation.evaluate(
            services.assistant,
            questions,
            dialogs,
            sources=evaluation.texts_of(own) if own else None,
            progress=lambda done, total: advance(done, total, ""),
        )


@contextmanager
def _library_of(session: Session, own: Sequence[Path]) -> Iterator[Services]:
    """A library for this run alone: of a set's own documents, or of the bundled ones where it has none."""
    from ui.samples import fill, fill_if_empty
    from ui.wiring import build

    with (
        tempfile.TemporaryDirectory(prefix="wence-evaluate-", ignore_cleanup_errors=True) as home,
        build(session.settings.model_copy(update={"home": Path(home)})) as services,
    ):
        fill(services, own) if own else fill_if_empty(services)
        yield services


def _misses(measured: Evaluation) -> Sequence[str]:
    wrong = [row for row in (*measured.answers, *measured.dialogs) if not row.right]
    kept = [row for row in measured.refusals if not row.refused]
    return [
        *(f"{row.id}  {row.question}  [{', '.join(row.faults)}]" for row in wrong),
        *(f"{row.id}  {row.question}  [not refused]" for row in kept),
    ]


VERBS = (evaluate,)
