"""A progress bar on standard error, drawn only where someone is looking."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Advance = Callable[[int, int, str], None]
"""Called with how many are done, how many there are, and the one at work."""


@contextmanager
def bar(title: str, *, timed: bool = False) -> Iterator[Advance]:
    """A bar that the callable given moves; silent where standard error is no terminal.

    `timed` shows the time that is left, for what takes about as long each.
    """
    if not sys.stderr.isatty():
        yield _unseen
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        *((TimeRemainingColumn(),) if timed else ()),
        TextColumn("{task.fields[at]}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(title, total=None, at="")

        def advance(done: int, total: int, at: str) -> None:
            progress.update(task, completed=done, total=total, at=at)

        yield advance


def _unseen(done: int, total: int, at: str) -> None:
    """Where nobody looks, nothing is drawn."""
