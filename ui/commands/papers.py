"""Results as files beside the terminal: the options --md, --docx and --pdf, and the writing of what they name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from corpus.errors import InputError
from corpus.system_errors import reason
from ui.commands.bilingual import both
from ui.commands.session import Session

if TYPE_CHECKING:
    from assistant.export import Paper

_Decorated = TypeVar("_Decorated", bound=Callable[..., Any])
_FORMATS = (
    ("md", "另存为 Markdown 文件。", "Save as a Markdown file."),
    ("docx", "另存为 Word 文件（公文格式）。", "Save as a Word file in the layout of official documents."),
    ("pdf", "另存为 PDF（需装有 LibreOffice）。", "Save as PDF; needs LibreOffice."),
)


def paper_options(command: _Decorated) -> _Decorated:
    """The options --md, --docx and --pdf."""
    for name, zh, en in reversed(_FORMATS):
        path = click.Path(path_type=Path, dir_okay=False)
        command = click.option(f"--{name}", name, type=path, metavar="FILE", help=both(zh, en))(command)
    return command


def save(session: Session, paper: Paper, md: Path | None, docx: Path | None, pdf: Path | None) -> bool:
    """Writes the paper to the files named, and says so; False where none is."""
    from assistant.export import to_docx, to_markdown, to_pdf

    if md:
        write(session, md, to_markdown(paper).encode("utf-8"))
    if docx or pdf:
        word = to_docx(paper)
        if docx:
            write(session, docx, word)
        if pdf:
            write(session, pdf, to_pdf(word))
    return bool(md or docx or pdf)


def write(session: Session, path: Path, content: bytes) -> None:
    """Writes a result file, and says so."""
    try:
        path.write_bytes(content)
    except OSError as error:
        zh, en = reason(error)
        raise InputError(f"写不了文件 {path}：{zh}。", f"Cannot write {path}: {en}.") from error
    session.note(f"已写入 {path}", f"Written: {path}")
