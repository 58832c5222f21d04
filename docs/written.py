"""A page that is written from the program: written anew, or with --check only compared."""

from __future__ import annotations

import sys
from pathlib import Path


def write(target: Path, page: str) -> int:
    """The exit code: 1 where --check was given and the page is stale."""
    if "--check" not in sys.argv[1:]:
        target.write_text(page, encoding="utf-8")
        return 0
    if not target.exists() or target.read_text(encoding="utf-8") != page:
        print(f"{target.name} is stale: run `make docs`", file=sys.stderr)
        return 1
    return 0
