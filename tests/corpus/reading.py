"""How every document of the tests is read, as digests: `python -m tests.corpus.reading` keeps them beside READING."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from corpus.chunking import READING, chunk
from corpus.parsing import parse
from corpus.readers import read_source
from tests.golden_outline import outline

ROOT = Path(__file__).parent.parent.parent
KEPT = Path(__file__).with_name("reading.json")


def digests() -> dict[str, str]:
    """Of each document that comes along or belongs to a golden set: another where its fields, clauses or chunks are."""
    return {path.relative_to(ROOT).as_posix(): _digest(path) for path in _sources()}


def _sources() -> list[Path]:
    folders = [ROOT / "corpus" / "documents", ROOT / "tests" / "golden"]
    found = (path for folder in folders for path in folder.rglob("*") if path.suffix in (".txt", ".md"))
    return sorted(path for path in found if path.name not in ("NOTICE.md", "README.md"))


def _digest(path: Path) -> str:
    document = parse(read_source(path))
    said = document.metadata
    lines = [outline(document), f"{said.place} {said.level.value} {said.security_level}"]
    lines += [f"{one.eid} {one.text}" for one in document.clauses]
    lines += [one.text for one in chunk(document)]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def main() -> None:
    kept = {"reading": READING, "documents": digests()}
    KEPT.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
