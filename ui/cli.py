"""The command `wence`: its global options, its verbs, and how a run ends.

Results go to standard output, everything else to standard error. Exit codes: 0
done, 1 failed, 2 wrong use of the command line, 3 no document to answer from, 130
interrupted.
"""

from __future__ import annotations

import io
import logging
import os
import sys
import traceback
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

import click

from corpus.errors import LibraryEmpty, WenceError
from ui.commands import (
    briefing,
    comparing,
    configuration,
    documents,
    evaluation,
    feedback,
    models,
    questions,
    service,
    stating,
    targets,
)
from ui.commands.bilingual import Group, both, spoken, usage_message
from ui.commands.session import Session

DONE, FAILED, MISUSED, EMPTY, INTERRUPTED = 0, 1, 2, 3, 130


@click.group(
    cls=Group,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help=both(
        "问策：就政策文件提问，回答逐句注明出处。",
        "Ask about policy documents; every statement is cited to its clause.",
    ),
)
@click.option(
    "--home",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help=both("文库所在的文件夹（同 WENCE_HOME）。", "Folder of the library (same as WENCE_HOME)."),
)
@click.option(
    "--language",
    type=click.Choice(["zh", "en"]),
    help=both("提示所用的语言（同 WENCE_LANGUAGE）。", "Language of messages (same as WENCE_LANGUAGE)."),
)
@click.option(
    "--set",
    "assigned",
    multiple=True,
    metavar="NAME=VALUE",
    help=both(
        "为这一次运行改一项设置，可重复；名称见 wence config。",
        "One setting for this run, may be repeated; wence config shows the names.",
    ),
)
@click.option("--version", "show_version", is_flag=True, help=both("显示版本。", "Show the version."))
@click.pass_context
def cli(
    context: click.Context, home: Path | None, language: str | None, assigned: tuple[str, ...], show_version: bool
) -> None:
    if show_version:
        click.echo(f"wence {version('wence')}")
        return
    if context.invoked_subcommand is None:
        click.echo(context.get_help(), err=True)
        context.exit(MISUSED)
    context.obj.options = {"home": home, "language": language}
    context.obj.assigned = assigned


_VERBS = (
    documents, stating, questions, briefing, comparing, targets, service, configuration, models, feedback, evaluation,
)  # fmt: skip

for verb in (verb for group in _VERBS for verb in group.VERBS):
    cli.add_command(verb)


def run(arguments: Sequence[str]) -> int:
    """Runs one command line; returns its exit code."""
    session = Session(spoken(arguments, os.environ))
    try:
        return cli.main(list(arguments), prog_name="wence", standalone_mode=False, obj=session) or DONE
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help(), err=True)
        return MISUSED
    except click.UsageError as error:
        click.echo(usage_message(error, session.language), err=True)
        return MISUSED
    except WenceError as error:
        click.echo(error.message(session.language), err=True)
        return EMPTY if isinstance(error, LibraryEmpty) else FAILED
    except click.Abort:
        session.note("已中断。", "Interrupted.")
        return INTERRUPTED
    except Exception as error:
        return _unexpected(session, error)
    finally:
        session.close()


def _unexpected(session: Session, error: Exception) -> int:
    if os.environ.get("WENCE_DEBUG"):
        traceback.print_exception(error)
        return FAILED
    kind, said = type(error).__name__, " ".join(str(error).split())
    session.note(
        f"程序出错（{kind}：{said}）。设 WENCE_DEBUG=1 再运行可看到详情。",
        f"Something went wrong inside ({kind}: {said}). Run again with WENCE_DEBUG=1 for the details.",
    )
    return FAILED


def _prepare_streams() -> None:
    """Programs read UTF-8, and a character that the terminal lacks must not end the run."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def _prepare_logs() -> None:
    """The library's log lines are for those who ask for them; users get messages."""
    if os.environ.get("WENCE_DEBUG"):
        logging.basicConfig(level=logging.INFO)
    else:
        logging.basicConfig(handlers=[logging.NullHandler()])


def main() -> None:
    """Entry point of the installed command."""
    _prepare_streams()
    _prepare_logs()
    sys.exit(run(sys.argv[1:]))
