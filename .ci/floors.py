"""Compares measured figures with their floors; a figure that is missing fails like one that is too low.

    floors.py FLOORS.json FIGURES.json [--section NAME]

FLOORS: {"area.figure": {"min": 0.9}} or {"max": ...}, under NAME where a section is given.
FIGURES: nested objects of numbers. Standard library only.
"""

import argparse
import json
import math
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

MEANINGS = {
    "min": (lambda value, bound: value >= bound, "at least"),
    "max": (lambda value, bound: value <= bound, "at most"),
}


def figure(figures: Mapping[str, Any], name: str) -> float:
    """The number that a dotted name leads to; LookupError where there is none."""
    found: Any = figures
    for part in name.split("."):
        if not isinstance(found, Mapping) or part not in found:
            raise LookupError(f"{name}: missing from the figures")
        found = found[part]
    if isinstance(found, bool) or not isinstance(found, int | float) or not math.isfinite(found):
        raise LookupError(f"{name}: {found!r} is no number")
    return float(found)


def verdict(name: str, bounds: Mapping[str, float], figures: Mapping[str, Any]) -> tuple[bool, str]:
    """Whether one figure keeps its bounds, and a line that says so."""
    if not bounds or not set(bounds) <= set(MEANINGS):
        return False, f"{name}: bounds must be min or max, not {sorted(bounds)}"
    try:
        value = figure(figures, name)
    except LookupError as error:
        return False, str(error.args[0])
    kept = all(MEANINGS[kind][0](value, bound) for kind, bound in bounds.items())
    wanted = ", ".join(f"{MEANINGS[kind][1]} {bound}" for kind, bound in bounds.items())
    return kept, f"{name}: {value:.3f} ({wanted})"


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("floors", type=Path)
    parser.add_argument("figures", type=Path)
    parser.add_argument("--section")
    given = parser.parse_args(arguments)
    floors = json.loads(given.floors.read_text(encoding="utf-8"))
    floors = floors[given.section] if given.section else floors
    if not floors:
        print(f"{given.floors}: no floors", file=sys.stderr)
        return 1
    figures = json.loads(given.figures.read_text(encoding="utf-8"))
    verdicts = [verdict(name, bounds, figures) for name, bounds in floors.items()]
    for kept, line in verdicts:
        print(f"{'ok  ' if kept else 'LOW '} {line}")
    return 0 if all(kept for kept, _ in verdicts) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
