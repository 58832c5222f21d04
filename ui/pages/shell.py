"""What every tab of the page is built with.

A tab is a module with `build(shell)`, called inside its `gr.Tab` and named in
`ui.pages.frame.TABS`. What tabs share goes through `Shell`; what they ask of one another goes through the
browser, as events on `window` (`assets/shell.js`): `wence:ask` with `{question}` puts
a question into the box of the chat tab, `wence:read` with `{document, clause, quote}` is
sent when a link of `ui.links` is followed, and `wence:tab` with `{id}` opens a tab.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import gradio as gr

from ui.chat import Desk
from ui.visitors import visitor_of

ASSETS = Path(__file__).parent.parent / "assets"
PARALLEL_READERS = 16

QUIET: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
READING: dict[str, Any] = {"concurrency_limit": PARALLEL_READERS, "concurrency_id": "readers", **QUIET}
"""Options of every event that only reads: not in the API, no overlay, many at once."""


@dataclass(frozen=True, slots=True)
class Shell:
    """What a tab is built with."""

    pages: gr.Blocks
    desk: Desk
    language: str
    switch: gr.Radio
    tabs: gr.Tabs
    tab: gr.Tab | None = None

    @staticmethod
    def visitor(request: gr.Request) -> str:
        """The browser behind `request`, as conversations are kept under it."""
        return visitor_of(request)

    def relabel(self, show: Callable[..., Any], inputs: Sequence[Any], outputs: Sequence[Any], **options: Any) -> None:
        """Has `show(*inputs, language)` fill `outputs` when the page arrives and whenever the language changes."""
        # One dependency for both: a click while the page is still arriving waits its turn, and comes last.
        gr.on(
            [self.pages.load, self.switch.change], show, [*inputs, self.switch], list(outputs),
            trigger_mode="always_last", **(READING | options),
        )  # fmt: skip

    def opened(self, show: Callable[..., Any], inputs: Sequence[Any], outputs: Sequence[Any], **options: Any) -> None:
        """Has `show(*inputs, language)` fill `outputs` each time this tab is chosen."""
        assert self.tab is not None
        self.tab.select(show, [*inputs, self.switch], list(outputs), **(READING | options))


def script(name: str) -> str:
    """A script of `ui/assets`, for `js_on_load`."""
    return (ASSETS / name).read_text(encoding="utf-8")
