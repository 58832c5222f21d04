"""The verb that writes a briefing."""

from __future__ import annotations

from pathlib import Path

import click

from corpus.errors import InputError
from ui.commands.bilingual import Command, both
from ui.commands.papers import paper_options, save
from ui.commands.session import Session, json_option, pass_session

LENGTHS = ("half", "one", "two")


@click.command(
    "brief",
    cls=Command,
    help=both(
        "按一句话的要求写简报，逐句注明出处。\n\n写一份文件的要点、一个专题，或几份文件的比较。",
        "Write a briefing on a request in one sentence, all of it cited.\n\n"
        "On one document, on a topic across documents, or comparing them.",
    ),
)
@click.argument("request", metavar="REQUEST")
@click.option(
    "--length",
    type=click.Choice(LENGTHS),
    help=both(
        "篇幅：半页、一页或两页；不写则看要求，默认一页。", "Half a page, one, or two; by default as asked, or one."
    ),
)
@click.option(
    "--document",
    "names",
    multiple=True,
    metavar="NAME",
    help=both("只写这份文件，可重复。", "Only on this document; may be repeated."),
)
@paper_options
@json_option
@pass_session
def brief(
    session: Session,
    request: str,
    length: str | None,
    names: tuple[str, ...],
    md: Path | None,
    docx: Path | None,
    pdf: Path | None,
    as_json: bool,
) -> None:
    if not request.strip():
        raise InputError("REQUEST 是空的。", "REQUEST is empty.")
    session.require_documents()
    from assistant.briefing import Length
    from assistant.export import of_briefing

    chosen = Length(length) if length else None
    written = session.services.assistant.brief(request, length=chosen, documents=names)
    saved = save(session, of_briefing(written), md, docx, pdf)
    if as_json:
        session.json(written.model_dump(mode="json"))
    elif not saved:
        session.data(f"{written.title}\n\n{written.markdown}\n")
        for citation in written.citations:
            session.data(f"[{citation.mark}] {citation.source}  {citation.path}")
        session.data(f"\n{written.sources}".rstrip())
    if written.notice:
        session.note(written.notice, written.notice_en)


VERBS = (brief,)
