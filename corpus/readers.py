"""A file to its text: one reader a format, one message for each way a file can fail.

This is the only place of the corpus that opens documents' files. The text that comes
out is the source of record: offsets everywhere else are offsets in it.
"""

from __future__ import annotations

import hashlib
import logging
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

from corpus.decoding import Decoded, NotText, clean, decode
from corpus.errors import SourceDamaged, SourceEmpty, SourceError, SourceMissing, SourceTooLarge
from corpus.models import SourceText
from corpus.sniffing import READABLE, sniff
from corpus.system_errors import reason
from corpus.ways_out import unsupported

MAX_BYTES = 50 * 1024 * 1024
SUFFIXES = frozenset(READABLE)

_BLANK = " \t\n\u3000\xa0\ufeff\u200b"
_PARSERS = {"docx": "corpus.docx_reader", "html": "corpus.html_reader", "pdf": "corpus.pdf_reader"}
_PAGED = frozenset({"pdf"})
"""Their readers go page by page, and take long enough for someone to call them off."""

_NOISY_LOGGERS = ("pdfminer", "pdfplumber", "pypdfium2")


Paged = Callable[[int, int], None]
"""Told after each page how many are read and how many there are; a SourceError that it raises ends the reading."""


def untold(done: int, total: int) -> None:
    """Nobody wants to know."""


def read_source(path: Path, paged: Paged = untold) -> SourceText:
    """The text of the file at `path`; a SourceError says why it has none and what to do."""
    name = (path.name or str(path)).encode("utf-8", errors="replace").decode("utf-8")
    data = _bytes(path, name)
    suffix = path.suffix.lower()
    found = sniff(data, suffix)
    if found not in READABLE.values():
        raise unsupported(name, found, suffix)
    text, encoding, notes = _text(data, name, found, paged)
    if not text.strip(_BLANK):
        raise SourceEmpty(
            f"“{name}”里没有文字：请检查文件是否完整，或换一份有内容的文件。",
            f"{name!r} holds no text: check that the file is complete, or use one with content.",
        )
    return SourceText(
        name=name,
        text=text,
        sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        format=found,
        encoding=encoding,
        notes=_misnamed(suffix, found) + notes,
    )


def _bytes(path: Path, name: str) -> bytes:
    try:
        status = os.stat(path)
        if stat.S_ISDIR(status.st_mode):
            raise SourceMissing(
                f"“{name}”是文件夹，不是文件：请给出其中的文件。",
                f"{name!r} is a folder, not a file: name a file in it.",
            )
        if not stat.S_ISREG(status.st_mode):
            raise SourceMissing(
                f"“{name}”不是普通文件，无法读取：请换成磁盘上的文件。",
                f"{name!r} is not a regular file: use a file on disk.",
            )
        if status.st_size > MAX_BYTES:
            raise _too_large(name, status.st_size)
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as exc:
        raise SourceMissing(
            f"找不到文件“{name}”：请检查路径和文件名。", f"No such file: {name!r}. Check its path and name."
        ) from exc
    except PermissionError as exc:
        raise SourceMissing(
            f"没有权限读取“{name}”：请检查文件的访问权限，或关闭正在占用它的程序。",
            f"No permission to read {name!r}: check its access rights, or close the program that holds it.",
        ) from exc
    except (OSError, ValueError) as exc:
        zh, en = reason(exc)
        raise SourceMissing(
            f"读取“{name}”失败（{zh}）：请检查磁盘或网络位置后重试。",
            f"Cannot read {name!r} ({en}): check the disk or network place and try again.",
        ) from exc
    if not data:
        raise SourceEmpty(
            f"“{name}”是空文件（0 字节）：请重新下载或重新保存。",
            f"{name!r} is empty (0 bytes): download or save it again.",
        )
    return data


def _too_large(name: str, size: int) -> SourceTooLarge:
    megabytes, limit = size / 1024 / 1024, MAX_BYTES // 1024 // 1024
    return SourceTooLarge(
        f"“{name}”有 {megabytes:.0f} MB，超过 {limit} MB 的上限：请拆分文件，或删去其中的图片后再导入。",
        f"{name!r} has {megabytes:.0f} MB, over the limit of {limit} MB: split it, or remove its pictures.",
    )


def _text(data: bytes, name: str, found: str, paged: Paged) -> Decoded:
    if found not in _PARSERS:
        return _plain(data, name)
    reader: Callable[..., Decoded] = import_module(_PARSERS[found]).read
    try:
        with _quiet():
            text, encoding, notes = reader(data, name, paged) if found in _PAGED else reader(data, name)
    except SourceError:
        raise
    except NotText as exc:
        raise _not_text(name) from exc
    except Exception as exc:  # whatever a parser of foreign files may raise, RecursionError included
        raise SourceDamaged(
            f"“{name}”已损坏或不完整，无法按 {found} 读取：请重新下载，或用原软件打开后另存一份。",
            f"{name!r} is damaged or incomplete and cannot be read as {found}: download it again, "
            "or open it in its own program and save a copy.",
        ) from exc
    cleaned, more = clean(text)
    return Decoded(cleaned, encoding, notes + more)


def _plain(data: bytes, name: str) -> Decoded:
    try:
        return decode(data)
    except NotText as exc:
        raise _not_text(name) from exc


def _not_text(name: str) -> SourceDamaged:
    return SourceDamaged(
        f"“{name}”不是文本，或编码无法识别：请用原软件打开后另存为 UTF-8 文本、docx 或 pdf。",
        f"{name!r} is not text, or its encoding is unknown: save it as UTF-8 text, docx or pdf.",
    )


def _misnamed(suffix: str, found: str) -> tuple[str, ...]:
    if READABLE.get(suffix) == found:
        return ()
    return (
        f"文件名后缀是“{suffix}”，内容是 {found}，已按 {found} 读取"
        if suffix
        else f"文件名没有后缀，已按 {found} 读取",
    )


@contextmanager
def _quiet() -> Iterator[None]:
    """Parsers log every oddity of a file; what matters of it is in our notes."""
    loggers = [logging.getLogger(each) for each in _NOISY_LOGGERS]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        for logger, level in zip(loggers, before, strict=True):
            logger.setLevel(level)
