"""Documents side by side, in the comparison tab: the choice of them, and the table or the changes."""

from __future__ import annotations

from ui.pages.papers import section
from ui.pages.shell import Shell
from ui.papers import compare_form, compared


def build(shell: Shell) -> None:
    """Lays the part out and ties its events."""
    section(shell, "contrast", compare_form, compared)
