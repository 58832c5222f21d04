"""The comparison tab: what documents say of one thing, side by side."""

from __future__ import annotations

from ui.pages import targets
from ui.pages.shell import Shell


def build(shell: Shell) -> None:
    """Lays the tab out: the table of targets."""
    targets.build(shell)
