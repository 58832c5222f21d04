"""The verb that compares documents: by topic, or a new version with an old one."""

from __future__ import annotations

from pathlib import Path

import click

from ui.commands.bilingual import Command, both
from ui.commands.papers import paper_options, save
from ui.commands.session import Session, json_option, pass_session


@click.command(
    "compare",
    cls=Command,
    help=both(
        "并排比较几份文件：逐项列出各家怎么说，逐条注明出处。\n\n"
        "NAME 是文库中的文件名或平常的叫法（江苏方案），也可以是一个文件的路径。"
        "同一文件的新旧两版（旧的在前）列出增、删、改。",
        "Compare documents side by side, topic by topic, all of it cited.\n\n"
        "NAME is a document of the library by file name or by what people call it, or the path of a file. "
        "Of two versions of one document, the old one first, "
        "what was added, dropped and changed is listed.",
    ),
)
@click.argument("names", metavar="NAME NAME...", nargs=-1, required=True)
@click.option(
    "--topic", default="", metavar="TEXT", help=both("只比较这个专题，如 人才。", "Compare on this topic only.")
)
@click.option(
    "--versions/--topics",
    "as_versions",
    default=None,
    help=both(
        "当作新旧两版，或按专题比较；不写则自动判断。", "As two versions, or by topic; told by itself by default."
    ),
)
@paper_options
@json_option
@pass_session
def compare(
    session: Session,
    names: tuple[str, ...],
    topic: str,
    as_versions: bool | None,
    md: Path | None,
    docx: Path | None,
    pdf: Path | None,
    as_json: bool,
) -> None:
    from assistant.contrast.models import Contrast
    from assistant.contrast.paper import of_comparison

    found = session.services.assistant.compare(names, topic=topic, versions=as_versions, files=True)
    paper = of_comparison(found)
    saved = save(session, paper, md, docx, pdf)
    if as_json:
        session.json(found.model_dump(mode="json"))
    elif not saved:
        from assistant.export import to_markdown

        session.data(to_markdown(paper).rstrip())
    if isinstance(found, Contrast) and found.notice:
        session.note(found.notice, found.notice_en)


VERBS = (compare,)
