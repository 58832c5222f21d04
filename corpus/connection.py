"""Opens the SQLite file of the store of record and says in the user's words why it cannot be used."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus.errors import HomeUnusable, LibraryError, LibraryLocked, LibraryNewer, WenceError
from corpus.schema import VERSION, migrate, version_of
from corpus.system_errors import reason

STORE_NAME = "library.sqlite3"
_BUSY_SECONDS = 30.0

_CANNOT_OPEN = ("文件打不开", "the file cannot be opened")
_CANNOT_WRITE = {
    sqlite3.SQLITE_READONLY: ("文件或磁盘是只读的", "the file or the disk is read-only"),
    sqlite3.SQLITE_FULL: ("磁盘已满", "the disk is full"),
    sqlite3.SQLITE_IOERR: ("磁盘读写出错", "the disk reports an error"),
    sqlite3.SQLITE_PERM: ("没有权限", "permission denied"),
}
_DAMAGE = {
    sqlite3.SQLITE_NOTADB: ("不是 SQLite 数据库", "it is no SQLite database"),
    sqlite3.SQLITE_CORRUPT: ("数据库内容已损坏", "its content is malformed"),
}


def open_store(home: Path) -> sqlite3.Connection:
    """The store in `home`, made or migrated where needed; usable from any thread, one at a time."""
    path = home / STORE_NAME
    make_home(home)
    with translated(path):
        connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False)
        try:
            return _prepared(connection, path)
        except BaseException:
            connection.close()
            raise


def make_home(home: Path) -> None:
    """Makes the home folder, or raises HomeUnusable."""
    try:
        home.mkdir(parents=True, exist_ok=True)
    except OSError as exc:
        raise home_unusable(home, exc) from exc


def home_unusable(path: Path, error: OSError) -> HomeUnusable:
    """The one message for a home folder that cannot be made, written, or is full."""
    return _unusable(path, *reason(error))


def _unusable(path: Path, zh: str, en: str) -> HomeUnusable:
    return HomeUnusable(
        f"无法写入文库文件夹“{path}”（{zh}）。请检查权限和磁盘剩余空间，或用 --home 另选一个文件夹。",
        f"The library folder {str(path)!r} cannot be written ({en}). "
        "Check its permissions and the free disk space, or choose another folder with --home.",
    )


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turns what SQLite raises about the file at `path` into errors that say what to do."""
    try:
        yield
    except sqlite3.Error as exc:
        raise _translation(path, exc) from exc


def _prepared(connection: sqlite3.Connection, path: Path) -> sqlite3.Connection:
    connection.row_factory = sqlite3.Row
    version = version_of(connection)
    if version > VERSION:
        raise LibraryNewer(
            f"文库“{path}”由更新版本的程序写成（格式 {version}，本程序支持到 {VERSION}）。请升级本程序，"
            "或用 --home 另选一个文件夹。",
            f"The library {str(path)!r} was written by a newer version (format {version}, this program reads up to "
            f"{VERSION}). Upgrade the program, or choose another folder with --home.",
        )
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    migrate(connection)
    return connection


def _translation(path: Path, exc: sqlite3.Error) -> WenceError:
    # The primary result code is the low byte: https://www.sqlite.org/rescode.html
    code = (getattr(exc, "sqlite_errorcode", None) or 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return LibraryLocked(
            f"文库“{path}”正被另一个程序使用，请稍后再试。",
            f"The library {str(path)!r} is in use by another process; try again in a moment.",
        )
    if code in (
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_PERM,
    ):
        return _unusable(path, *_CANNOT_WRITE.get(code, _CANNOT_OPEN))
    zh, en = _DAMAGE.get(code) or (_without_content(exc),) * 2
    return LibraryError(
        f"文库文件“{path}”已损坏或不是文库文件（{zh}）。请用备份恢复；"
        "没有备份时，把它移到别处后重新运行 wence ingest。",
        f"The library file {str(path)!r} is damaged or is not a library ({en}). Restore it from a backup; "
        "without one, move it away and run wence ingest again.",
    )


def _without_content(exc: sqlite3.Error) -> str:
    """What SQLite says, without the bytes it could not read: they are of no use to anyone, and break terminals."""
    return str(exc).partition(" with text ")[0]
