"""The bar: seen on a terminal, silent elsewhere, with a time only where one can be told."""

from __future__ import annotations

import io
import sys

import pytest

from ui.commands.progress import bar


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def drawn(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, *, timed: bool) -> str:
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    with bar("重建索引", timed=timed) as advance:
        advance(0, 40, "甲.txt")
        advance(10, 40, "乙.txt")
    return stream.getvalue()


@pytest.mark.parametrize(("timed", "seen"), [(True, True), (False, False)])
def test_a_terminal_sees_how_far_it_is_and_maybe_how_long_it_takes(
    monkeypatch: pytest.MonkeyPatch, timed: bool, seen: bool
) -> None:
    shown = drawn(monkeypatch, Terminal(), timed=timed)
    assert "重建索引" in shown and "10/40" in shown and "乙.txt" in shown
    assert ("0:00:" in shown or "-:--:--" in shown) is seen


def test_where_nobody_looks_nothing_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    assert drawn(monkeypatch, io.StringIO(), timed=True) == ""
