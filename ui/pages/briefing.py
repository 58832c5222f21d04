"""The briefing tab: a request in one sentence, and the page it gives, each mark a link to its clause."""

from __future__ import annotations

from ui.pages.papers import section
from ui.pages.shell import Shell
from ui.papers import brief_form, briefed


def build(shell: Shell) -> None:
    """Lays the tab out and ties its events."""
    section(shell, "brief", brief_form, briefed)
