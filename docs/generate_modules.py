"""Writes docs/modules.md: every module with the first sentence of its docstring.

python docs/generate_modules.py           writes the file
python docs/generate_modules.py --check   exit code 1 where the file is stale
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from written import write

ROOT = Path(__file__).parent.parent
TARGET = Path(__file__).with_name("modules.md")
PACKAGES = ("corpus", "index", "assistant", "ui")
HEAD = """# The modules

Written by `make docs` from the docstrings of the modules; do not edit by hand. What the layers and folders are for, and
why, stands in [architecture.md](architecture.md).
"""


def page() -> str:
    """The whole document: a table for each folder, the folders of a package in the order of their names."""
    parts = [HEAD]
    for package in PACKAGES:
        files = sorted((ROOT / package).rglob("*.py"), key=lambda path: (path.parent, path.name))
        for folder, members in groupby(files, key=lambda path: path.parent):
            rows = list(_rows(members))
            if rows:
                named = folder.relative_to(ROOT).as_posix()
                parts.append(f"## {named}\n\n| file | idea |\n| --- | --- |\n{''.join(rows)}")
    return "\n".join(parts)


def _rows(files: Iterator[Path]) -> Iterator[str]:
    for path in files:
        said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        summary = " ".join(said.split("\n\n")[0].split()).rstrip(".").replace("|", "\\|")
        if summary:
            yield f"| `{path.name}` | {summary} |\n"


if __name__ == "__main__":
    sys.exit(write(TARGET, page()))
