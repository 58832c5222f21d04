"""The verb on what users thought of answers, over all browsers: for who runs the server."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ui.commands.bilingual import Command, both
from ui.commands.papers import write
from ui.commands.session import Session, json_option, pass_session

if TYPE_CHECKING:
    from assistant.conversation_tables import Rated

ANSWER_CHARACTERS = 160


@click.command(
    "feedback",
    cls=Command,
    help=both(
        "列出用户在页面上对回答的评价，连同问题和回答，新的在前。\n\n"
        "包括所有浏览器的评价；“浏览器”一栏只用来区分是不是同一个，查不出是谁。",
        "List what users of the page thought of answers, with question and answer, the latest first.\n\n"
        "Ratings of all browsers are listed; the browser's name tells whether two are of the same, not whose.",
    ),
)
@click.option(
    "--verdict",
    type=click.Choice(["up", "down"]),
    help=both("只列“有用”（up）或“有误”（down）的。", "Only the helpful (up), or those that were not right (down)."),
)
@click.option(
    "--csv",
    "table",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help=both("另存为表格（CSV）。", "Save as a table, CSV."),
)
@click.option(
    "--jsonl",
    "lines",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help=both("另存为 JSON，每行一条。", "Save as JSON, one rating a line."),
)
@json_option
@pass_session
def feedback(session: Session, verdict: str | None, table: Path | None, lines: Path | None, as_json: bool) -> None:
    from ui.catalogue import words
    from ui.ratings import rating_record, ratings_csv, ratings_jsonl

    found = [one for one in _all(session) if verdict in (None, one.turn.rating and one.turn.rating.verdict)]
    if table:
        write(session, table, ratings_csv(found, words(session.language)))
    if lines:
        write(session, lines, ratings_jsonl(found).encode("utf-8"))
    if as_json:
        session.json([rating_record(one) for one in found])
    elif not (table or lines):
        _print(session, found)


def _all(session: Session) -> tuple[Rated, ...]:
    from assistant.conversations import STORE_NAME

    # Looking makes no file where nobody has asked anything yet.
    kept = (session.settings.home / STORE_NAME).exists()
    return session.services.conversations.all_rated() if kept else ()


def _print(session: Session, found: list[Rated]) -> None:
    from ui.catalogue import words
    from ui.ratings import browser, rated_at, reasons_text

    said = words(session.language)
    if not found:
        session.note("还没有评价。", "No answer has been rated yet.")
    for one in found:
        rating, answer = one.turn.rating, one.turn.answer
        assert rating is not None
        verdict = said.chat.good if rating.verdict == "up" else said.chat.bad
        why = "  ".join(filter(None, (reasons_text(one, said), _line(rating.note))))
        session.data(f"{rated_at(one)}  {browser(one)}  {verdict}{f'  {why}' if why else ''}")
        session.data(f"  {said.chat.feedback_question}  {_line(one.turn.question)}")
        session.data(f"  {said.chat.feedback_answer}  {_short(answer.answer if answer else '')}\n")


def _line(text: str) -> str:
    """What anybody may have typed, without what would move a terminal's cursor or turn its letters."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _short(text: str) -> str:
    line = _line(text)
    return line if len(line) <= ANSWER_CHARACTERS else f"{line[:ANSWER_CHARACTERS]}……"


VERBS = (feedback,)
