"""The documents that come with the program, so that it can be tried at once.

They are data of public authorities, kept byte for byte (documents/NOTICE.md); the
manifest beside them says what each is. Nothing here adds them to a library.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from corpus.vocabulary import Level


@dataclass(frozen=True, slots=True)
class BundledDocument:
    """One line of the manifest, and where the file lies; what the file does not say is ""."""

    name: str
    title: str
    issuer: str
    document_number: str
    date: str
    place: str
    level: Level
    sha256: str
    path: Path


def bundled_documents() -> tuple[BundledDocument, ...]:
    """The bundled documents, the state's first, then by level."""
    folder = Path(str(files("corpus") / "documents"))
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return tuple(
        BundledDocument(**{**line, "level": Level(line["level"])}, path=folder / line["name"]) for line in manifest
    )
