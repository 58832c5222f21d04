"""The comparison tab: what documents say of one thing, side by side."""

from __future__ import annotations

from ui.pages import contrast, targets
from ui.pages.shell import Shell


def build(shell: Shell) -> None:
    """Lays the tab out: documents of the reader's choice, and below them the table of targets."""
    contrast.build(shell)
    targets.build(shell)
