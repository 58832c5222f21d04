"""Which files a run is about, and whether the home folder has room for them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from corpus.connection import make_home
from corpus.errors import HomeUnusable
from corpus.readers import MAX_BYTES

_LITTER = frozenset({"thumbs.db", "desktop.ini"})

_ROOM_AT_LEAST = 8 * 1024 * 1024
_ROOM_A_BYTE = 30
"""Bytes on disk for one byte of a file: text, clauses, chunks, words and vectors, some of them twice for a while."""


def expand(paths: Sequence[Path]) -> list[Path]:
    """The files, with those of folders and their folders in the order of their names."""
    return [file for path in paths for file in _files(path)]


def _files(path: Path) -> list[Path]:
    # An empty folder stands for itself, so that it gets its message.
    return (list(_files_in(path)) or [path]) if path.is_dir() else [path]


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
