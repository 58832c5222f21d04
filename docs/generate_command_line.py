"""Writes docs/command-line.md from the help pages of the program itself.

python docs/generate_command_line.py           writes the file
python docs/generate_command_line.py --check   exit code 1 where the file is stale
"""

from __future__ import annotations

import sys
from pathlib import Path

import click
from written import write

from ui.cli import cli
from ui.commands.session import Session

TARGET = Path(__file__).with_name("command-line.md")
HEAD = """# The command line

Written by `make docs` from the help pages; do not edit by hand. `wence --language zh` shows them in Chinese.

`--home` and `--language` stand before the verb: `wence --home DIR ingest FILE...`. Results go to standard output,
progress and remarks to standard error. Exit codes: 0 done, 1 failed (the reason is on standard error), 2 wrong use,
3 no document to answer from (the library is empty, or all of it is switched off), 130 interrupted. A file that is
already in the library is no failure; a refused question is an answer.
"""


def help_page(command: click.Command, name: str, parent: click.Context | None = None) -> str:
    with command.make_context(
        name, [], parent=parent, resilient_parsing=True, obj=Session("en"), terminal_width=90
    ) as context:
        return command.get_help(context)


def page() -> str:
    """The whole document."""
    parts = [HEAD, f"```\n{help_page(cli, 'wence')}\n```\n"]
    with cli.make_context("wence", [], resilient_parsing=True, obj=Session("en")) as context:
        for name in cli.list_commands(context):
            command = cli.commands[name]
            parts.append(f"## wence {name}\n\n```\n{help_page(command, name, context)}\n```\n")
            if isinstance(command, click.Group):
                parts += _verbs_of(command, name, context)
    return "\n".join(parts)


def _verbs_of(group: click.Group, name: str, parent: click.Context) -> list[str]:
    """The help pages of a group's own verbs."""
    with group.make_context(name, [], parent=parent, resilient_parsing=True, obj=Session("en")) as context:
        return [
            f"### wence {name} {verb}\n\n```\n{help_page(group.commands[verb], verb, context)}\n```\n"
            for verb in group.list_commands(context)
        ]


if __name__ == "__main__":
    sys.exit(write(TARGET, page()))
