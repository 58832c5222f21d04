"""The gate on figures: it lets a kept floor pass and stops at a low, missing or malformed figure."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FLOORS = {"ask.right": {"min": 0.6}, "refuse.wrongly": {"max": 0.1}}
GOOD = {"ask": {"right": 0.6}, "refuse": {"wrongly": 0.1}}


def compared(folder: Path, floors: object, figures: object, *more: str) -> subprocess.CompletedProcess[str]:
    (folder / "floors.json").write_text(json.dumps(floors), encoding="utf-8")
    (folder / "figures.json").write_text(json.dumps(figures), encoding="utf-8")
    words = [sys.executable, str(ROOT / ".ci/floors.py"), "floors.json", "figures.json", *more]
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, timeout=60)


def test_figures_on_their_floors_pass(tmp_path: Path) -> None:
    assert compared(tmp_path, FLOORS, GOOD).returncode == 0


def test_a_section_is_looked_up(tmp_path: Path) -> None:
    assert compared(tmp_path, {"score": FLOORS}, GOOD, "--section", "score").returncode == 0


@pytest.mark.parametrize(
    ("figures", "named"),
    [
        ({"ask": {"right": 0.59}, "refuse": {"wrongly": 0.1}}, "ask.right"),
        ({"ask": {"right": 0.6}, "refuse": {"wrongly": 0.11}}, "refuse.wrongly"),
        ({"ask": {"right": 0.6}, "refuse": {}}, "refuse.wrongly"),
        ({"ask": {"right": 0.6}}, "refuse.wrongly"),
        ({"ask": {"right": None}, "refuse": {"wrongly": 0.0}}, "ask.right"),
        ({"ask": {"right": float("nan")}, "refuse": {"wrongly": 0.0}}, "ask.right"),
        ({"ask": {"right": True}, "refuse": {"wrongly": 0.0}}, "ask.right"),
    ],
)
def test_a_figure_off_its_floor_fails_and_is_named(tmp_path: Path, figures: object, named: str) -> None:
    done = compared(tmp_path, FLOORS, figures)
    assert done.returncode == 1
    assert any(line.startswith("LOW") and named in line for line in done.stdout.splitlines())


def test_no_floors_fail(tmp_path: Path) -> None:
    assert compared(tmp_path, {}, GOOD).returncode == 1


def test_floors_that_cannot_be_read_as_bounds_fail(tmp_path: Path) -> None:
    assert compared(tmp_path, {"ask.right": {"least": 0.1}}, GOOD).returncode == 1
