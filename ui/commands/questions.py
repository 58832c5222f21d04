"""Verbs that ask: search, ask."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from corpus.errors import InputError
from ui.commands import batch
from ui.commands.bilingual import Command, both
from ui.commands.progress import bar
from ui.commands.session import Session, json_option, pass_session, usage

if TYPE_CHECKING:
    from assistant.models import Answer, Passage

PASSAGE_PREVIEW = 160

batch_option = click.option(
    "--batch",
    "batch_in",
    type=click.Path(path_type=Path, allow_dash=True),
    metavar="IN",
    help=both(
        "一次问多个：每行一个 JSON 对象；- 为标准输入。", "Many at once: one JSON object a line; - is standard input."
    ),
)
out_option = click.option(
    "--out",
    type=click.Path(path_type=Path, allow_dash=True),
    metavar="OUT",
    help=both("--batch 的结果文件；不写则到标准输出。", "Result file of --batch; standard output when left out."),
)


@click.command(
    "search",
    cls=Command,
    help=both(
        "查找条款。\n\n--batch 每行为 {id, question}。", "Find clauses.\n\nA line of --batch holds {id, question}."
    ),
)
@click.argument("query", metavar="[QUERY]", required=False)
@click.option(
    "-k",
    "k",
    type=click.IntRange(1, 100),
    default=10,
    metavar="N",
    help=both("最多几条，默认 10。", "At most N hits; 10 by default."),
)
@batch_option
@out_option
@json_option
@pass_session
def search(session: Session, query: str | None, k: int, batch_in: Path | None, out: Path | None, as_json: bool) -> None:
    if batch_in is not None:
        _check_batch(query, as_json)
        rows = batch.read(batch_in)
        _refuse_turns(batch_in, rows)
        _run_batch(session, rows, out, lambda row: _hits(session, row.turns[0], k))
        return
    wanted = _one(query, out, "QUERY")
    session.require_documents()
    found = _hits(session, wanted, k)
    if as_json:
        session.json(found)
        return
    if not found["hits"]:
        session.note("没有找到相关条款。", "Nothing was found.")
    for number, hit in enumerate(found["hits"], start=1):
        session.data(
            f"{number}. {hit['source']}  {hit['path']}{_stated(session, hit['force'])}\n   {_preview(hit['text'])}"
        )


def _hits(session: Session, query: str, k: int) -> dict[str, Any]:
    return {"hits": [passage.model_dump(mode="json") for passage in session.services.assistant.search(query, k)]}


@click.command(
    "ask",
    cls=Command,
    help=both(
        "提问，得到逐句注明出处的回答。\n\n--batch 每行为 {id, question} 或 {id, turns}；turns 依次答，写出末答。",
        "Ask a question; the answer cites the clause of every statement.\n\n"
        "A line of --batch holds {id, question} or {id, turns}: a conversation, whose last reply is written.",
    ),
)
@click.argument("question", metavar="[QUESTION]", required=False)
@batch_option
@out_option
@json_option
@pass_session
def ask(session: Session, question: str | None, batch_in: Path | None, out: Path | None, as_json: bool) -> None:
    if batch_in is not None:
        _check_batch(question, as_json)
        rows = batch.read(batch_in)
        _run_batch(session, rows, out, lambda row: _reply(session, row.turns).model_dump(mode="json"))
        return
    asked = _one(question, out, "QUESTION")
    session.require_documents()
    answer = _reply(session, (asked,))
    if as_json:
        session.json(answer.model_dump(mode="json"))
        return
    _print_answer(session, answer)


def _reply(session: Session, turns: tuple[str, ...]) -> Answer:
    from assistant.models import Turn

    history: list[Turn] = []
    for question in turns:
        answer = session.services.assistant.ask(question, history=tuple(history))
        history.append(Turn(question=question, answer=answer))
    return history[-1].answer


def _print_answer(session: Session, answer: Answer) -> None:
    from assistant.models import AnswerStatus, SentenceStatus
    from ui.catalogue import words
    from ui.refusals import in_english

    said = words(session.language)
    english = in_english(answer.answer) if answer.status is AnswerStatus.REFUSED else ""
    session.data(session.words(answer.answer, english or answer.answer))
    for citation in answer.citations:
        label, _ = said.citation(citation.status)
        session.data(f"\n[{citation.mark}] {_place(session, citation)}  {label}\n    {citation.quote}")
    if answer.nearest:
        session.data(session.words("\n最接近的条款：", "\nThe nearest clauses:"))
    for passage in answer.nearest:
        session.data(f"- {_place(session, passage)}\n    {_preview(passage.text)}")
    doubtful = [sentence.text for sentence in answer.sentences if sentence.status is SentenceStatus.UNVERIFIED]
    if doubtful:
        session.note(
            "\n未核实的句子（引用的条款中没有依据，请勿直接采用）：",
            "\nUnverified sentences (the cited clauses hold no ground for them; do not rely on them):",
        )
    for text in doubtful:
        click.echo(f"- {text}", err=True)
    if answer.notice:
        session.note(answer.notice, answer.notice_en or answer.notice)


def _place(session: Session, passage: Passage) -> str:
    return f"{passage.source}  {passage.path}{_stated(session, passage.force)}"


def _stated(session: Session, force: str) -> str:
    """That a document is repealed, amended, on trial: nothing where it simply holds."""
    from assistant.validity import FORCES
    from corpus.vocabulary import Force
    from ui.catalogue import words
    from ui.catalogue_library import library_words

    forces = library_words(words(session.language)).stated.forces
    return f"  [{forces[Force(force)]}]" if force in FORCES else ""


def _preview(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= PASSAGE_PREVIEW else f"{flat[:PASSAGE_PREVIEW]}…"


def _one(text: str | None, out: Path | None, what: str) -> str:
    if text is None:
        raise usage(f"缺少 {what}（或 --batch IN）", f"Missing {what} (or --batch IN)")
    if out is not None:
        raise usage("--out 只和 --batch 一起用", "--out goes with --batch only")
    if not text.strip():
        raise InputError(f"{what} 是空的。", f"{what} is empty.")
    return text


def _check_batch(text: str | None, as_json: bool) -> None:
    if text is not None:
        raise usage("--batch 时不再另写问题", "With --batch no question is given beside it")
    if as_json:
        raise usage(
            "--batch 的结果本来就是 JSON，不用 --json", "With --batch the result is JSON anyway; leave out --json"
        )


def _refuse_turns(path: Path, rows: tuple[batch.Row, ...]) -> None:
    for row in rows:
        if len(row.turns) > 1:
            raise InputError(
                f"批量文件 {path} 的 {row.id!r} 有多轮 turns；search 只查一个问题。",
                f"{row.id!r} in the batch file {path} has several turns; search takes one question.",
            )


def _run_batch(
    session: Session,
    rows: tuple[batch.Row, ...],
    out: Path | None,
    answer: Callable[[batch.Row], Mapping[str, Any]],
) -> None:
    session.require_documents()
    with bar(session.words("回答", "Answering")) as progress:

        def replies() -> Iterator[dict[str, Any]]:
            for done, row in enumerate(rows):
                progress(done, len(rows), str(row.id))
                yield {"id": row.id, **answer(row)}

        batch.write(out, replies())


VERBS = (search, ask)
