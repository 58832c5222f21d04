"""One writer a home folder: a lock that the system frees with its process, and who holds it."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from corpus.connection import home_unusable, make_home
from corpus.errors import LibraryLocked

WAIT_SECONDS = 3.0


class WriterLock:
    """The right to write in a home folder; held only while writing."""

    def __init__(self, home: Path, *, wait_seconds: float = WAIT_SECONDS) -> None:
        self._home = home
        self._lock = FileLock(home / "writer.lock")
        self._holder = home / "writer.json"
        self._wait_seconds = wait_seconds

    @contextmanager
    def held(self) -> Iterator[None]:
        """Holds the lock, or raises LibraryLocked with the holder's name."""
        self._acquire()
        try:
            self._sign()
            yield
        finally:
            self._holder.unlink(missing_ok=True)
            self._lock.release()

    def _acquire(self) -> None:
        make_home(self._home)
        try:
            self._lock.acquire(timeout=self._wait_seconds)
        except Timeout as exc:
            raise self._locked() from exc
        except OSError as exc:
            raise home_unusable(self._home, exc) from exc

    def _sign(self) -> None:
        command = " ".join((Path(sys.argv[0]).name, *sys.argv[1:2]))
        since = datetime.now().isoformat(sep=" ", timespec="seconds")
        holder = {"pid": os.getpid(), "command": command, "since": since}
        try:
            self._holder.write_text(json.dumps(holder, ensure_ascii=False), encoding="utf-8")
        except OSError as exc:
            raise home_unusable(self._home, exc) from exc

    def _locked(self) -> LibraryLocked:
        try:
            holder = json.loads(self._holder.read_text(encoding="utf-8"))
            zh = f"进程 {holder['pid']}（{holder['command']}，{holder['since']} 起）"
            en = f"process {holder['pid']} ({holder['command']}, since {holder['since']})"
        except (OSError, ValueError, KeyError):
            # The holder has the lock but has not signed yet.
            zh, en = "另一个进程", "another process"
        return LibraryLocked(
            f"文库“{self._home}”正由{zh}写入，请等它完成后再试。",
            f"The library {str(self._home)!r} is being written by {en}; try again when it is done.",
        )
