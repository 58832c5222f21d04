"""Where the indexes of a home folder lie, and what shaped them.

`home/index/manifest.json` names the folder in force and the settings it was built
with. A rebuild goes into a new folder beside it, marked with the settings that it is
for; replacing that one small file switches over, so that a reader finds either the
old indexes or the new ones.
"""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import asdict, fields
from pathlib import Path
from typing import NamedTuple

from corpus.chunking import CHUNKER, READING
from corpus.connection import home_unusable
from corpus.errors import IndexMismatch, SearchIndexError
from index.models import IndexManifest
from index.protocols import Embedder
from index.tokenization import TOKENIZER

FORMAT = 1
"""Raised when the layout of the index folders changes."""

READ_EARLIER = (
    "文件由较早的版本读成：可以照常检索和问答，运行 wence reindex 重新读取后，条款和文件信息更准。",
    "The documents were read by an earlier version: they are searched and answer as before, and wence reindex "
    "reads them again, with better clauses and fields.",
)
"""What to say of documents that an earlier version read, in Chinese and in English."""

_PURPOSE = "built_for.json"
_SAID = {
    "format": ("索引格式", "format"),
    "chunker": ("切分方式", "chunker"),
    "tokenizer": ("分词方式", "tokenizer"),
    "model": ("嵌入模型", "embedding model"),
    "dimension": ("向量维数", "dimension"),
}


class CurrentIndex(NamedTuple):
    """The folder in force and the settings it was built with."""

    folder: Path
    manifest: IndexManifest


def manifest_of(embedder: Embedder) -> IndexManifest:
    """The settings in force."""
    return IndexManifest(FORMAT, CHUNKER, TOKENIZER, embedder.name, embedder.dimension, READING)


class IndexFolder:
    """`home/index`: the folder in force, its successors and what they left behind."""

    def __init__(self, home: Path) -> None:
        self._root = home / "index"
        self._file = self._root / "manifest.json"

    def current(self) -> CurrentIndex | None:
        """The indexes in force; None where none were built yet or their folder is gone."""
        try:
            text = self._file.read_text(encoding="utf-8")
        except FileNotFoundError:
            return None
        except OSError as exc:
            raise self._unreadable(exc) from exc
        try:
            stored = json.loads(text)
            found = CurrentIndex(self._root / stored["folder"], IndexManifest(**stored["manifest"]))
        except (ValueError, KeyError, TypeError) as exc:
            raise self._unreadable(exc) from exc
        return found if found.folder.is_dir() else None

    def matching(self, expected: IndexManifest) -> Path | None:
        """The folder in force, if built with the settings expected; IndexMismatch if with others."""
        found = self.current()
        if found is None:
            return None
        if found.manifest != expected:
            raise mismatch(found.manifest, expected)
        return found.folder

    def read_earlier(self) -> bool:
        """Were the documents of the indexes in force read by a version that reads otherwise?"""
        found = self.current()
        return found is not None and found.manifest.reading < READING

    def fresh(self, manifest: IndexManifest | None = None) -> Path:
        """A new, empty folder beside the one in force; with a manifest, one that `unfinished` finds again."""
        numbers = [int(path.name) for path in self._folders() if path.name.isdigit()]
        folder = self._root / str(max(numbers, default=0) + 1)
        try:
            folder.mkdir(parents=True)
            if manifest is not None:
                (folder / _PURPOSE).write_text(json.dumps(asdict(manifest)), encoding="utf-8")
        except OSError as exc:
            raise home_unusable(folder, exc) from exc
        return folder

    def unfinished(self, manifest: IndexManifest) -> Path | None:
        """The folder of a rebuild with these settings that was stopped before it was put in force."""
        return next((path for path in self._not_in_force() if _purpose(path) == manifest), None)

    def switch(self, folder: Path, manifest: IndexManifest) -> None:
        """Puts `folder` in force, at once and for good."""
        unfinished = self._file.with_suffix(".new")
        stored = json.dumps({"folder": folder.name, "manifest": asdict(manifest)}, ensure_ascii=False, indent=1)
        try:
            # From now on it follows the library: what a rebuild recorded of it is no longer so.
            (folder / _PURPOSE).unlink(missing_ok=True)
            with open(unfinished, "w", encoding="utf-8") as file:
                file.write(stored)
                file.flush()
                os.fsync(file.fileno())
            os.replace(unfinished, self._file)
        except OSError as exc:
            raise home_unusable(self._file, exc) from exc

    def leftovers(self) -> tuple[Path, ...]:
        """Folders of rebuilds that were not finished, or that a rebuild has replaced."""
        found = self.current()
        return tuple(path for path in self._folders() if found is None or path != found.folder)

    def clear_leftovers(self, keep: Path | None = None) -> None:
        """Removes them, but for one to keep; none where the manifest does not tell which folder is in force."""
        for folder in self._not_in_force():
            if folder != keep:
                shutil.rmtree(folder, ignore_errors=True)

    def _not_in_force(self) -> tuple[Path, ...]:
        try:
            return self.leftovers()
        except SearchIndexError:
            return ()

    def _folders(self) -> list[Path]:
        return sorted(path for path in self._root.glob("*") if path.is_dir())

    def _unreadable(self, exc: Exception) -> SearchIndexError:
        return SearchIndexError(
            f"索引说明文件“{self._file}”无法读取（{exc}）。请运行 wence reindex 重建索引。",
            f"The index manifest {str(self._file)!r} cannot be read ({exc}). Run wence reindex to rebuild the indexes.",
        )


def _purpose(folder: Path) -> IndexManifest | None:
    """The settings that a folder was begun with."""
    try:
        return IndexManifest(**json.loads((folder / _PURPOSE).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def mismatch(stored: IndexManifest, expected: IndexManifest) -> IndexMismatch:
    """Says which settings differ and which command rebuilds the indexes."""
    names = [
        field.name
        for field in fields(expected)
        if field.compare and getattr(stored, field.name) != getattr(expected, field.name)
    ]
    changes = [(getattr(stored, name), getattr(expected, name), *_SAID[name]) for name in names]
    zh = "；".join(f"{said}由 {old} 变为 {new}" for old, new, said, _ in changes)
    en = "; ".join(f"{said} was {old}, is now {new}" for old, new, _, said in changes)
    return IndexMismatch(
        f"索引与当前设置不符（{zh}）。请运行 wence reindex 重建索引。",
        f"The indexes were built with other settings ({en}). Run wence reindex to rebuild them.",
    )
