"""Which files a run is about, and whether the home folder has room for them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from corpus.connection import make_home
from corpus.errors import HomeUnusable, SourceMissing
from corpus.readers import MAX_BYTES, SUFFIXES

_LITTER = frozenset({"thumbs.db", "desktop.ini"})

_ROOM_AT_LEAST = 8 * 1024 * 1024
_ROOM_A_BYTE = 30
"""Bytes on disk for one byte of a file: text, clauses, chunks, words and vectors, some of them twice for a while."""


class Inputs(NamedTuple):
    """The files of a run, and those that a folder held besides and that no reader takes."""

    files: tuple[Path, ...]
    skipped: tuple[Path, ...]


def expand(paths: Sequence[Path]) -> Inputs:
    """The files as named, and of folders (and theirs) those with a reader, in the order of their names."""
    files: list[Path] = []
    skipped: list[Path] = []
    for path in paths:
        held = list(_files_in(path)) if path.is_dir() else [path]
        readable = [file for file in held if file.suffix.lower() in SUFFIXES] if path.is_dir() else held
        # A folder with nothing to read stands for itself, so that it gets its message.
        files += readable or [path]
        skipped += sorted(set(held) - set(readable))
    return Inputs(tuple(files), tuple(skipped))


def nothing_readable(folder: Path) -> SourceMissing:
    """The error for a folder that holds no file with a reader."""
    name = folder.name or str(folder)
    return SourceMissing(
        f"文件夹“{name}”里没有可以读取的文件（可读取 txt、md、html、docx 和带文字层的 pdf）。",
        f"There is nothing readable in the folder {name!r} (txt, md, html, docx, and pdf with a text layer are).",
    )


def _files_in(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not _left_by_systems(path.relative_to(folder)):
            yield path


def _left_by_systems(path: Path) -> bool:
    return any(part.startswith((".", "~$")) for part in path.parts) or path.name.lower() in _LITTER


def require_space(home: Path, files: Sequence[Path]) -> None:
    """Raises HomeUnusable before anything is written where the disk cannot hold what is to come."""
    make_home(home)
    needed = _ROOM_AT_LEAST + _ROOM_A_BYTE * sum(filter(lambda size: size <= MAX_BYTES, map(_size, files)))
    free = shutil.disk_usage(home).free
    if free < needed:
        have, want = f"{free / 2**20:.0f} MB", f"{needed / 2**20:.0f} MB"
        raise HomeUnusable(
            f"文库文件夹“{home}”所在磁盘只剩 {have}，这些文件约需 {want}。请腾出空间，或用 --home 另选一个文件夹。",
            f"The disk of the library folder {str(home)!r} has {have} left and these files need about {want}. "
            "Free some space, or choose another folder with --home.",
        )


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0
