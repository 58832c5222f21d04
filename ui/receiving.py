"""A file that arrives over HTTP: under its own name, within the limit, and called off when its sender goes away.

The framework's own upload address cleans names until 《》〔〕 are gone and has no limit
of its own; this one keeps the name, since it is what users see in every citation.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterable, Awaitable, Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event

from corpus.errors import HomeUnusable, InputError, SourceTooLarge
from corpus.system_errors import reason
from ui.keeping import Added, Keeper

NAME_BYTES = 200
"""Most file systems take 255."""

LOOKED_EVERY_SECONDS = 0.2

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")


async def receive(
    keeper: Keeper, name: str, content: AsyncIterable[bytes], gone: Callable[[], Awaitable[bool]]
) -> Added:
    """Takes the file in; once `gone` says that nobody waits for it any more, it is left out."""
    with TemporaryDirectory(prefix="wence-") as folder:
        file = Path(folder) / file_name(name)
        await _write(file, content, keeper.upload_bytes)
        stop = Event()
        work = asyncio.get_running_loop().run_in_executor(keeper.line, keeper.add, file, stop.is_set)
        while not work.done():
            await asyncio.wait({work}, timeout=LOOKED_EVERY_SECONDS)
            if not work.done() and await gone():
                stop.set()
        return work.result()


def file_name(name: str) -> str:
    """The last part of the name that was sent, or InputError where that is no name for a file."""
    last = re.split(r"[/\\]", name)[-1]
    if last.strip(" .") == "" or _CONTROLS.search(last):
        raise InputError("文件名是空的或含有控制字符：请改名后再加入。", "The file has no usable name: rename it.")
    if len(last.encode("utf-8", errors="replace")) > NAME_BYTES:
        raise InputError(
            f"文件名“{last[:20]}……”太长（上限 {NAME_BYTES} 字节，约 {NAME_BYTES // 3} 个汉字）：请改短后再加入。",
            f"The file name {last[:20] + '…'!r} is too long (at most {NAME_BYTES} bytes): shorten it and add it again.",
        )
    return last


async def _write(file: Path, content: AsyncIterable[bytes], limit: int) -> None:
    size = 0
    try:
        with open(file, "wb") as out:
            async for piece in content:
                size += len(piece)
                if size > limit:
                    raise too_large(file.name, limit)
                out.write(piece)
    except OSError as error:
        zh, en = reason(error)
        raise HomeUnusable(
            f"“{file.name}”无法暂存（{zh}）：请检查磁盘剩余空间，或把文件改名后再试。",
            f"{file.name!r} cannot be stored for the moment ({en}): check the free disk space, or rename the file.",
        ) from error


def too_large(name: str, limit: int) -> SourceTooLarge:
    """The error for a file over the limit of this page."""
    megabytes = limit // 2**20
    if not limit:
        return SourceTooLarge(
            "这台服务器不接受网页上传：请用 wence ingest 导入，或设置 server.upload_mb。",
            "This server takes no files from the page: use wence ingest, or set server.upload_mb.",
        )
    return SourceTooLarge(
        f"“{name}”超过网页上传的上限 {megabytes} MB：请拆分文件，或删去其中的图片后再加入。",
        f"{name!r} is over the page's limit of {megabytes} MB: split it, or remove its pictures.",
    )
